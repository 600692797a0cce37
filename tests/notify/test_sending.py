"""What becomes of letters when the mail server refuses, waits, hangs up or is away, and when we die."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from deploy.local import Stack
from services.notify.domain.letter import State
from shared.contracts.notify import LetterByHandV1, LetterSentV1, LetterUndeliverableV1
from shared.contracts.tasks import NotifyTaskOpenedV1
from shared.identifiers import new_id
from shared.timers import Timers
from tests.notify.mail_server import DROP, MailServer
from tests.notify.office import Office
from tests.notify.said import report
from tests.notify.town import Town
from tests.shared.moments import NOON
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


@contextlib.asynccontextmanager
async def another(office: Office, smtp_url: str | None = None) -> AsyncIterator[Office]:
    """Another process on the same database."""
    made = Office(
        office.stack,
        office.folder,
        smtp_url or office.settings.smtp_url.get_secret_value(),
        database=office.database,
    )
    try:
        yield made
    finally:
        await made.close(drop=False)


async def stands_as(office: Office, town: Town, state: State) -> bool:
    return [one.state for one in await office.letters(case_id=town.case)] == [state]


@pytest.mark.requirement("B49")
async def test_while_the_mail_server_is_away_letters_wait_and_then_go_once(
    office: Office, town: Town, server: MailServer
) -> None:
    await server.shut()
    for _ in range(5):
        await office.hears(report(town))
    assert len(await office.letters(case_id=town.case, state="waiting")) == 5
    await server.open()

    async def all_sent() -> bool:
        return len(await office.letters(case_id=town.case, state="sent")) == 5

    await until(all_sent)
    assert len(server.taken) == 5
    assert len({mail["Message-ID"] for _, mail in server.taken}) == 5


@pytest.mark.requirement("B48")
async def test_a_refused_letter_becomes_a_task_to_ring(
    office: Office, town: Town, server: MailServer
) -> None:
    server.answer = lambda verb, _: "550 5.1.1 no such user" if verb == "RCPT" else None
    await office.hears(report(town))
    await until(lambda: stands_as(office, town, State.UNDELIVERABLE))
    assert [one["reason"] for one in await office.events(LetterUndeliverableV1)] == ["550-5.1.1"]
    task = (await office.events(NotifyTaskOpenedV1))[0]
    assert (task["code"], task["list"], task["owner_id"]) == ("letter-undeliverable", "ring", town.leader)
    assert task["about_person_id"] == town.mother


async def test_a_deferred_letter_is_tried_again_under_the_same_message_id(
    office: Office, town: Town, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.notify.sending.delivering.SERVER_ASKED_S", 0.1)
    asked: list[str] = []

    def greylisting(verb: str, line: str) -> str | None:
        if verb == "RCPT":
            asked.append(line)
        return "451 4.7.1 greylisted" if verb == "RCPT" and len(asked) == 1 else None

    server.answer = greylisting
    await office.hears(report(town))
    await until(lambda: stands_as(office, town, State.SENT))
    assert len(asked) == 2
    assert len(server.taken) == 1


@pytest.mark.requirement("B51")
async def test_a_letter_whose_answer_was_lost_goes_again_as_the_same_letter(
    office: Office, town: Town, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.notify.sending.delivering.SERVER_ASKED_S", 0.1)
    server.answer = lambda verb, _: DROP if verb == "BODY" and not server.taken else None
    await office.hears(report(town))
    await until(lambda: stands_as(office, town, State.SENT))
    assert len(server.taken) == 2
    assert len({mail["Message-ID"] for _, mail in server.taken}) == 1
    assert len(await office.events(LetterSentV1)) == 1


async def test_a_letter_that_is_too_late_becomes_a_task_to_ring(
    office: Office, town: Town, server: MailServer
) -> None:
    await server.shut()
    await office.hears(report(town))
    office.set_clock(NOON + timedelta(days=1, minutes=1))
    await asyncio.sleep(0.1)  # the business clock looks at its file every 50 ms
    timers = Timers(office.service.dues, lease=office.kernel.lease("timers"), clock=office.kernel.clock)
    await timers._lease.acquire()
    await timers.fire_due()
    assert await stands_as(office, town, State.UNDELIVERABLE)
    assert [one["reason"] for one in await office.events(LetterUndeliverableV1)] == ["too-late"]
    await server.open()
    assert await timers.fire_due() == 0


@pytest.mark.requirement("L3")
async def test_what_fails_in_a_case_about_the_leadership_is_a_task_of_who_leads_it(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.learns([town.access(leader_id=town.father)])
    assert (await office.post.leader_of(town.case, town.school)).id == town.father
    await server.shut()
    await office.hears(report(town))
    office.set_clock(NOON + timedelta(days=1, minutes=1))
    await asyncio.sleep(0.1)  # the business clock looks at its file every 50 ms
    timers = Timers(office.service.dues, lease=office.kernel.lease("timers"), clock=office.kernel.clock)
    await timers._lease.acquire()
    await timers.fire_due()
    assert await stands_as(office, town, State.UNDELIVERABLE)
    assert {one["owner_id"] for one in await office.events(NotifyTaskOpenedV1)} == {town.father}
    await server.open()


async def test_without_an_address_somebody_must_handle_it(office: Office, town: Town) -> None:
    await office.learns(town.person(town.mother, "Kari", "Dahl", channel="paper"))
    await office.hears(report(town))
    await until(lambda: stands_as(office, town, State.BY_HAND))
    assert [one["reason"] for one in await office.events(LetterByHandV1)] == ["no_channel"]
    assert [one["code"] for one in await office.events(NotifyTaskOpenedV1)] == ["letter-by-hand"]


async def test_how_to_write_to_somebody_may_be_heard_after_what_makes_us_write(
    office: Office, town: Town, server: MailServer
) -> None:
    newcomer = new_id("person")
    person, contact = town.person(newcomer, "Nora", "Ny")
    await office.learns([person])
    await office.hears(report(town, reporter_id=newcomer))
    await until(lambda: stands_as(office, town, State.DEFERRED))
    await office.learns([contact])
    await until(lambda: stands_as(office, town, State.SENT))
    assert len(server.to(town.email(newcomer))) == 1


async def test_with_nothing_heard_of_how_to_write_somebody_must_handle_it_after_a_moment(
    office: Office, town: Town
) -> None:
    newcomer = new_id("person")
    await office.learns(town.person(newcomer, "Nora", "Ny", channel=None))
    await office.hears(report(town, reporter_id=newcomer))
    await until(lambda: stands_as(office, town, State.BY_HAND))
    assert [one["reason"] for one in await office.events(LetterByHandV1)] == ["no_channel"]


async def test_several_processes_never_send_one_letter_at_once(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.shut()
    for _ in range(40):
        await office.hears(report(town))
    async with another(office) as second, another(office) as third:
        await asyncio.gather(office.open(), second.open(), third.open())

        async def all_sent() -> bool:
            return len(await office.letters(case_id=town.case, state="sent")) == 40

        await until(all_sent)
    again = [
        name for name, times in Counter(mail["Message-ID"] for _, mail in server.taken).items() if times > 1
    ]
    assert again == []
    assert len(server.taken) == 40


async def test_what_a_dead_process_had_in_hand_is_sent_by_another(
    office: Office, town: Town, server: MailServer
) -> None:
    await server.shut()
    await office.hears(report(town))
    held = await office.letters(case_id=town.case)
    assert [one.sender for one in held] == [office.post.sender.name]
    for task in office._tasks:
        task.cancel()
    await asyncio.gather(*office._tasks, return_exceptions=True)
    await server.open()
    async with another(office) as second:
        await second.open()
        await until(lambda: stands_as(office, town, State.SENT))
    assert len(server.taken) == 1


@pytest.mark.requirement("B51")
async def test_killed_between_the_servers_answer_and_our_record_the_same_letter_goes_again(
    stack: Stack, office: Office, town: Town, tmp_path: Path
) -> None:
    """The one window in which a letter can reach somebody twice; both carry one Message-ID."""
    await office.shut()
    await office.hears(report(town))
    address = town.email(town.mother)
    await _run_notify(stack, office, tmp_path, die_at="notify.after-250")
    assert await stands_as(office, town, State.WAITING)
    assert len(await stack.mail.to(address)) == 1
    async with another(office, stack.mail_sink.smtp_url) as second:
        await second.open()
        await until(lambda: stands_as(office, town, State.SENT))
    mails = await stack.mail.to(address)
    assert len(mails) == 2
    assert len({mail.headers["message-id"] for mail in mails}) == 1


async def _run_notify(stack: Stack, office: Office, folder: Path, *, die_at: str) -> None:
    """Start the real service on this office's database; return when it has killed itself."""
    import os
    import sys

    keys = '{"current": "k1", "keys": {"k1": "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="}}'
    told = {
        **stack.env_for("notify"),
        # Letters go also while Kafka is away, and a consumer killed while it joins would keep others waiting.
        "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:1",
        "MONGODB_URL": stack.mongodb_admin_url(office.database),
        "MONGODB_KEYS_URL": stack.mongodb_admin_url(f"{office.database}_keys"),
        **dict.fromkeys(("KEY_ENCRYPTION_KEYS", "EXCHANGE_KEYS", "COOKIE_KEYS", "LINK_KEYS"), keys),
        "MAIL_FROM_ADDRESS": office.settings.mail_from_address,
        "SAMSPILL_CLOCK_FILE": str(office.clock_file),
        "SAMSPILL_DIE_AT": die_at,
        "HTTP_PORT": "0",
        "PATH": os.defpath,
    }
    with (folder / "notify.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "services.notify", "--roles", "worker", env=told, stdout=log, stderr=log
        )
        try:
            async with asyncio.timeout(60):
                assert await process.wait() == -9, (folder / "notify.log").read_text()
        finally:
            if process.returncode is None:
                process.kill()
