"""The package itself: a zip with a manifest of hashes, signed with Ed25519, checked by anybody, offline."""

import base64
import hashlib
import json
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

FORMAT = "samspill-dossier/1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
_PIECE = 1024 * 1024


class Signer:
    """Signs with the municipality's own key. Its representation never shows the key."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def public_key(self) -> str:
        """In base64, for whoever wants to check packages."""
        raw = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return base64.b64encode(raw).decode()

    def sign(self, text: bytes) -> str:
        return base64.b64encode(self._key.sign(text)).decode()


class Package:
    """A package on its way to disk, written from front to back; nothing of it is held in memory."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self._files: list[dict[str, Any]] = []

    @contextmanager
    def file(self, name: str) -> Iterator[Callable[[bytes], None]]:
        """Write one file piece by piece; it is in the manifest afterwards."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), "w", force_zip64=True) as inside:

            def write(piece: bytes) -> None:
                nonlocal size
                inside.write(piece)
                digest.update(piece)
                size += len(piece)

            yield write
        self._files.append({"name": name, "size": size, "sha256": digest.hexdigest()})

    async def copy(self, name: str, content: AsyncIterator[bytes]) -> None:
        with self.file(name) as write:
            async for piece in content:
                write(piece)

    def seal(self, told: dict[str, Any], signer: Signer) -> None:
        """Write the manifest and its signature, and close."""
        manifest = {"format": FORMAT, **told, "files": self._files}
        text = json.dumps(manifest, ensure_ascii=False, indent=2).encode()
        self._zip.writestr(MANIFEST, text)
        signed = {"algorithm": "Ed25519", "public_key": signer.public_key, "signature": signer.sign(text)}
        self._zip.writestr(SIGNATURE, json.dumps(signed, indent=2))
        self._zip.close()


def faults_in(path: Path, public_key: str | None = None) -> list[str]:
    """What is wrong with a package, as codes; empty when it is whole. `public_key` is the one expected.

    Without an expected key the package only proves that nobody changed it without signing it anew.
    """
    try:
        with zipfile.ZipFile(path) as package:
            return [*_signature(package, public_key), *_files(package), *_chains(package)]
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError):
        return ["not-a-dossier"]


def manifest_of(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as package:
        found: dict[str, Any] = json.loads(package.read(MANIFEST))
    return found


def chain_tip(chain: list[dict[str, Any]]) -> str:
    """One hash over where every aggregate's history ends."""
    lines = sorted(f"{one['service']}/{one['kind']}/{one['id']}:{one['tip']}\n" for one in chain)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _signature(package: zipfile.ZipFile, expected: str | None) -> list[str]:
    signed = json.loads(package.read(SIGNATURE))
    if expected is not None and signed["public_key"] != expected:
        return ["signed-by-another"]
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signed["public_key"]))
    try:
        key.verify(base64.b64decode(signed["signature"]), package.read(MANIFEST))
    except InvalidSignature:
        return ["signature-broken"]
    return []


def _files(package: zipfile.ZipFile) -> list[str]:
    told = {one["name"]: one for one in json.loads(package.read(MANIFEST))["files"]}
    there = [name for name in package.namelist() if name not in (MANIFEST, SIGNATURE)]
    found = [f"unknown-file {name}" for name in there if name not in told]
    found += [f"twice {name}" for name in told if there.count(name) > 1]
    for name, one in told.items():
        if name not in there:
            found.append(f"missing-file {name}")
            continue
        with package.open(name) as inside:
            if _hash(inside) != one["sha256"]:
                found.append(f"changed-file {name}")
    return found


def _chains(package: zipfile.ZipFile) -> list[str]:
    """Whether each history is unbroken to the end that the manifest names."""
    manifest = json.loads(package.read(MANIFEST))
    chain = manifest.get("chain", [])
    if manifest["chain_tip"] != chain_tip(chain):
        return ["chain-tip-differs"]
    hashes: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for service, entries in json.loads(package.read("case.json"))["services"].items():
        for entry in entries:
            if "record" in entry:
                text = entry["record"]
                link = (json.loads(text)["prev"], hashlib.sha256(text.encode()).hexdigest())
                hashes.setdefault((service, entry["kind"], entry["id"]), []).append(link)
    found = []
    for one in chain:
        links = hashes.get((one["service"], one["kind"], one["id"]))
        if links is None:
            found.append(f"chain-missing {one['kind']} {one['id']}")
            continue
        unbroken = all(after[0] == before[1] for before, after in pairwise(links))
        if not unbroken or links[0][0] or one["tip"] not in {own for _, own in links}:
            found.append(f"chain-broken {one['kind']} {one['id']}")
    return found


def _hash(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()
