"""The rektor decides: notify the school owner, or record why not (R36)."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.escalation.commands.start_notice import start_notice
from services.escalation.domain.suggestion import Choice, Decision, NoticeContent, Suggestion
from services.escalation.storage.house import Escalation

Text = Annotated[str, Field(max_length=4000)]


class DecideSerious(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    choice: Choice
    reason: Text = ""
    content: NoticeContent = NoticeContent()
    implicated: Sequence[str] = ()


async def decide_serious(
    command: DecideSerious, *, case_id: str, school_id: str, by: str, house: Escalation
) -> Decision:
    """Store the decision and, if it is to notify, start the chain.

    Should we fall between the two, our own reaction to the decision starts the chain.
    """
    now = house.clock.now()
    case = await house.cases.get(case_id)
    implicated = [*command.implicated, *(case.implicated_ids if case else ())]
    criteria = await house.books.criteria()
    decision = await house.suggestions.change(
        Suggestion.id_for(case_id),
        lambda it: it.decide(
            command.choice,
            by=by,
            at=now,
            reason=command.reason,
            criteria=criteria,
            content=command.content,
            implicated=tuple(dict.fromkeys(implicated)),
        ),
        new=lambda: Suggestion.about(case_id, school_id),
        by=by,
    )
    if decision.notice_id is not None:
        await start_notice(Suggestion.about(case_id, school_id), decision, house=house)
    return decision
