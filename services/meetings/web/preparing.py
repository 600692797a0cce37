"""What the pages before a meeting are drawn with."""

from typing import Any

from fastapi import Request

from services.meetings.commands.join_families import asked_to_consent
from services.meetings.domain.in_preparation import FOLLOW_UP
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import on_side
from services.meetings.queries.before_meeting import missing_before
from services.meetings.queries.library import helpful_for
from services.meetings.queries.my_meetings import cases_for
from services.meetings.queries.overview import facts_of, overview, was_rung
from services.meetings.queries.practicalities import people_in
from services.meetings.storage.house import House
from services.meetings.web.calling import school_options
from shared.errors import Refusal
from shared.web.layout import Pages
from shared.web.sessions import language_of, session_of


async def overview_context(request: Request, house: House, pages: Pages) -> dict[str, Any]:
    """The case as it is read up: what happened, what is to be done, and what is known."""
    meeting = await house.meeting(request.path_params["meeting_id"])
    language = language_of(request)
    seen = await overview(meeting, house=house)
    ids = {one.by for one in seen.happened if one.by} | {
        one.person_id for one in seen.measures if one.person_id
    }
    people = await house.directory.people_by_id(ids)
    names = {id_: person.name for id_, person in people.items()}

    def text_of(task: str) -> str:
        for text_id in (f"overview-task-{task}", f"gap-{task}"):
            if pages.catalogue.has(text_id):
                return pages.t(language, text_id)
        return pages.t(language, "overview-task-other")

    return {
        "meeting": meeting,
        "seen": seen,
        "names": names,
        "tasks": [
            {"meeting_id": one.meeting_id, "starts_at": one.starts_at, "text": text_of(one.key)}
            for one in seen.tasks
        ],
        "entries": [
            {
                "at": one.at,
                "text": pages.t(language, f"happened-{one.code}"),
                "by": names.get(one.by or "", ""),
            }
            for one in seen.happened
        ],
        "active": "meetings",
    }


async def prepare_context(request: Request, house: House, pages: Pages) -> dict[str, Any]:
    """The talk card and the form, with this case's facts and nobody else's."""
    meeting = await house.meeting(request.path_params["meeting_id"])
    snapshot = await house.access.snapshot(meeting.case_id)
    options, _ = await school_options(snapshot, house, pages, language_of(request))
    people = await people_in(meeting, house)
    facts = await facts_of(meeting, house=house)
    told = meeting.preparation
    comes = [
        (one.person_id, people[one.person_id].name)
        for one in on_side(meeting.participants, "school")
        if one.person_id in people
    ]
    follow_up = told.follow_up
    return {
        "meeting": meeting,
        "missing": await missing_before(meeting, house=house),
        "rung": await was_rung(meeting, house=house),
        "facts": [(one.fact_id, one.text) for one in facts],
        "linked": [one for one in facts if one.fact_id in told.facts],
        "has_surveys": any(one.source == "survey" for one in facts),
        "leader": dict(comes).get(told.lead_id or ""),
        "comes": comes,
        "people": options,
        "following_up": FOLLOW_UP in meeting.open_tasks,
        "values": {
            **told.model_dump(exclude={"follow_up", "next_contact_on"}),
            "next_contact_on": told.next_contact_on.isoformat() if told.next_contact_on else "",
            "follow_up_owner": follow_up.owner_id if follow_up else "",
            "follow_up_on": follow_up.on.isoformat() if follow_up else "",
            "follow_up_measures": follow_up.measures if follow_up else "",
        },
        "resources": await helpful_for(meeting.kind, house=house),
        "ask": (),
        "active": "meetings",
        **await _joint(request, meeting, house),
    }


async def _joint(request: Request, meeting: Meeting, house: House) -> dict[str, Any]:
    """The other family's case, by the number that was typed; only a case that the reader may see."""
    number = request.query_params.get("with", "").strip()[:20]
    told: dict[str, Any] = {"joint": None, "joint_number": number, "guardians": [], "consented": []}
    session = session_of(request)
    if not number or session is None:
        return told
    mine = await house.cases.get_many(await cases_for(session.person_id, "staff", "write", house=house))
    other = next((one for one in mine.values() if one.number == number), None)
    try:
        if other is None:
            return {**told, "joint": "unknown"}
        ids = await asked_to_consent(meeting, other.case_id, house=house)
    except Refusal:
        return {**told, "joint": "unknown"}
    people = await house.directory.people_by_id(ids)
    return {
        **told,
        "joint": other.case_id,
        "guardians": [(id_, people[id_].name) for id_ in ids if id_ in people],
        "consented": [one.person_id for one in meeting.consents],
    }
