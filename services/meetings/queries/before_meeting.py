"""What is missing before a meeting: one list, in codes, never a locked door."""

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.preparing import gaps_before
from services.meetings.queries.overview import facts_of, was_rung
from services.meetings.storage.house import House


async def missing_before(meeting: Meeting, *, house: House) -> list[str]:
    """The codes; nothing for a whole group, whose plan has demands of its own."""
    if meeting.is_group or meeting.status not in ("draft", "called"):
        return []
    facts = {one.fact_id: one for one in await facts_of(meeting, house=house)}
    return gaps_before(
        meeting.kind,
        meeting.preparation,
        meeting.participants,
        mode=meeting.mode,
        reason=meeting.reason,
        late=meeting.late,
        surveys=[id_ for id_ in meeting.preparation.facts if id_ in facts and facts[id_].source == "survey"],
        called_by_phone=await was_rung(meeting, house=house),
    )
