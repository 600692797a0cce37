"""What a meeting's own page is drawn with, for the school and for a family."""

from typing import Any

from fastapi import Request

from services.meetings.commands.accept_time import possible_times
from services.meetings.commands.call_meeting import decides
from services.meetings.domain.invitation import Invitation
from services.meetings.domain.meeting import ASKS_TO_PREPARE, Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.queries.agenda import agenda
from services.meetings.queries.before_meeting import missing_before
from services.meetings.queries.overview import who_has_not_read
from services.meetings.queries.practicalities import people_in, practicalities
from services.meetings.storage.house import House
from services.meetings.web.calling import rooms_of, school_options
from services.meetings.web.words import interpreter_name, role_id
from shared.clock import OSLO
from shared.web.layout import Pages
from shared.web.sessions import language_of


async def seen_by_school(request: Request, house: House, pages: Pages, me: str) -> dict[str, Any]:
    """Everyone asked, what they answered, and what can be done with the meeting now."""
    meeting = await house.meeting(request.path_params["meeting_id"])
    language = language_of(request)
    snapshot = await house.access.snapshot(meeting.case_id)
    options, _ = await school_options(snapshot, house, pages, language)
    case = await house.cases.get(meeting.case_id)
    minutes = await house.minutes.get(Minutes.id_for(meeting.id))
    invitations = await house.invitations_to(meeting.id)
    local = meeting.starts_at.astimezone(OSLO)
    return {
        "meeting": meeting,
        "told": await practicalities(meeting, house=house, language=language, signed_in=True),
        "examined": await agenda(meeting, house=house),
        "asked": await _asked(request, meeting, invitations, house, pages),
        "answers": _answers(invitations),
        "case_number": case.number if case else "",
        "minutes_approved": minutes is not None and minutes.is_approved,
        "minutes_begun": minutes is not None,
        "may_decide": decides(snapshot, me, house.clock.now()),
        "people": options,
        "rooms": await rooms_of(meeting.school_id, house),
        "values": {
            "day": local.date().isoformat(),
            "hour": f"{local:%H:%M}",
            "minutes": str(int((meeting.ends_at - meeting.starts_at).total_seconds() // 60)),
            "mode": meeting.mode,
            "room": meeting.room_id,
            "place": meeting.place,
            "school": [one.person_id for one in meeting.participants if one.side == "school"],
        },
        "ask": (),
        "open": "",
        "errors": {},
        "accepting": None,
        "times": await _times(meeting, house),
        "missing": await missing_before(meeting, house=house),
        "unread": await _unread(meeting, house),
        "prepares": meeting.kind in ASKS_TO_PREPARE,
        "follows": meeting.follows,
        "today": house.today(),
        "over": house.clock.now() >= meeting.ends_at,
        "active": "meetings",
    }


async def _times(meeting: Meeting, house: House) -> list[dict[str, Any]]:
    """The other times, and by name whom each of them suits; for the school alone."""
    if meeting.is_group or meeting.status not in ("draft", "called") or meeting.follows:
        return []
    possible = await possible_times(meeting, house=house)
    people = await people_in(meeting, house)
    home = {one.person_id for one in meeting.participants if one.side == "home"}
    return [
        {
            "at": at,
            "names": [people[id_].name for id_ in who if id_ in people],
            "all": bool(home) and home <= {*who},
        }
        for at, who in possible.items()
    ]


async def _unread(meeting: Meeting, house: House) -> list[str]:
    """From an hour before: who of the school has not read up on the case (R23)."""
    if not meeting.overview_asked or meeting.status != "called":
        return []
    people = await people_in(meeting, house)
    return [people[id_].name for id_ in await who_has_not_read(meeting, house=house) if id_ in people]


async def _asked(
    request: Request, meeting: Meeting, invitations: dict[str, Invitation], house: House, pages: Pages
) -> list[dict[str, Any]]:
    language = language_of(request)

    def t(text_id: str, **args: object) -> str:
        return pages.t(language, text_id, **args)

    people = await people_in(meeting, house)
    lines = []
    for one in meeting.participants:
        person = people.get(one.person_id)
        if person is None:
            continue
        invited = invitations.get(one.person_id)
        lines.append(
            {
                "person_id": one.person_id,
                "name": person.name,
                "phone": person.words.phone,
                "side": one.side,
                "role": t(role_id(one.role)),
                "by_hand": person.protected,
                "invitation": invited,
                "interpreter": interpreter_name(invited.interpreter, language, t)
                if invited is not None and invited.interpreter
                else "",
                "attendance": meeting.attendance.get(one.person_id, "unknown"),
            }
        )
    return sorted(lines, key=lambda line: (line["side"] != "home", line["name"]))


def _answers(invitations: dict[str, Invitation]) -> dict[str, int]:
    """How many of the families answered what."""
    home = [one for one in invitations.values() if one.side == "home"]
    counted = {
        answer: sum(1 for one in home if one.answer == answer)
        for answer in ("coming", "cannot", "other_time")
    }
    return {**counted, "waiting": sum(1 for one in home if one.answer is None), "all": len(home)}
