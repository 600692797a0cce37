"""The door through which mail comes in: LMTP (RFC 2033), spoken by the municipality's own mail server.

It answers for each mail at once: 250 when it has been dealt with, 4xx while we cannot, so that the server
keeps it, 5xx for an address that we never made. Nothing that stands in a mail can stop it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import Envelope, Session

from services.notify.mail.return_address import ReturnAddresses, Returned
from shared.errors import Hidden, Unavailable
from shared.observability.logs import get_logger
from shared.observability.metrics import MAIL_IN

log = get_logger()

MOST_BYTES = 10 * 1024 * 1024
MOST_AT_ONCE = 20
WITHIN_S = 60.0

Take = Callable[[bytes, str, Returned], Awaitable[None]]


class _Conversation(LMTP):
    # Some servers send lines far beyond what the standard allows; a mail is not lost for that.
    line_length_limit = 64 * 1024


class Listener:
    """Listens until cancelled. `port` is the one it was given, or got."""

    def __init__(self, take: Take, addresses: ReturnAddresses, *, host: str, port: int) -> None:
        self._take = take
        self._addresses = addresses
        self._host = host
        self._room = asyncio.Semaphore(MOST_AT_ONCE)
        self.port = port

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(self._conversation, self._host, self.port)
        self.port = server.sockets[0].getsockname()[1]
        log.info("mail-in.listens", port=self.port)
        try:
            async with server:
                await server.serve_forever()
        finally:
            log.info("mail-in.stopped")

    def _conversation(self) -> LMTP:
        return _Conversation(
            self,
            data_size_limit=MOST_BYTES,
            enable_SMTPUTF8=True,
            hostname="samspill",
            ident="Samspill",
            timeout=WITHIN_S,
        )

    # --- what aiosmtpd asks its handler -------------------------------------------------------------

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: Any, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self._addresses.read(address) is None:
            MAIL_IN.labels("unknown-address").inc()
            return "550 5.1.1 no such address here"
        if envelope.rcpt_tos:
            # One answer follows the whole mail, so there is one recipient: the server sends the rest again.
            return "452 4.5.3 one recipient at a time"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, _server: Any, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        about = self._addresses.read(envelope.rcpt_tos[0])
        content = envelope.original_content or b""
        if about is None:
            return "550 5.1.1 no such address here"
        try:
            async with self._room, asyncio.timeout(WITHIN_S):
                await self._take(content, envelope.mail_from or "", about)
        except (Unavailable, Hidden, TimeoutError) as error:
            log.warning("mail-in.waits", about=about.id, reason=type(error).__name__)
            MAIL_IN.labels("deferred").inc()
            return "451 4.3.0 not now"
        except Exception as error:
            log.error("mail-in.failed", about=about.id, exc_info=error)  # noqa: TRY400
            MAIL_IN.labels("deferred").inc()
            return "451 4.3.0 not now"
        return "250 2.0.0 taken"

    async def handle_exception(self, error: Exception) -> str:
        """What went wrong in the conversation itself; the next one is not touched by it."""
        log.warning("mail-in.conversation", reason=type(error).__name__)
        return "451 4.3.0 not now"
