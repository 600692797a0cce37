"""Every promise has a time: kept, it stands; unkept, somebody hears of it, once, and never early."""

from datetime import date, datetime, timedelta

import pytest

from services.escalation.queries.who_is_told import told_by
from shared.contracts.directory import Absence, Duty
from shared.contracts.escalation import ClockMetV1, ClockOverdueV1, ClockStartedV1, ClockWarnedV1
from shared.contracts.intake import ReporterAnsweredV1
from shared.contracts.notify import LetterSentV1
from shared.contracts.tasks import (
    EscalationTaskClosedV1,
    EscalationTaskOpenedV1,
    IntakeTaskClosedV1,
    IntakeTaskOpenedV1,
)
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


async def overdue(town: Town, code: str) -> list[ClockOverdueV1]:
    return (await town.said()).clocks(ClockOverdueV1, code)


@pytest.mark.requirement("R4")
@pytest.mark.parametrize("told_as", ["guardian", "staff"])
async def test_a_case_starts_the_same_clocks_whoever_told(town: Town, case: Case, told_as: str) -> None:
    await case.open(told_as=told_as)
    started = (await town.said()).all(ClockStartedV1)
    assert {(one.clock, one.due_at) for one in started} == {
        ("C1", oslo(11, 17, 23, 59).replace(second=59)),
        ("C2", oslo(11, 18, 23, 59).replace(second=59)),
        ("C5", oslo(11, 23, 23, 59).replace(second=59)),
        ("C7", oslo(11, 23, 23, 59).replace(second=59)),
    }
    assert not any(one.statutory for one in started)


async def test_the_plan_is_counted_from_when_the_rektor_knew_or_the_report_came(
    town: Town, case: Case
) -> None:
    await case.open(raised_with_rektor_at=town.clock.now() + timedelta(days=1))
    started = (await town.said()).clocks(ClockStartedV1, "C5")
    assert [one.due_at.date() for one in started] == [date(2026, 11, 23)]


async def test_a_group_case_has_no_first_meeting_to_be_late_for(town: Town, case: Case) -> None:
    await case.open(kind="group", pupil_id=None, group_id=new_id("group"))
    assert (await town.said()).all(ClockStartedV1) == []


async def test_a_republished_case_starts_no_clock(town: Town, case: Case) -> None:
    await town.hear(case.opened(), source=case.id, republished=True)
    assert (await town.said()).all(ClockStartedV1) == []


@pytest.mark.requirement("R3")
async def test_contact_not_made_in_time_is_told_to_the_rektor_once_and_not_early(
    town: Town, case: Case
) -> None:
    await case.open()
    town.clock.set(oslo(11, 17, 23, 59).replace(second=59))
    await town.look()
    assert await overdue(town, "C1") == []
    town.clock.set(oslo(11, 18, 0, 0))
    await town.look()
    await town.look()
    assert [one.tell for one in await overdue(town, "C1")] == [(town.rektor,)]


@pytest.mark.requirement("B25")
async def test_the_one_who_promised_is_reminded_on_the_morning_of_the_day(town: Town, case: Case) -> None:
    await case.open()
    town.clock.set(oslo(11, 17, 7, 59))
    await town.look()
    assert (await town.said()).all(ClockWarnedV1) == []
    town.clock.set(oslo(11, 17, 8, 0))
    await town.look()
    assert [one.tell for one in (await town.said()).clocks(ClockWarnedV1, "C1")] == [(town.rektor,)]


async def test_contact_in_time_keeps_the_promise_and_nobody_hears_more(town: Town, case: Case) -> None:
    await case.open()
    town.clock.advance(timedelta(hours=2))
    await case.ring()
    town.clock.set(oslo(11, 20))
    await town.look()
    said = await town.said()
    assert len(said.clocks(ClockMetV1, "C1")) == 1
    assert said.clocks(ClockOverdueV1, "C1") == []
    assert said.clocks(ClockWarnedV1, "C1") == []


async def test_a_call_that_was_not_answered_keeps_no_promise(town: Town, case: Case) -> None:
    await case.open()
    await case.ring(reached=False)
    town.clock.set(oslo(11, 18))
    await town.look()
    assert len(await overdue(town, "C1")) == 1


async def test_a_contact_heard_of_before_its_case_counts(town: Town, case: Case) -> None:
    opened = town.heard(case.opened(), source=case.id, seq=1)
    town.clock.advance(timedelta(hours=1))
    await town.hear(case.contact(), source=new_id("contact"))
    await town.react(opened)
    town.clock.set(oslo(11, 20))
    await town.look()
    assert await overdue(town, "C1") == []


async def test_an_away_rektor_is_not_told_but_who_acts_in_that_place(town: Town, case: Case) -> None:
    await case.open()
    away = Absence(since=date(2026, 11, 18), until=date(2026, 11, 20))
    await town.list_person(town.rektor, "Anne Berg", "rektor", away=away)
    town.clock.set(oslo(11, 18, 9))
    await town.look()
    said = await town.said()
    assert [one.tell for one in said.clocks(ClockOverdueV1, "C1")] == [(town.deputy,)]
    tasks = [one for one in said.all(EscalationTaskOpenedV1) if one.code == "promise-overdue"]
    assert {one.owner_id for one in tasks} == {town.deputy}


async def test_a_new_rektor_is_told_from_midnight_of_the_day_and_the_old_one_no_more(
    town: Town, case: Case
) -> None:
    await case.open()
    new = new_id("person")
    ends = Duty(role="rektor", school_id=town.school_id, until=date(2026, 11, 18))
    begins = Duty(role="rektor", school_id=town.school_id, since=date(2026, 11, 19))
    await town.list_person(town.rektor, "Anne Berg", "rektor", duty=ends)
    await town.list_person(new, "Nina Ny", "rektor", duty=begins)
    town.clock.set(oslo(11, 18, 23, 59))
    await town.look()
    town.clock.set(oslo(11, 19, 0, 0))
    await town.look()
    assert [one.tell for one in await overdue(town, "C1")] == [(town.rektor,)]
    assert [one.tell for one in await overdue(town, "C2")] == [(new,)]


async def test_a_school_without_any_leader_is_heard_of_at_the_owner(town: Town, case: Case) -> None:
    await case.open()
    await town.list_person(town.rektor, "Anne Berg", None)
    await town.list_person(town.deputy, "Bo Li", None)
    town.clock.set(oslo(11, 18))
    await town.look()
    assert [one.tell for one in await overdue(town, "C1")] == [(town.owners[0],)]


async def test_what_is_done_late_is_kept_late_and_closes_the_task(town: Town, case: Case) -> None:
    await case.open(handler_id=town.teacher)
    town.clock.set(oslo(11, 18, 9))
    await town.look()
    await case.ring()
    said = await town.said()
    opened = [one for one in said.all(EscalationTaskOpenedV1) if one.code == "promise-overdue"]
    assert [one.owner_id for one in opened] == [town.rektor]
    assert [one.task_id for one in said.all(EscalationTaskClosedV1)] == [opened[0].task_id]
    assert len(said.clocks(ClockMetV1, "C1")) == 1


async def test_a_clock_heard_of_two_days_late_fires_late_and_once(town: Town, case: Case) -> None:
    opened = town.heard(case.opened(), source=case.id)
    town.clock.set(oslo(11, 19))
    await town.react(opened)
    await town.look()
    await town.look()
    said = await town.said()
    assert len(said.clocks(ClockOverdueV1, "C1")) == 1
    assert said.clocks(ClockWarnedV1, "C1") == []


async def test_a_case_without_a_meeting_called_in_two_working_days_is_told_of(town: Town, case: Case) -> None:
    await case.open()
    town.clock.set(oslo(11, 19))
    await town.look()
    assert [one.tell for one in await overdue(town, "C2")] == [(town.rektor,)]


async def test_a_meeting_called_in_time_is_enough_even_if_it_is_held_later(town: Town, case: Case) -> None:
    await case.open()
    await town.hear(case.called(oslo(11, 20, 14)), source=case.meeting)
    town.clock.set(oslo(11, 19))
    await town.look()
    assert await overdue(town, "C2") == []


@pytest.mark.requirement("R5")
async def test_a_case_without_a_first_meeting_at_c2_raises_the_alarm_once(town: Town, case: Case) -> None:
    await case.open()
    town.clock.set(oslo(11, 18, 23))
    await town.look()
    assert await overdue(town, "C2") == []
    for _ in range(2):
        town.clock.set(oslo(11, 19))
        await town.look()
    assert len(await overdue(town, "C2")) == 1


async def test_a_cancelled_meeting_keeps_nothing(town: Town, case: Case) -> None:
    await case.open()
    called = town.heard(case.called(oslo(11, 17, 14)), source=case.meeting)
    await town.react(called)
    await town.hear(case.cancelled(oslo(11, 17, 14)), source=case.meeting)
    await town.react(called)
    town.clock.set(oslo(11, 19))
    await town.look()
    assert len(await overdue(town, "C2")) == 1


async def test_another_meeting_takes_the_place_of_a_cancelled_one(town: Town, case: Case) -> None:
    await case.open()
    other = new_id("meeting")
    await town.hear(case.called(oslo(11, 17, 14)), source=case.meeting)
    await town.hear(case.called(oslo(11, 18, 9), meeting_id=other), source=other)
    await town.hear(case.cancelled(oslo(11, 17, 14)), source=case.meeting)
    town.clock.set(oslo(11, 19))
    await town.look()
    assert await overdue(town, "C2") == []


async def test_minutes_have_two_working_days_from_the_meeting(town: Town, case: Case) -> None:
    town.clock.set(oslo(11, 20, 15))
    await town.hear(case.held(), source=case.meeting)
    started = (await town.said()).clocks(ClockStartedV1, "C3")
    assert [one.due_at.date() for one in started] == [date(2026, 11, 24)]
    town.clock.set(oslo(11, 25))
    await town.look()
    assert len(await overdue(town, "C3")) == 1


async def test_approved_minutes_keep_theirs_and_start_the_next_meetings_time(town: Town, case: Case) -> None:
    await town.hear(case.held(), source=case.meeting)
    await town.hear(case.minutes(), source=case.meeting)
    said = await town.said()
    assert len(said.clocks(ClockMetV1, "C3")) == 1
    assert [one.due_at.date() for one in said.clocks(ClockStartedV1, "C4")] == [date(2026, 11, 30)]


async def test_the_next_meeting_is_counted_in_the_schools_days(town: Town, case: Case) -> None:
    await town.list_school(date(2026, 11, 19), date(2026, 11, 20))
    town.directory._cache.clear()
    await town.hear(case.minutes(), source=case.meeting)
    started = (await town.said()).clocks(ClockStartedV1, "C4")
    assert [one.due_at.date() for one in started] == [date(2026, 12, 2)]


async def test_the_meeting_that_was_minuted_is_not_its_own_next_one(town: Town, case: Case) -> None:
    await town.hear(case.called(oslo(11, 16, 14)), source=case.meeting)
    town.clock.set(oslo(11, 16, 15))
    await town.hear(case.held(), source=case.meeting)
    await town.hear(case.minutes(), source=case.meeting)
    assert (await town.said()).clocks(ClockMetV1, "C4") == []
    other = new_id("meeting")
    await town.hear(case.called(oslo(11, 24, 14), meeting_id=other, kind="follow_up"), source=other)
    assert len((await town.said()).clocks(ClockMetV1, "C4")) == 1


async def test_a_next_meeting_called_before_the_minutes_are_approved_counts(town: Town, case: Case) -> None:
    other = new_id("meeting")
    await town.hear(case.called(oslo(11, 24, 14), meeting_id=other, kind="follow_up"), source=other)
    await town.hear(case.minutes(), source=case.meeting)
    assert len((await town.said()).clocks(ClockMetV1, "C4")) == 1


async def test_the_absent_are_informed_when_each_has_had_the_letter(town: Town, case: Case) -> None:
    one, two = new_id("person"), new_id("person")
    minutes = await town.hear(
        case.group_minutes(came=[case.guardian], absent=[one, two]), source=case.meeting
    )

    async def letter_to(person_id: str) -> None:
        letter_id = new_id("letter")
        sent = LetterSentV1(
            **case.about,
            letter_id=letter_id,
            person_id=person_id,
            letter="group-minutes-absent",
            cause=minutes.id,
        )
        await town.hear(sent, source=letter_id)

    await letter_to(one)
    await letter_to(one)
    assert (await town.said()).clocks(ClockMetV1, "C11") == []
    await letter_to(two)
    assert len((await town.said()).clocks(ClockMetV1, "C11")) == 1


async def test_an_absent_parent_without_a_letter_is_told_of_after_one_working_day(
    town: Town, case: Case
) -> None:
    await town.hear(case.group_minutes(came=[], absent=[case.guardian]), source=case.meeting)
    town.clock.set(oslo(11, 18))
    await town.look()
    assert [one.tell for one in await overdue(town, "C11")] == [(town.rektor,)]


async def test_a_meeting_that_everybody_came_to_leaves_nobody_to_inform(town: Town, case: Case) -> None:
    await town.hear(case.group_minutes(came=[case.guardian], absent=[]), source=case.meeting)
    assert (await town.said()).clocks(ClockStartedV1, "C11") == []


@pytest.mark.requirement("P2")
@pytest.mark.parametrize("wish", ["ring", "write", "meet"])
async def test_a_wish_of_the_familys_is_answered_or_told_of(town: Town, case: Case, wish: str) -> None:
    by = oslo(11, 17, 12)
    asked = case.asked_for(wish, answer_by=by)
    await town.hear(asked, source=asked.request_id)
    town.clock.set(by + timedelta(minutes=1))
    await town.look()
    said = await town.said()
    assert [one.tell for one in said.clocks(ClockWarnedV1, "answer")] == []
    assert [(one.step, one.tell) for one in said.clocks(ClockOverdueV1, "answer")] == [(1, (town.teacher,))]
    town.clock.set(oslo(11, 19, 0, 1))
    await town.look()
    told = (await town.said()).clocks(ClockOverdueV1, "answer")
    assert [(one.step, one.tell) for one in told] == [(1, (town.teacher,)), (2, (town.rektor,))]


async def test_the_answer_is_kept_by_reaching_the_person_who_asked(town: Town, case: Case) -> None:
    asked = case.asked_for("ring", answer_by=oslo(11, 17, 12))
    await town.hear(asked, source=asked.request_id)
    await case.ring(person_id=new_id("person"))
    assert (await town.said()).clocks(ClockMetV1, "answer") == []
    await case.ring()
    assert len((await town.said()).clocks(ClockMetV1, "answer")) == 1


async def test_a_wish_to_meet_is_kept_by_a_meeting(town: Town, case: Case) -> None:
    asked = case.asked_for("meet", answer_by=oslo(11, 17, 12))
    await town.hear(asked, source=asked.request_id)
    await town.hear(case.called(oslo(11, 19, 14)), source=case.meeting)
    assert len((await town.said()).clocks(ClockMetV1, "answer")) == 1


def task(
    case: Case, town: Town, task_id: str, due_at: datetime, code: str = "contact-home"
) -> IntakeTaskOpenedV1:
    return IntakeTaskOpenedV1(
        **case.about, task_id=task_id, list="ring", code=code, owner_id=town.teacher, due_at=due_at
    )


@pytest.mark.requirement("P24")
async def test_a_missed_promise_reaches_the_one_who_gave_it_and_then_another(town: Town, case: Case) -> None:
    task_id = new_id("task")
    await town.hear(task(case, town, task_id, oslo(11, 16, 14)), source=task_id)
    town.clock.set(oslo(11, 16, 14, 1))
    await town.look()
    assert [one.tell for one in await overdue(town, "promise")] == [(town.teacher,)]
    town.clock.set(oslo(11, 18, 0, 0))
    await town.look()
    await town.look()
    assert [one.tell for one in await overdue(town, "promise")] == [(town.teacher,), (town.rektor,)]


async def test_a_promise_renewed_before_it_broke_has_the_new_time(town: Town, case: Case) -> None:
    task_id = new_id("task")
    await town.hear(task(case, town, task_id, oslo(11, 16, 14)), source=task_id)
    await town.hear(task(case, town, task_id, oslo(11, 17, 14)), source=task_id)
    town.clock.set(oslo(11, 16, 15))
    await town.look()
    assert await overdue(town, "promise") == []
    town.clock.set(oslo(11, 17, 15))
    await town.look()
    assert len(await overdue(town, "promise")) == 1


async def test_a_task_that_was_done_is_never_told_of(town: Town, case: Case) -> None:
    task_id = new_id("task")
    closed = IntakeTaskClosedV1(**case.about, task_id=task_id)
    # The end is heard first: the order between a task's two events is its own, but a replay may come late.
    await town.hear(closed, source=task_id, seq=2)
    await town.hear(task(case, town, task_id, oslo(11, 16, 14)), source=task_id, seq=1)
    town.clock.set(oslo(11, 20))
    await town.look()
    assert await overdue(town, "promise") == []


async def test_a_task_with_a_clock_of_its_own_is_not_watched_twice(town: Town, case: Case) -> None:
    task_id = new_id("task")
    await town.hear(task(case, town, task_id, oslo(11, 16, 14), code="contact-reporter"), source=task_id)
    assert (await town.said()).all(ClockStartedV1) == []


@pytest.mark.requirement("L3")
async def test_a_case_about_an_employee_asks_again_after_two_hours_and_never_the_one_it_concerns(
    town: Town,
) -> None:
    case = Case(town)
    await case.open(concerns="staff", implicated_ids=(town.rektor,))
    clocks = {str(one.code): one for one in await town.house.clocks.find({"case_id": case.id})}
    assert clocks["C8"].remind_at == clocks["C8"].term.start, "said at once, and again after two hours"
    assert clocks["C8"].term.due_at == clocks["C8"].term.start + timedelta(hours=2)
    fact = await town.house.cases.get(case.id)
    told = await told_by(clocks["C8"], clocks["C8"].term.due_at, town.house.directory, fact)
    assert told
    assert not any(town.rektor in people for people in told.values())


@pytest.mark.requirement("L3")
async def test_nothing_about_the_leadership_is_told_to_the_leadership(town: Town) -> None:
    case = Case(town)
    await case.open(concerns="leadership", led_by="owner", handler_id=town.owners[0])
    fact = await town.house.cases.get(case.id)
    for clock in await town.house.clocks.find({"case_id": case.id}):
        for step in clock.steps:
            told = await told_by(clock, step.at, town.house.directory, fact)
            assert not {one for people in told.values() for one in people} & {town.rektor, town.deputy}


@pytest.mark.requirement("B2")
async def test_an_answer_to_who_told_without_a_name_is_the_contact_that_was_promised(
    town: Town, case: Case
) -> None:
    await case.open(told_as="anonymous", reporter_id=None)
    town.clock.advance(timedelta(hours=1))
    await town.hear(ReporterAnsweredV1(**case.about, by=town.rektor), source=new_id("mailbox"))
    states = {str(one.code): one.state for one in await town.house.clocks.find({"case_id": case.id})}
    assert (states["C1"], states["C2"]) == ("met", "running")
