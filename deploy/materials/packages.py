"""The pinned packages with their hashes, as `requirements.txt` says them, and the licence each declares."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"\n(?=[A-Za-z0-9])")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_OPEN = "License :: OSI Approved :: "
# As the classifiers spell them, in the words of SPDX.
_SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "MIT-0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
    "Zope Public License": "ZPL-2.1",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
}


@dataclass(frozen=True)
class Package:
    """One package of an image; `licence` is None where it declares none that can be read."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str | None

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def packages(locked: Path = ROOT / "requirements.txt") -> Iterator[Package]:
    """What is installed on this kind of machine; raises `PackageNotFoundError` for one that is not here."""
    for block in _BLOCK.split(locked.read_text(encoding="utf-8")):
        told = block.split("\\")[0].split("#")[0].strip()
        if "==" not in told:
            continue
        asked = Requirement(told)
        if asked.marker is not None and not asked.marker.evaluate():
            continue
        [pinned] = asked.specifier
        yield Package(
            asked.name, pinned.version, tuple(_HASH.findall(block)), licence_of(metadata_of(asked.name))
        )


def metadata_of(name: str) -> Message:
    try:
        return cast("Message", metadata(name))
    except PackageNotFoundError:
        raise PackageNotFoundError(f"{name}: install requirements.txt first") from None


def licence_of(told: Message) -> str | None:
    """By the expression, else the classifiers, else a short word in the old field."""
    if expression := told.get("License-Expression"):
        return str(expression)
    classified = [one.removeprefix(_OPEN) for one in told.get_all("Classifier", ()) if one.startswith(_OPEN)]
    if known := sorted({_SPDX[one] for one in classified if one in _SPDX}):
        return " OR ".join(known)
    field = str(told.get("License") or "").strip()
    field = _SPDX.get(field, field)
    return field if field and "\n" not in field and len(field) < 40 else None  # noqa: PLR2004
