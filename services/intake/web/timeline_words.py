"""A case's story in the reader's words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from services.intake.queries.story import Line, Story
from shared.directory import Person
from shared.i18n import Language, format_day, format_moment
from shared.web.layout import Pages

_KINDS: Mapping[str, str] = {
    "report-received": "info",
    "tomorrow-ticked": "success",
    "plan-activated": "success",
    "evaluation-recorded": "info",
    "case-moved": "warning",
    "case-closed": "success",
    "case-reopened": "warning",
    "meeting-held": "success",
    "case-minutes-approved": "success",
    "notice-acknowledged": "success",
    "meeting-called": "info",
    "meeting-cancelled": "warning",
    "letter-undeliverable": "warning",
    "letter-by-hand": "warning",
    "clock-overdue": "danger",
    "tomorrow-missed": "danger",
    "serious-suggested": "warning",
    "serious-decided": "warning",
    "notice-step": "info",
    "notice-unanswered": "danger",
    "assistance-given": "success",
    "assistance-declined": "warning",
    "contact-asked-for": "info",
}
_NAMED = ("person_id", "adult_id", "colleague_id", "owner_id", "decider_id", "handler_id")
_TELLS = frozenset(
    {"report-received", "meeting-called", "meeting-moved", "meeting-cancelled", "case-minutes-approved"}
    | {"group-minutes-approved", "tomorrow-missed", "notice-step"}
)
"""What somebody is told of by letter: there the line says who was, also when nobody was."""


def timeline_entries(
    pages: Pages, language: Language, story: Story, people: Mapping[str, Person], *, most: int | None = None
) -> list[dict[str, Any]]:
    """The entries for the page's timeline, the newest first."""
    return [_entry(pages, language, line, people) for line in story.lines[:most]]


def _entry(pages: Pages, language: Language, line: Line, people: Mapping[str, Person]) -> dict[str, Any]:
    row = line.row
    names = {name.removesuffix("_id"): _name(people, row.facts.get(name)) for name in _NAMED}
    said = {
        **names,
        "kind": str(row.facts.get("wish") or row.facts.get("kind") or ""),
        "code": _code(row.facts),
        "reached": "yes" if row.facts.get("reached") else "no",
        "means": str(row.facts.get("means", "")),
        "toldas": str(row.facts.get("told_as", "")),
        "variant": str(row.facts.get("variant", "")),
        "purpose": str(row.facts.get("purpose", "")),
        "when": _when(row.facts, language),
    }
    entry: dict[str, Any] = {
        "at": row.at,
        "text": pages.t(language, f"event-{row.type}", **said),
        "by": _name(people, row.by) if row.by else "",
        "kind": _KINDS.get(row.type, ""),
        "href": _href(row.type, row.facts),
    }
    if row.type in _TELLS or line.told:
        entry["told"] = ", ".join(_name(people, one) for one in line.told)
    return entry


def _code(facts: Mapping[str, Any]) -> str:
    """What tells one event of its kind from another: a decision, an answer, an outcome, a state."""
    names = ("decision", "answer", "clock", "outcome", "result", "status", "effect", "verdict")
    return next((str(facts[name]) for name in names if facts.get(name)), "")


def _when(facts: Mapping[str, Any], language: Language) -> str:
    for name in ("starts_at", "acknowledge_by", "due_at"):
        if facts.get(name):
            return format_moment(datetime.fromisoformat(facts[name]), language)
    for name in ("next_action_on", "occurred_on", "follow_up_on", "due_on"):
        if facts.get(name):
            return format_day(date.fromisoformat(facts[name]), language)
    return ""


def _href(code: str, facts: Mapping[str, Any]) -> str:
    if "meeting_id" in facts:
        minutes = "/minutes" if code.endswith("minutes-approved") else ""
        return f"/meetings/{facts['meeting_id']}{minutes}"
    return f"#fact-{facts['fact_id']}" if "fact_id" in facts else ""


def _name(people: Mapping[str, Person], person_id: str | None) -> str:
    person = people.get(person_id or "")
    return person.name if person else "–"
