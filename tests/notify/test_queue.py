"""Letters on paper, letters sent again, and what is left of a letter when its words are gone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from services.notify.domain.letter import Letter, State
from shared.clock import OSLO
from shared.contracts.meetings import Attended
from shared.contracts.notify import LetterSentV1
from shared.contracts.tasks import NotifyTaskClosedV1, NotifyTaskOpenedV1
from shared.identifiers import new_id
from shared.timers import Timers
from tests.notify.browsing import Browser, browser
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import Office
from tests.notify.said import GROUP_MINUTES, group_minutes, report
from tests.notify.town import Town
from tests.shared.moments import NOON
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


@pytest.fixture
async def web(office: Office, town: Town) -> AsyncIterator[Browser]:
    await office.learns([town.access()])
    async with browser(office) as made:
        yield made


async def the_letter(office: Office, state: State, **query: str) -> Letter:
    async def there() -> bool:
        return [one.state for one in await office.letters(**query)] == [state]

    await until(there)
    return (await office.letters(**query))[0]


async def sent(office: Office) -> bool:
    return len(await office.letters(state="sent")) == 1


@pytest.mark.requirement("P14")
async def test_a_letter_on_paper_is_posted_by_a_persons_hand_and_by_nothing_else(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    await office.learns(
        [
            *town.person(town.mother, "Kari", "Dahl", channel="paper"),
            *town.person(town.father, "Ola", "Dahl", channel=None, protection="confidential"),
        ]
    )
    await office.hears(report(town))
    await office.hears(report(town, reporter_id=town.father))
    letter = await the_letter(office, State.BY_HAND, person_id=town.mother)
    hidden = await the_letter(office, State.BY_HAND, person_id=town.father)
    headers = web.headers(town.leader)
    page = (await web.http.get("/letters/print", headers=headers)).text
    assert "Kari Dahl" in page
    assert "Anne Berg ringer deg før kl. 12.00 tirsdag 17. november." in page
    assert "Ola Dahl" not in page
    assert "/not-for-me/" not in page
    assert await office.events(LetterSentV1) == []
    assert (await web.http.post("/letters/print", headers=headers, data={})).status_code == 422
    ticked = {"posted": [letter.id, hidden.id, new_id("letter")]}
    assert (await web.http.post("/letters/print", headers=headers, data=ticked)).status_code == 303
    await the_letter(office, State.HANDLED, person_id=town.mother)
    await the_letter(office, State.BY_HAND, person_id=town.father)
    [said] = await office.events(LetterSentV1)
    assert (said["channel"], said["by"], said["letter_id"]) == ("paper", town.leader, letter.id)
    outsider = web.headers(town.teacher)
    assert (await web.http.get("/letters/print", headers=outsider)).status_code == 403
    assert server.taken == []


@pytest.mark.requirement("P4")
async def test_what_home_is_not_to_get_stands_in_no_print_queue_and_is_not_sent_again(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    await office.hears(report(town, home_held=True))
    letter = await the_letter(office, State.BY_HAND)
    headers = web.headers(town.leader)
    assert "Kari Dahl" not in (await web.http.get("/letters/print", headers=headers)).text
    await web.http.post(f"/letters/by-hand/{letter.id}/again", headers=headers)

    async def held_both() -> bool:
        return {one.reason for one in await office.letters(state="by_hand")} == {"held"}

    await until(held_both)
    assert server.taken == []


@pytest.mark.requirement("B65")
async def test_a_letter_is_sent_again_once_however_often_it_is_pressed(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    server.answer = lambda verb, _line: "550 5.1.1 no such user" if verb == "RCPT" else None
    await office.hears(report(town))
    old = await the_letter(office, State.UNDELIVERABLE)
    server.answer = lambda _verb, _line: None
    headers = web.headers(town.leader)
    again = f"/letters/by-hand/{old.id}/again"
    assert "Send brevet på nytt" in (await web.http.get(f"/letters/by-hand/{old.id}", headers=headers)).text
    for who in (town.teacher, new_id("person")):
        assert (await web.http.post(again, headers=web.headers(who))).status_code == 404
    answers = [await web.http.post(again, headers=headers) for _ in range(2)]
    assert {one.status_code for one in answers} == {303}
    assert len({one.headers["location"] for one in answers}) == 1
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    await until(lambda: sent(office))
    opened, closed = await office.events(NotifyTaskOpenedV1), await office.events(NotifyTaskClosedV1)
    assert {one["task_id"] for one in opened} == {one["task_id"] for one in closed}
    page = (await web.http.get(f"/letters/cases/{town.case}", headers=headers)).text
    assert "Sendt på e-post" in page
    assert "Erstattet av et nyere brev" in page


async def test_a_letter_of_a_meeting_that_has_begun_is_not_sent_again(
    office: Office, town: Town, web: Browser
) -> None:
    from tests.notify.said import called, invitation

    meeting = new_id("meeting")
    await office.hears(called(town, meeting))
    await office.hears(invitation(town, meeting, town.mother))
    letter = await the_letter(office, State.SENT)
    office.set_clock(NOON + timedelta(days=3))
    await asyncio.sleep(0.1)
    answer = await web.http.post(f"/letters/by-hand/{letter.id}/again", headers=web.headers(town.leader))
    assert answer.status_code == 409
    assert "kan ikke sendes på nytt" in answer.text


@pytest.mark.requirement("B67")
async def test_after_its_time_a_letters_words_are_gone_and_hash_and_receipt_stay(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    away = Attended(person_id=town.mother, side="home", status="absent")
    heard = await office.hears(group_minutes(town, new_id("meeting"), away), GROUP_MINUTES)
    letter = await the_letter(office, State.SENT)
    headers = web.headers(town.leader)
    address = f"/letters/by-hand/{letter.id}"
    shown = (await web.http.get(address, headers=headers)).text
    for sentence in ("Vi savnet deg på foreldremøtet", "Flere voksne er ute i friminuttene."):
        assert sentence in shown
        assert sentence in words_of(server.to(town.email(town.mother))[0])
    assert "/not-for-me/" not in shown
    assert letter.fingerprint is not None
    assert letter.fingerprint in shown
    timers = Timers(office.service.dues, lease=office.kernel.lease("timers"), clock=office.kernel.clock)
    await timers._lease.acquire()
    await timers.fire_due()
    assert "Flere voksne" in (await web.http.get(address, headers=headers)).text
    # The end of November and 365 days, by Oslo's calendar.
    office.set_clock(datetime(2027, 12, 1, 0, 0, 5, tzinfo=OSLO))
    await asyncio.sleep(0.1)
    await timers.fire_due()
    gone = (await web.http.get(address, headers=headers)).text
    assert "Flere voksne" not in gone
    assert "Teksten er slettet etter kommunens rutine" in gone
    assert letter.fingerprint in gone
    kept = (await office.letters())[0]
    assert kept.said is not None
    assert await office.post.copies.opened(kept.id, kept.said) is None
    assert await office.post.words.get(heard.event.minutes_id) is None
    await timers.fire_due()
    told = await web.http.get(
        f"/api/notify/letters?case_id={town.case}", headers=web.headers(town.leader, page=False)
    )
    assert [one["state"] for one in told.json()] == ["sent"]
