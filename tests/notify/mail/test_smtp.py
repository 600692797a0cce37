"""The pool against a real server on a socket: small, but it speaks SMTP and misbehaves when told to."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email import message_from_bytes

import pytest

from services.notify.mail.message import Letterhead, RenderedMail, render
from services.notify.mail.smtp import (
    Accepted,
    Deferred,
    Outcome,
    OutcomeUnknown,
    Refused,
    SmtpPool,
    SmtpServer,
)
from shared.errors import Unavailable

HANG = "hang"
DROP = "drop"
Answer = Callable[[str], str | None]


class Server:
    """Answers each command with what `answer` says, or politely; HANG is silence, DROP hangs up."""

    def __init__(self) -> None:
        self.answer: Answer = lambda _command: None
        self.letters: list[tuple[str, str, bytes]] = []
        self.commands: list[str] = []
        self.connections = 0
        self.at_once = 0
        self.most_at_once = 0
        self.port = 0
        self.recipient_named = asyncio.Event()
        self._writers: set[asyncio.StreamWriter] = set()

    def hang_up_on_all(self) -> None:
        for writer in self._writers:
            writer.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._writers.add(writer)
        try:
            await self._talk(reader, writer)
        except ConnectionError:
            return
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not await self._say(writer, self.answer("CONNECT") or "220 ready"):
            return
        sender = recipient = ""
        while line := (await reader.readline()).decode().strip():
            self.commands.append(line)
            verb = line.split()[0].upper()
            polite = {"EHLO": "250-here\r\n250-DSN\r\n250 8BITMIME", "DATA": "354 go on", "QUIT": "221 bye"}
            said = self.answer(verb) or polite.get(verb, "250 2.0.0 ok")
            if verb == "MAIL":
                sender = line
                self.at_once += 1
                self.most_at_once = max(self.most_at_once, self.at_once)
            if verb == "RCPT":
                recipient = line
                self.recipient_named.set()
            if not await self._say(writer, said):
                return
            if said.startswith("354"):
                body = await reader.readuntil(b"\r\n.\r\n")
                said = self.answer("BODY") or "250 2.0.0 queued"
                if said.startswith("250"):
                    self.letters.append((sender, recipient, body[:-3]))
                self.at_once -= 1
                if not await self._say(writer, said):
                    return
            if verb == "QUIT":
                return

    async def _say(self, writer: asyncio.StreamWriter, said: str) -> bool:
        if said == HANG:
            await asyncio.sleep(3600)
        if said == DROP:
            return False
        writer.write(said.encode() + b"\r\n")
        await writer.drain()
        return True


@asynccontextmanager
async def listening(server: Server) -> AsyncIterator[None]:
    listener = await asyncio.start_server(server.serve, "127.0.0.1", server.port)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        listener.close()
        server.hang_up_on_all()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = Server()
    async with listening(server):
        yield server


@pytest.fixture
async def pool(server: Server) -> AsyncIterator[SmtpPool]:
    pool = SmtpPool(patient(server), connections=4)
    yield pool
    await pool.close()


def patient(server: Server, *, seconds: float = 0.5) -> SmtpServer:
    return SmtpServer("127.0.0.1", server.port, connect_timeout_s=seconds, step_timeout_s=seconds)


def letter(number: int = 0) -> RenderedMail:
    head = Letterhead.prepare(
        school="Lillevik skole",
        from_address="post@lillevik.example",
        language="nb",
    )
    return render(
        head,
        letter_id=f"letter_{number:026d}",
        to="kari@hjemme.example",
        reply_to="post@lillevik.example",
        subject="Beskjed fra Lillevik skole",
        text="Hei.\n.\n..to prikker\n",
        html="<p>Hei.</p>",
        written_at=datetime(2026, 11, 10, tzinfo=UTC),
    )


async def test_a_letter_arrives_unchanged_with_its_own_envelope(server: Server, pool: SmtpPool) -> None:
    mail = letter()
    assert await pool.send(mail) == Accepted()
    ((sender, recipient, body),) = server.letters
    assert sender == f"MAIL FROM:<post@lillevik.example> ENVID={mail.letter_id} RET=HDRS"
    assert recipient == "RCPT TO:<kari@hjemme.example> NOTIFY=FAILURE,DELAY"
    assert body.replace(b"\r\n..", b"\r\n.") == mail.content
    assert len(message_from_bytes(body).get_payload()) == 2


@pytest.mark.requirement("B54")
async def test_many_letters_share_a_few_connections(server: Server, pool: SmtpPool) -> None:
    outcomes = await asyncio.gather(*(pool.send(letter(n)) for n in range(100)))
    assert outcomes == [Accepted()] * 100
    assert len(server.letters) == 100
    assert server.connections <= 4
    assert server.most_at_once <= 4


@pytest.mark.parametrize(
    ("verb", "said", "outcome"),
    [
        ("RCPT", "550 5.1.1 kari@hjemme.example is unknown here", Refused("550-5.1.1")),
        ("RCPT", "450 4.2.1 try later", Deferred("450-4.2.1")),
        ("MAIL", "451 busy", Deferred("451")),
        ("BODY", "554 5.7.1 we think this is spam", Refused("554-5.7.1")),
        ("DATA", "452 4.3.1 no room", Deferred("452-4.3.1")),
    ],
)
async def test_a_no_is_told_as_a_code_and_the_next_letter_goes(
    server: Server, pool: SmtpPool, verb: str, said: str, outcome: Outcome
) -> None:
    server.answer = {verb: said}.get
    assert await pool.send(letter()) == outcome
    server.answer = lambda _command: None
    assert await pool.send(letter(1)) == Accepted()
    assert server.connections == 1


async def test_a_connection_that_was_closed_while_idle_is_opened_anew(server: Server, pool: SmtpPool) -> None:
    assert await pool.send(letter()) == Accepted()
    server.hang_up_on_all()
    assert await pool.send(letter(1)) == Accepted()
    assert server.connections == 2
    assert len(server.letters) == 2


async def test_a_server_that_is_down_is_unavailable_and_found_again(server: Server) -> None:
    other = Server()
    async with listening(other):
        pool = SmtpPool(patient(other))
        assert await pool.send(letter()) == Accepted()
    with pytest.raises(Unavailable) as caught:
        await pool.send(letter(1))
    assert caught.value.neighbour == "smtp"
    async with listening(other):
        assert await pool.send(letter(1)) == Accepted()
        await pool.check()
        await pool.close()
    with pytest.raises(Unavailable):
        await pool.check()


@pytest.mark.parametrize("verb", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("misbehaves", [HANG, DROP])
async def test_silence_before_the_body_is_unavailable_and_nothing_was_sent(
    server: Server, pool: SmtpPool, verb: str, misbehaves: str
) -> None:
    server.answer = {verb: misbehaves}.get
    with pytest.raises(Unavailable):
        await pool.send(letter())
    server.answer = lambda _command: None
    assert await pool.send(letter()) == Accepted()
    assert len(server.letters) == 1


@pytest.mark.requirement("B51")
@pytest.mark.parametrize("misbehaves", [HANG, DROP])
async def test_silence_after_the_body_is_said_to_be_unknown(
    server: Server, pool: SmtpPool, misbehaves: str
) -> None:
    server.answer = {"BODY": misbehaves}.get
    with pytest.raises(OutcomeUnknown):
        await pool.send(letter())


async def test_421_means_the_server_is_going_away(server: Server, pool: SmtpPool) -> None:
    server.answer = {"MAIL": "421 4.3.2 closing"}.get
    with pytest.raises(Unavailable):
        await pool.send(letter())


async def test_required_encryption_is_not_done_without(server: Server) -> None:
    pool = SmtpPool(SmtpServer("127.0.0.1", server.port, starttls="required"))
    with pytest.raises(Unavailable):
        await pool.send(letter())
    assert not any(command.startswith("MAIL") for command in server.commands)


async def test_an_abandoned_send_leaves_no_half_used_connection(server: Server, pool: SmtpPool) -> None:
    server.answer = {"RCPT": HANG}.get
    sending = asyncio.create_task(pool.send(letter()))
    await server.recipient_named.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    server.answer = lambda _command: None
    assert await pool.send(letter(1)) == Accepted()
    assert server.connections == 2


def test_the_address_of_the_server_is_read_whole() -> None:
    plain = SmtpServer.from_url("smtp://mail.example:2525", starttls="never")
    assert (plain.host, plain.port, plain.implicit_tls) == ("mail.example", 2525, False)
    sealed = SmtpServer.from_url("smtps://sender:p%40ss@mail.example")
    assert (sealed.port, sealed.implicit_tls, sealed.username, sealed.password) == (
        465,
        True,
        "sender",
        "p@ss",
    )
    assert "p@ss" not in repr(sealed)
    with pytest.raises(ValueError, match="smtp://"):
        SmtpServer.from_url("http://mail.example")
