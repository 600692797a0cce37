"""Who at home is told, invited and may follow a case, by date and by reason (row L8).

Foreldreansvar is the rule. After a care takeover barnevernet and the foster home decide instead of the
parents (§ 24-4); at 18 the pupil decides alone, from 15 about the education (§ 24-5). A leader may decide
otherwise about one person in one case, with a reason, and the case says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict

from shared.contracts.directory import GuardianLink

Effect = Literal["in", "out"]
Why = Literal[
    "responsibility",
    "no_responsibility",
    "barnevern",
    "foster",
    "care_taken_over",
    "of_age",
    "not_in_time",
    "let_in",
    "left_out",
]
DAY = timedelta(days=1)
DECIDES, OF_AGE = 15, 18
FAR = date.max


class HomeDecision(BaseModel):
    """A leader has decided otherwise than the rule about one person, from a day, perhaps for a time."""

    model_config = ConfigDict(frozen=True)

    person_id: str
    effect: Effect
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Span:
    """Days, the first and the last included; None is open."""

    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def without(self, other: "Span") -> list["Span"]:
        """What is left of these days when the others are taken out."""
        left = []
        if other.since is not None:
            before = Span(self.since, min(self.until or FAR, other.since - DAY))
            left.append(before)
        if other.until is not None:
            after = Span(max(self.since or date.min, other.until + DAY), self.until)
            left.append(after)
        return [one for one in left if (one.since or date.min) <= (one.until or FAR)]


@dataclass(frozen=True)
class AtHome:
    """One person of a pupil's home: the days on which they follow the case, and why that is so."""

    person_id: str
    relation: str
    spans: tuple[Span, ...]
    why: Why

    def follows_on(self, day: date) -> bool:
        return any(one.holds_on(day) for one in self.spans)


def birthday(born: date, years: int) -> date:
    """The day somebody turns that old; who was born on 29 February does so on 1 March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def decides_alone_on(born: date | None, day: date) -> bool:
    """Whether the pupil decides about the education (15), parents told all the same until 18."""
    return born is not None and day >= birthday(born, DECIDES)


def at_home(
    links: Sequence[GuardianLink],
    born: date | None,
    decisions: Mapping[str, HomeDecision],
    day: date,
) -> list[AtHome]:
    """Everybody whom the roster names, each with the days that count and the reason on this day."""
    by_person: dict[str, list[GuardianLink]] = {}
    for link in links:
        by_person.setdefault(link.person_id, []).append(link)
    found = []
    for person_id, theirs in by_person.items():
        spans = [span for link in theirs for span in _entitled(link, links)]
        if born is not None:
            spans = [left for one in spans for left in one.without(Span(birthday(born, OF_AGE)))]
        held = [one for one in theirs if _span(one).holds_on(day)]
        relation = (held or theirs)[0].relation
        rule = AtHome(person_id, relation, tuple(spans), _why(held, links, born, day))
        decision = decisions.get(person_id)
        found.append(rule if decision is None else _decided(rule, decision, day))
    return found


def _decided(rule: AtHome, decision: HomeDecision, day: date) -> AtHome:
    """What the rule leaves, with the days of a leader's decision put in or taken out."""
    decided = Span(decision.since, decision.until)
    spans = [left for one in rule.spans for left in one.without(decided)]
    if decision.effect == "in":
        spans.append(decided)
    why = rule.why
    if decision.holds_on(day):
        why = "let_in" if decision.effect == "in" else "left_out"
    return replace(rule, spans=tuple(spans), why=why)


def _entitled(link: GuardianLink, links: Iterable[GuardianLink]) -> list[Span]:
    """The days on which this one link gives a right: all of them, fewer, or none."""
    if link.relation in ("barnevern", "foster"):
        return [_span(link)]
    if not link.responsibility:
        return []
    spans = [_span(link)]
    for taken_over in links:
        if taken_over.relation == "barnevern":
            spans = [left for one in spans for left in one.without(_span(taken_over))]
    return spans


def _why(held: Sequence[GuardianLink], links: Iterable[GuardianLink], born: date | None, day: date) -> Why:
    if not held:
        return "not_in_time"
    if born is not None and day >= birthday(born, OF_AGE):
        return "of_age"
    relations = {one.relation for one in held}
    if "barnevern" in relations:
        return "barnevern"
    if "foster" in relations:
        return "foster"
    if not any(one.responsibility for one in held):
        return "no_responsibility"
    if any(one.relation == "barnevern" and _span(one).holds_on(day) for one in links):
        return "care_taken_over"
    return "responsibility"


def _span(link: GuardianLink) -> Span:
    return Span(link.since, link.until)
