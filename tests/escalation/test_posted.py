"""The home is kept posted: each contact gives the next one its time, and a broken rhythm is told (C7)."""

from datetime import date, timedelta

import pytest

from shared.contracts.escalation import ClockMetV1, ClockOverdueV1, ClockStartedV1, ClockWarnedV1
from shared.contracts.intake import CaseClosedV1
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack


@pytest.fixture
async def case(town: Town) -> Case:
    made = Case(town)
    await made.open()
    await town.grant(made.id, rektor=town.rektor, helper=town.teacher)
    return made


async def due_days(town: Town) -> list[date]:
    started = (await town.said()).clocks(ClockStartedV1, "C7")
    return [one.due_at.astimezone(oslo(1, 1).tzinfo).date() for one in started]


@pytest.mark.requirement("R25")
async def test_without_news_the_handler_is_reminded_and_then_the_rektor_hears_of_it(town: Town) -> None:
    case = Case(town)
    await case.open(handler_id=town.teacher)
    town.clock.set(oslo(11, 23, 8))
    await town.look()
    warned = (await town.said()).clocks(ClockWarnedV1, "C7")
    assert [one.tell for one in warned] == [(town.teacher,)]
    town.clock.set(oslo(11, 24, 0))
    await town.look()
    await town.look()
    overdue = (await town.said()).clocks(ClockOverdueV1, "C7")
    assert [one.tell for one in overdue] == [(town.rektor,)]


async def test_each_contact_and_each_meeting_gives_the_next_one_its_time(town: Town, case: Case) -> None:
    town.clock.set(oslo(11, 18))
    await case.ring()
    town.clock.set(oslo(11, 20))
    await town.hear(case.held(), source=case.meeting)
    assert await due_days(town) == [date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 27)]
    assert len((await town.said()).clocks(ClockMetV1, "C7")) == 2


async def test_a_call_that_nobody_answered_changes_nothing(town: Town, case: Case) -> None:
    await case.ring(reached=False)
    assert await due_days(town) == [date(2026, 11, 23)]


async def test_the_schools_own_holiday_does_not_count(town: Town) -> None:
    await town.list_school(date(2026, 11, 19), date(2026, 11, 20))
    await Case(town).open()
    assert await due_days(town) == [date(2026, 11, 25)]


async def test_a_contact_heard_of_before_the_case_counts_once_it_is_known(town: Town) -> None:
    case = Case(town)
    opened = town.heard(case.opened(), source=case.id, seq=1)
    town.clock.set(oslo(11, 18))
    contact = town.heard(case.contact(), source=case.id, seq=2)
    for heard in (contact, opened, contact, opened):
        await town.react(heard)
    assert await due_days(town) == [date(2026, 11, 25)]


async def test_when_the_case_has_ended_nobody_is_owed_another_call(town: Town, case: Case) -> None:
    town.clock.set(oslo(11, 18))
    end = CaseClosedV1(**case.about, pupil_heard=True, follow_up_on=date(2026, 12, 18))
    await town.hear(end, source=case.id)
    town.clock.advance(timedelta(hours=1))
    await case.ring()
    town.clock.set(oslo(12, 18))
    await town.look()
    assert (await town.said()).clocks(ClockOverdueV1, "C7") == []


@pytest.mark.requirement("R25")
async def test_the_rhythm_agreed_with_the_family_is_the_one_that_counts(town: Town, case: Case) -> None:
    browser = await town.browser(town.teacher)
    page = f"/notices/clocks/{case.id}"
    refused = await browser.post(f"{page}/rhythm", data={"school_days": "0"})
    assert refused.status_code == 422
    assert "Velg fra 1 til 20 skoledager" in refused.text
    assert (await browser.post(f"{page}/rhythm", data={"school_days": "2"})).status_code == 303
    assert (await due_days(town))[-1] == date(2026, 11, 18)
    shown = (await browser.get(page)).text
    assert "Avtalt med familien: minst hver 2. skoledag" in shown
    assert "Rytmen er avtalt med familien" in shown


async def test_a_stranger_agrees_no_rhythm(town: Town, case: Case) -> None:
    browser = await town.browser(new_id("person"))
    answer = await browser.post(f"/notices/clocks/{case.id}/rhythm", data={"school_days": "2"})
    assert answer.status_code == 404
