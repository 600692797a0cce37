"""promtool and helm: where they are, or how they are made. No Python package brings them.

An installed one counts; else the one that `make tools` built from the pinned module here, which takes Go and
some minutes once. Where there is neither, the checks that need them say so and are skipped.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from deploy.local.tools import cache_folder

HERE = Path(__file__).parent
MODULES = {
    "promtool": ("github.com/prometheus/prometheus", "github.com/prometheus/prometheus/cmd/promtool"),
    "helm": ("helm.sh/helm/v3", "helm.sh/helm/v3/cmd/helm"),
}


def found(name: str) -> Path | None:
    """The program, if this machine has it."""
    built = _built(name)
    if built.is_file():
        return built
    installed = shutil.which(name)
    return Path(installed) if installed else None


def not_here(name: str) -> str:
    """What to say when it is missing."""
    return f"{name} is not on this machine: install it, or build it with `make tools` where there is Go"


def build(name: str) -> Path:
    """The program built from its pinned module; raises `CalledProcessError` when Go cannot."""
    into = _built(name)
    if not into.is_file():
        into.parent.mkdir(parents=True, exist_ok=True)
        half = into.with_suffix(".half")
        command: list[str | Path] = [
            "go",
            "build",
            "-trimpath",
            "-ldflags=-s -w",
            "-o",
            half,
            MODULES[name][1],
        ]
        subprocess.run(command, cwd=HERE / name, check=True, env={**os.environ, "CGO_ENABLED": "0"})
        half.replace(into)
    return into


def _built(name: str) -> Path:
    version = re.search(
        rf"{re.escape(MODULES[name][0])} (v\S+)", (HERE / name / "go.mod").read_text(encoding="utf-8")
    )
    assert version is not None
    return cache_folder() / "tools" / f"{name}-{version[1]}"
