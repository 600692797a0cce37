"""The content of attachments: pieces of a megabyte, each sealed under the key of the case."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from shared.errors import Hidden
from shared.storage.client import mongodb_failures
from shared.storage.keys import ScopeKeys

PIECE_BYTES = 1024 * 1024


class Files:
    """Put from a file on disk, read back piece by piece: never a whole file in memory."""

    def __init__(self, database: Any, *, keys: ScopeKeys) -> None:
        self._pieces = database["attachment_pieces"]
        self._keys = keys

    async def put(self, id_: str, scope: str, path: Path) -> int:
        """Seal and store it; the number of pieces. Twice is once."""
        await self._keys.ensure([scope])
        cipher = await self._keys.cipher(scope)
        number = 0
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                sealed = cipher.seal(piece, _place(id_, number))
                with mongodb_failures():
                    await self._pieces.replace_one(
                        {"_id": f"{id_}:{number}"}, {"k": scope, "body": sealed}, upsert=True
                    )
                number += 1
        return number

    async def read(self, id_: str, scope: str, pieces: int) -> AsyncIterator[bytes]:
        """The content in order; raises `Hidden` when a piece is gone and `Erased` when the key is."""
        cipher = await self._keys.cipher(scope)
        for number in range(pieces):
            with mongodb_failures():
                row = await self._pieces.find_one({"_id": f"{id_}:{number}"})
            if row is None:
                raise Hidden
            yield cipher.open(row["body"], _place(id_, number))


def _place(id_: str, number: int) -> bytes:
    return f"attachment\x1f{id_}\x1f{number}".encode()
