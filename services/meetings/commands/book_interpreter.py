"""An interpreter for somebody invited: needed, or booked."""

from services.meetings.commands.answer_invitation import invitation_for
from services.meetings.storage.house import House


async def book_interpreter(
    meeting_id: str, person_id: str, *, language: str | None, booked: bool, by: str, house: House
) -> None:
    """Keep it; whoever meets the family has the task until it is booked. A moved meeting asks again."""
    now = house.clock.now()
    invitation = await invitation_for(meeting_id, person_id, house=house)
    await house.invitations.change(
        invitation.id,
        lambda it: it.book_interpreter(language, booked=booked, by=by, at=now),
        by=by,
    )
