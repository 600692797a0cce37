"""Add to approved minutes: a correction, what was missing, or the next date. Nothing is ever overwritten."""

from datetime import date

from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House
from shared.contracts.intake import FactSource


async def add_to_minutes(
    meeting_id: str,
    text: str,
    *,
    by: str,
    house: House,
    gap: str | None = None,
    source: FactSource | None = None,
) -> None:
    """Append it; `gap` names what was missing and is filled now, `source` makes it a fact of the case.

    Raises `Conflict` for a draft.
    """
    now = house.clock.now()
    await house.minutes.change(
        Minutes.id_for(meeting_id), lambda it: it.add(text, by=by, at=now, gap=gap, source=source), by=by
    )


async def agree_next_meeting(
    meeting_id: str, *, on: date | None, reason: str | None, by: str, house: House
) -> None:
    """The next date, agreed afterwards, or why there is none (R13)."""
    now = house.clock.now()
    await house.minutes.change(
        Minutes.id_for(meeting_id), lambda it: it.agree_next(on=on, reason=reason, by=by, at=now), by=by
    )
