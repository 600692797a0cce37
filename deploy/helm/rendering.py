"""The chart as Kubernetes gets it, for each documented file of values: written where helm is, compared."""

import subprocess
from pathlib import Path

from deploy.tools import found

HERE = Path(__file__).parent
CHART = HERE / "samspill"
VALUES = sorted((CHART / "values").glob("*.yaml"))
FOLDER = "deploy/helm/rendered"
KUBERNETES = "1.33.0"


def rendered() -> dict[str, str]:
    """The manifests by the path of their file; empty where there is no helm, which then says nothing."""
    if found("helm") is None:
        return {}
    return {f"{FOLDER}/{values.name}": render(values) for values in VALUES}


def render(values: Path) -> str:
    """What `helm template` makes of these values; raises `RuntimeError` with what helm said."""
    return _helm("template", "samspill", CHART, "--kube-version", KUBERNETES, "--values", values)


def lint(values: Path) -> None:
    """Raise `RuntimeError` with what `helm lint` does not like."""
    _helm("lint", CHART, "--strict", "--kube-version", KUBERNETES, "--values", values)


def _helm(*arguments: str | Path) -> str:
    program = found("helm")
    assert program is not None
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout
