"""Send a decided notice down the chain, which is frozen as it is now."""

from services.escalation.commands.advance_notice import by_the_next, say_if_unanswered
from services.escalation.domain.notice import Notice
from services.escalation.domain.suggestion import Decision, Suggestion
from services.escalation.queries.availability import cannot_be_asked
from services.escalation.storage.house import Escalation
from shared.clock import OSLO


async def start_notice(suggestion: Suggestion, decision: Decision, *, house: Escalation) -> str:
    """Make the notice of a decision and ask the first; done once, however often it is called."""
    assert decision.notice_id is not None
    assert decision.content is not None
    now = house.clock.now()
    today = now.astimezone(OSLO).date()
    contacts = await house.directory.owner_contacts(today)
    book = await house.books.chain_book()
    notice = await house.notices.add(
        Notice(
            id=decision.notice_id,
            case_id=suggestion.case_id,
            school_id=suggestion.school_id,
            content=decision.content,
            reason=decision.reason,
            criteria=decision.criteria,
            decided_by=decision.by,
            decided_at=decision.at,
            implicated=decision.implicated,
            chain=book.chain(suggestion.school_id, [person.id for person in contacts]),
        )
    )
    cannot = await cannot_be_asked(
        notice.chain, today, implicated=notice.implicated, directory=house.directory
    )
    by = await by_the_next(now, notice.school_id, house)
    started = await house.notices.change(
        notice.id, lambda it: it.start(now, cannot=cannot, acknowledge_by=by)
    )
    say_if_unanswered(notice.id, started)
    return notice.id
