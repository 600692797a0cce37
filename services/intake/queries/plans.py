"""Questions about plans: the evaluations of a case, what may join a plan, and the family's own parts."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from services.intake.domain.case import Case
from services.intake.domain.case_filter import OPEN
from services.intake.domain.evaluation import Evaluation
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import MeasureStatus, Voice
from services.intake.queries.whose_cases import that_may_be_seen
from services.intake.storage.house import Intake
from shared.directory import Person

_REFERENCE = re.compile(r"@(person_[a-z2-7]{26})")
MOST_TO_JOIN = 100
NEUTRAL = "@other-pupil"
"""Stands where another pupil was named; each page says it in the reader's language."""


async def plan_of(case_id: str, *, house: Intake) -> Plan | None:
    """The plan that covers this case, if there is one."""
    return next(iter(await house.plans.find({"cases": case_id}, limit=1)), None)


async def evaluations_of(case_id: str, *, house: Intake) -> list[Evaluation]:
    """Those that were begun or held, the newest first."""
    found = await house.evaluations.find({"case_id": case_id})
    return sorted(found, key=lambda one: (one.due_on, one.id), reverse=True)


async def cases_to_join(case_id: str, person_id: str, *, house: Intake) -> list[tuple[Case, Person | None]]:
    """The newest open cases of the same school, seen by this person, that have no plan yet."""
    there = await house.cases.get(case_id)
    if there is None:
        return []
    query = {"school_id": there.school_id, "state": {"$in": list(OPEN)}}
    rows = await house.cases.in_clear(query, sort=[("reported_at", -1)], limit=MOST_TO_JOIN)
    ids = [id_ for id_, clear in rows if clear["pupil_id"] and id_ != case_id]
    taken = await house.plans.in_clear({"cases": {"$in": ids}})
    with_plan = {id_ for _, clear in taken for id_ in clear["cases"]}
    seen = await that_may_be_seen(person_id, (one for one in ids if one not in with_plan), house=house)
    found = await house.cases.find({"_id": {"$in": sorted(seen)}}, sort=[("reported_at", -1)])
    pupils = await house.directory.people_by_id(one.pupil_id for one in found if one.pupil_id)
    return [(one, pupils.get(one.pupil_id or "")) for one in found if one.kind == "individual"]


@dataclass(frozen=True)
class FamilyMeasure:
    """A measure as the family reads it."""

    what: str
    starts_on: date | None
    until: date | None
    person_id: str | None
    who: str | None
    status: MeasureStatus


@dataclass(frozen=True)
class FamilyPlan:
    """The plan as one child's family may read it: nothing that is another child's alone."""

    version: int
    problem: str
    findings: str
    voice: Voice
    measures: tuple[FamilyMeasure, ...]
    evaluate_on: tuple[date, ...]


def plan_for_family(plan: Plan, case_id: str, *, pupil_id: str | None = None) -> FamilyPlan:
    """That child's own parts, and what is common; every other person named by reference is `NEUTRAL`.

    `pupil_id`: the child of the case, whose own reference stays. Staff who carry out a measure stay too:
    the family has a right to know who. Names typed by hand are not seen here: the name check of R41 turns
    them into references before anything is published.
    """
    staff = {one.person_id for one in plan.measures if one.person_id}
    kept = staff | ({pupil_id} if pupil_id else set())

    def masked(text: str | None) -> str:
        return _REFERENCE.sub(lambda found: found[0] if found[1] in kept else NEUTRAL, text or "")

    voice = plan.voice_of(case_id)
    return FamilyPlan(
        version=plan.version,
        problem=masked(plan.problem),
        findings=masked(plan.findings),
        voice=Voice.model_validate({name: masked(told) or None for name, told in voice.model_dump().items()}),
        measures=tuple(
            FamilyMeasure(
                what=masked(one.what),
                starts_on=one.starts_on,
                until=one.until,
                person_id=one.person_id,
                who=masked(one.who) or None,
                status=one.status,
            )
            for one in plan.measures
            if not one.case_ids or case_id in one.case_ids
        ),
        evaluate_on=tuple(one.on for one in plan.planned(case_id)),
    )


def read_plan(
    plan: FamilyPlan, people: Mapping[str, Person], *, other: str, own_version: Callable[[str, str], str]
) -> FamilyPlan:
    """The same with every reference in words: names where they may stand, and `other` for everybody else.

    `own_version` takes the other pupils of the plan out of what is common.
    """

    def said(text: str | None) -> str | None:
        return None if text is None else common(text)

    def common(text: str) -> str:
        return _in_words(own_version(text, other), people, other)

    return replace(
        plan,
        problem=common(plan.problem),
        findings=common(plan.findings),
        voice=Voice.model_validate({name: said(told) for name, told in plan.voice.model_dump().items()}),
        measures=tuple(
            replace(one, what=common(one.what), who=_who(one, people, common)) for one in plan.measures
        ),
    )


def _who(measure: FamilyMeasure, people: Mapping[str, Person], common: Callable[[str], str]) -> str:
    person = people.get(measure.person_id or "")
    words = common(measure.who) if measure.who else None
    return ", ".join(filter(None, (person.name if person else None, words)))


def _in_words(text: str, people: Mapping[str, Person], other: str) -> str:
    def name(found: re.Match[str]) -> str:
        person = people.get(found[1])
        return person.words.given_name if person else other

    return _REFERENCE.sub(name, text).replace(NEUTRAL, other)
