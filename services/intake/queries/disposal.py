"""What could go today by the municipality's rules, what is held, and what is gone."""

from dataclasses import dataclass
from datetime import date, timedelta

from services.intake.domain.case import Case
from services.intake.domain.erasure import Erasure, erasure_id_of
from services.intake.domain.retention import (
    KINDS,
    RULES,
    Hold,
    Kind,
    RetentionRules,
    after_years,
    day_of,
    hold_id_of,
    kind_of,
)
from services.intake.storage.house import Intake
from shared.contracts.topics import DAY_MS, TOPICS

SHOWN = 200


@dataclass(frozen=True)
class Candidate:
    """One case whose time is up, or is up soon."""

    case: Case
    school: str
    kind: Kind
    ended_on: date
    due_on: date
    hold: Hold | None
    together_with: list[str]
    """Numbers of cases with papers in common: they go together, when all may."""

    def may_go(self, today: date) -> bool:
        return self.due_on <= today and self.hold is None


async def rules_of(house: Intake) -> RetentionRules:
    """The rules as they are; none before somebody has set them."""
    return await house.retention.get(RULES) or RetentionRules(id=RULES)


async def candidates(house: Intake, *, ahead: timedelta = timedelta(days=0)) -> list[Candidate]:
    """The cases that may go by `ahead` from today, those that ended first before the others; at most 200."""
    rules = await rules_of(house)
    day = house.today() + ahead
    found: list[Case] = []
    for kind in KINDS:
        years = rules.years.get(kind)
        if years is not None:
            cut = house.clock.now() + ahead + timedelta(days=1) - timedelta(days=365 * years)
            state = "no_case" if kind == "no_case" else "closed"
            wanted = {"state": state, "ended_at": {"$lte": cut}}
            found += [
                one
                for one in await house.cases.find(wanted, sort=[("ended_at", 1)], limit=SHOWN)
                if kind_of(one.kind, one.state) == kind
                and one.ended_at is not None
                and after_years(day_of(one.ended_at), years) <= day
            ]
    holds = {one.case_id: one for one in await house.holds.find({"on": True})}
    schools = {one.listed.school_id: one.name for one in (await house.directory.schools.find({})).values()}
    orders = {
        one.of for one in await house.erasures.find({"_id": {"$in": [erasure_id_of(c.id) for c in found]}})
    }
    made = []
    for case in sorted((c for c in found if c.id not in orders), key=lambda c: c.ended_at or c.reported_at):
        assert case.ended_at is not None
        kind = kind_of(case.kind, case.state)
        together = await companions(case.id, house=house)
        numbers = [one.number for one in await house.cases.find({"_id": {"$in": sorted(together)}})]
        made.append(
            Candidate(
                case=case,
                school=schools.get(case.school_id, "–"),
                kind=kind,
                ended_on=day_of(case.ended_at),
                due_on=after_years(day_of(case.ended_at), rules.years[kind]),
                hold=holds.get(case.id),
                together_with=sorted(numbers),
            )
        )
    return made[:SHOWN]


async def companions(case_id: str, *, house: Intake) -> set[str]:
    """The cases that have a report, a file or a plan in common with this one: they are erased together."""
    found, waiting = {case_id}, [case_id]
    while waiting:
        one = waiting.pop()
        papers = [
            *([c.case_id for c in r.cases] for r in await house.reports.find({"cases": one})),
            *(list(a.case_ids) for a in await house.attachments.find({"cases": one})),
            *(list(p.case_ids) for p in await house.plans.find({"cases": one})),
        ]
        new = {id_ for ids in papers for id_ in ids} - found
        found |= new
        waiting += sorted(new)
    return found - {case_id}


async def hold_on(case_id: str, *, house: Intake) -> Hold | None:
    """The hold that stands, if any."""
    found = await house.holds.get(hold_id_of(case_id))
    return found if found is not None and found.lifted_at is None else None


@dataclass(frozen=True)
class Certificate:
    """What was done, and until when something without meaning, or behind a lost key, may still lie about."""

    erasure: Erasure
    school: str
    ordered_by: str
    on_kafka_until: date
    in_key_backups_until: date


async def certificate(erasure: Erasure, *, house: Intake) -> Certificate:
    schools = {one.listed.school_id: one.name for one in (await house.directory.schools.find({})).values()}
    people = await house.directory.people_by_id([erasure.ordered_by])
    last = max((one.at for one in erasure.confirmed.values()), default=erasure.ordered_at)
    longest = max(topic.forgets_within_ms for topic in TOPICS if not topic.state)
    return Certificate(
        erasure=erasure,
        school=schools.get(erasure.school_id, "–"),
        ordered_by=people[erasure.ordered_by].name if erasure.ordered_by in people else "–",
        on_kafka_until=day_of(last + timedelta(days=longest / DAY_MS)),
        in_key_backups_until=day_of(last + timedelta(days=house.key_backup_days)),
    )
