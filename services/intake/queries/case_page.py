"""What a member of staff sees of one case."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.domain.case_parts import Card, standing_cards
from services.intake.domain.plan import Plan
from services.intake.domain.report import Report
from services.intake.queries.plans import plan_of
from services.intake.queries.story import Story, story_of
from services.intake.queries.told import Told, told_in
from services.intake.storage.house import Intake, access_id_of
from shared.calendar import Section126Dates, section_12_6_dates
from shared.contracts.access import Grant
from shared.directory import Person, Room
from shared.errors import Hidden


@dataclass(frozen=True)
class CasePage:
    case: Case
    report: Report | None
    pupil: Person | None
    group_name: str | None
    """The pupil's class, or the class that the case is about."""
    people: dict[str, Person]
    rooms: dict[str, Room]
    cards: list[Card]
    story: Story
    grants: list[Grant]
    dates: Section126Dates
    told: Told
    plan: Plan | None
    missing: list[tuple[str, str]]
    """Codes of what is missing, each with where to mend it."""

    @property
    def subject(self) -> str:
        """Whom it is about, in as few words as possible."""
        if self.pupil is not None:
            return self.pupil.words.given_name
        return self.group_name or self.case.number

    @property
    def home(self) -> list[Person]:
        """The guardians who follow the case."""
        ids = [one.person_id for one in self.grants if one.relation == "guardian"]
        return [self.people[one] for one in dict.fromkeys(ids) if one in self.people]


async def case_page(case_id: str, *, house: Intake) -> CasePage:
    """Everything for the page; raises `Hidden` when there is no such case."""
    case = await house.cases.get(case_id)
    if case is None:
        raise Hidden
    story = await story_of(case_id, house=house)
    access = await house.access.get(access_id_of(case_id))
    now = house.clock.now()
    grants = [one for one in (access.grants if access else ()) if one.holds_at(now)]
    report = await house.reports.get(case.report_id) if case.report_id else None
    plan = await plan_of(case_id, house=house)
    mentioned = {*story.people(), *_people_of(case), *(one.person_id for one in grants)}
    people = await house.directory.people_by_id(sorted(mentioned))
    rooms = {one.listed.room_id: one for one in await house.directory.rooms_at(case.school_id)}
    pupil = people.get(case.pupil_id or "")
    group_id = case.group_id or next(iter(pupil.listed.group_ids if pupil else ()), None)
    return CasePage(
        case=case,
        report=report,
        pupil=pupil,
        group_name=(await house.directory.group(group_id)).name if group_id else None,
        people=people,
        rooms=rooms,
        cards=standing_cards(case.cards, house.today()),
        story=story,
        grants=grants,
        dates=section_12_6_dates(case.raised_with_rektor_at),
        told=await told_in(case, house=house),
        plan=plan,
        missing=[*missing_in(case, story), *missing_in_course(case, plan)],
    )


def missing_in(case: Case, story: Story) -> list[tuple[str, str]]:
    """What is asked for and has not come: never a locked door, always on the list."""
    base = f"/cases/{case.id}"
    found: list[tuple[str, str]] = []
    if case.kind == "group":
        return found
    if case.pupil_id is None:
        found.append(("pupil", f"{base}#whom"))
    if case.first_contact_at is None and not case.home_held:
        found.append(("contact", f"{base}/contact"))
    if not case.rights_given and not case.home_held and not case.ended:
        found.append(("rights", f"{base}#who"))
    if not case.cards and case.no_card is None:
        found.append(("tomorrow", f"{base}/tomorrow"))
    if case.pupil_id and not any(one.party_id == case.pupil_id for one in case.accounts):
        found.append(("account", f"{base}/account"))
    if not any(one.status != "cancelled" for one in story.meetings):
        found.append(("meeting", f"/meetings/new?case={case.id}"))
    found += [("fact-source", f"#fact-{one.id}") for one in case.facts if "no-source" in one.gaps]
    found += [("oversight", f"{base}/oversight") for one in case.demands if one.open]
    if case.next_meeting_missing:
        found.append(("next-meeting", f"/meetings/new?case={case.id}"))
    return found


def missing_in_course(case: Case, plan: Plan | None) -> list[tuple[str, str]]:
    """What is asked for on the way from assessment to closing."""
    base = f"/cases/{case.id}"
    found: list[tuple[str, str]] = []
    if case.kind == "group" or case.ended:
        return found
    if case.state in ("reported", "received"):
        found.append(("assessment", f"{base}/assess"))
    if case.state == "assessed" and not case.steps:
        found.append(("steps", f"{base}/steps"))
    found += [(gap, f"{base}/steps/{one.id}") for one in case.steps if one.open for gap in one.gaps]
    if plan is None and case.state in ("assessed", "investigating"):
        found.append(("plan", f"{base}/plan/edit"))
    if plan is None or plan.status == "ended":
        return found
    if case.id not in plan.in_force_for:
        codes = dict.fromkeys(plan.gaps().values())
        found += [(code, f"{base}/plan/edit") for code in codes]
    voice = plan.voice_of(case.id)
    if plan.version and not voice.pupil_part:
        found.append(("plan-pupil-part", f"{base}/plan/edit"))
    if plan.version and not voice.guardians_part:
        found.append(("plan-guardians-part", f"{base}/plan/edit"))
    return found


def _people_of(case: Case) -> set[str]:
    found = {case.handler_id, case.pupil_id, case.reporter_id}
    found |= {one for card in case.cards for one in (card.adult_id, card.colleague_id)}
    found |= {one.person_id for one in case.requests} | {one.answered_by for one in case.requests}
    found |= {one.party_id for one in case.accounts} | {one.told_to for one in case.accounts}
    found |= {one for contact in case.contacts for one in (contact.person_id, contact.by)}
    found |= {one.person_id for one in case.steps} | {one.by for one in case.assessments}
    found |= {follow.person_id for one in case.demands for follow in one.follow_ups}
    found |= {one.person_id for one in case.glasses} | {one.by for one in case.home_choices}
    found |= {one.person_id for one in case.rights_given}
    found |= {one.recorded_by for one in case.facts} | {one.who_id for one in case.agreements}
    return {one for one in found if one}
