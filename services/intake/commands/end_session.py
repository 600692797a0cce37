"""Order: end a session, or every session behind a login at an issuer."""

from datetime import UTC, datetime, timedelta

from services.intake.domain.ended_session import EndedSession
from services.intake.storage.house import Intake
from shared.web.sessions import LONGEST_S


async def end_session(session_id: str, *, house: Intake) -> None:
    """Refuse it here at once, and everywhere as soon as the others have heard of it. Repeatable."""
    until = datetime.now(UTC) + timedelta(seconds=LONGEST_S)
    await house.signed_out.add(session_id, until)
    await house.ended.add(EndedSession.end(session_id, until))
