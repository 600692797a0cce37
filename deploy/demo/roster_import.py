"""Taking the roster into intake with its own command, as an administrator would at a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deploy.local import CannotRunError, Stack

ROSTER = Path(__file__).parent / "roster"

# All was taken; some rows were refused, with file, line and reason.
_IMPORTED = (0, 1)
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Imported:
    """What the command said."""

    output: str

    def said(self, *words: str) -> str:
        """The line that has all these words; empty when there is none."""
        return next((line for line in self.output.splitlines() if all(word in line for word in words)), "")


def import_roster(stack: Stack, say: Callable[[str], None], folder: Path = ROSTER) -> Imported:
    """Run `python -m services.intake import-roster` with intake's own environment.

    Rows that were refused are told of and are no failure; raises `CannotRunError` when it could not be run.
    """
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
    command = [sys.executable, "-m", "services.intake", "import-roster", str(folder)]
    lines = []
    with subprocess.Popen(
        command,
        cwd=_ROOT,
        env={**kept, "PYTHONUNBUFFERED": "1", **stack.env_for("intake")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        # Its progress bar is for a person at a terminal.
        stderr=None if sys.stderr.isatty() else subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as run:
        assert run.stdout is not None
        for line in run.stdout:
            lines.append(line.rstrip())
            say(line.rstrip())
    if run.returncode not in _IMPORTED:
        raise CannotRunError(f"The roster could not be imported: {' '.join(lines[-3:])[:300]}")
    return Imported("\n".join(lines))
