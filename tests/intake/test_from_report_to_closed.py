"""One case from the first word to the last, through the pages of those whose case it is."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from shared.contracts.escalation import ClockMetV1, ClockStartedV1, ClockWithdrawnV1
from tests.intake.course import CLOSING, evaluates, in_force, state_of, tasks_of
from tests.intake.town import Town, person_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack


@pytest.fixture(autouse=True)
async def today(town: Town) -> AsyncIterator[None]:
    town.clock.set(NOON)
    yield
    town.clock.set(NOON)


class Deadlines:
    """What escalation says of this case's times."""

    def __init__(self, town: Town, case_id: str) -> None:
        self.town, self.case_id = town, case_id
        self.seq: dict[str, int] = {}

    async def say(self, kind: Any, code: str, due_at: datetime) -> None:
        case = await self.town.house.cases.get(self.case_id)
        assert case is not None
        clock_id = f"{self.case_id}-{code}-{due_at:%d}"
        self.seq[clock_id] = self.seq.get(clock_id, 0) + 1
        about = {"case_id": self.case_id, "school_id": case.school_id, "at": self.town.clock.now()}
        said = kind(**about, clock_id=clock_id, clock=code, subject_id=self.case_id, due_at=due_at)
        await self.town.hears(said, source=clock_id, seq=self.seq[clock_id])


@pytest.mark.requirement("R2", "R29", "R31", "R32", "L5", "L1")
async def test_a_case_is_reported_found_out_about_planned_looked_at_and_closed(town: Town) -> None:
    rektor, mother = town.door("rektor"), town.door("mother", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")], text="Aksel er alene i friminuttene.")
    case_id = str(told["cases"][0]["case_id"])
    path, escalation = f"/cases/{case_id}", Deadlines(town, case_id)
    c5 = datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)
    await escalation.say(ClockStartedV1, "C5", c5)

    # The first day: reached, heard, somebody at the gate, assessed, and what is to be found out.
    reached = {"person_id": person_id("mother"), "means": "phone", "reached": "yes"}
    assert (await rektor.post(f"{path}/contact", **reached)).status == 303
    gate = {"adult_id": person_id("contact_teacher"), "colleague_id": person_id("colleague")}
    card = {**gate, "place": "gate", "day": "2026-11-17", "at": "08:15"}
    assert (await rektor.post(f"{path}/tomorrow", **card)).status == 303
    assert (await rektor.post(f"{path}/account", account="Ingen venter på meg.")).status == 303
    assert (await rektor.post(f"{path}/assess", text="Vi tar tak i dette i dag.")).status == 303
    assert await state_of(town, case_id) == "assessed"
    key = (await rektor.get(f"{path}/steps")).field("idempotency_key")
    step = {"method": "observation", "person_id": person_id("contact_teacher"), "due_on": "2026-11-18"}
    assert (await rektor.post(f"{path}/steps", **step, idempotency_key=key)).status == 303
    assert await state_of(town, case_id) == "investigating"
    assert "Plan for tiltak" in (await mother.get(f"{path}/family")).text

    # The third day: a plan with measures, in force; the deadline is kept and home sees it.
    town.clock.set(NOON + timedelta(days=2))
    await in_force(town, case_id)
    await escalation.say(ClockMetV1, "C5", c5)
    await escalation.say(ClockStartedV1, "C6", c5)
    assert await state_of(town, case_id) == "plan_active"
    family = await mother.get(f"{path}/family")
    assert "Plan for tiltak" in family.text
    assert "Vi ser sammen på hvordan det går" in family.text
    steps = (await rektor.get(path)).text
    assert "Planen er satt i gang" in steps
    plan = (await town.house.plans.find({"cases": case_id}))[0]
    running = await rektor.post(f"{path}/plan/measures/{plan.measures[0].id}", status="running")
    assert running.status == 303

    # A week later: looked at together. It helps, and some weeks on the child says that it is safe.
    town.clock.set(NOON + timedelta(days=7))
    assert "evaluation-due" in await tasks_of(town, case_id)
    assert (await evaluates(town, case_id, date(2026, 11, 23))).status == 303
    await escalation.say(ClockMetV1, "C6", c5)
    assert "Vi har sett på hvordan det går" in (await mother.get(f"{path}/family")).text
    town.clock.set(NOON + timedelta(days=30))
    closed = await rektor.post(f"{path}/close", **{**CLOSING, "guardians_told_on": "2026-12-16"})
    assert closed.status == 303
    await town.deliver()
    await escalation.say(ClockWithdrawnV1, "C6", c5 + timedelta(days=7))
    assert await state_of(town, case_id) == "closed"
    assert "Saken er avsluttet" in (await mother.get(f"{path}/family")).text
    story = (await rektor.get(path)).text
    for said in (
        "En forelder sa fra",
        "Snakket med",
        "Saken er vurdert",
        "skal undersøke noe",
        "Planen er satt i gang",
        "Et tiltak er satt i gang",
        "Evaluert: vi fortsetter",
        "Saken er avsluttet",
    ):
        assert said in story
