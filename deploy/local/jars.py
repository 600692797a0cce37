"""Jars from Maven Central, each named with its SHA-256: Kafka's in `kafka.lock`, veraPDF's in `verapdf.lock`.

`python -m deploy.local.jars` resolves Kafka's dependencies again and writes its lock.
"""

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests
from jgo.maven import MavenContext

from deploy.local.failures import CannotRunError

LOCK = Path(__file__).with_name("kafka.lock")
VERAPDF_LOCK = Path(__file__).with_name("verapdf.lock")

# The second makes the broker's log readable: Kafka brings the interface only.
_WANTED = ("org.apache.kafka:kafka_2.13:4.4.0", "org.slf4j:slf4j-simple:1.7.36")
_AT_ONCE = 8


def download(into: Path, say: Callable[[str], None]) -> None:
    """Put every jar of Kafka into the folder, or raise CannotRunError."""
    say("Fetching Apache Kafka (about 45 MB, once)")
    _download(LOCK, into)


def download_verapdf(into: Path, say: Callable[[str], None]) -> None:
    """Put what checks PDFs into the folder, or raise CannotRunError."""
    say("Fetching veraPDF (16 MB, once)")
    _download(VERAPDF_LOCK, into)


def _download(lock: Path, into: Path) -> None:
    locked = [line.split() for line in lock.read_text().splitlines() if line and not line.startswith("#")]
    with tempfile.TemporaryDirectory(prefix="samspill-maven-") as repository:
        context = MavenContext(repo_cache=Path(repository), timeout=60)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for jar in pool.map(lambda entry: _fetch(context, *entry), locked):
                shutil.copy(jar, into / jar.name)


def _fetch(context: MavenContext, coordinate: str, sha256: str) -> Path:
    group, artifact, version = coordinate.split(":")
    try:
        jar = context.project(group, artifact).at_version(version).artifact().resolve()
    except (requests.RequestException, RuntimeError) as error:
        raise CannotRunError(
            f"Maven Central did not give {coordinate} ({type(error).__name__}). Is there a network?"
        ) from error
    if _sha256(jar) != sha256:
        raise CannotRunError(f"{coordinate} is not the file the lock names: its SHA-256 differs.")
    return Path(jar)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lock() -> None:
    """Resolve what Kafka needs and write it down with the checksums of today's files."""
    with tempfile.TemporaryDirectory(prefix="samspill-maven-") as repository:
        context = MavenContext(repo_cache=Path(repository), timeout=60)
        wanted = [context.create_dependency(coordinate) for coordinate in _WANTED]
        direct, transitive = context.resolver.resolve(wanted)
        artifacts = [dependency.artifact for dependency in (*direct, *transitive)]
        lines = [f"{a.groupId}:{a.artifactId}:{a.version} {_sha256(a.resolve())}" for a in artifacts]
    header = "# Written by `make lock`: group:artifact:version and SHA-256 of each jar on Kafka's class path."
    LOCK.write_text("\n".join([header, *sorted(set(lines))]) + "\n")


if __name__ == "__main__":
    lock()
    sys.stdout.write(f"wrote {LOCK}\n")
