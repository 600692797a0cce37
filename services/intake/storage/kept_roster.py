"""The roster as it was last taken in, so that a delta has something to be laid over.

Its files lie compressed and sealed under the directory's key. A new one takes the place of the former in one
write; what an import that was broken off has left is cleared by the next. Identities are kept as keyed hashes
only.
"""

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter

from services.intake.domain.directory_entry import SCOPE
from services.intake.domain.roster.merge import Sheet, cells_of, line_of
from shared.identifiers import new_id
from shared.kernel import Kernel
from shared.storage.client import mongodb_failures

PIECE = 4 * 1024 * 1024
USERS = "users.csv"
SUBJECTS = {"metadata.samspill.staffSubject": "staff", "metadata.samspill.familySubject": "family"}

_FILES = TypeAdapter(dict[str, str])
Hashing = Callable[[str, str], str | None]
"""The keyed hash of `(issuer, subject)`; None for what is no subject and is left as it is."""


def with_hashes(files: Mapping[str, str], hashing: Hashing) -> dict[str, str]:
    """The same files, with a keyed hash in place of each identity."""
    if USERS not in files:
        return dict(files)
    sheet = Sheet(files[USERS])
    places = {sheet.columns.index(one): SUBJECTS[one] for one in SUBJECTS if one in sheet.columns}
    rows = [_row(row, places, len(sheet.columns), hashing) for row in sheet.rows]
    return {**files, USERS: "\n".join([sheet.header, *rows]) + "\n"}


def _row(row: str, places: Mapping[int, str], width: int, hashing: Hashing) -> str:
    cells = cells_of(row)
    if cells is None or len(cells) != width:
        return row
    changed = False
    for place, issuer in places.items():
        found = hashing(issuer, cells[place]) if cells[place] else None
        if found is not None:
            cells[place], changed = found, True
    return line_of(cells) if changed else row


class KeptRoster:
    """One municipality's files, the last that were taken in."""

    def __init__(self, kernel: Kernel) -> None:
        self._pieces = kernel.database["kept_roster"]
        self._keys = kernel.keys

    async def read(self) -> dict[str, str]:
        """The files by name; none where nothing was taken in yet."""
        with mongodb_failures():
            current: Any = await self._pieces.find_one({"_id": "current"})
        if current is None:
            return {}
        cipher = await self._keys.cipher(SCOPE)
        packed = bytearray()
        for number in range(current["pieces"]):
            id_ = f"{current['of']}:{number}"
            with mongodb_failures():
                row = await self._pieces.find_one({"_id": id_})
            packed += cipher.open(row["body"], _place(id_))
        return _FILES.validate_json(zlib.decompress(packed))

    async def keep(self, files: Mapping[str, str]) -> None:
        """From now on these are what a delta is laid over."""
        packed = zlib.compress(_FILES.dump_json(dict(files)), 6)
        await self._keys.ensure([SCOPE])
        cipher = await self._keys.cipher(SCOPE)
        made = new_id("roster")
        pieces = range((len(packed) + PIECE - 1) // PIECE)
        for number in pieces:
            id_ = f"{made}:{number}"
            body = cipher.seal(packed[number * PIECE : (number + 1) * PIECE], _place(id_))
            with mongodb_failures():
                await self._pieces.insert_one({"_id": id_, "of": made, "k": SCOPE, "body": body})
        with mongodb_failures():
            await self._pieces.replace_one(
                {"_id": "current"}, {"of": made, "pieces": len(pieces)}, upsert=True
            )
            await self._pieces.delete_many({"of": {"$ne": made}})


def _place(id_: str) -> bytes:
    return f"kept_roster\x1f{id_}".encode()
