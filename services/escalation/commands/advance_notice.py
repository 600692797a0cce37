"""A notice goes on: not acknowledged in time, a promise not kept, or a letter that did not arrive."""

from datetime import datetime

from services.escalation.domain.chain import SkipReason
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.notice import By, Notice, State
from services.escalation.queries.availability import cannot_be_asked
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.observability.logs import get_logger
from shared.observability.metrics import NOTICES_UNANSWERED, TIMERS_FIRED

log = get_logger()


async def run_out(notice_id: str, now: datetime, *, house: Escalation) -> None:
    """Called by the timers when a notice's moment has come."""
    notice = await house.notices.get(notice_id)
    if notice is None:
        return
    cannot = await _cannot(notice, now, house)
    by = await by_the_next(now, notice.school_id, house)
    went_on = await house.notices.change(
        notice_id, lambda it: it.run_out(now, cannot=cannot, acknowledge_by=by)
    )
    TIMERS_FIRED.labels("notice").inc()
    say_if_unanswered(notice_id, went_on)


async def go_past_unreached(notice_id: str, person_id: str, *, house: Escalation) -> None:
    """The letter to this person could not be delivered: ask the next at once."""
    notice = await house.notices.get(notice_id)
    if notice is None:
        return
    now = house.clock.now()
    cannot = await _cannot(notice, now, house)
    by = await by_the_next(now, notice.school_id, house)
    went_on = await house.notices.change(
        notice_id, lambda it: it.not_reached(person_id, now, cannot=cannot, acknowledge_by=by)
    )
    say_if_unanswered(notice_id, went_on)


async def by_the_next(now: datetime, school_id: str, house: Escalation) -> By:
    """When someone who is asked now must have acknowledged: as the chain says, else the usual time (C9)."""
    usual = (await house.books.values(school_id)).term(ClockCode.ACKNOWLEDGE, now).due_at
    return lambda link: link.acknowledge_by(now, usual)


def say_if_unanswered(notice_id: str, state: State | None) -> None:
    """The loudest alarm there is: an error in the log and a metric with an alert rule."""
    if state == "unanswered":
        NOTICES_UNANSWERED.inc()
        log.error("notice.unanswered", notice_id=notice_id)


async def _cannot(notice: Notice, now: datetime, house: Escalation) -> dict[str, SkipReason]:
    return await cannot_be_asked(
        notice.chain,
        now.astimezone(OSLO).date(),
        implicated=notice.implicated,
        directory=house.directory,
    )
