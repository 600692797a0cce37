"""Never silent when it should speak, never so noisy that people stop listening."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from services.escalation.domain.clock import Clock
from services.escalation.domain.clock_values import DEFAULT_VALUES, ClockCode
from shared.contracts.escalation import ClockOverdueV1, OwnerDigestDueV1, SchoolUnreachableV1
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

TO_THE_OWNER: dict[str, str] = {
    "use": "own",
    "counting": "working-days",
    "days": "1",
    "remind": "0",
    "steps.0.tell": "school_owner",
}


async def set_to_owner(town: Town, code: str) -> httpx.AsyncClient:
    """The municipality has decided that the owner is told when this clock runs out."""
    owner = await town.browser(town.owners[0])
    assert (await owner.post(f"/notices/values/{code}", data=TO_THE_OWNER)).status_code == 303
    return owner


async def cases(town: Town, count: int, **how: Any) -> list[Case]:
    made = [Case(town) for _ in range(count)]
    for case in made:
        await case.open(**how)
    return made


async def run_out(town: Town) -> list[ClockOverdueV1]:
    town.clock.set(oslo(11, 18, 0))
    await town.look()
    await town.hear_ourselves()
    return (await town.said()).all(ClockOverdueV1)


@pytest.mark.requirement("B26")
async def test_what_reaches_the_owner_is_gathered_for_the_hour_they_choose(town: Town) -> None:
    owner = await set_to_owner(town, "C1")
    assert (await owner.post("/notices/quiet/hour", data={"hour": "10"})).status_code == 303
    await cases(town, 5)
    overdue = [one for one in await run_out(town) if one.clock == "C1"]
    assert {(one.tell, one.digested) for one in overdue} == {((town.owners[0],), (town.owners[0],))}
    await town.hear_ourselves()
    town.clock.set(oslo(11, 18, 9, 59))
    await town.look()
    assert (await town.said()).all(OwnerDigestDueV1) == []
    town.clock.set(oslo(11, 18, 10))
    await town.look()
    await town.look()
    digest = (await town.said()).only(OwnerDigestDueV1)
    assert (digest.person_id, digest.lines) == (town.owners[0], 5)
    assert "Lillevik skole: 5" in (await owner.get("/notices/quiet")).text


@pytest.mark.requirement("B26")
async def test_what_is_serious_is_said_at_once_and_never_in_the_digest(town: Town) -> None:
    [case] = await cases(town, 1, concerns="staff", led_by="owner")
    town.clock.advance(timedelta(hours=2, seconds=1))
    await town.look()
    await town.hear_ourselves()
    [serious] = (await town.said()).clocks(ClockOverdueV1, "C8")
    assert (serious.case_id, serious.tell, serious.digested) == (case.id, (town.owners[0],), ())


@pytest.mark.requirement("B26")
async def test_a_school_without_anybody_raises_one_alarm_and_not_one_for_each_promise(town: Town) -> None:
    await cases(town, 8)
    for person, name in ((town.rektor, "Anne Berg"), (town.deputy, "Bo Li")):
        await town.list_person(person, name, None)
    overdue = await run_out(town)
    assert len(overdue) == 8
    assert all(one.digested == one.tell == (town.owners[0],) for one in overdue)
    said = await town.said()
    alarm = said.only(SchoolUnreachableV1)
    assert (alarm.school_id, alarm.person_id, alarm.contact_id) == (
        town.school_id,
        town.owners[0],
        town.owners[1],
    )
    town.clock.set(oslo(11, 19, 0))
    await town.look()
    await town.hear_ourselves()
    assert len((await town.said()).all(SchoolUnreachableV1)) == 2


async def silence(owner: httpx.AsyncClient, town: Town, **more: str) -> httpx.Response:
    told = {"school_id": town.school_id, "reason": "Skolen flytter denne uka", "until": "2026-11-20"}
    return await owner.post("/notices/quiet/silences", data=told | more)


@pytest.mark.requirement("B27")
async def test_a_silence_has_a_reason_and_an_end_and_the_owner_hears_nothing_meanwhile(town: Town) -> None:
    owner = await set_to_owner(town, "C1")
    for wrong in ({"reason": ""}, {"until": "2026-12-24"}, {"until": "2026-11-01"}):
        assert (await silence(owner, town, **wrong)).status_code == 422
    for _ in range(2):
        assert (await silence(owner, town)).status_code == 303
    assert await town.house.silences.count({}) == 1
    await cases(town, 2)
    assert all(one.silenced == (town.owners[0],) for one in await run_out(town) if one.clock == "C1")
    town.clock.set(oslo(11, 18, 12))
    await town.look()
    assert (await town.said()).all(OwnerDigestDueV1) == []
    town.clock.set(oslo(11, 23))
    [late] = await cases(town, 1)
    town.clock.set(oslo(11, 25, 0))
    await town.look()
    told = [one for one in (await town.said()).clocks(ClockOverdueV1, "C1") if one.case_id == late.id]
    assert [one.silenced for one in told] == [()]


@pytest.mark.requirement("B27")
async def test_serious_cases_are_silenced_by_two_people_and_the_sharpened_duty_by_nobody(town: Town) -> None:
    first, second = await town.browser(town.owners[0]), await town.browser(town.owners[1])
    await silence(first, town, serious="yes")
    [made] = await town.house.silences.find({})
    path = f"/notices/quiet/silences/{made.id}/agree"
    decided, offends = clock(town, ClockCode.DECISION), clock(town, ClockCode.STAFF_OFFENDS)
    now = town.clock.now()
    assert not made.covers(decided, now)
    assert (await first.post(path)).status_code == 409
    assert (await second.post(path)).status_code == 303
    [agreed] = await town.house.silences.find({})
    assert agreed.covers(decided, now)
    assert not agreed.covers(offends, now)
    assert not agreed.covers(decided, now + timedelta(days=5))


def clock(town: Town, code: ClockCode) -> Clock:
    start = town.clock.now()
    return Clock.start(
        subject_id=new_id("case"),
        code=code,
        case_id=new_id("case"),
        school_id=town.school_id,
        term=DEFAULT_VALUES.term(code, start),
        rule=DEFAULT_VALUES.rules[code],
        at=start,
    )
