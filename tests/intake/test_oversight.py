"""Statsforvalteren in a case: the week in both counts, what was ordered, by when, what follows (row L2)."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from shared.contracts.intake import DemandAnsweredV1, DemandReceivedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
DEMAND = {
    "kind": "order",
    "received_on": "16.11.2026",
    "deadline": "2026-11-27",
    "what": "Skolen skal sette inn en voksen i alle friminutt.",
}


@pytest.fixture(autouse=True)
async def clock_stands(town: Town) -> AsyncIterator[None]:
    yield
    town.clock.set(NOON)


async def told(town: Town) -> str:
    found = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    return str(found["cases"][0]["case_id"])


async def received(town: Town, case_id: str, **changed: str) -> str:
    """The order, and its id."""
    key = new_id("key")
    for _ in range(2):
        answer = await town.door("rektor").post(
            f"/cases/{case_id}/oversight", **{**DEMAND, "idempotency_key": key, **changed}
        )
        assert answer.status == 303, answer.text
    await town.deliver()
    said: DemandReceivedV1 = town.said_of(DemandReceivedV1, case_id)[-1]
    return said.demand_id


@pytest.mark.requirement("L2")
@pytest.mark.parametrize(
    ("at", "week", "days"),
    [
        # Monday before Easter 2027: three days that do not count stand within the week.
        (datetime(2027, 3, 22, 9, tzinfo=UTC), "mandag 29. mars", "torsdag 1. april"),
        # Wednesday before 17 May 2027, which is Whit Monday as well.
        (datetime(2027, 5, 12, 9, tzinfo=UTC), "onsdag 19. mai", "torsdag 20. mai"),
        (datetime(2026, 11, 16, 9, tzinfo=UTC), "mandag 23. november", "mandag 23. november"),
    ],
)
async def test_family_and_rektor_see_both_dates_over_holidays(
    town: Town, at: datetime, week: str, days: str
) -> None:
    town.clock.set(at)
    case_id = await told(town)
    family = await town.door("mother", "guardian").get(f"/cases/{case_id}/family")
    school = await town.door("rektor").get(f"/cases/{case_id}")
    for page in (family, school):
        assert f"fra {week}" in page.text
        assert days in page.text


@pytest.mark.requirement("L2")
async def test_an_order_has_its_flag_its_deadline_and_its_tasks(town: Town) -> None:
    case_id = await told(town)
    demand_id = await received(town, case_id)
    rektor = town.door("rektor")
    assert len(town.said_of(DemandReceivedV1, case_id)) == 1
    page = await rektor.get(f"/cases/{case_id}")
    assert "Statsforvalteren venter på svar" in page.text
    assert "Statsforvalteren har bedt om noe. Fristen er fredag 27. november" in page.text
    follow = {
        "demand_id": demand_id,
        "what": "Sett opp Tone i storefri",
        "person_id": person_id("contact_teacher"),
        "due_on": "18.11.2026",
        "idempotency_key": new_id("key"),
    }
    assert (await rektor.post(f"/cases/{case_id}/oversight/follow-ups", **follow)).status == 303
    mine = {one["code"]: one for one in await tasks(town, "rektor", case_id)}
    assert mine["oversight-due"]["due_at"].startswith("2026-11-27T23:59:59")
    theirs = {one["code"]: one for one in await tasks(town, "contact_teacher", case_id)}
    assert theirs["oversight-follow-up"]["due_at"].startswith("2026-11-18T23:59:59")
    case = await town.house.cases.get(case_id)
    assert case is not None
    done = {"demand_id": demand_id, "follow_up_id": case.demands[0].follow_ups[0].id}
    teacher = town.door("contact_teacher")
    assert (await teacher.post(f"/cases/{case_id}/oversight/done", **done)).status == 303
    assert not await tasks(town, "contact_teacher", case_id)
    fields = {"demand_id": demand_id, "answered_on": "2026-11-16", "answer": "Gjort fra i dag."}
    assert (await teacher.post(f"/cases/{case_id}/oversight/answer", **fields)).status == 403
    assert (await rektor.post(f"/cases/{case_id}/oversight/answer", **fields)).status == 303
    assert (await rektor.post(f"/cases/{case_id}/oversight/answer", **fields)).status == 409
    await town.deliver()
    assert town.said_of(DemandAnsweredV1, case_id)[-1].demand_id == demand_id
    assert "oversight-due" not in {one["code"] for one in await tasks(town, "rektor", case_id)}
    assert "Statsforvalteren venter på svar" not in (await rektor.get(f"/cases/{case_id}")).text


@pytest.mark.requirement("L2")
async def test_the_family_sees_that_there_is_a_deadline_and_the_text_stays_at_school(town: Town) -> None:
    case_id = await told(town)
    await received(town, case_id)
    family = await town.door("mother", "guardian").get(f"/cases/{case_id}/family")
    assert "Skolen skal svare dem innen fredag 27. november" in family.text
    assert "storefri" not in family.text
    said = [value for _, _, value in town.said if case_id.encode() in value]
    assert all(b"friminutt" not in value for value in said)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"received_on": str((NOON + timedelta(days=1)).date())}, "Velg en dag som har vært"),
        ({"deadline": "2026-11-15"}, "Fristen kan ikke være før dagen det kom"),
        ({"what": ""}, "Fyll ut dette feltet"),
        ({"kind": "advice"}, "Velg en av mulighetene"),
        ({"deadline": "snarest"}, "Skriv datoen slik"),
    ],
)
async def test_what_is_wrong_is_named_and_what_was_typed_is_kept(
    town: Town, changed: dict[str, str], field: str
) -> None:
    case_id = await told(town)
    fields = {**DEMAND, "idempotency_key": new_id("key"), **changed}
    page = await town.door("rektor").post(f"/cases/{case_id}/oversight", **fields)
    assert page.status == 422
    assert field in page.text
    if "what" not in changed:
        assert DEMAND["what"] in page.text


async def tasks(town: Town, key: str, case_id: str) -> list[dict[str, str]]:
    found = (await town.door(key).api("/today")).json()["tasks"]
    return [one for one in found if one["case_id"] == case_id]
