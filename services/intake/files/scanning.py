"""ClamAV over its socket (INSTREAM): the file goes to it piece by piece, and only a word comes back."""

import asyncio
from pathlib import Path

from shared.errors import Unavailable

PIECE_BYTES = 64 * 1024
ANSWER_S = 60.0


class Scanner:
    """`address` is `host:port`, or the path of a Unix socket."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def is_clean(self, path: Path) -> bool:
        """Whether the scanner finds nothing in it; raises `Unavailable` when it cannot say."""
        try:
            async with asyncio.timeout(ANSWER_S):
                return await self._ask(path)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            raise Unavailable("clamav") from None

    async def answers(self) -> bool:
        """Whether the scanner is there."""
        try:
            async with asyncio.timeout(1):
                reader, writer = await self._open()
                writer.write(b"zPING\0")
                answer = await reader.readuntil(b"\0")
                writer.close()
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            return False
        return answer == b"PONG\0"

    async def _ask(self, path: Path) -> bool:
        reader, writer = await self._open()
        try:
            writer.write(b"zINSTREAM\0")
            with path.open("rb") as file:
                while piece := file.read(PIECE_BYTES):
                    writer.write(len(piece).to_bytes(4, "big") + piece)
                    await writer.drain()
            writer.write(bytes(4))
            await writer.drain()
            answer = (await reader.readuntil(b"\0")).rstrip(b"\0")
        finally:
            writer.close()
        if answer.endswith(b"OK"):
            return True
        if answer.endswith(b"FOUND"):
            return False
        raise Unavailable("clamav")

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if "/" in self._address:
            return await asyncio.open_unix_connection(self._address)
        host, _, port = self._address.rpartition(":")
        return await asyncio.open_connection(host, int(port))
