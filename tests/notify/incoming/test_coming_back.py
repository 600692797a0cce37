"""What became of a letter after the mail server took it: over LMTP, to a task for somebody."""

import asyncio
import smtplib
import socket
from collections.abc import AsyncIterator
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from deploy.local import Stack
from services.notify.domain.letter import State
from shared.contracts.notify import CalendarReplyReceivedV1, LetterByHandV1, LetterUndeliverableV1
from shared.contracts.tasks import NotifyTaskClosedV1, NotifyTaskOpenedV1
from shared.identifiers import new_id
from tests.notify.browsing import Browser, browser
from tests.notify.incoming.mails import AWAY, COMPLAINT, POSTFIX, WRITTEN, calendar_reply, filled
from tests.notify.mail_server import MailServer
from tests.notify.office import Office
from tests.notify.said import called, invitation, report
from tests.notify.town import Town
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


@pytest.fixture
async def office(stack: Stack, server: MailServer, town: Town, tmp_path: Path) -> AsyncIterator[Office]:
    """Notify with an address of its own, at which it listens."""
    made = Office(stack, tmp_path, server.url, mail_return_address="svar@post.example", lmtp_port=0)
    await made.prepare()
    await made.learns([*town.directory(), town.access()])
    await made.open()
    listener = made.house.listener
    assert listener is not None
    await until(lambda: listener.port != 0)
    yield made
    await made.close()


@pytest.fixture
async def web(office: Office) -> AsyncIterator[Browser]:
    async with browser(office) as made:
        yield made


async def comes_in(office: Office, mail: bytes, to: str, *, sender: str = "") -> None:
    """The municipality's mail server hands a mail over; raises what it was answered unless that was yes."""
    assert office.house.listener is not None
    port = office.house.listener.port

    def hand_over() -> None:
        with smtplib.LMTP("127.0.0.1", port) as lmtp:
            lmtp.sendmail(sender, [to], mail)

    await asyncio.to_thread(hand_over)


async def told(office: Office, town: Town, server: MailServer) -> Message:
    """The letter that a mother who told the school has got."""
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    await until(lambda: stands_as(office, State.SENT))
    return server.to(town.email(town.mother))[0]


async def stands_as(office: Office, state: State, **query: Any) -> bool:
    return {one.state for one in await office.letters(**query)} == {state}


def back(mail: Message) -> str:
    return str(mail["Reply-To"]).partition("<")[2].rstrip(">")


@pytest.mark.requirement("B52", "R6")
async def test_a_bounce_becomes_a_task_to_ring_once_however_often_it_comes(
    office: Office, town: Town, server: MailServer
) -> None:
    to = back(await told(office, town, server))
    mail = filled(POSTFIX, to=to, action="failed", status="5.2.2")
    for _ in range(2):
        await comes_in(office, mail, to)
    assert await stands_as(office, State.UNDELIVERABLE)
    assert [one["reason"] for one in await office.events(LetterUndeliverableV1)] == ["bounced"]
    tasks = await office.events(NotifyTaskOpenedV1)
    assert [(one["code"], one["list"], one["owner_id"], one["about_person_id"]) for one in tasks] == [
        ("letter-undeliverable", "ring", town.leader, town.mother)
    ]


@pytest.mark.requirement("R6")
async def test_an_invitation_that_comes_back_makes_somebody_ring_that_parent_and_no_other(
    office: Office, town: Town, server: MailServer
) -> None:
    meeting = new_id("meeting")
    await office.hears(called(town, meeting))
    for parent in (town.mother, town.father):
        await office.hears(invitation(town, meeting, parent))
    await until(lambda: len(server.taken) == 2)
    assert [server.to(town.email(one))[0]["To"] for one in (town.mother, town.father)] == [
        town.email(town.mother),
        town.email(town.father),
    ]
    await until(lambda: stands_as(office, State.SENT))
    to = back(server.to(town.email(town.father))[0])
    await comes_in(office, filled(POSTFIX, to=to, action="failed", status="5.1.1"), to)
    tasks = await office.events(NotifyTaskOpenedV1)
    assert [one["about_person_id"] for one in tasks] == [town.father]
    assert await stands_as(office, State.SENT, person_id=town.mother)


@pytest.mark.requirement("B53")
async def test_after_a_dead_mailbox_no_letter_is_dropped_in_silence(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    to = back(await told(office, town, server))
    await comes_in(office, filled(POSTFIX, to=to, action="failed", status="5.1.1"), to)
    await office.hears(report(town))
    await until(lambda: stands_as(office, State.BY_HAND, reason="dead"))
    assert [one["reason"] for one in await office.events(LetterByHandV1)] == ["no_channel"]
    codes = [one["code"] for one in await office.events(NotifyTaskOpenedV1)]
    assert sorted(codes) == ["letter-by-hand", "letter-undeliverable"]
    page = await web.http.get("/letters/by-hand", headers=web.headers(town.leader))
    assert "E-postadressen finnes ikke" in page.text
    assert "E-posten kom i retur" in page.text
    town.emails[town.mother] = "kari.new@post.example"
    await office.learns(town.person(town.mother, "Kari", "Dahl"))
    await office.hears(report(town))
    await until(lambda: len(server.to("kari.new@post.example")) == 1)


@pytest.mark.requirement("B52")
async def test_a_server_that_refuses_outright_marks_the_mailbox_as_dead_too(
    office: Office, town: Town, server: MailServer
) -> None:
    server.answer = lambda verb, _line: "550 5.1.1 no such user" if verb == "RCPT" else None
    await office.hears(report(town))
    await until(lambda: stands_as(office, State.UNDELIVERABLE))
    server.answer = lambda _verb, _line: None
    await office.hears(report(town))
    await until(lambda: stands_as(office, State.BY_HAND, reason="dead"))
    assert server.taken == []


@pytest.mark.requirement("B48")
async def test_what_is_delayed_answered_by_a_machine_or_unwanted_stands_beside_the_letter(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    to = back(await told(office, town, server))
    await comes_in(office, filled(POSTFIX, to=to, action="delayed", status="4.4.1"), to)
    await comes_in(
        office, filled(AWAY, to=to, header="Auto-Submitted: auto-replied"), to, sender="kari@x.example"
    )
    assert await office.events(NotifyTaskOpenedV1) == []
    for _ in range(2):
        await comes_in(office, filled(COMPLAINT, to=to), to, sender="abuse@provider.example")
    assert [one["code"] for one in await office.events(NotifyTaskOpenedV1)] == ["letter-complained"]
    assert await stands_as(office, State.SENT)
    page = (await web.http.get(f"/letters/cases/{town.case}", headers=web.headers(town.leader))).text
    for said in ("Sendt på e-post", "Forsinket hos mottakeren", "Automatisk svar", "Merket som uønsket"):
        assert said in page
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 2)


@pytest.mark.requirement("R59")
async def test_a_parent_who_simply_answers_is_heard_by_the_one_who_signed_and_by_no_event(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    to = back(await told(office, town, server))
    mail = filled(WRITTEN, to=to)
    for _ in range(2):
        await comes_in(office, mail, to, sender="kari@hjemme.example")
    [task] = await office.events(NotifyTaskOpenedV1)
    assert (task["code"], task["owner_id"]) == ("letter-answered", town.leader)
    headers = web.headers(town.leader)
    page = await web.http.get(task["path"], headers=headers)
    assert "Kan dere ringe etter klokka fire?" in page.text
    assert "not-for-me" not in page.text
    assert "Kari Dahl" in (await web.http.get(f"/letters/cases/{town.case}", headers=headers)).text
    for who, hat in ((town.teacher, "staff"), (town.mother, "guardian"), (new_id("person"), "staff")):
        answer = await web.http.get(task["path"], headers=web.headers(who, hat))  # type: ignore[arg-type]
        assert answer.status_code in (403, 404)
        assert "klokka fire" not in answer.text
    assert (await web.http.post(task["path"], headers=headers)).status_code == 303
    assert [one["task_id"] for one in await office.events(NotifyTaskClosedV1)] == [task["task_id"]]
    assert "Lest av Anne Berg." in (await web.http.get(task["path"], headers=headers)).text
    for store in office.kernel.stores:
        for row in await store.collection.find().to_list(None):
            for said in ("Trollstien", "hjemme.example"):
                assert said not in repr(row)


@pytest.mark.requirement("B37")
async def test_a_calendars_answer_is_told_to_the_meeting_once_with_sequence_and_stamp(
    office: Office, town: Town, server: MailServer
) -> None:
    meeting = new_id("meeting")
    await office.hears(called(town, meeting))
    heard = await office.hears(invitation(town, meeting, town.mother, sequence=2))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    mail = server.to(town.email(town.mother))[0]
    [live] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    raw = live.get_payload(decode=True)
    assert isinstance(raw, bytes)
    [entry] = Calendar.from_ical(raw).walk("VEVENT")
    organizer = str(entry["ORGANIZER"]).removeprefix("mailto:")
    answer = calendar_reply(organizer, uid=str(entry["UID"]), partstat="DECLINED", sequence=2)
    for _ in range(2):
        await comes_in(office, answer, organizer, sender="kari@hjemme.example")
    [said] = await office.events(CalendarReplyReceivedV1)
    assert (said["invitation_id"], said["person_id"]) == (heard.event.invitation_id, town.mother)
    assert (said["meeting_id"], said["partstat"], said["sequence"]) == (meeting, "declined", 2)
    assert said["dtstamp"] == "2026-11-10T11:00:00Z"
    assert await office.events(NotifyTaskOpenedV1) == []
    changed = calendar_reply(organizer, uid=str(entry["UID"]), sequence=2, comment="Jeg er litt sen")
    await comes_in(office, changed, organizer, sender="kari@hjemme.example")
    assert len(await office.events(CalendarReplyReceivedV1)) == 2
    assert [one.text for one in await office.post.answers.find({})] == ["Jeg er litt sen"]


async def test_a_calendars_answer_to_something_else_is_put_before_a_person(
    office: Office, town: Town, server: MailServer
) -> None:
    meeting = new_id("meeting")
    await office.hears(called(town, meeting))
    await office.hears(invitation(town, meeting, town.mother))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    to = back(server.to(town.email(town.mother))[0])
    await comes_in(office, calendar_reply(to, uid="anotheranother@samspill.test"), to, sender="x@y.example")
    assert await office.events(CalendarReplyReceivedV1) == []
    assert [one.unreadable for one in await office.post.answers.find({})] == ["another-meeting"]


async def test_what_cannot_be_read_waits_for_a_person_and_the_next_mail_is_taken(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    to = back(await told(office, town, server))
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(2000)
    )
    for hostile in (b"From: x\r\n" + deep, b"\x00\r\n.\r\n" * 50, b"nothing"):
        await comes_in(office, hostile, to, sender="x@y.example")
    reasons = {one.unreadable for one in await office.post.answers.find({})}
    assert reasons == {"too-deep", "not-a-mail"}
    path = (await office.events(NotifyTaskOpenedV1))[0]["path"]
    page = await web.http.get(path, headers=web.headers(town.leader))
    assert "Vi klarte ikke å lese svaret" in page.text
    with pytest.raises(smtplib.SMTPException):
        await comes_in(office, b"From: x\r\n\r\n" + b"y" * (11 * 1024 * 1024), to)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        await comes_in(office, filled(WRITTEN, to=to), to.replace("svar+l", "svar+lx"))
    await _hang_up_in_the_middle(office)
    await comes_in(office, filled(WRITTEN, to=to), to, sender="kari@hjemme.example")
    assert [one.text for one in await office.post.answers.find({"unreadable": None})] != []


async def test_while_the_database_is_away_the_mail_server_is_asked_to_wait(
    office: Office, town: Town, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = back(await told(office, town, server))
    leaders = office.post.directory
    away = town.person(town.leader, "Anne", "Berg", kinds=("staff",))
    await office.learns(away)
    leaders._cache.clear()
    mail = filled(POSTFIX, to=to, action="failed", status="5.1.1")
    with pytest.raises(smtplib.SMTPDataError) as caught:
        await comes_in(office, mail, to)
    assert caught.value.smtp_code == 451
    await office.learns([one for one in town.directory() if one[0].key() == town.leader])
    leaders._cache.clear()
    await comes_in(office, mail, to)
    assert await stands_as(office, State.UNDELIVERABLE)


async def _hang_up_in_the_middle(office: Office) -> None:
    assert office.house.listener is not None
    port = office.house.listener.port

    def begin() -> None:
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.recv(200)
            line.sendall(b"LHLO me\r\nMAIL FROM:<>\r\n\xff\xfe\r\nRCPT TO:<")

    await asyncio.to_thread(begin)
