"""Order: take in what somebody tells. One sentence is enough, and nobody is turned away (row R2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from services.intake.commands.settle_access import leadership_ids
from services.intake.domain.report import ChildsCase, Report, case_id_of, report_id_of
from services.intake.storage.handlers import handler_of
from services.intake.storage.house import Intake
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.intake import Channel, Concerns, ToldAs
from shared.directory import Person
from shared.errors import Hidden, Refusal
from shared.web.idempotency import scoped_key
from shared.web.sessions import Hat

SAME_WITHIN = timedelta(days=1)
MOST_COMPARED = 30


@dataclass(frozen=True)
class SubmitReport:
    """What came in, and from whom. `reporter_id` is not `by` when it was written down on behalf."""

    key: str
    by: str
    hat: Hat
    text: str
    told_as: ToldAs
    channel: Channel = "form"
    pupil_ids: Sequence[str] = ()
    school_id: str | None = None
    about: str | None = None
    reporter_id: str | None = None
    home_held: bool = False
    told_by: str | None = None
    """Who told it, in words, when it was written down on behalf and nobody could be pointed to."""
    concerns: Concerns = "pupils"
    implicated: Sequence[str] = ()


async def submit_report(command: SubmitReport, *, house: Intake) -> Report:
    """Store it with one write; the same key again is the same report.

    Raises `Refusal` (422) naming the field: an unknown pupil or school, or one the sender cannot point to.
    """
    report_id = report_id_of(scoped_key(command.by, command.key))
    pupils = [await _pupil(house, command, one) for one in dict.fromkeys(command.pupil_ids)]
    school_id = await _school(house, command, pupils)
    concerns = await _concerns(house, command, school_id)
    handler = await handler_of(
        house.directory,
        school_id,
        house.today(),
        pupils,
        implicated=command.implicated,
        led_by="owner" if concerns == "leadership" else "school",
    )
    reporter_id = command.reporter_id or await _named(house, command, pupils)
    now = house.clock.now()
    year = now.astimezone(OSLO).year
    wanted = max(1, len(pupils))
    at_home = command.hat != "staff"
    await house.numbers.reserve(year, wanted)

    def made() -> Report:
        ids: list[str | None] = [pupil.id for pupil in pupils] or [None]
        return Report(
            id=report_id,
            school_id=school_id,
            told_as=command.hat if at_home and command.told_as == "staff" else command.told_as,
            channel=command.channel,
            reporter_id=reporter_id,
            entered_by=command.by,
            text=command.text,
            about=command.about,
            cases=tuple(
                ChildsCase(case_id=case_id_of(report_id, one), number=house.numbers.take(year), pupil_id=one)
                for one in ids
            ),
            handler_id=handler.id,
            received_at=now,
            contact_by=add_working_days(now, 1).at,
            # A child, or the school, may ask that home is not told; one parent cannot shut the other out.
            home_held=command.home_held and command.hat != "guardian",
            told_by=command.told_by,
            concerns=concerns,
            implicated=tuple(dict.fromkeys(command.implicated)),
        ).receive()

    return await house.reports.add(made(), by=command.by)


async def told_before(command: SubmitReport, *, house: Intake) -> Report | None:
    """The report that this one repeats: the same words about the same pupils within a day (row B3).

    From the same sender, or from whoever the staff writes it down for: the e-mail of a parent who has sent
    the form as well is that report. Asked by the page only; a program says it with its Idempotency-Key.
    """
    since = house.clock.now() - SAME_WITHIN
    who: list[dict[str, object]] = [{"by": command.by}]
    pupils = [await house.directory.person(one) for one in dict.fromkeys(command.pupil_ids)]
    if reporter_id := command.reporter_id or await _named(house, command, pupils):
        who.append({"reporter": reporter_id})
    found = await house.reports.find(
        {"$or": who, "received_at": {"$gt": since}}, sort=[("received_at", -1)], limit=MOST_COMPARED
    )
    same = (_bare(command.text), {*command.pupil_ids})
    return next((one for one in found if (_bare(one.text), _pupils_of(one)) == same), None)


def _bare(text: str) -> str:
    """The words without what a mail program or a keyboard makes of the spaces between them."""
    return " ".join(text.casefold().split())


def _pupils_of(report: Report) -> set[str]:
    return {one.pupil_id for one in report.cases if one.pupil_id}


async def _concerns(house: Intake, command: SubmitReport, school_id: str) -> Concerns:
    """Whom it concerns; leadership wherever one of those pointed out leads the school (row L3)."""
    if not command.implicated:
        return command.concerns
    leaders = await leadership_ids(school_id, house=house)
    staff = {one.id for one in await house.directory.staff_at(school_id)} | leaders
    if not set(command.implicated) <= staff:
        raise _unknown("implicated", "not-a-choice")
    return "leadership" if command.concerns == "leadership" or leaders & set(command.implicated) else "staff"


async def _named(house: Intake, command: SubmitReport, pupils: Sequence[Person]) -> str | None:
    """The guardian whose name was written down, if exactly one of the pupils' guardians has it."""
    if command.told_as != "guardian" or not command.told_by:
        return None
    ids = [link.person_id for pupil in pupils for link in pupil.listed.guardians]
    told = command.told_by.casefold().split()
    people = (await house.directory.people_by_id(ids)).values()
    found = [one.id for one in people if set(told) <= set(one.name.casefold().split())]
    return found[0] if len(found) == 1 else None


async def _pupil(house: Intake, command: SubmitReport, pupil_id: str) -> Person:
    try:
        pupil = await house.directory.person(pupil_id)
    except Hidden:
        raise _unknown("pupil_ids", "unknown-pupil") from None
    if "pupil" not in pupil.listed.kinds or not pupil.listed.school_ids:
        raise _unknown("pupil_ids", "unknown-pupil")
    if not await _may_point_to(house, command, pupil):
        raise _unknown("pupil_ids", "unknown-pupil")
    return pupil


async def _may_point_to(house: Intake, command: SubmitReport, pupil: Person) -> bool:
    """Parents point to their own, pupils to themselves, staff to the pupils of their schools."""
    if command.hat == "guardian":
        return any(link.person_id == command.by for link in pupil.listed.guardians)
    if command.hat == "pupil":
        return pupil.id == command.by
    sender = await house.directory.person(command.by)
    return bool(set(sender.listed.school_ids) & set(pupil.listed.school_ids))


async def _school(house: Intake, command: SubmitReport, pupils: Sequence[Person]) -> str:
    if pupils:
        schools = {pupil.listed.school_ids[0] for pupil in pupils}
        if len(schools) > 1:
            raise _unknown("pupil_ids", "one-school")
        return schools.pop()
    if command.school_id is None:
        raise _unknown("school_id", "required")
    try:
        return (await house.directory.school(command.school_id)).listed.school_id
    except Hidden:
        raise _unknown("school_id", "unknown-school") from None


def _unknown(field: str, code: str) -> Refusal:
    return Refusal("invalid", fields={field: code})
