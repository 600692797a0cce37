"""A recorded fact that meets a criterion is a question to the rektor; only a person's act notifies (R36)."""

import pytest
from pydantic import ValidationError

from services.escalation.commands.decide_serious import DecideSerious, decide_serious
from services.escalation.domain.criteria import CRITERIA, DEFAULT_CRITERIA, Criteria
from services.escalation.domain.suggestion import Suggestion
from shared.contracts.escalation import (
    ClockOverdueV1,
    NoticeStepV1,
    SeriousDecidedV1,
    SeriousSuggestedV1,
)
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.errors import Conflict, Refusal
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack


@pytest.fixture
async def case(town: Town) -> Case:
    made = Case(town)
    await made.open()
    return made


async def suggested(town: Town) -> list[SeriousSuggestedV1]:
    return (await town.said()).all(SeriousSuggestedV1)


async def decide(town: Town, case: Case, choice: str, reason: str = "") -> None:
    command = DecideSerious.model_validate({"choice": choice, "reason": reason})
    await decide_serious(command, case_id=case.id, school_id=town.school_id, by=town.rektor, house=town.house)


@pytest.mark.requirement("R36")
@pytest.mark.parametrize("code", sorted(DEFAULT_CRITERIA.alone))
async def test_a_criterion_that_is_enough_alone_asks_the_rektor(town: Town, case: Case, code: str) -> None:
    await case.record(code)
    [question] = await suggested(town)
    assert (question.criteria, question.decider_id) == ((code,), town.rektor)
    [task] = [one for one in (await town.said()).all(EscalationTaskOpenedV1) if one.list == "do"]
    assert (task.code, task.owner_id, task.path) == (
        "serious-to-decide",
        town.rektor,
        f"/notices/decide/{case.id}",
    )


@pytest.mark.requirement("R36")
@pytest.mark.parametrize("code", sorted(DEFAULT_CRITERIA.repeated))
async def test_a_criterion_that_comes_back_asks_the_rektor(town: Town, case: Case, code: str) -> None:
    await case.record(code)
    assert await suggested(town) == []
    await case.record(code)
    assert [one.criteria for one in await suggested(town)] == [(code,)]


async def test_two_criteria_together_ask_the_rektor(town: Town, case: Case) -> None:
    await case.record("long_lasting")
    await case.record("several_against_one")
    assert [one.criteria for one in await suggested(town)] == [("several_against_one", "long_lasting")]


async def test_further_facts_add_to_the_question_and_do_not_ask_again(town: Town, case: Case) -> None:
    await case.record("violent")
    await case.record("outsiders")
    assert len(await suggested(town)) == 1
    there = await town.house.suggestions.get(Suggestion.id_for(case.id))
    assert there is not None
    assert there.criteria_now(DEFAULT_CRITERIA) == ("violent", "outsiders")


async def test_the_same_fact_twice_asks_once(town: Town, case: Case) -> None:
    fact = await town.hear(case.fact("long_lasting"), source=case.id)
    await town.react(fact)
    assert await suggested(town) == []


async def test_an_ordinary_fact_asks_nothing_and_keeps_nothing(town: Town, case: Case) -> None:
    await case.record()
    assert await suggested(town) == []
    assert await town.house.suggestions.get(Suggestion.id_for(case.id)) is None


@pytest.mark.requirement("R36")
async def test_nothing_goes_to_the_owner_by_itself(town: Town, case: Case) -> None:
    await case.record("violent")
    town.clock.set(oslo(11, 17))
    await town.look()
    await town.hear_ourselves()
    assert (await town.said()).all(NoticeStepV1) == []


@pytest.mark.requirement("R36")
async def test_an_undecided_suggestion_is_reminded_of_twice_and_then_the_owner_learns_of_it(
    town: Town, case: Case
) -> None:
    await case.record("violent")
    await town.hear_ourselves()
    for day in (17, 18, 19, 20, 21):
        town.clock.set(oslo(11, day, 0, 0))
        await town.look()
    told = (await town.said()).clocks(ClockOverdueV1, "decision")
    assert [(one.step, one.tell) for one in told] == [
        (1, (town.rektor,)),
        (2, (town.rektor,)),
        (3, (town.owners[0],)),
    ]


async def test_a_decision_ends_the_question_its_task_and_its_clock(town: Town, case: Case) -> None:
    await case.record("violent")
    await town.hear_ourselves()
    await decide(town, case, "not_serious", "Alt er avklart med begge familiene.")
    await town.hear_ourselves()
    town.clock.set(oslo(11, 25))
    await town.look()
    said = await town.said()
    assert said.clocks(ClockOverdueV1, "decision") == []
    assert said.only(SeriousDecidedV1).decision == "not_serious"
    [task] = [one for one in said.all(EscalationTaskOpenedV1) if one.code == "serious-to-decide"]
    assert task.task_id in {one.task_id for one in said.all(EscalationTaskClosedV1)}


@pytest.mark.requirement("R36", "B31")
async def test_not_to_notify_needs_a_reason_that_is_kept_and_says_nothing_in_clear(
    town: Town, case: Case
) -> None:
    await case.record("violent")
    with pytest.raises(Refusal) as refused:
        await decide(town, case, "not_serious")
    assert refused.value.fields == {"reason": "reason-needed"}
    await decide(town, case, "not_serious", "Kanarifugl")
    there = await town.house.suggestions.get(Suggestion.id_for(case.id))
    assert there is not None
    assert there.latest is not None
    assert (there.latest.reason, there.latest.by) == ("Kanarifugl", town.rektor)
    row = await town.house.suggestions.collection.find_one({"_id": there.id})
    assert b"Kanarifugl" not in repr(row).encode()


async def test_a_new_kind_of_fact_after_not_serious_asks_again(town: Town, case: Case) -> None:
    await case.record("violent")
    await decide(town, case, "not_serious", "Avklart.")
    await case.record("violent")
    assert len(await suggested(town)) == 1
    await case.record("outsiders")
    assert len(await suggested(town)) == 2


async def test_the_rektor_may_notify_without_any_hit(town: Town, case: Case) -> None:
    await decide(town, case, "notify")
    decided = (await town.said()).only(SeriousDecidedV1)
    assert decided.suggestion_id is None
    assert (await town.said()).only(NoticeStepV1).notice_id == decided.notice_id


async def test_a_case_is_notified_of_once(town: Town, case: Case) -> None:
    await decide(town, case, "notify")
    with pytest.raises(Conflict):
        await decide(town, case, "notify")


async def test_each_criterion_of_the_list_can_fire() -> None:
    for code in CRITERIA:
        assert DEFAULT_CRITERIA.met_by([(code,), (code,)]) == (code,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"alone": {"no-such-code"}},
        {"alone": set(), "together": [{"violent"}]},
        {"alone": set(), "repeated": {"violent": 1}},
    ],
)
def test_criteria_that_cannot_work_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Criteria.model_validate(wrong)
