"""What the page in the meeting room and the minutes are drawn with."""

from datetime import timedelta
from typing import Any

from fastapi import Request

from services.meetings.commands.prepare_group import preparation_of
from services.meetings.domain.content import PUPIL, SCHOOL
from services.meetings.domain.loaded_words import loaded_words
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.texts import texts_in
from services.meetings.queries.agenda import agenda
from services.meetings.queries.follow_ups_for import follow_ups_for
from services.meetings.queries.minutes_for import minutes_for
from services.meetings.queries.names_in_minutes import names_in_minutes
from services.meetings.queries.practicalities import people_in, practicalities
from services.meetings.storage.house import House
from services.meetings.web.minutes_form import SPARE_ROWS, typed
from services.meetings.web.views import missing_now
from services.meetings.web.words import T, role_id
from shared.calendar import add_working_days, section_12_6_dates
from shared.web.guards import Who
from shared.web.layout import Pages
from shared.web.sessions import language_of


async def room_context(request: Request, house: House, pages: Pages) -> dict[str, Any]:
    """Who is here, and the draft as it stands, with a few empty rows of each kind."""
    meeting: Meeting = await house.meeting(request.path_params["meeting_id"])
    minutes = await house.minutes_of(meeting)
    language = language_of(request)
    lines = await _lines(meeting, house, pages, request)
    home = [line for line in lines if line["side"] == "home"]
    content = minutes.content
    return {
        "meeting": meeting,
        "told": await practicalities(meeting, house=house, language=language, signed_in=True),
        "examined": await agenda(meeting, house=house),
        "lines": lines,
        "names": [(line["person_id"], line["name"]) for line in lines],
        "parties": [(line["person_id"], line["name"]) for line in home],
        "sides": [
            (SCHOOL, pages.t(language, "party-school")),
            *((line["person_id"], line["name"]) for line in home),
            (PUPIL, pages.t(language, "party-pupil")),
        ],
        "values": typed(content, dict(meeting.attendance)),
        "edition": minutes.edition,
        "rows": {
            "facts": len(content.facts) + SPARE_ROWS,
            "viewpoints": len(content.viewpoints) + 1,
            "criticism": len(content.criticism) + 1,
            "examine": len(content.examine) + SPARE_ROWS,
            "measures": len(content.measures) + 1,
            "agreements": len(content.agreements) + SPARE_ROWS,
            "meanwhile": len(content.meanwhile) + 1,
        },
        "rights": await _rights(meeting, house),
        "changed": False,
        "differences": [],
        "other_writer": await _writer(minutes, house),
        "ask": [],
        "staff": [(line["person_id"], line["name"]) for line in lines if line["side"] == "school"],
        "clocked": _clocked(meeting),
        "server_now": house.clock.now().isoformat(),
        "incident": await _incident(meeting, house),
        "school_language": (await house.directory.school(meeting.school_id)).listed.language,
        "refused": None,
        "errors": {},
        "active": "meetings",
    }


async def read_context(request: Request, house: House, pages: Pages, who: Who) -> dict[str, Any]:
    """The reader's own version; for the school also what is missing and what can be done about it."""
    meeting: Meeting = await house.meeting(request.path_params["meeting_id"])
    minutes = await house.minutes_of(meeting)
    language = language_of(request)
    as_school = who.hat == "staff"

    def t(text_id: str, **args: object) -> str:
        return pages.t(language, text_id, **args)

    version = await minutes_for(who.person_id, meeting, minutes, house=house, t=t, as_school=as_school)
    missing = [*minutes.missing] if minutes.is_approved else missing_now(meeting, minutes)
    filled = {one.gap for one in minutes.addenda if one.gap}
    if minutes.next_meeting_on or minutes.no_next_meeting:
        filled.add("next-meeting")
    case = await house.cases.get(meeting.case_id)
    return {
        "meeting": meeting,
        "minutes": minutes,
        "version": version,
        "told": await practicalities(meeting, house=house, language=language, signed_in=True),
        "missing": [code for code in missing if code not in filled],
        "loaded": loaded_words(text for _, text in texts_in(minutes.content)) if as_school else [],
        "names": await names_in_minutes(meeting, minutes, house=house) if as_school else [],
        "stopped": False,
        "ask": "",
        "comments": await _comments(who, minutes, house),
        "receipts": await _receipts(minutes, house) if as_school else [],
        "read_at": minutes.receipts.get(who.person_id),
        "follow_ups": await follow_ups_for(
            who.person_id, meeting, minutes, house=house, as_school=as_school, mask=version.mask
        ),
        "rights_told": await _rights_told(who, minutes, house, t),
        "attended": _counted(meeting),
        "case_number": case.number if case else "",
        "rights": await _rights(meeting, house),
        "suggest_by": add_working_days(minutes.approved_at, 2).day if minutes.approved_at else None,
        "values": {},
        "errors": {},
        "active": "meetings",
    }


def _clocked(meeting: Meeting) -> list[dict[str, Any]]:
    """The agenda with the time of each item, as planned (R53)."""
    at, found = meeting.starts_at, []
    for item in meeting.plan.agenda if meeting.plan else ():
        ends = at + timedelta(minutes=item.minutes)
        found.append({"item": item, "at": at, "ends": ends})
        at = ends
    return found


async def _incident(meeting: Meeting, house: House) -> list[dict[str, Any]]:
    """What was agreed with the families of an incident, for whoever leads the meeting (R51)."""
    there = await preparation_of(meeting.case_id, house) if meeting.is_group else None
    if there is None or not there.concerns_incident:
        return []
    people = await house.directory.people_by_id(one.person_id for one in there.families)
    return [
        {
            "openness": one.openness or "nothing",
            "wording": one.wording,
            "speaks": people[one.person_id].name if one.wants_to_speak and one.person_id in people else "",
        }
        for one in there.families
        if not one.is_open
    ]


async def _writer(minutes: Minutes, house: House) -> str:
    """Who wrote last, by name."""
    people = await house.directory.people_by_id([minutes.last_writer or ""])
    return next((one.name for one in people.values()), "")


async def _lines(meeting: Meeting, house: House, pages: Pages, request: Request) -> list[dict[str, Any]]:
    people = await people_in(meeting, house)
    invitations = await house.invitations_to(meeting.id)
    found = []
    for one in meeting.participants:
        person = people.get(one.person_id)
        if person is None:
            continue
        invited = invitations.get(one.person_id)
        found.append(
            {
                "person_id": one.person_id,
                "name": person.name,
                "side": one.side,
                "role": pages.t(language_of(request), role_id(one.role)),
                "answer": invited.answer if invited else None,
                "sorts_by": (one.side != "home", person.words.family_name, person.name),
            }
        )
    return sorted(found, key=lambda line: line["sorts_by"])


async def _rights_told(who: Who, minutes: Minutes, house: House, t: T) -> dict[str, Any] | None:
    """When rights were told of, to whom, in which language and by which text (R33).

    A family sees itself among those who were told, and nobody else's name.
    """
    told = minutes.rights
    if told is None:
        return None
    people = await house.directory.people_by_id(told.to)
    if who.hat == "staff":
        names = [people[one].name for one in told.to if one in people]
    else:
        names = [t("party-you")] if who.person_id in told.to else []
    if PUPIL in told.to:
        names.append(t("party-pupil"))
    return {"at": told.at, "to": names, "language": told.language, "version": told.version}


async def _rights(meeting: Meeting, house: House) -> dict[str, Any] | None:
    """From which day the family may turn to Statsforvalteren; nothing for a whole group."""
    case = await house.cases.get(meeting.case_id)
    if case is None or meeting.is_group:
        return None
    dates = section_12_6_dates(case.raised_with_rektor_at)
    return {"week": dates.one_week.day, "five_days": dates.five_working_days.day}


async def _comments(who: Who, minutes: Minutes, house: House) -> list[dict[str, Any]]:
    """What the parties wrote: the school reads all of it, a party its own."""
    seen = [one for one in minutes.comments if who.hat == "staff" or one.person_id == who.person_id]
    people = await house.directory.people_by_id(one.person_id for one in seen)
    return [
        {
            "text": one.text,
            "at": one.at,
            "name": people[one.person_id].name if one.person_id in people else "",
        }
        for one in seen
    ]


async def _receipts(minutes: Minutes, house: House) -> list[dict[str, Any]]:
    """Who from the home was told, and who says that they have read it."""
    if minutes.kind == "group":
        return []
    home = [one.person_id for one in minutes.parties if one.side == "home"]
    ids = list(dict.fromkeys([*home, *minutes.receipts]))
    people = await house.directory.people_by_id(ids)
    return [
        {
            "name": people[one].name,
            "letter": minutes.letters.get(one),
            "read_at": minutes.receipts.get(one),
        }
        for one in ids
        if one in people
    ]


def _counted(meeting: Meeting) -> dict[str, int]:
    home = [one for one in meeting.participants if one.side == "home"]
    came = sum(1 for one in home if meeting.came(one.person_id))
    return {"came": came, "away": len(home) - came}
