from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.domain.term import Term
from services.escalation.reactions.starting import start
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.tasks import TaskClosed, TaskOpened

# Tasks whose time has a clock of its own: two voices about one promise would be noise.
_WATCHED_ELSEWHERE = frozenset(
    {
        "contact-reporter",
        "meeting-to-call",
        "meeting-today",
        "minutes-to-write",
        "next-meeting-to-agree",
        "plan-to-write",
        "evaluation-due",
        "ring-asked",
        "meet-asked",
        "answer-asked",
    }
)


async def when_task_opened(heard: Heard[TaskOpened], *, house: Escalation) -> None:
    """Somebody has promised something with a time: it is watched like any clock (P24)."""
    event = heard.event
    if heard.republished or event.due_at is None or event.code in _WATCHED_ELSEWHERE:
        return
    term = Term.promised(event.at, event.due_at)
    clock_id = await start(
        ClockCode.PROMISE,
        event,
        term,
        subject_id=event.task_id,
        house=house,
        owner_id=event.owner_id,
        wish=event.code,
    )
    # The same task said again with another time is a promise renewed.
    rule = (await house.books.values(event.school_id)).rules[ClockCode.PROMISE]
    await house.clocks.change(clock_id, lambda it: it.move(heard, term, rule, owner_id=event.owner_id))


async def when_task_closed(heard: Heard[TaskClosed], *, house: Escalation) -> None:
    event = heard.event
    done = Happened(
        id=f"{event.task_id}:closed", kind="task", case_id=event.case_id, at=event.at, about_id=event.task_id
    )
    await take_note(done, seq=heard.seq, house=house)
