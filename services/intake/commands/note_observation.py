"""Order: write down in ten seconds what a member of staff saw, of a case or of a pupil (row P6)."""

from dataclasses import dataclass

from services.intake.commands.record_fact import RecordFact, record_fact
from services.intake.commands.submit_report import SubmitReport, submit_report
from services.intake.domain.report import Report
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.access import ACTIONS, HAT_OF


@dataclass(frozen=True)
class NoteObservation:
    key: str
    by: str
    pupil_id: str
    text: str


@dataclass(frozen=True)
class Noted:
    """Where it stands: as a fact of a case that its writer may write in, or as a report of its own."""

    case_id: str | None = None
    report: Report | None = None


async def note_observation(command: NoteObservation, *, house: Intake) -> Noted:
    """The time is filled in; the same key again is the same observation."""
    case_id = await _case_at_hand(command, house)
    if case_id is not None:
        fact = RecordFact(
            case_id=case_id,
            key=command.key,
            text=command.text,
            by=command.by,
            occurred_on=house.today(),
            source="observation",
        )
        await record_fact(fact, house=house)
        return Noted(case_id=case_id)
    told = SubmitReport(
        key=command.key,
        by=command.by,
        hat="staff",
        text=command.text,
        told_as="staff",
        channel="observation",
        pupil_ids=(command.pupil_id,),
        reporter_id=command.by,
    )
    return Noted(report=await submit_report(told, house=house))


async def _case_at_hand(command: NoteObservation, house: Intake) -> str | None:
    """The pupil's newest open case in which this member of staff may write."""
    cases = await house.cases.find({"pupil_id": command.pupil_id}, sort=[("reported_at", -1)], limit=20)
    now = house.clock.now()
    for case in cases:
        if case.state in ("closed", "no_case"):
            continue
        access = await house.access.get(access_id_of(case.id))
        if access is not None and any(
            one.person_id == command.by
            and HAT_OF[one.relation] == "staff"
            and "write" in ACTIONS[one.relation]
            and one.holds_at(now)
            for one in access.grants
        ):
            return case.id
    return None
