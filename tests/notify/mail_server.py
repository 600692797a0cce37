"""A mail server small enough for a test to make it refuse, defer, drop or be silent."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import SMTP

HANG = "hang"
DROP = "drop"
Answer = Callable[[str, str], str | None]


class MailServer:
    """Answers each command politely, or what `answer(verb, line)` says; keeps the letters it took."""

    def __init__(self) -> None:
        self.answer: Answer = lambda _verb, _line: None
        self.taken: list[tuple[str, Message]] = []
        self.port = 0
        self._listener: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def to(self, address: str) -> list[Message]:
        return [mail for recipient, mail in self.taken if recipient == address]

    async def open(self) -> None:
        self._listener = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Stop answering; the port stays ours to open again."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        for writer in self._writers:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        polite = {"EHLO": "250-here\r\n250-DSN\r\n250 8BITMIME", "DATA": "354 go on", "QUIT": "221 bye"}
        recipient = ""
        if not await _say(writer, self.answer("CONNECT", "") or "220 ready"):
            return
        while line := (await reader.readline()).decode().strip():
            verb = line.split()[0].upper()
            if verb == "RCPT":
                recipient = line[line.index("<") + 1 : line.index(">")]
            said = self.answer(verb, line) or polite.get(verb, "250 2.0.0 ok")
            if not await _say(writer, said):
                return
            if said.startswith("354"):
                body = (await reader.readuntil(b"\r\n.\r\n"))[:-3]
                said = self.answer("BODY", recipient) or "250 2.0.0 queued"
                if said.startswith("250") or said == DROP:
                    self.taken.append((recipient, message_from_bytes(body, policy=SMTP)))
                if not await _say(writer, said):
                    return
            if verb == "QUIT":
                return


async def _say(writer: asyncio.StreamWriter, said: str) -> bool:
    if said == HANG:
        await asyncio.sleep(3600)
    if said == DROP:
        return False
    writer.write(said.encode() + b"\r\n")
    await writer.drain()
    return True


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    server = MailServer()
    await server.open()
    try:
        yield server
    finally:
        await server.shut()


def words_of(mail: Message, kind: str = "text/plain") -> str:
    """The text of one part of a letter."""
    for part in mail.walk():
        if part.get_content_type() == kind:
            raw = part.get_payload(decode=True)
            assert isinstance(raw, bytes)
            return raw.decode()
    raise AssertionError(f"no {kind}")
