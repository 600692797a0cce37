"""Answer an invitation: behind the login, or with the personal link of the letter."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.domain.invitation import Invitation
from services.meetings.domain.refusals import BadTime
from services.meetings.storage.house import House
from shared.contracts.meetings import Answer
from shared.errors import Hidden
from shared.links import BadLink


class AnswerInvitation(BaseModel):
    """What the invited says. Interpreter and support person are fields of their own (R6)."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    answer: Answer
    interpreter: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")] | None = None
    support_person: bool = False
    support_name: Annotated[str, Field(max_length=120)] | None = None
    proposed: Annotated[str, Field(max_length=500)] | None = None
    suits: Annotated[list[AwareDatetime], Field(max_length=6)] = []
    proposed_at: AwareDatetime | None = None


async def answer_invitation(
    invitation: Invitation, command: AnswerInvitation, *, by: str | None, house: House
) -> None:
    """Keep the answer; raises `MeetingIsOver` (409) when there is nothing to come to any more.

    Of the school's other times only those that it offers now are kept; a time of one's own must be to come.
    """
    now = house.clock.now()
    meeting = await house.meeting(invitation.meeting_id)
    suits = [one for one in meeting.alternatives if one in command.suits]
    if command.proposed_at is not None and command.proposed_at <= now:
        raise BadTime("in-the-past", "proposed_day")
    await house.invitations.change(
        invitation.id,
        lambda it: it.reply(
            command.answer,
            at=now,
            by=by,
            interpreter=command.interpreter,
            support_person=command.support_person,
            support_name=command.support_name,
            proposed=command.proposed,
            suits=suits if command.answer != "coming" else (),
            proposed_at=command.proposed_at.astimezone(UTC) if command.proposed_at else None,
        ),
        by=by,
    )


async def invitation_of_link(token: str, *, house: House) -> Invitation:
    """The invitation that a personal link opens now.

    Raises `BadLink`, the same for a link that is forged, expired or replaced by a newer one, and for one
    whose meeting is over or called off.
    """
    now = house.clock.now()
    link = house.links.open(token, "reply", now=now)
    found = await house.invitations.get(link.subject_id)
    if found is None or found.person_id != link.person_id or found.revision != link.revision:
        raise BadLink
    if found.cancelled or now >= found.ends_at:
        raise BadLink
    return found


async def invitation_for(meeting_id: str, person_id: str, *, house: House) -> Invitation:
    """A person's own invitation to a meeting; raises `Hidden` for everybody else."""
    found = await house.invitations.get(Invitation.id_for(meeting_id, person_id))
    if found is None or found.revision == 0:
        raise Hidden
    return found


def is_answerable(invitation: Invitation, now: datetime) -> bool:
    return not invitation.cancelled and now < invitation.ends_at
