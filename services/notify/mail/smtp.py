"""Persistent connections to the mail server: several clients, one letter at a time on each.

A shared client hangs or mixes answers when two tasks use it, so each connection has one user at a time.
Every step has a time-out; a connection that failed in any way is thrown away, never repaired.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal
from urllib.parse import unquote, urlsplit

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPReadTimeoutError,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from services.notify.mail.message import RenderedMail
from shared.errors import Unavailable

StartTls = Literal["required", "if-offered", "never"]

_TLS: dict[StartTls, bool | None] = {"required": True, "if-offered": None, "never": False}
_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_SERVICE_CLOSING = 421
_PERMANENT = 500
_PORTS = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Accepted:
    """The server answered 250 after the whole letter: it is the server's to deliver now."""

    code: str = "250"


@dataclass(frozen=True, slots=True)
class Deferred:
    """Not now (4xx): try the same letter again later. The reason is a code, never the server's words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Never (5xx) for this recipient or this letter. The reason is a code, never the server's words."""

    reason: str


Outcome = Accepted | Deferred | Refused


class OutcomeUnknown(Unavailable):
    """The connection broke once the body was on its way: the letter may have been accepted.

    This is the one window in which a repeat can reach somebody twice; both carry one Message-ID.
    """


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where the mail server is, and how it is spoken to."""

    host: str
    port: int
    implicit_tls: bool = False
    starttls: StartTls = "if-offered"
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    connect_timeout_s: float = 5.0
    step_timeout_s: float = 20.0
    idle_s: float = 45.0
    """A connection unused for longer is opened anew: servers close silent ones without a word."""
    tls_context: ssl.SSLContext | None = field(default=None, repr=False)

    @classmethod
    def from_url(
        cls,
        url: str,
        *,
        starttls: StartTls = "if-offered",
        username: str | None = None,
        password: str | None = None,
    ) -> "SmtpServer":
        """Read smtp://host:port or smtps://host:port; a name and password in the URL serve as defaults."""
        parts = urlsplit(url)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ValueError("SMTP_URL is written smtp://host:port or smtps://host:port")
        return cls(
            host=parts.hostname,
            port=parts.port or _PORTS[parts.scheme],
            implicit_tls=parts.scheme == "smtps",
            starttls=starttls,
            username=username or (unquote(parts.username) if parts.username else None),
            password=password or (unquote(parts.password) if parts.password else None),
        )


@dataclass(slots=True)
class _Connection:
    client: SMTP
    used_at: float
    fresh: bool = True

    def drop(self) -> None:
        self.client.close()


class SmtpPool:
    """Up to `connections` letters on their way at once; the rest wait their turn in order.

    Connections open when first needed and stay open. `close` says goodbye to all.
    """

    def __init__(self, server: SmtpServer, *, connections: int = 8, hostname: str | None = None) -> None:
        self._server = server
        self._hostname = hostname
        self._turns = asyncio.Semaphore(connections)
        self._idle: list[_Connection] = []
        self._closed = False

    async def send(self, mail: RenderedMail) -> Outcome:
        """Hand one letter to the server. Raises Unavailable("smtp") when it cannot be asked.

        OutcomeUnknown is raised only once the server was asked to take the body and no answer came.
        """
        async with self._turns:
            async with self._connection() as connection:
                stale = not connection.fresh
                with suppress(_StaleConnection):
                    return await self._hand_over(connection, mail, stale=stale)
            # It had been closed while it lay idle, and nothing was sent on it: once more, on a new one.
            self._drop_idle()
            async with self._connection() as connection:
                return await self._hand_over(connection, mail, stale=False)

    async def check(self) -> None:
        """Ask whether the server answers; raises Unavailable."""
        async with self._turns, self._connection() as connection:
            try:
                async with asyncio.timeout(self._server.step_timeout_s):
                    await connection.client.noop()
            except (SMTPException, OSError, TimeoutError) as error:
                connection.drop()
                raise Unavailable("smtp") from error

    async def close(self) -> None:
        """Say goodbye on the idle connections; letters under way finish first."""
        self._closed = True
        idle, self._idle = self._idle, []
        for connection in idle:
            with suppress(SMTPException, OSError, TimeoutError):
                async with asyncio.timeout(1):
                    await connection.client.quit()
            connection.drop()

    async def _hand_over(self, connection: _Connection, mail: RenderedMail, *, stale: bool) -> Outcome:
        client, body_on_its_way = connection.client, False
        try:
            async with asyncio.timeout(self._server.step_timeout_s):
                await client.mail(mail.envelope_from, options=_mail_options(client, mail))
                await client.rcpt(mail.envelope_to, options=_recipient_options(client))
            body_on_its_way = True
            async with asyncio.timeout(self._server.step_timeout_s):
                await client.data(mail.content)
        except SMTPReadTimeoutError as error:
            connection.drop()
            raise (OutcomeUnknown if body_on_its_way else Unavailable)("smtp") from error
        except SMTPResponseException as error:
            return await self._answered(connection, error)
        except (SMTPServerDisconnected, OSError, TimeoutError) as error:
            connection.drop()
            if body_on_its_way:
                raise OutcomeUnknown("smtp") from error
            if stale and not isinstance(error, TimeoutError):
                raise _StaleConnection from error
            raise Unavailable("smtp") from error
        except BaseException:
            connection.drop()
            raise
        return Accepted()

    async def _answered(self, connection: _Connection, error: SMTPResponseException) -> Outcome:
        if error.code == _SERVICE_CLOSING:
            connection.drop()
            raise Unavailable("smtp") from error
        try:
            async with asyncio.timeout(self._server.step_timeout_s):
                await connection.client.rset()
        except (SMTPException, OSError, TimeoutError):
            connection.drop()
        enhanced = _ENHANCED.search(str(error.message))
        reason = f"{error.code}-{enhanced[1]}" if enhanced else str(error.code)
        return Refused(reason) if error.code >= _PERMANENT else Deferred(reason)

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[_Connection]:
        connection = self._take() or await self._open()
        try:
            yield connection
        finally:
            if connection.client.is_connected and not self._closed:
                connection.used_at, connection.fresh = monotonic(), False
                self._idle.append(connection)
            else:
                connection.drop()

    def _take(self) -> _Connection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.client.is_connected and monotonic() - connection.used_at < self._server.idle_s:
                return connection
            connection.drop()
        return None

    def _drop_idle(self) -> None:
        while self._idle:
            self._idle.pop().drop()

    async def _open(self) -> _Connection:
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.implicit_tls,
            start_tls=False if server.implicit_tls else _TLS[server.starttls],
            username=server.username,
            password=server.password,
            tls_context=server.tls_context,
            local_hostname=self._hostname or "samspill.localdomain",
            timeout=server.step_timeout_s,
        )
        try:
            async with asyncio.timeout(server.connect_timeout_s):
                await client.connect()
        except SMTPAuthenticationError as error:
            client.close()
            raise Unavailable("smtp", retry_after_s=60) from error
        except (SMTPException, OSError, TimeoutError) as error:
            client.close()
            raise Unavailable("smtp") from error
        except BaseException:
            client.close()
            raise
        return _Connection(client, monotonic())


class _StaleConnection(Exception):
    """The server had closed an idle connection before anything of this letter was sent."""


def _mail_options(client: SMTP, mail: RenderedMail) -> list[str]:
    # With the letter's id in the envelope a bounce tells which letter it is about, and needs no body.
    return [f"ENVID={mail.letter_id}", "RET=HDRS"] if client.supports_extension("dsn") else []


def _recipient_options(client: SMTP) -> list[str]:
    return ["NOTIFY=FAILURE,DELAY"] if client.supports_extension("dsn") else []
