"""The schools side by side over time, counted from what escalation has heard of cases and promises."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from services.escalation.domain.figures import Counts, Month
from services.escalation.domain.happened import Happened
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.clock import OSLO

BySchool = Mapping[str, Sequence[Counts]]


@dataclass(frozen=True)
class Figures:
    months: Sequence[Month]
    schools: Mapping[str, str]
    counts: BySchool


async def figures(until: Month, months: int, *, house: Escalation) -> Figures:
    """Each school's counts, month by month, the last one last."""
    asked = [until.plus(n - months + 1) for n in range(months)]
    schools = {id_: one.name for id_, one in (await house.directory.schools.find({})).items()}
    cases = await house.cases.all()
    happened = await house.happenings.of_kinds("meeting", "talk", "evaluation", "end")
    of_case: dict[str, list[Happened]] = defaultdict(list)
    for one in happened:
        of_case[one.case_id].append(one)
    promises = await house.clocks.clear_of({"month": {"$in": [one.text for one in asked]}})
    counts = {
        school_id: [
            _counts(
                month,
                [one for one in cases if one.school_id == school_id and one.kind == "individual"],
                of_case,
                [one for one in promises if one["school_id"] == school_id and one["month"] == month.text],
            )
            for month in asked
        ]
        for school_id in schools
    }
    return Figures(asked, schools, counts)


def _counts(
    month: Month,
    cases: Sequence[CaseFact],
    of_case: Mapping[str, Sequence[Happened]],
    promises: Sequence[Mapping[str, object]],
) -> Counts:
    opened = [one for one in cases if _month(one.reported_at) == month]
    waits = [days for one in opened if (days := _days_to_meeting(one, of_case[one.case_id])) is not None]
    evaluated = [
        one
        for case in cases
        for one in of_case[case.case_id]
        if one.kind == "evaluation" and _month(one.at) == month
    ]
    return Counts(
        opened=len(opened),
        open_cases=sum(_is_open(one, of_case[one.case_id], month) for one in cases),
        kept=sum(one["kept"] == "kept" for one in promises),
        broken=sum(one["kept"] == "broken" for one in promises),
        evaluated=len(evaluated),
        meetings=len(waits),
        meeting_days=sum(waits),
    )


def _is_open(case: CaseFact, happened: Sequence[Happened], month: Month) -> bool:
    """Whether it was open at the end of that month."""
    if _month(case.reported_at) > month:
        return False
    return not any(one.kind == "end" and not one.withdrawn and _month(one.at) <= month for one in happened)


def _days_to_meeting(case: CaseFact, happened: Sequence[Happened]) -> float | None:
    starts = [
        one.starts_at or one.at
        for one in happened
        if one.kind in ("meeting", "talk") and not one.withdrawn and one.with_home
    ]
    later = [one for one in starts if one >= case.reported_at]
    return (min(later) - case.reported_at).total_seconds() / 86400 if later else None


def _month(moment: datetime) -> Month:
    return Month.of(moment.astimezone(OSLO).date())
