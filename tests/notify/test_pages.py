"""What staff see of letters, and what the links in letters open."""

import re
from collections.abc import AsyncIterator

import pytest

from services.notify.domain.letter import Letter, State
from shared.contracts.meetings import Attended
from shared.contracts.notify import LetterSentV1, LetterUndeliverableV1
from shared.contracts.tasks import NotifyTaskClosedV1, NotifyTaskOpenedV1
from shared.identifiers import new_id
from tests.notify.browsing import Browser, browser
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import Office
from tests.notify.said import GROUP_MINUTES, group_minutes, report
from tests.notify.town import Town
from tests.shared.signing_out import signs_out_everywhere
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


@pytest.fixture
async def web(office: Office, town: Town) -> AsyncIterator[Browser]:
    await office.learns([town.access()])
    async with browser(office) as made:
        yield made


async def the_letter(office: Office, town: Town, state: State) -> Letter:
    async def there() -> bool:
        return [one.state for one in await office.letters(case_id=town.case)] == [state]

    await until(there)
    return (await office.letters(case_id=town.case))[0]


def link_in(server: MailServer, address: str, path: str) -> str:
    found = re.search(rf"http://samspill\.test({path}/\S+)", words_of(server.to(address)[0]))
    assert found is not None
    return found[1]


@pytest.mark.requirement("B65")
async def test_a_case_tells_who_was_written_to_and_what_became_of_it(
    office: Office, town: Town, web: Browser
) -> None:
    await office.hears(report(town))
    letter = await the_letter(office, town, State.SENT)
    page = await web.http.get(f"/letters/cases/{town.case}", headers=web.headers(town.leader))
    assert page.status_code == 200
    assert "Kari Dahl" in page.text
    assert "Svar på det de meldte" in page.text
    assert "Sendt på e-post" in page.text
    assert town.email(town.mother) not in page.text
    told = await web.http.get(
        f"/api/notify/letters?case_id={town.case}", headers=web.headers(town.leader, page=False)
    )
    assert [(one["letter_id"], one["state"]) for one in told.json()] == [(letter.id, "sent")]
    assert "Kari" not in told.text


@pytest.mark.parametrize("who", ["stranger", "mother", "teacher"])
async def test_whoever_may_not_see_the_case_finds_nothing(
    office: Office, town: Town, web: Browser, who: str
) -> None:
    await office.hears(report(town))
    person_id = {"stranger": new_id("person"), "mother": town.mother, "teacher": town.teacher}[who]
    headers = web.headers(person_id, "guardian" if who == "mother" else "staff")
    for address in (f"/letters/cases/{town.case}", f"/api/notify/letters?case_id={town.case}"):
        answer = await web.http.get(address, headers=headers)
        assert answer.status_code == (403 if who == "mother" else 404)
        assert "Svar på det de meldte" not in answer.text
        assert "letter_" not in answer.text


async def test_a_leader_handles_a_letter_by_hand_and_the_task_is_closed(
    office: Office, town: Town, web: Browser
) -> None:
    await office.learns(town.person(town.mother, "Kari", "Dahl", channel="paper"))
    await office.hears(report(town))
    letter = await the_letter(office, town, State.BY_HAND)
    headers = web.headers(town.leader)
    waiting = await web.http.get("/letters/by-hand", headers=headers)
    assert "Kari Dahl" in waiting.text
    assert "Vi har ingen e-postadresse" in waiting.text
    one = await web.http.get(f"/letters/by-hand/{letter.id}", headers=headers)
    assert "Anne Berg ringer deg" in one.text
    assert "/letters/not-for-me/" not in one.text
    unchosen = await web.http.post(f"/letters/by-hand/{letter.id}", headers=headers, data={})
    assert unchosen.status_code == 422
    assert "Velg hvordan de fikk beskjeden." in unchosen.text
    done = await web.http.post(f"/letters/by-hand/{letter.id}", headers=headers, data={"how": "phoned"})
    assert done.status_code == 303
    await the_letter(office, town, State.HANDLED)
    assert [one["channel"] for one in await office.events(LetterSentV1)] == ["paper"]
    opened, closed = await office.events(NotifyTaskOpenedV1), await office.events(NotifyTaskClosedV1)
    assert [one["task_id"] for one in opened] == [one["task_id"] for one in closed]
    assert "Kari Dahl" not in (await web.http.get("/letters", headers=headers)).text


@pytest.mark.parametrize("who", ["stranger", "teacher", "mother"])
async def test_a_letter_by_hand_is_not_there_for_whoever_may_not_see_its_case(
    office: Office, town: Town, web: Browser, who: str
) -> None:
    await office.learns(town.person(town.mother, "Kari", "Dahl", channel="paper"))
    await office.hears(report(town))
    letter = await the_letter(office, town, State.BY_HAND)
    person_id = {"stranger": new_id("person"), "mother": town.mother, "teacher": town.teacher}[who]
    headers = web.headers(person_id, "guardian" if who == "mother" else "staff")
    address = f"/letters/by-hand/{letter.id}"
    shown = await web.http.get(address, headers=headers)
    pressed = await web.http.post(address, headers=headers, data={"how": "phoned"})
    expected = 403 if who == "mother" else 404
    assert (shown.status_code, pressed.status_code) == (expected, expected)
    assert "ringer deg" not in shown.text
    await the_letter(office, town, State.BY_HAND)


async def test_whoever_signed_out_elsewhere_is_signed_out_here(
    office: Office, town: Town, web: Browser
) -> None:
    await signs_out_everywhere(
        office.kernel, web.http, web.headers(town.leader, page=False), "/api/notify/by-hand"
    )


async def test_only_leaders_have_the_list_by_hand(town: Town, web: Browser) -> None:
    assert (await web.http.get("/letters/by-hand", headers=web.headers(town.teacher))).status_code == 403
    answer = await web.http.get("/api/notify/by-hand", headers=web.headers(town.mother, "guardian"))
    assert answer.status_code == 403


async def test_not_for_me_shows_nothing_and_freezes_the_address_only_when_pressed(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    await office.hears(report(town))
    await the_letter(office, town, State.SENT)
    link = link_in(server, town.email(town.mother), "/letters/not-for-me")
    asked = await web.http.get(link)
    assert asked.status_code == 200
    for telling in ("Kari", "Dahl", "Anne", "Lillevik", town.email(town.mother), town.case):
        assert telling not in asked.text
    assert asked.headers["referrer-policy"] == "no-referrer"
    await the_letter(office, town, State.SENT)
    assert (await web.http.post(link)).status_code == 200
    assert (await web.http.post(link)).status_code == 200
    await the_letter(office, town, State.FROZEN)
    assert [one["reason"] for one in await office.events(LetterUndeliverableV1)] == ["not-for-me"]
    tasks = await office.events(NotifyTaskOpenedV1)
    assert [(one["code"], one["list"]) for one in tasks] == [("letter-undeliverable", "ring")]
    await office.hears(report(town))

    async def laid_aside() -> bool:
        return [one.reason for one in await office.letters(state="by_hand")] == ["frozen"]

    await until(laid_aside)
    assert len(server.taken) == 1


async def test_a_new_address_is_not_frozen(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    await office.hears(report(town))
    await the_letter(office, town, State.SENT)
    await web.http.post(link_in(server, town.email(town.mother), "/letters/not-for-me"))
    town.emails[town.mother] = "kari.new@post.example"
    await office.learns(town.person(town.mother, "Kari", "Dahl"))
    await office.hears(report(town))
    await until(lambda: len(server.to("kari.new@post.example")) == 1)


async def test_ring_me_is_a_task_for_the_one_who_signed_and_twice_is_once(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    away = Attended(person_id=town.mother, side="home", status="absent")
    await office.hears(group_minutes(town, new_id("meeting"), away, contact_id=town.teacher), GROUP_MINUTES)
    await the_letter(office, town, State.SENT)
    link = link_in(server, town.email(town.mother), "/letters/ring-me")
    assert (await web.http.get(link)).status_code == 200
    assert await office.events(NotifyTaskOpenedV1) == []
    for _ in range(2):
        assert "Vi ringer deg" in (await web.http.post(link)).text
    tasks = await office.events(NotifyTaskOpenedV1)
    assert [(one["code"], one["owner_id"]) for one in tasks] == [("ring-asked", town.teacher)]


async def test_forged_old_and_borrowed_links_look_alike(
    office: Office, town: Town, web: Browser, server: MailServer
) -> None:
    await office.hears(report(town))
    await the_letter(office, town, State.SENT)
    link = link_in(server, town.email(town.mother), "/letters/not-for-me")
    forged = link[:-4] + ("AAAA" if not link.endswith("AAAA") else "BBBB")
    borrowed = link.replace("/not-for-me/", "/ring-me/")
    answers = [await web.http.get(one) for one in (forged, borrowed, "/letters/ring-me/nonsense")]
    answers += [await web.http.post(one) for one in (forged, borrowed)]
    assert {one.status_code for one in answers} == {404}
    assert len({re.sub(r'href="\?lang=..".*?>', "", one.text) for one in answers}) == 1
    await the_letter(office, town, State.SENT)
