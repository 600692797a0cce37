"""Orders about cases that belong together: link them, or follow up the same matter as one (row B13)."""

from collections.abc import Collection

from services.intake.commands.assess_case import find_no_case
from services.intake.commands.open_case import SOURCE_OF
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Fact
from services.intake.storage.house import Intake
from shared.errors import Conflict, Hidden
from shared.identifiers import derived_id


async def link_cases(case_id: str, other_id: str, *, by: str, house: Intake) -> None:
    """They belong together; each keeps its own file, and no family reads of the other."""
    await _two(case_id, other_id, house)
    now = house.clock.now()
    await house.cases.change(case_id, lambda it: it.link(other_id, "related", by, now), by=by)
    await house.cases.change(other_id, lambda it: it.link(case_id, "related", by, now), by=by)


async def merge_cases(
    case_id: str,
    other_id: str,
    answer: str,
    *,
    reason: str,
    by: str,
    house: Intake,
    looked: Collection[str] = (),
) -> None:
    """What was told in `other_id` is followed up in `case_id`, about the same pupil; the trace stays in both.

    The other ends with an answer to whoever told it. What they told becomes a fact here, with its source.
    Repeatable: each step of it is done once.
    """
    case, other = await _two(case_id, other_id, house)
    if case.pupil_id is None or case.pupil_id != other.pupil_id:
        raise Conflict("not-the-same-pupil")
    if case.ended:
        raise Conflict("case-ended")
    if not other.ended:
        await find_no_case(other_id, reason, answer, by=by, house=house, looked=looked)
    elif not other.is_linked(case_id):
        raise Conflict("case-ended")
    report = await house.reports.get(other.report_id) if other.report_id else None
    now = house.clock.now()

    def take_in(it: Case) -> None:
        it.link(other_id, "merged", by, now)
        if report is not None:
            it.record_fact(
                Fact(
                    id=derived_id("fact", case_id, other_id),
                    text=report.text,
                    source=SOURCE_OF[report.told_as],
                    recorded_by=by,
                    recorded_at=now,
                )
            )

    await house.cases.change(case_id, take_in, by=by)
    await house.cases.change(other_id, lambda it: it.link(case_id, "merged", by, now), by=by)


async def _two(case_id: str, other_id: str, house: Intake) -> tuple[Case, Case]:
    case, other = await house.cases.get(case_id), await house.cases.get(other_id)
    if case is None or other is None or "group" in (case.kind, other.kind):
        raise Hidden
    if case.school_id != other.school_id:
        raise Hidden
    return case, other
