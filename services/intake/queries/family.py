"""What a family sees: their own cases, and of each what happens next."""

from dataclasses import dataclass
from datetime import datetime

from services.intake.domain.case import Case
from services.intake.domain.case_parts import (
    Account,
    Agreement,
    Card,
    Contact,
    Request,
    RightsGiven,
    standing_cards,
)
from services.intake.domain.report import Report
from services.intake.domain.rights import RIGHTS_VERSION
from services.intake.queries.around import Around, around
from services.intake.queries.plans import FamilyPlan, plan_for_family, plan_of, read_plan
from services.intake.queries.story import Clock, Meeting, story_of
from services.intake.storage.handlers import handler_of_case
from services.intake.storage.house import Intake
from shared.calendar import Section126Dates, section_12_6_dates
from shared.contracts.access import HAT_OF, Hat
from shared.directory import Person, Room
from shared.errors import Hidden
from shared.masking import Mask


@dataclass(frozen=True)
class MyCase:
    case: Case
    pupil: Person | None
    group_name: str | None


async def my_cases(person_id: str, hat: Hat, *, house: Intake) -> list[MyCase]:
    """The cases this person follows today, the newest first."""
    now = house.clock.now()
    followed = [
        one.case_id
        for one in await house.access.find({"home": person_id})
        if any(
            grant.person_id == person_id
            and HAT_OF[grant.relation] == hat
            and grant.relation != "parent_contact"
            and grant.holds_at(now)
            for grant in one.grants
        )
    ]
    cases = await house.cases.find({"_id": {"$in": followed}}, sort=[("reported_at", -1)])
    pupils = await house.directory.people_by_id(one.pupil_id for one in cases if one.pupil_id)
    found = []
    for case in cases:
        group = (await house.directory.group(case.group_id)).name if case.group_id else None
        found.append(MyCase(case, pupils.get(case.pupil_id or ""), group))
    return found


@dataclass(frozen=True)
class FamilyPage:
    """One case as the family sees it; nothing the school has written for itself."""

    case: Case
    pupil: Person | None
    group_name: str | None
    handler: Person
    people: dict[str, Person]
    rooms: dict[str, Room]
    cards: list[Card]
    meetings: list[Meeting]
    clocks: list[Clock]
    requests: list[Request]
    told: str | None
    """What this reader wrote, if it was this reader who told."""
    rung: datetime | None
    """When the school first reached this reader."""
    answer: str | None
    """The school's answer where it found no case, for whoever told."""
    plan: FamilyPlan | None
    """The plan where it is in force for this child, as this family reads it."""
    accounts: list[Account]
    """What this reader has told, the newest last."""
    agreements: list[Agreement]
    contacts: list[Contact]
    """When the school was in touch with this reader, or tried; the newest first."""
    dates: Section126Dates
    rights: RightsGiven | None
    """When this reader got the text about rights, in its present version."""
    near: Around
    mask: Mask
    """Everybody whom this reader is not to read of by name becomes a neutral word."""
    to_ring: bool
    """Whether the school has promised to ring this reader: who told, or both where the school itself did."""


async def family_page(case_id: str, person_id: str, *, house: Intake, other: str = "–") -> FamilyPage:
    """Everything for the page; raises `Hidden` when there is no such case.

    `other`: what people are called whom this family is not to read of.
    """
    case = await house.cases.get(case_id)
    if case is None:
        raise Hidden
    story = await story_of(case_id, house=house)
    report = await house.reports.get(case.report_id) if case.report_id else None
    handler = await handler_of_case(house.directory, case, house.today())
    # The newest that was, and what is to come: a family looks for today's tick on the day itself.
    cards = standing_cards(case.cards, house.today())
    whole_plan = await plan_of(case_id, house=house) if case.kind == "individual" else None
    plan = plan_for_family(whole_plan, case_id, pupil_id=case.pupil_id) if whole_plan else None
    in_force = whole_plan is not None and case_id in whole_plan.in_force_for
    near = await around(case, house=house)
    contacts = [one for one in reversed(case.contacts) if one.person_id == person_id]
    mentioned = {case.pupil_id, *(one.adult_id for one in cards), *(one.answered_by for one in case.requests)}
    mentioned |= {one.by for one in contacts} | {one.who_id for one in case.agreements}
    mentioned |= {one.person_id for one in plan.measures} if plan else set()
    people = await house.directory.people_by_id(sorted(one for one in mentioned if one))
    return FamilyPage(
        case=case,
        pupil=people.get(case.pupil_id or ""),
        group_name=(await house.directory.group(case.group_id)).name if case.group_id else None,
        handler=handler,
        people=people,
        rooms={one.listed.room_id: one for one in await house.directory.rooms_at(case.school_id)},
        cards=cards,
        meetings=[one for one in story.meetings if one.status != "cancelled"],
        clocks=story.clocks,
        requests=[one for one in case.requests if one.person_id == person_id],
        told=report.text if report is not None and report.reporter_id == person_id else None,
        rung=next((one.at for one in case.contacts if one.reached and one.person_id == person_id), None),
        answer=_answer(case, person_id),
        plan=read_plan(plan, people, other=other, own_version=near.own_version)
        if in_force and plan
        else None,
        accounts=case.accounts_of(person_id),
        agreements=case.agreements,
        contacts=contacts,
        dates=section_12_6_dates(case.raised_with_rektor_at),
        rights=next(
            (one for one in case.rights_given if (one.person_id, one.version) == (person_id, RIGHTS_VERSION)),
            None,
        ),
        near=near,
        mask=near.mask(other),
        to_ring=_is_promised(case, person_id),
    )


async def answers_to(report: Report, person_id: str, *, house: Intake) -> list[str]:
    """What the school has answered where it found no case, for whoever told; often nothing."""
    cases = await house.cases.find({"_id": {"$in": [one.case_id for one in report.cases]}})
    return [answer for one in cases if one.state == "no_case" and (answer := _answer(one, person_id))]


def _answer(case: Case, person_id: str) -> str | None:
    if case.reporter_id != person_id:
        return None
    return next((one.answer for one in reversed(case.assessments) if one.outcome == "no_case"), None)


def _is_promised(case: Case, person_id: str) -> bool:
    if case.kind == "group" or person_id == case.pupil_id:
        return False
    return case.reporter_id == person_id or case.told_as == "staff"
