"""What belongs to the telling itself, beside the case: interventions, and those who told without a name."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from services.intake.domain.attachment import Attachment
from services.intake.domain.case import Case
from services.intake.domain.intervention import Intervention
from services.intake.domain.mailbox import Mailbox
from services.intake.domain.report import Report
from services.intake.queries.whose_cases import schools_led_by
from services.intake.storage.house import Intake
from shared.directory import Person

FOLLOWED = timedelta(days=30)
MOST_FOLLOWED = 5
MOST_QUEUED = 100


@dataclass
class Told:
    """For the case page; empty where nothing of the kind was told."""

    interventions: list[Intervention] = field(default_factory=list)
    mailbox: Mailbox | None = None
    files: list[Attachment] = field(default_factory=list)


async def told_in(case: Case, *, house: Intake) -> Told:
    interventions, files = await asyncio.gather(
        house.interventions.find({"case_id": case.id}, sort=[("told_at", 1)]),
        house.attachments.find({"cases": case.id}, sort=[("at", 1)]),
    )
    boxes = []
    if case.told_as == "anonymous":
        boxes = await house.mailboxes.find({"case_id": case.id}, limit=1)
    return Told(interventions=interventions, files=files, mailbox=boxes[0] if boxes else None)


@dataclass(frozen=True)
class Followed:
    """Something a member of staff told, and whether somebody has taken it on."""

    report: Report
    pupil: Person | None
    taken_on: bool


async def followed_up(person_id: str, *, house: Intake) -> list[Followed]:
    """What this member of staff has told at work lately, the newest first (row P6)."""
    since = house.clock.now() - FOLLOWED
    reports = await house.reports.find(
        {"by": person_id, "received_at": {"$gte": since}},
        sort=[("received_at", -1)],
        limit=MOST_FOLLOWED,
    )
    mine = [one for one in reports if one.told_as == "staff" or one.reporter_id != person_id]
    ids = [case.case_id for one in mine for case in one.cases]
    cases = {one.id: one for one in await house.cases.find({"_id": {"$in": ids}})} if ids else {}
    pupil_ids = [case.pupil_id for one in mine for case in one.cases if case.pupil_id]
    people = await house.directory.people_by_id(pupil_ids) if pupil_ids else {}
    return [
        Followed(
            report=one,
            pupil=people.get(one.cases[0].pupil_id or ""),
            taken_on=any(
                case.case_id in cases and cases[case.case_id].received_at is not None for case in one.cases
            ),
        )
        for one in mine
    ]


async def near_pupils(person_id: str, *, house: Intake) -> list[tuple[str, str]]:
    """The pupils of one's own class, for the field on the day's page; all others are one tap away."""
    person = await house.directory.person(person_id)
    today = house.today()
    groups = [
        duty.group_id
        for duty in person.listed.duties
        if duty.role == "contact_teacher" and duty.group_id and duty.holds_on(today)
    ]
    pupils = {one.id: one for group in groups for one in await house.directory.pupils_in(group)}
    return [(one.id, one.name) for one in sorted(pupils.values(), key=lambda one: one.name)]


async def queued_at(person_id: str, *, house: Intake) -> int:
    """How many reports of a flood wait for somebody in this person's leadership to look at them."""
    schools = await schools_led_by(person_id, house=house)
    return await house.reports.count({"school_id": {"$in": list(schools)}, "queued": True}) if schools else 0


async def queued_reports(person_id: str, *, house: Intake) -> list[Report]:
    schools = await schools_led_by(person_id, house=house)
    query = {"school_id": {"$in": list(schools)}, "queued": True}
    return await house.reports.find(query, sort=[("received_at", 1)], limit=MOST_QUEUED) if schools else []


async def staff_for(case: Case, *, house: Intake) -> list[Person]:
    """Who at the school can have to do with this case: nobody whom it concerns (row L3)."""
    out = set(case.implicated)
    if case.led_by == "owner":
        out |= {one.id for one in await house.listed.leadership_of(case.school_id)}
    return [one for one in await house.directory.staff_at(case.school_id) if one.id not in out]
