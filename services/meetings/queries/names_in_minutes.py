"""Which pupils are named in a draft that a family is to read, for a person to look at first (R41)."""

from dataclasses import dataclass

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.texts import texts_in
from services.meetings.storage.house import House
from shared.directory import Person
from shared.naming import NameFound, names_in, stopping

_AROUND = 60


@dataclass(frozen=True)
class NameInMinutes:
    """One finding: where it stands, with what stands around it; `stops` until somebody has looked at it."""

    place: str
    text: str
    before: str
    word: str
    after: str
    key: str
    stops: bool
    found: NameFound


async def names_in_minutes(meeting: Meeting, minutes: Minutes, *, house: House) -> list[NameInMinutes]:
    """The findings that nobody has looked at yet, those that stop first."""
    if minutes.is_approved:
        return []
    others, linked, shown = await _people(meeting, house)
    found = []
    for place, text in texts_in(minutes.content, is_group=meeting.is_group):
        for one in names_in(text, others, linked=linked, shown=shown):
            if one.key in minutes.names_looked_at:
                continue
            stops = bool(stopping([one]))
            before, after = text[: one.start][-_AROUND:], text[one.end :][:_AROUND]
            found.append(NameInMinutes(place, text, before, one.word, after, one.key, stops, one))
    return sorted(found, key=lambda one: not one.stops)


async def _people(meeting: Meeting, house: House) -> tuple[list[Person], set[str], list[Person]]:
    """Other pupils: classmates, and those whose cases came of the same report, whose names stop."""
    directory = house.directory
    shown = [*(await directory.people_by_id(one.person_id for one in meeting.participants)).values()]
    if meeting.group_id is not None:
        return await directory.pupils_in(meeting.group_id), set(), shown
    if meeting.pupil_id is None:
        return [], set(), shown
    own = (await directory.people_by_id([meeting.pupil_id])).get(meeting.pupil_id)
    linked = await _linked(meeting, house)
    others = {one.id: one for one in (await directory.people_by_id(linked)).values()}
    for group_id in own.listed.group_ids if own else ():
        others |= {one.id: one for one in await directory.pupils_in(group_id)}
    others.pop(meeting.pupil_id, None)
    return [*others.values()], linked, [*shown, own] if own else shown


async def _linked(meeting: Meeting, house: House) -> set[str]:
    case = await house.cases.get(meeting.case_id)
    if case is None or case.report_id is None:
        return set()
    same = await house.cases.find({"report_id": case.report_id})
    return {one.pupil_id for one in same.values() if one.pupil_id} - {meeting.pupil_id or ""}
