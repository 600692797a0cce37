from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock import Clock
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.domain.suggestion import RecordedFact
from services.escalation.domain.term import Term
from services.escalation.reactions.starting import school_calendar, start
from services.escalation.reactions.when_fact_recorded import ask_if_serious
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.intake import EvaluationRecordedV1, PlanActivatedV1, PlanChangedV1, PlanEvent


async def when_plan_activated(heard: Heard[PlanActivatedV1], *, house: Escalation) -> None:
    """The plan is in force (C5), and each day on which it is looked at has its time (C6)."""
    event = heard.event
    plan = Happened(id=heard.id, kind="plan", case_id=event.case_id, at=event.at, about_id=event.plan_id)
    await take_note(plan, seq=heard.seq, house=house)
    await _keep_to_its_days(heard, house)


async def when_plan_changed(heard: Heard[PlanChangedV1], *, house: Escalation) -> None:
    """Other days than before: a day that no longer counts is waited for no more."""
    await _keep_to_its_days(heard, house)


async def when_evaluation_recorded(heard: Heard[EvaluationRecordedV1], *, house: Escalation) -> None:
    """The plan has been looked at (C6). What did not help time after time may meet a criterion (R36)."""
    event = heard.event
    done = Happened(
        id=event.evaluation_id,
        kind="evaluation",
        case_id=event.case_id,
        at=event.at,
        about_id=event.evaluation_id,
    )
    await take_note(done, seq=heard.seq, house=house)
    if event.criteria and not heard.republished:
        fact = RecordedFact(fact_id=event.evaluation_id, criteria=event.criteria, recorded_at=event.at)
        await ask_if_serious(event, fact, house=house)


async def _keep_to_its_days(heard: Heard[PlanActivatedV1] | Heard[PlanChangedV1], house: Escalation) -> None:
    event: PlanEvent = heard.event
    # The newest word of the plan counts, also when an older one is heard after it.
    said = Happened(
        id=f"{event.plan_id}:{event.case_id}:days",
        kind="plan",
        case_id=event.case_id,
        at=event.at,
        cause=heard.id,
        withdrawn=True,
    )
    if (await house.happenings.note(said, heard.seq)).cause != heard.id or heard.republished:
        return
    calendar = await school_calendar(event.school_id, house)
    values = await house.books.values(event.school_id)
    days = len(values.rules[ClockCode.EVALUATION].days)
    usual = [
        values.term(ClockCode.EVALUATION, event.at, calendar=calendar, turn=turn) for turn in range(days)
    ]
    # What was held is kept by the evaluation itself, which may be heard of later than this.
    wanted = {*event.held, *(one.evaluation_id for one in event.evaluations)}
    for planned in event.evaluations:
        # Never in a holiday, whoever set the day (C6).
        wished = Term.on_a_school_day(event.at, planned.on, calendar)
        term = next((one for one in usual if one.due_at == wished.due_at and not wished.wished_on), wished)
        await start(
            ClockCode.EVALUATION,
            event,
            term,
            subject_id=planned.evaluation_id,
            house=house,
            owner_id=event.owner_id,
            about_id=event.plan_id,
        )
    running = {"case_id": event.case_id, "code": str(ClockCode.EVALUATION), "state": "running"}
    for clock in await house.clocks.find(running):
        if clock.about_id == event.plan_id and clock.subject_id not in wanted:
            await house.clocks.change(clock.id, lambda it: _withdraw(it, heard))


def _withdraw(clock: Clock, heard: Heard[PlanActivatedV1] | Heard[PlanChangedV1]) -> None:
    clock.withdraw(heard.event.at)
