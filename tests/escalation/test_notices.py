"""A notice goes down the chain until somebody takes it with name, next action and date."""

import asyncio
from datetime import date, timedelta

import pytest

from services.escalation.commands.acknowledge_notice import acknowledge_notice, keep_next_action
from services.escalation.commands.decide_serious import DecideSerious, decide_serious
from services.escalation.commands.start_notice import start_notice
from services.escalation.domain.criteria import DEFAULT_CRITERIA
from services.escalation.domain.notice import Notice
from services.escalation.domain.suggestion import NoticeContent, Suggestion
from shared.contracts.directory import Absence
from shared.contracts.escalation import (
    ClockMetV1,
    ClockOverdueV1,
    ClockStartedV1,
    NoticeAcknowledgedV1,
    NoticeStepV1,
    NoticeUnansweredV1,
    SeriousDecidedV1,
)
from shared.contracts.notify import LetterUndeliverableV1
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.errors import Hidden, Refusal
from shared.identifiers import new_id
from shared.observability.metrics import NOTICES_UNANSWERED
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

AWAY = Absence(since=date(2026, 11, 1), until=date(2026, 11, 30))


@pytest.fixture
async def case(town: Town) -> Case:
    made = Case(town)
    await made.open()
    return made


async def notify(town: Town, case: Case, **more: object) -> Notice:
    command = DecideSerious.model_validate(
        {"choice": "notify", "content": NoticeContent(facts="Kort."), **more}
    )
    decision = await decide_serious(
        command, case_id=case.id, school_id=town.school_id, by=town.rektor, house=town.house
    )
    return await the(town, decision.notice_id or "")


async def the(town: Town, notice_id: str) -> Notice:
    notice = await town.house.notices.get(notice_id)
    assert notice is not None
    return notice


async def take(town: Town, notice: Notice, who: str, on: date = date(2026, 11, 20)) -> None:
    await acknowledge_notice(
        notice.id, person_id=who, next_action="Jeg ringer rektor.", on=on, house=town.house
    )


async def steps(town: Town) -> list[tuple[int, str]]:
    return [(one.step, one.person_id) for one in (await town.said()).all(NoticeStepV1)]


async def test_the_first_in_the_chain_is_asked_within_one_working_day(town: Town, case: Case) -> None:
    await notify(town, case)
    step = (await town.said()).only(NoticeStepV1)
    assert (step.step, step.person_id, step.skipped) == (1, town.owners[0], ())
    assert step.acknowledge_by == oslo(11, 17, 23, 59).replace(second=59)
    task = (await town.said()).only(EscalationTaskOpenedV1)
    assert (task.code, task.owner_id) == ("notice-to-acknowledge", town.owners[0])


@pytest.mark.requirement("B18")
async def test_the_absent_the_vacant_and_the_implicated_are_passed_over_with_the_reason(
    town: Town, case: Case
) -> None:
    fourth = new_id("person")
    await town.list_person(fourth, "Eier 4", "owner_deputy")
    await town.list_person(town.owners[0], "Eier 1", "school_owner", away=AWAY)
    notice = await notify(town, case, implicated=[town.owners[2]])
    step = (await town.said()).only(NoticeStepV1)
    assert (step.person_id, [(one.person_id, one.reason) for one in step.skipped]) == (
        town.owners[1],
        [(town.owners[0], "absent")],
    )
    await town.list_person(fourth, "Eier 4", None)
    town.clock.set(oslo(11, 18))
    await town.look()
    assert [(one.person_id, one.reason) for one in (await the(town, notice.id)).passed] == [
        (town.owners[0], "absent"),
        (town.owners[1], "not_acknowledged"),
        (town.owners[2], "implicated"),
        (fourth, "vacant"),
    ]


async def test_nobody_acknowledging_sends_it_to_the_next_and_not_early(town: Town, case: Case) -> None:
    await notify(town, case)
    town.clock.set(oslo(11, 17, 23, 59).replace(second=59))
    await town.look()
    assert len(await steps(town)) == 1
    town.clock.set(oslo(11, 18, 0, 0))
    await town.look()
    await town.look()
    assert await steps(town) == [(1, town.owners[0]), (2, town.owners[1])]
    second = (await town.said()).all(NoticeStepV1)[1]
    assert [(one.person_id, one.reason) for one in second.skipped] == [(town.owners[0], "not_acknowledged")]
    assert second.acknowledge_by == oslo(11, 19, 23, 59).replace(second=59)


async def test_a_chain_that_nobody_answers_ends_in_the_loudest_alarm_once(town: Town, case: Case) -> None:
    before = NOTICES_UNANSWERED._value.get()
    await notify(town, case)
    for day in range(17, 29):
        town.clock.set(oslo(11, day, 3))
        await town.look()
    said = await town.said()
    assert [person for _, person in await steps(town)] == town.owners
    unanswered = said.only(NoticeUnansweredV1)
    assert [(one.person_id, one.reason) for one in unanswered.skipped] == [
        (person, "not_acknowledged") for person in town.owners
    ]
    assert NOTICES_UNANSWERED._value.get() == before + 1
    last = said.all(EscalationTaskOpenedV1)[-1]
    assert {one.owner_id for one in said.all(EscalationTaskOpenedV1) if one.due_at == last.due_at} == {
        town.rektor
    }


async def test_a_municipality_without_any_contact_is_said_at_once(town: Town, case: Case) -> None:
    for step, person in enumerate(town.owners, 1):
        await town.list_person(person, f"Eier {step}", None)
    await notify(town, case)
    assert (await town.said()).only(NoticeUnansweredV1).skipped == ()


@pytest.mark.requirement("B19")
async def test_acknowledging_needs_name_next_action_and_date_and_stops_the_chain(
    town: Town, case: Case
) -> None:
    notice = await notify(town, case)
    await take(town, notice, town.owners[0])
    town.clock.set(oslo(11, 20, 12))
    await town.look()
    assert len(await steps(town)) == 1
    taken = (await the(town, notice.id)).acknowledgement
    assert taken is not None
    assert (taken.name, taken.next_action, taken.on) == ("Eier 1", "Jeg ringer rektor.", date(2026, 11, 20))
    told = (await town.said()).only(NoticeAcknowledgedV1)
    assert (told.person_id, told.next_action_on) == (town.owners[0], date(2026, 11, 20))
    closed = (await town.said()).only(EscalationTaskClosedV1)
    assert closed.outcome == "done"


async def test_the_date_of_the_next_action_cannot_have_passed(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    with pytest.raises(Refusal) as refused:
        await take(town, notice, town.owners[0], on=date(2026, 11, 15))
    assert refused.value.fields == {"next_action_on": "date-has-passed"}


async def test_whoever_it_concerns_cannot_take_it(town: Town, case: Case) -> None:
    notice = await notify(town, case, implicated=[town.owners[1]])
    with pytest.raises(Hidden):
        await take(town, notice, town.owners[1])


@pytest.mark.requirement("B20")
async def test_an_unkept_next_action_sends_the_notice_down_the_chain_again(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    await take(town, notice, town.owners[0], on=date(2026, 11, 18))
    town.clock.set(oslo(11, 18, 23, 0))
    await town.look()
    assert len(await steps(town)) == 1
    town.clock.set(oslo(11, 19, 0, 0))
    await town.look()
    await town.look()
    assert await steps(town) == [(1, town.owners[0]), (4, town.owners[0])]


async def test_a_kept_next_action_ends_it(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    await take(town, notice, town.owners[0], on=date(2026, 11, 18))
    await keep_next_action(notice.id, person_id=town.owners[0], house=town.house)
    town.clock.set(oslo(11, 25))
    await town.look()
    assert len(await steps(town)) == 1
    assert (await the(town, notice.id)).state == "done"


async def test_after_the_end_of_the_chain_it_can_still_be_taken(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    for day in (18, 20, 24):
        town.clock.set(oslo(11, day, 1))
        await town.look()
    assert (await the(town, notice.id)).state == "unanswered"
    await take(town, notice, town.owners[2], on=date(2026, 11, 30))
    assert (await the(town, notice.id)).state == "acknowledged"


async def test_the_chain_stays_as_it_was_when_the_notice_was_made(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    newcomer = new_id("person")
    await town.list_person(newcomer, "Ny Eier", "school_owner", step=2)
    for day in (18, 20, 24, 26):
        town.clock.set(oslo(11, day, 1))
        await town.look()
    assert [person for _, person in await steps(town)] == town.owners
    assert [link.person_id for link in (await the(town, notice.id)).chain.links] == town.owners


async def test_a_letter_that_cannot_be_delivered_sends_it_on_at_once(town: Town, case: Case) -> None:
    await notify(town, case)
    [step] = [one for one in (await town.said()).heard if isinstance(one.event, NoticeStepV1)]
    letter = new_id("letter")
    undelivered = LetterUndeliverableV1(
        **case.about,
        letter_id=letter,
        person_id=town.owners[0],
        letter="owner-notice",
        cause=step.id,
        reason="no-such-address",
    )
    heard = await town.hear(undelivered, source=letter)
    await town.react(heard)
    assert await steps(town) == [(1, town.owners[0]), (2, town.owners[1])]
    assert (await town.said()).all(NoticeStepV1)[1].skipped[0].reason == "unreachable"


async def test_the_story_of_a_notice_whose_first_contact_is_away(town: Town, case: Case) -> None:
    await town.list_person(town.owners[0], "Eier 1", "school_owner", away=AWAY)
    notice = await notify(town, case)
    await town.hear_ourselves()
    said = await town.said()
    [c9] = said.clocks(ClockStartedV1, "C9")
    assert (c9.owner_id, c9.subject_id) == (town.owners[1], notice.id)
    town.clock.set(oslo(11, 18, 0, 0))
    await town.look()
    await town.hear_ourselves()
    said = await town.said()
    assert [one.tell for one in said.clocks(ClockOverdueV1, "C9")] == [(town.rektor,)]
    assert await steps(town) == [(2, town.owners[1]), (3, town.owners[2])]
    await take(town, notice, town.owners[2])
    await town.hear_ourselves()
    said = await town.said()
    assert len(said.clocks(ClockMetV1, "C9")) == 2
    assert len(said.clocks(ClockStartedV1, "next-action")) == 1


async def test_a_renewed_promise_keeps_the_one_before_it(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    await take(town, notice, town.owners[0], on=date(2026, 11, 18))
    town.clock.advance(timedelta(hours=1))
    await take(town, notice, town.owners[0], on=date(2026, 11, 25))
    await town.hear_ourselves()
    town.clock.set(oslo(11, 20))
    await town.look()
    said = await town.said()
    assert len(said.clocks(ClockMetV1, "next-action")) == 1
    assert said.clocks(ClockOverdueV1, "next-action") == []
    assert len(await steps(town)) == 1


async def test_a_fall_between_decision_and_notice_is_made_good_when_we_hear_ourselves(
    town: Town, case: Case
) -> None:
    await town.house.suggestions.change(
        Suggestion.id_for(case.id),
        lambda it: it.decide(
            "notify",
            by=town.rektor,
            at=town.clock.now(),
            reason="",
            criteria=DEFAULT_CRITERIA,
        ),
        new=lambda: Suggestion.about(case.id, town.school_id),
    )
    assert await steps(town) == []
    await town.hear_ourselves()
    assert await steps(town) == [(1, town.owners[0])]


async def test_two_that_start_and_run_it_out_at_once_ask_each_person_once(town: Town, case: Case) -> None:
    notice = await notify(town, case)
    suggestion = await town.house.suggestions.get(Suggestion.id_for(case.id))
    assert suggestion is not None
    assert suggestion.latest is not None
    decided = [one for one in (await town.said()).heard if isinstance(one.event, SeriousDecidedV1)]
    again = start_notice(suggestion, suggestion.latest, house=town.house)
    await asyncio.gather(again, *(town.react(one) for one in decided * 3))
    town.clock.set(oslo(11, 18, 1))
    await asyncio.gather(town.look(), town.look(), town.look())
    assert await steps(town) == [(1, town.owners[0]), (2, town.owners[1])]
    assert len((await the(town, notice.id)).asked) == 2
