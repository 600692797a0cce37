"""Order: a pupil has been held or moved by force; the home is told, and a second time is noticed (row L6)."""

from dataclasses import dataclass

from services.intake.commands.open_case import contact_home
from services.intake.domain.case_parts import REPEATED_INTERVENTION, Fact
from services.intake.domain.intervention import Intervention, intervention_id_of
from services.intake.storage.house import Intake
from shared.contracts.intake import FactSource
from shared.errors import Conflict, Hidden
from shared.identifiers import derived_id


@dataclass(frozen=True)
class ReportIntervention:
    case_id: str
    key: str
    by: str | None
    happened: str | None = None
    measure: str | None = None
    pupils_view: str | None = None
    source: FactSource = "staff"


async def report_intervention(command: ReportIntervention, *, house: Intake) -> str:
    """Keep it, open the task of telling the home, and ask about the school owner when it is not the first.

    The same key again changes nothing. Raises `Conflict` while nobody knows which pupil it is.
    """
    case = await house.cases.get(command.case_id)
    if case is None:
        raise Hidden
    if case.pupil_id is None:
        raise Conflict("no-pupil-yet")
    id_ = intervention_id_of(case.id, command.key)
    others = await house.interventions.ids({"pupil_id": case.pupil_id, "_id": {"$ne": id_}}, limit=1)
    now = house.clock.now()
    made = Intervention(
        id=id_,
        case_id=case.id,
        school_id=case.school_id,
        pupil_id=case.pupil_id,
        told_at=now,
        told_by=command.by,
        repeated=bool(others),
        happened=command.happened,
        measure=command.measure,
        pupils_view=command.pupils_view,
    )
    there = await house.interventions.add(made.reported(), by=command.by)
    if there.repeated:
        # Only the second time is it something to decide on; the intervention itself stands by itself.
        fact = Fact(
            id=derived_id("fact", id_),
            text="\n".join(one for one in (there.happened, there.measure) if one),
            source=command.source,
            criteria=(REPEATED_INTERVENTION,),
            recorded_by=command.by,
            recorded_at=there.told_at,
        )
        await house.cases.change(case.id, lambda it: it.record_fact(fact), by=command.by)
    if not case.home_held:
        await house.tasks.add(contact_home(case, there.told_at, about=id_).opened(), by=command.by)
    return id_


async def complete_intervention(intervention_id: str, *, by: str, house: Intake, **told: str | None) -> None:
    """Write down what was not known at first; what stands is not overwritten."""

    def decide(it: Intervention) -> None:
        for field, text in told.items():
            if text and not getattr(it, field):
                setattr(it, field, text)

    await house.interventions.change(intervention_id, decide, by=by)
