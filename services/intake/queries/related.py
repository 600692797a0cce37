"""Which cases belong together with one, as far as the reader may see them; and which may (row B13)."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.queries.whose_cases import that_may_be_seen
from services.intake.storage.house import Intake
from shared.directory import Person


@dataclass(frozen=True)
class RelatedCase:
    """One of them. Whoever may not see it is told that it is there, and nothing else."""

    id: str
    number: str
    pupil: Person | None
    merged: bool
    open: bool


@dataclass(frozen=True)
class Related:
    known: list[RelatedCase]
    hidden: int
    """How many belong together with it that the reader may not see."""
    perhaps_the_same: list[RelatedCase]
    """Other open cases about the same pupil: perhaps the same matter, told twice."""


async def related_to(case: Case, reader_id: str, *, house: Intake) -> Related:
    report = await house.reports.get(case.report_id) if case.report_id else None
    linked = {one.case_id for one in case.links}
    ids = (linked | {one.case_id for one in (report.cases if report else ())}) - {case.id}
    alike = await house.cases.find({"pupil_id": case.pupil_id}) if case.pupil_id else []
    cases = {one.id: one for one in await house.cases.find({"_id": {"$in": sorted(ids)}})} if ids else {}
    same = [
        one
        for one in alike
        if one.id not in ids | {case.id} and not one.ended and one.school_id == case.school_id
    ]
    seen = await that_may_be_seen(reader_id, [*ids, *(one.id for one in same)], house=house)
    shown = [one for id_, one in cases.items() if id_ in seen]
    pupils = await house.directory.people_by_id(
        sorted({one.pupil_id for one in (*shown, *same) if one.pupil_id})
    )
    merged = {one.case_id for one in case.links if one.kind == "merged"}

    def told(one: Case) -> RelatedCase:
        pupil = pupils.get(one.pupil_id or "")
        return RelatedCase(one.id, one.number, pupil, one.id in merged, not one.ended)

    return Related(
        known=sorted((told(one) for one in shown), key=lambda one: one.number),
        hidden=len(ids - seen),
        perhaps_the_same=sorted((told(one) for one in same if one.id in seen), key=lambda one: one.number),
    )
