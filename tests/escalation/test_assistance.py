"""The school asks the owner for help: given with access, or declined with a reason, ended with the case."""

from datetime import date

import httpx
import pytest

from shared.contracts.escalation import (
    AssistanceDeclinedV1,
    AssistanceEndedV1,
    AssistanceGivenV1,
    AssistanceRequestedV1,
    ClockOverdueV1,
)
from shared.contracts.intake import CaseClosedV1
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

CANARY = "Kanarifuglen trenger en fremmed stemme"


@pytest.fixture
async def case(town: Town) -> Case:
    made = Case(town)
    await made.open()
    await town.grant(made.id, rektor=town.rektor, helper=town.teacher)
    return made


async def ask(town: Town, case: Case) -> httpx.AsyncClient:
    rektor = await town.browser(town.rektor)
    sent = await rektor.post(f"/notices/assistance/{case.id}", data={"wanted": CANARY})
    assert sent.status_code == 303
    return rektor


@pytest.mark.requirement("R38")
async def test_the_owner_helps_and_the_help_ends_when_the_case_does(town: Town, case: Case) -> None:
    await ask(town, case)
    await ask(town, case)
    asked = (await town.said()).only(AssistanceRequestedV1)
    task = (await town.said()).only(EscalationTaskOpenedV1)
    assert (task.code, task.owner_id) == ("assistance-to-answer", town.owners[0])
    owner = await town.browser(town.owners[0])
    page = f"/notices/assistance/{case.id}/answer"
    assert CANARY in (await owner.get(page)).text
    given = await owner.post(page, data={"answer": "give", "person_id": town.owners[1]})
    assert given.status_code == 303
    said = await town.said()
    helps = said.only(AssistanceGivenV1)
    assert (helps.assistance_id, helps.person_id) == (asked.assistance_id, town.owners[1])
    assert said.only(EscalationTaskClosedV1).task_id == task.task_id
    end = CaseClosedV1(**case.about, pupil_heard=True, follow_up_on=date(2026, 12, 18))
    for _ in range(2):
        await town.hear(end, source=case.id)
    ended = (await town.said()).only(AssistanceEndedV1)
    assert (ended.person_id, ended.why) == (town.owners[1], "case-ended")


@pytest.mark.requirement("R38")
async def test_declining_takes_a_reason_that_the_school_reads_and_nothing_says_in_clear(
    town: Town, case: Case
) -> None:
    rektor = await ask(town, case)
    owner = await town.browser(town.owners[0])
    page = f"/notices/assistance/{case.id}/answer"
    without = await owner.post(page, data={"answer": "decline"})
    assert without.status_code == 422
    assert "Skriv hvorfor dere ikke kan hjelpe" in without.text
    assert (await owner.post(page, data={"answer": "decline", "reason": CANARY})).status_code == 303
    assert CANARY in (await rektor.get(f"/notices/assistance/{case.id}")).text
    said = await town.said()
    assert len(said.all(AssistanceDeclinedV1)) == 1
    assert CANARY not in "".join(one.event.model_dump_json() for one in said.heard)


async def test_whom_the_case_concerns_neither_reads_nor_helps(town: Town) -> None:
    case = Case(town)
    await case.open(concerns="staff", implicated_ids=(town.owners[0],))
    await town.grant(case.id, rektor=town.rektor)
    await ask(town, case)
    page = f"/notices/assistance/{case.id}/answer"
    assert (await (await town.browser(town.owners[0])).get(page)).status_code == 404
    other = await town.browser(town.owners[1])
    chosen = await other.post(page, data={"answer": "give", "person_id": town.owners[0]})
    assert chosen.status_code == 422


async def test_a_wish_that_nobody_answers_is_told_of_like_any_promise(town: Town, case: Case) -> None:
    await ask(town, case)
    await town.hear_ourselves()
    town.clock.set(oslo(11, 18, 0))
    await town.look()
    assert [one.tell for one in (await town.said()).clocks(ClockOverdueV1, "promise")] == [(town.owners[0],)]


async def test_only_leaders_ask_and_only_the_owner_answers(town: Town, case: Case) -> None:
    teacher, rektor = await town.browser(town.teacher), await town.browser(town.rektor)
    owner = await town.browser(town.owners[0])
    assert (await teacher.get(f"/notices/assistance/{case.id}")).status_code == 403
    assert (await rektor.get(f"/notices/assistance/{case.id}/answer")).status_code == 403
    assert (await owner.get(f"/notices/assistance/{case.id}/answer")).status_code == 404
