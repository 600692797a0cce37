"""How letters go: at a decent hour, not too many at once to one domain, or not at all while trying out."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from services.notify.domain.letter import State
from services.notify.sending.pacing import Pace
from shared.clock import OSLO
from shared.contracts.directory import Duty
from shared.contracts.meetings import Attended
from shared.contracts.notify import LetterSentV1
from shared.identifiers import new_id
from shared.timers import Timers
from tests.notify.browsing import Browser, browser
from tests.notify.mail_server import MailServer
from tests.notify.office import Office
from tests.notify.said import minutes, report
from tests.notify.town import Town
from tests.shared.waiting import until

pytestmark = pytest.mark.stack

NIGHT = datetime(2026, 11, 16, 23, 30, tzinfo=OSLO)
MORNING = datetime(2026, 11, 17, 7, 0, 1, tzinfo=OSLO)


@pytest.fixture
async def web(office: Office) -> AsyncIterator[Browser]:
    async with browser(office) as made:
        yield made


async def stands_as(office: Office, state: State) -> bool:
    return {one.state for one in await office.letters()} == {state}


async def timers_of(office: Office) -> Timers:
    timers = Timers(office.service.dues, lease=office.kernel.lease("timers"), clock=office.kernel.clock)
    await timers._lease.acquire()
    return timers


@pytest.mark.requirement("B63")
async def test_at_night_what_can_wait_waits_and_what_is_acute_goes(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.learns([town.access()])
    office.set_clock(NIGHT)
    await asyncio.sleep(0.1)  # the business clock looks at its file every 50 ms
    came = Attended(person_id=town.father, side="home", status="present")
    await office.hears(minutes(town, new_id("meeting"), came, at=NIGHT))
    await until(lambda: stands_as(office, State.RESTING))
    await office.hears(report(town, contact_by=NIGHT + timedelta(days=1)))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    timers = await timers_of(office)
    await timers.fire_due()
    assert server.to(town.email(town.father)) == []
    office.set_clock(MORNING)
    await asyncio.sleep(0.1)
    await timers.fire_due()
    await until(lambda: len(server.to(town.email(town.father))) == 1)
    await until(lambda: stands_as(office, State.SENT))


@pytest.mark.requirement("B64")
async def test_while_a_municipality_tries_out_everything_is_written_and_nothing_leaves(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    owner = new_id("person")
    duty = Duty(role="school_owner")
    await office.learns(
        [*town.person(owner, "Olav", "Eier", kinds=("staff",), duties=(duty,)), town.access()]
    )
    headers = web.headers(owner)
    page = "/letters/municipality"
    assert "Brevene sendes som vanlig" in (await web.http.get(page, headers=headers)).text
    for who in (town.leader, town.teacher):
        refused = await web.http.post(f"{page}/trial", headers=web.headers(who), data={"trial": "on"})
        assert refused.status_code == 403
    assert (await web.http.post(f"{page}/trial", headers=headers, data={})).status_code == 422
    turned = await web.http.post(f"{page}/trial", headers=headers, data={"trial": "on"})
    assert turned.status_code == 303
    came = Attended(person_id=town.father, side="home", status="present")
    await office.hears(report(town))
    await office.hears(minutes(town, new_id("meeting"), came))
    await until(lambda: stands_as(office, State.SANDBOXED))
    for letter in await office.letters():
        assert letter.fingerprint
        assert letter.language == "nb"
    assert server.taken == []
    assert await office.events(LetterSentV1) == []
    told = (await web.http.get(page, headers=headers)).text
    assert "Prøvedrift er på" in told
    assert "2 brev er skrevet og holdt tilbake" in told
    assert "Olav Eier" in told
    leader = web.headers(town.leader)
    assert "Prøvedrift: brevene skrives" in (await web.http.get("/letters", headers=leader)).text
    of_case = await web.http.get(f"/letters/cases/{town.case}", headers=leader)
    assert "Skrevet, ikke sendt: prøvedrift" in of_case.text
    await web.http.post(f"{page}/trial", headers=headers, data={"trial": "off"})
    await office.hears(report(town, reporter_id=town.father))
    await until(lambda: len(server.taken) == 1)


@pytest.mark.requirement("B64")
async def test_a_mailing_is_looked_at_with_its_recipients_before_anything_is_written(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    hidden, paper = new_id("person"), new_id("person")
    pupil = town.pupil_of(town.mother, town.father, paper, hidden)
    await office.learns(
        [
            *pupil,
            *town.person(paper, "Nils", "Brev", channel="paper"),
            *town.person(hidden, "Siri", "Skjult", channel=None, protection="confidential"),
            *town.person(town.father, "Ola", "Dahl", language="nn"),
        ]
    )
    page = await web.http.get(f"/letters/mailing?group={town.group}", headers=web.headers(town.leader))
    for said in ("Kari Dahl", "Ola Dahl", "Nils Brev", "Nynorsk", "2 på e-post, 1 for hånd.", "Én forelder"):
        assert said in page.text
    assert "Skjult" not in page.text
    assert town.email(town.mother) not in page.text
    other = await web.http.get(f"/letters/mailing?group={new_id('group')}", headers=web.headers(town.leader))
    assert other.status_code == 404
    outside = await web.http.get(f"/letters/mailing?group={town.group}", headers=web.headers(town.teacher))
    assert outside.status_code == 403
    assert await office.letters() == []
    assert server.taken == []


@pytest.mark.requirement("B54")
async def test_one_domain_gets_a_burst_and_then_a_stream_and_acute_letters_pass(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.learns([town.access()])
    office.house.sender._delivering.pace = Pace(burst=1, per_second=2.0)
    parents = [Attended(person_id=one, side="home", status="present") for one in (town.mother, town.father)]
    for _ in range(2):
        await office.hears(minutes(town, new_id("meeting"), *parents))
    await until(lambda: len(server.taken) == 1)
    await office.hears(report(town))
    await until(lambda: any("ringer deg" in str(mail) for _, mail in server.taken))
    held = [one for one in await office.letters(state="deferred") if one.reason == "pace"]
    assert held
    assert all(one.attempts == 0 for one in held)
    await until(lambda: stands_as(office, State.SENT))
    assert len(server.taken) == 5


def test_a_domain_that_says_too_fast_is_left_alone_for_a_moment() -> None:
    pace = Pace(burst=10, per_second=10.0)
    assert pace.wait_s("kari@one.example") == 0.0
    pace.answered("kari@one.example", "450-4.7.1")
    assert pace.wait_s("ola@ONE.example") > 0.05
    assert pace.wait_s("ola@two.example") == 0.0
    pace.answered("ola@two.example", "550-5.1.1")
    assert pace.wait_s("nils@two.example") == 0.0
