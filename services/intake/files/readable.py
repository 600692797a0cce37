"""The page of a package that people read: what happened, in order, and what was written, with its labels.

Everything is in `case.json`; here stands what has a label in the catalogue, so that it reads like a case and
not like a database. No script, no address, nothing from outside: it opens from a disk in ten years.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from services.intake.domain.case import Case
from services.intake.domain.dossier import Dossier
from shared.directory import Person
from shared.i18n import Catalogue, Language, format_day, format_moment
from shared.pdf import Block, Document, Fields, Heading, Items, Text

HERE = Path(__file__).parent
_PERSON = re.compile(r"\bperson_[a-z2-7]{26}\b")
_ORDER = ("cases", "reports", "interventions", "meetings", "minutes", "plans", "evaluations", "letters")
_CODES = ("decision", "answer", "clock", "outcome", "result", "status")
_WHEN = ("starts_at", "acknowledge_by", "due_at", "next_action_on", "occurred_on", "follow_up_on", "due_on")
_TIMELINE_ARGUMENTS = ("person", "adult", "colleague", "owner", "decider", "handler")


class Readable:
    """Draws it from what is in the package; made once."""

    def __init__(self, *locales: Path) -> None:
        self._catalogue = Catalogue(*locales)
        loader = FileSystemLoader(HERE / "templates")
        self._template = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        ).get_template("dossier.html")

    def other(self, language: Language) -> str:
        """What everybody else is called in a masked package."""
        return self._catalogue.t(language, "dossier-other")

    @staticmethod
    def people_in(state: Any) -> set[str]:
        """Whose names it needs."""
        return set(_PERSON.findall(str(state)))

    def page(
        self,
        dossier: Dossier,
        case: Case,
        *,
        states: list[tuple[str, dict[str, Any]]],
        story: Any,
        people: Mapping[str, Person],
        whole: bool,
    ) -> str:
        drawn = self._drawn(dossier, case, states=states, story=story, people=people, whole=whole)
        return self._template.render(
            t=partial(self._catalogue.t, dossier.language),
            lang=dossier.language,
            dossier=dossier,
            case=case,
            subject=drawn.subject,
            lines=drawn.lines,
            sections=drawn.sections,
            asked=drawn.asked,
        )

    def document(
        self,
        dossier: Dossier,
        case: Case,
        *,
        states: list[tuple[str, dict[str, Any]]],
        story: Any,
        people: Mapping[str, Person],
        whole: bool,
    ) -> Document:
        """The same as `page`, to be made a tagged PDF."""
        drawn = self._drawn(dossier, case, states=states, story=story, people=people, whole=whole)
        t = partial(self._catalogue.t, dossier.language)
        title = t("dossier-page-title", number=case.number)
        variant = t("dossier-page-variant", variant=dossier.variant)
        about = f"{variant} {t('dossier-page-for', purpose=dossier.purpose)}"
        signed = " ".join((t("dossier-page-asked", at=drawn.asked), t("dossier-page-signed")))
        blocks: list[Block] = [Heading(drawn.subject)] if drawn.subject else []
        blocks.append(Text(f"{about} {dossier.recipient}." if dossier.recipient else about))
        blocks.append(Text(signed, quiet=True))
        if dossier.missing:
            blocks.append(Text(t("dossier-page-missing")))
        blocks.append(Heading(t("dossier-page-story")))
        told = [f"{at}: {text} ({by})" if by else f"{at}: {text}" for at, text, by in drawn.lines]
        blocks.append(Items(told, numbered=True))
        for heading, rows in drawn.sections:
            blocks += [Heading(heading), Fields(rows)]
        return Document(
            title=title,
            language=dossier.language,
            made_at=dossier.asked_at,
            blocks=blocks,
            footer=case.number,
            page=t("pdf-page"),
        )

    def _drawn(
        self,
        dossier: Dossier,
        case: Case,
        *,
        states: list[tuple[str, dict[str, Any]]],
        story: Any,
        people: Mapping[str, Person],
        whole: bool,
    ) -> "_Drawn":
        drawing = _Drawing(self._catalogue, dossier.language, people)
        sections = [
            (
                self._catalogue.t(dossier.language, "dossier-kind", kind=told["kind"]),
                drawing.fields(told["state"]),
            )
            for _, told in sorted(states, key=lambda one: _place(one[1]["kind"]))
            if told["kind"] in _ORDER
        ]
        return _Drawn(
            subject=drawing.name_of(case.pupil_id),
            lines=[drawing.line(line) for line in reversed(story.lines) if whole or drawing.is_named(line)],
            sections=[(title, fields) for title, fields in sections if fields],
            asked=format_moment(dossier.asked_at, dossier.language, year=True),
        )


@dataclass(frozen=True)
class _Drawn:
    """What both forms of it show."""

    subject: str
    lines: list[tuple[str, str, str]]
    sections: list[tuple[str, list[tuple[str, Any]]]]
    asked: str


class _Drawing:
    def __init__(self, catalogue: Catalogue, language: Language, people: Mapping[str, Person]) -> None:
        self._catalogue = catalogue
        self._language = language
        self._people = people

    def fields(self, state: Any) -> list[tuple[str, Any]]:
        """Labels with text, or with the same for what lies inside; what has no label is left out."""
        found: list[tuple[str, Any]] = []
        for name, value in state.items():
            label = f"dossier-field-{name.replace('_', '-')}"
            if value in (None, "", [], {}) or not self._catalogue.has(label):
                continue
            if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
                inside = [fields for one in value if (fields := self.fields(one))]
            elif isinstance(value, dict):
                inside = [self.fields(value)] if "text" in value or "facts" in value else []
            elif isinstance(value, list):
                inside = ", ".join(self.text(one) for one in value)  # type: ignore[assignment]
            else:
                inside = self.text(value)  # type: ignore[assignment]
            if inside:
                found.append((self._catalogue.t(self._language, label), inside))
        return found

    def text(self, value: Any) -> str:
        if isinstance(value, bool):
            return self._catalogue.t(self._language, "dossier-yes" if value else "dossier-no")
        if isinstance(value, str):
            if value in self._people:
                return self._people[value].name
            if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", value):
                return format_moment(datetime.fromisoformat(value), self._language, year=True)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                return format_day(date.fromisoformat(value), self._language, year=True)
        return str(value)

    def is_named(self, line: Any) -> bool:
        """Whether everybody a line of the story is about may be named."""
        ids = self._ids(line).values()
        return all(id_ in self._people for id_ in ids) and line.row.type not in (
            "reporter-wrote",
            "reporter-answered",
        )

    def line(self, line: Any) -> tuple[str, str, str]:
        """When, what, and who did it."""
        row = line.row
        names = {name: self._name(id_) for name, id_ in self._ids(line).items()}
        said = {
            **dict.fromkeys(_TIMELINE_ARGUMENTS, "–"),
            **names,
            "kind": str(row.facts.get("wish") or row.facts.get("kind") or ""),
            "code": next((str(row.facts[one]) for one in _CODES if row.facts.get(one)), ""),
            "reached": "yes" if row.facts.get("reached") else "no",
            "means": str(row.facts.get("means", "")),
            "toldas": str(row.facts.get("told_as", "")),
            "when": self._when(row.facts),
            "variant": str(row.facts.get("variant", "")),
            "purpose": str(row.facts.get("purpose", "")),
        }
        text = self._catalogue.t(self._language, f"event-{row.type}", **said)
        at = format_moment(row.at, self._language, year=True)
        return at, text, self._name(row.by) if row.by else ""

    def _when(self, facts: Mapping[str, Any]) -> str:
        found = next((str(facts[one]) for one in _WHEN if facts.get(one)), "")
        return self.text(found) if found else ""

    def _ids(self, line: Any) -> dict[str, str]:
        facts = line.row.facts
        return {
            name: facts[f"{name}_id"]
            for name in _TIMELINE_ARGUMENTS
            if isinstance(facts.get(f"{name}_id"), str)
        }

    def name_of(self, person_id: str | None) -> str:
        """The name, or nothing where it may not be shown."""
        found = self._people.get(person_id or "")
        return found.name if found else ""

    def _name(self, person_id: str | None) -> str:
        found = self._people.get(person_id or "")
        return found.name if found else "–"


def _place(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
