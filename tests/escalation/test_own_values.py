"""The municipality's own clock values: edited on a page, versioned, and refused with the reason."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from shared.contracts.escalation import ClockStartedV1
from shared.contracts.intake import PlanActivatedV1, PlannedEvaluation
from shared.contracts.meetings import GroupMinutesApprovedV1, MeetingCalledV1
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

SOON = {"use": "own", "counting": "working-days", "remind": "0", "steps.0.tell": "leader"}


@pytest.fixture
async def owner(town: Town) -> httpx.AsyncClient:
    return await town.browser(town.owners[0])


async def set_value(
    browser: httpx.AsyncClient, code: str, *, school: str = "", **fields: str
) -> httpx.Response:
    data = {name.replace("__", "."): value for name, value in (SOON | fields).items()}
    where = f"?school={school}" if school else ""
    return await browser.post(f"/notices/values/{code}{where}", data=data)


async def due(town: Town, case: Case, code: str) -> list[date]:
    said = (await town.said()).clocks(ClockStartedV1, code)
    return [one.due_at.astimezone(oslo(1, 1).tzinfo).date() for one in said if one.case_id == case.id]


@pytest.mark.requirement("B23")
async def test_a_new_value_counts_from_now_on_and_a_running_clock_keeps_its_version(
    town: Town, owner: httpx.AsyncClient
) -> None:
    before, after = Case(town), Case(town)
    await before.open()
    assert (await set_value(owner, "C2", days="4")).status_code == 303
    await after.open()
    assert await due(town, before, "C2") == [date(2026, 11, 18)]
    assert await due(town, after, "C2") == [date(2026, 11, 20)]
    for case, told in (
        (before, "verdiene som følger med, versjon 1"),
        (after, "kommunens verdier, versjon 2"),
    ):
        await town.grant(case.id, rektor=town.rektor)
        rektor = await town.browser(town.rektor)
        assert told in (await rektor.get(f"/notices/clocks/{case.id}")).text


async def test_a_school_may_differ_and_go_back_to_the_municipalitys_value(
    town: Town, owner: httpx.AsyncClient
) -> None:
    await set_value(owner, "C5", days="8")
    await set_value(owner, "C5", days="3", school=town.school_id)
    differs, again = Case(town), Case(town)
    await differs.open()
    assert await due(town, differs, "C5") == [date(2026, 11, 19)]
    page = (await owner.get(f"/notices/values?school={town.school_id}")).text
    assert "Skolens egen" in page
    assert "Versjon 3" in page
    await set_value(owner, "C5", use="above", school=town.school_id)
    await again.open()
    assert await due(town, again, "C5") == [date(2026, 11, 26)]


@pytest.mark.parametrize(
    ("code", "fields", "reason"),
    [
        ("C1", {"days": "-1"}, "kan ikke gå bakover"),
        ("C1", {"days": "to"}, "Skriv et tall"),
        ("C1", {"days": "1", "steps__0__tell": ""}, "Velg minst én som får beskjed"),
        ("C1", {"days": "1", "steps__0__after": "3", "steps__1__tell": "deputy"}, "etter det før"),
        ("C1", {"days": "1", "counting": "school-days"}, "går også når skolen har fri"),
        ("C1", {"days": "1, 2"}, "Skriv ett tall"),
        ("C3", {"days": "91"}, "90 dager eller færre"),
        ("C6", {"days": "20, 10"}, "fra lavest til høyest"),
    ],
)
async def test_a_value_that_cannot_work_is_refused_with_its_reason(
    owner: httpx.AsyncClient, code: str, fields: dict[str, str], reason: str
) -> None:
    answer = await set_value(owner, code, **fields)
    assert answer.status_code == 422
    assert reason in answer.text
    assert f'value="{fields["days"]}"' in answer.text


async def test_school_days_are_refused_where_the_calendar_has_none(
    town: Town, owner: httpx.AsyncClient
) -> None:
    first = date(2026, 11, 16)
    await town.list_school(*(first + timedelta(days=n) for n in range(1200)))
    answer = await set_value(owner, "C4", days="10", counting="school-days", school=town.school_id)
    assert answer.status_code == 422
    assert "ingen skoledager framover" in answer.text


@pytest.mark.requirement("B24")
async def test_a_safety_clock_is_counted_in_hours_and_no_day_off_stops_it(
    town: Town, owner: httpx.AsyncClient
) -> None:
    told: dict[str, Any] = {"rule": {"counting": "working-days", "days": [1]}}
    refused = await owner.put("/api/escalation/values/C8", json=told)
    assert refused.status_code == 422
    assert refused.json()["code"] == "safety-in-hours"
    christmas_eve = oslo(12, 25, 1)
    town.clock.set(christmas_eve)
    case = Case(town)
    await case.open(concerns="staff")
    started = (await town.said()).clocks(ClockStartedV1, "C8")
    assert [one.due_at - christmas_eve for one in started] == [timedelta(hours=2)]


async def test_only_who_sets_the_rules_comes_in(town: Town) -> None:
    rektor = await town.browser(town.rektor)
    assert (await rektor.get("/notices/values")).status_code == 403
    assert (await set_value(rektor, "C1", days="2")).status_code == 403


@pytest.mark.requirement("B24")
async def test_a_day_to_look_at_the_plan_never_lands_in_a_holiday(town: Town) -> None:
    case = Case(town)
    await case.open()
    await town.list_school(date(2026, 12, 21), date(2026, 12, 22))
    plan = PlanActivatedV1(
        **case.about,
        plan_id=new_id("plan"),
        version=1,
        owner_id=town.teacher,
        evaluations=(PlannedEvaluation(evaluation_id=new_id("evaluation"), on=date(2026, 12, 21)),),
    )
    await town.hear(plan, source=plan.plan_id)
    assert await due(town, case, "C6") == [date(2026, 12, 23)]
    await town.grant(case.id, rektor=town.rektor)
    page = (await (await town.browser(town.rektor)).get(f"/notices/clocks/{case.id}")).text
    assert "Dagen som var satt, mandag 21. desember, er uten skole." in page


def group_minutes(case: Case, **more: Any) -> GroupMinutesApprovedV1:
    return case.group_minutes(came=[new_id("person")], absent=[]).model_copy(update=more)


async def test_a_new_meeting_for_the_group_is_called_a_week_ahead(town: Town) -> None:
    case = Case(town)
    minutes = group_minutes(case, evaluation_on=date(2026, 12, 14))
    await town.hear(minutes, source=minutes.minutes_id)
    assert await due(town, case, "C10") == [date(2026, 12, 7)]
    town.clock.set(oslo(11, 20))
    called: MeetingCalledV1 = case.called(oslo(12, 14, 18), meeting_id=new_id("meeting"), kind="group")
    await town.hear(called, source=called.meeting_id)
    clocks = await town.house.clocks.find({"case_id": case.id, "code": "C10"})
    assert [one.state for one in clocks] == ["met"]
