"""The same as JSON, for programs that act for a signed-in person."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.escalation.commands.acknowledge_notice import acknowledge_notice, keep_next_action
from services.escalation.commands.decide_serious import DecideSerious, decide_serious
from services.escalation.domain.suggestion import NoticeContent, Suggestion
from services.escalation.queries.case_clocks import clocks_of
from services.escalation.queries.owner_room import owner_room
from services.escalation.storage.house import Escalation
from services.escalation.web.decide_page import case_of
from services.escalation.web.forms import Line, Text
from services.escalation.web.notice_pages import OWNER, notice_access, readable
from services.escalation.web.views import ClocksView, DecisionView, NoticeSummary, NoticeView
from shared.web.guards import GuardedRouter, SignedIn, case_access


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class ContentBody(_Body):
    """What the owner is told; all of it may be short or left out."""

    facts: Text = ""
    measures: Text = ""
    next_evaluation: date | None = None
    help_wanted: Text = ""
    police: bool | None = None
    barnevern: bool | None = None


class DecisionBody(_Body):
    """Notify the owner, or say why not: a reason is needed then."""

    choice: Literal["notify", "not_serious"]
    reason: Text = ""
    content: ContentBody = ContentBody()
    implicated: Annotated[list[str], Field(max_length=50)] = []


class AcknowledgementBody(_Body):
    next_action: Line
    next_action_on: date


def api_router(house: Escalation) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/escalation")

    @router.get("/cases/{case_id}/clocks", allow=case_access("see"))
    async def clocks(case_id: str) -> ClocksView:
        """Tell the clocks of a case, each with how it was counted."""
        return ClocksView.of(await clocks_of(case_id, house=house))

    @router.get("/cases/{case_id}/decision", allow=case_access("decide"))
    async def decision(case_id: str) -> DecisionView:
        """Tell whether the case is suggested as serious, and what has been decided."""
        case = await case_of(case_id, house)
        known = await house.suggestions.get(Suggestion.id_for(case_id))
        return DecisionView.of(known or Suggestion.about(case_id, case.school_id))

    @router.post("/cases/{case_id}/decision", allow=case_access("decide"), status_code=201)
    async def decide(case_id: str, body: DecisionBody, who: SignedIn) -> DecisionView:
        """Decide whether the case is serious; to notify starts the chain."""
        case = await case_of(case_id, house)
        command = DecideSerious(
            choice=body.choice,
            reason=body.reason.strip(),
            content=NoticeContent(**body.content.model_dump()),
            implicated=body.implicated,
        )
        await decide_serious(
            command, case_id=case_id, school_id=case.school_id, by=who.person_id, house=house
        )
        decided = await house.suggestions.get(Suggestion.id_for(case_id))
        assert decided is not None
        return DecisionView.of(decided)

    @router.get("/notices", allow=OWNER)
    async def notices(who: SignedIn) -> list[NoticeSummary]:
        """Tell the notices of the municipality, those that wait for me first."""
        room = await owner_room(who.person_id, house=house)
        return [NoticeSummary.of(row) for row in (*room.waiting_for_me, *room.others)]

    @router.get("/notices/{notice_id}", allow=notice_access())
    async def notice(notice_id: str, who: SignedIn) -> NoticeView:
        return NoticeView.of(await readable(notice_id, who.person_id, house))

    @router.post("/notices/{notice_id}/acknowledgement", allow=notice_access(), status_code=201)
    async def acknowledge(notice_id: str, body: AcknowledgementBody, who: SignedIn) -> NoticeView:
        """Take the notice: the name is the signed-in person's, the next action and its date are told."""
        await readable(notice_id, who.person_id, house)
        await acknowledge_notice(
            notice_id,
            person_id=who.person_id,
            next_action=body.next_action.strip(),
            on=body.next_action_on,
            house=house,
        )
        return NoticeView.of(await readable(notice_id, who.person_id, house))

    @router.post("/notices/{notice_id}/action-kept", allow=notice_access())
    async def action_kept(notice_id: str, who: SignedIn) -> NoticeView:
        """What was promised has been done."""
        await readable(notice_id, who.person_id, house)
        await keep_next_action(notice_id, person_id=who.person_id, house=house)
        return NoticeView.of(await readable(notice_id, who.person_id, house))

    return router
