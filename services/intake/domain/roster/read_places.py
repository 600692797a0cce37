"""orgs.csv, academicSessions.csv, classes.csv and rooms.csv: where things are, and when."""

from datetime import date
from typing import Final, Literal

from services.intake.domain.roster.draft import Draft
from services.intake.domain.roster.fields import (
    Cells,
    boolean,
    day,
    grades,
    identifier,
    identifiers,
    number,
    one_of,
    optional_identifier,
    optional_text,
    period,
    phone,
    text,
)
from services.intake.domain.roster.people import Language
from services.intake.domain.roster.places import Duty, DutyRole, Group, Municipality, Room, School
from services.intake.domain.roster.refusals import Code, Refused
from services.intake.domain.roster.rows import Rows

ORGS: Final = ("sourcedId", "name", "type")
SESSIONS: Final = ("sourcedId", "startDate", "endDate")
CLASSES: Final = ("sourcedId", "title", "schoolSourcedId")
ROOMS: Final = ("sourcedId", "schoolSourcedId", "title")

_HOVUDMAAL: Final[dict[str, Language]] = {"nb": "nb", "nn": "nn"}
_ORG_TYPES: Final = {"district": "district", "local": "district", "school": "school"}
_CLASS_TYPES: Final[dict[str, Literal["class", "teaching"]]] = {"homeroom": "class", "scheduled": "teaching"}
_VACANCIES: Final[dict[str, DutyRole]] = {
    "rektor": "rektor",
    "deputy": "deputy",
    "social_teacher": "social_teacher",
    "school_owner": "school_owner",
    "owner_deputy": "owner_deputy",
}


def read_orgs(rows: Rows, draft: Draft) -> None:
    """Schools and the municipality above them. A school under an unknown owner is kept, and reported."""
    parents: dict[str, tuple[int, str]] = {}

    def take(cells: Cells, line: int) -> None:
        org, name = identifier(cells, "sourcedId"), text(cells, "name")
        kind = one_of(cells, "type", _ORG_TYPES, Code.UNKNOWN_VALUE)
        parent = optional_identifier(cells, "parentSourcedId")
        vacancy = _vacancy(cells, org)
        shared = {
            "id": org,
            "name": name,
            "identifier": optional_text(cells, "identifier"),
            "phone": _phone(rows, cells),
            "address": optional_text(cells, "metadata.samspill.address"),
        }
        if kind is None:
            raise Refused(Code.REQUIRED, "type")
        if kind == "district":
            draft.municipalities[org] = Municipality.model_validate(shared)
        else:
            language = _hovudmaal(rows, cells)
            draft.schools[org] = School.model_validate(
                {**shared, "municipality": parent, "language": language}
            )
            if parent is not None:
                parents[org] = (line, parent)
        if vacancy is not None:
            draft.duties.append(vacancy)

    rows.each(take)
    for org, (line, parent) in parents.items():
        if parent not in draft.municipalities:
            draft.tally.refuse(rows.file, line, Code.UNKNOWN_ORG, "parentSourcedId", "field")
            draft.schools[org] = draft.schools[org].model_copy(update={"municipality": None})


def read_sessions(rows: Rows, draft: Draft) -> None:
    """School years and terms, which give classes their dates."""

    def take(cells: Cells, _line: int) -> None:
        session = identifier(cells, "sourcedId")
        first, last = period(cells, "startDate", "endDate")
        if first is None or last is None:
            raise Refused(Code.REQUIRED, "startDate" if first is None else "endDate")
        draft.sessions[session] = (first, last)

    rows.each(take)


def read_classes(rows: Rows, draft: Draft) -> None:
    """Classes and teaching groups, and from the classes one group for each grade of each school."""

    def take(cells: Cells, _line: int) -> None:
        group, school = identifier(cells, "sourcedId"), draft.school(cells, "schoolSourcedId")
        kind = one_of(cells, "classType", _CLASS_TYPES, Code.UNKNOWN_VALUE) or "class"
        title, in_grades = text(cells, "title"), grades(cells, "grades")
        first, last = _term(rows, cells, draft)
        draft.groups[group] = Group(
            id=group, school=school, kind=kind, title=title, grades=in_grades, from_=first, until=last
        )

    rows.each(take)
    _add_grades(draft)


def read_rooms(rows: Rows, draft: Draft) -> None:
    def take(cells: Cells, _line: int) -> None:
        draft.rooms.append(
            Room(
                id=identifier(cells, "sourcedId"),
                school=draft.school(cells, "schoolSourcedId"),
                name=text(cells, "title"),
                seats=number(cells, "seats"),
                calm=boolean(cells, "calm") or False,
                step_free=boolean(cells, "stepFree") or False,
                directions=optional_text(cells, "directions"),
            )
        )

    rows.each(take)


def _vacancy(cells: Cells, org: str) -> Duty | None:
    role = one_of(cells, "metadata.samspill.vacantDuty", _VACANCIES, Code.UNKNOWN_ROLE)
    first, last = period(cells, "metadata.samspill.vacantFrom", "metadata.samspill.vacantUntil")
    if role is None:
        return None
    return Duty(
        id=f"{org}:vacant:{role}", role=role, org=org, person=None, from_=first, until=last, vacancy=True
    )


def _hovudmaal(rows: Rows, cells: Cells) -> Language:
    """Read the school's written standard; bokmål, with a line in the report, where none is stated."""
    column = "metadata.samspill.hovudmaal"
    try:
        language = one_of(cells, column, _HOVUDMAAL, Code.UNKNOWN_LANGUAGE)
        if language is None:
            raise Refused(Code.REQUIRED, column)
    except Refused as refused:
        rows.without_field(refused)
        return "nb"
    return language


def _phone(rows: Rows, cells: Cells) -> str | None:
    try:
        return phone(cells, "metadata.samspill.phone")
    except Refused as refused:
        rows.without_field(refused)
        return None


def _term(rows: Rows, cells: Cells, draft: Draft) -> tuple[date | None, date | None]:
    """Date a class: its own columns where given, else those of its terms."""
    first, last = day(cells, "metadata.samspill.from"), day(cells, "metadata.samspill.until")
    terms = identifiers(cells, "termSourcedIds")
    if any(term not in draft.sessions for term in terms):
        rows.without_field(Refused(Code.UNKNOWN_SESSION, "termSourcedIds"))
    known = [draft.sessions[term] for term in terms if term in draft.sessions]
    if known and first is None:
        first = min(begins for begins, _ in known if begins is not None)
    if known and last is None:
        last = max(ends for _, ends in known if ends is not None)
    if first is not None and last is not None and last < first:
        raise Refused(Code.IMPOSSIBLE_DATES, "termSourcedIds")
    return first, last


def _add_grades(draft: Draft) -> None:
    found: dict[tuple[str, int], list[Group]] = {}
    for group in draft.groups.values():
        if group.kind == "class":
            for grade in group.grades:
                found.setdefault((group.school, grade), []).append(group)
    for (school, grade), classes in found.items():
        made = Group(
            id=f"{school}:grade:{grade:02}",
            school=school,
            kind="grade",
            title=str(grade),
            grades=(grade,),
            classes=tuple(one.id for one in classes),
        )
        draft.groups.setdefault(made.id, made)
