"""What Feide says of classes and who is in them, as a change to be laid over the roster that is kept.

Feide knows staff, pupils and groups with the days they hold, and no parents. So it never takes the place of a
roster: it adds and ends what a roster has not, and points to those whom the roster knows already.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from services.intake.domain.roster.merge import Sheet, cells_of, line_of
from shared.identifiers import derived_id

Affiliation = Literal["student", "faculty", "employee", "staff", "member"]
GoType = Literal["b", "u", "a"]
"""Basisgruppe (a class), undervisningsgruppe, andre grupper; only the first is a class here."""
MARK: Final = "feide-"
_CLASSES = ("sourcedId", "status", "title", "classCode", "classType", "schoolSourcedId", "termSourcedIds")
_USERS = ("sourcedId", "status", "enabledUser", "givenName", "familyName", "metadata.samspill.staffSubject")
_ROLES = ("sourcedId", "status", "userSourcedId", "roleType", "role", "orgSourcedId", "beginDate", "endDate")
_ENROLLMENTS = (
    *("sourcedId", "status", "classSourcedId", "schoolSourcedId", "userSourcedId"),
    *("role", "primary", "beginDate", "endDate"),
)


@dataclass(frozen=True)
class FeideGroup:
    """One group of a school. `org` is the school's organisation number."""

    id: str
    name: str
    org: str
    go_type: GoType | None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class FeideMember:
    """One person in a group; `subject` is what Feide signs them in as."""

    subject: str = field(repr=False)
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    affiliation: Affiliation


@dataclass(frozen=True)
class Delta:
    """The files of a OneRoster delta, and what could not be used."""

    files: Mapping[str, str]
    unknown_schools: tuple[str, ...] = ()
    """Organisation numbers that no school of the roster has."""


Hashing = Callable[[str], str]
"""A Feide subject as it is kept: a keyed hash."""


def as_delta(
    groups: Sequence[tuple[FeideGroup, Sequence[FeideMember]]], kept: Mapping[str, str], hashing: Hashing
) -> Delta:
    """The classes and their members as rows; who is in one no longer is taken out of it."""
    return _Reading(kept, hashing).of(groups)


class _Reading:
    def __init__(self, kept: Mapping[str, str], hashing: Hashing) -> None:
        self._hashing = hashing
        self._schools = {
            row["identifier"]: row["sourcedId"] for row in _rows(kept, "orgs.csv") if row.get("identifier")
        }
        subjects = ((row.get("metadata.samspill.staffSubject"), row) for row in _rows(kept, "users.csv"))
        self._known = {subject: row["sourcedId"] for subject, row in subjects if subject}
        self._classes = {
            (row["schoolSourcedId"], row["title"].casefold()): row["sourcedId"]
            for row in _rows(kept, "classes.csv")
        }
        self._before = [row for row in _rows(kept, "enrollments.csv") if row["sourcedId"].startswith(MARK)]
        self._term = next((row["sourcedId"] for row in _rows(kept, "academicSessions.csv")), "")
        self._added: dict[str, dict[str, list[str]]] = {}

    def of(self, groups: Sequence[tuple[FeideGroup, Sequence[FeideMember]]]) -> Delta:
        unknown: dict[str, None] = {}
        held: set[str] = set()
        for group, members in groups:
            school = self._schools.get(group.org)
            if school is None:
                unknown[group.org] = None
            elif group.go_type == "b":
                held |= self._class(group, school, members)
        for row in self._before:
            if row["sourcedId"] not in held:
                ended = {**row, "status": "tobedeleted"}
                self._put("enrollments.csv", row["sourcedId"], [ended.get(name, "") for name in _ENROLLMENTS])
        return Delta(self._files(), tuple(unknown))

    def _class(self, group: FeideGroup, school: str, members: Sequence[FeideMember]) -> set[str]:
        class_id = self._classes.get((school, group.name.casefold()))
        if class_id is None:
            class_id = _id("class", group.id)
            row = [class_id, "active", group.name, group.name, "homeroom", school, self._term]
            self._put("classes.csv", class_id, row)
        held = set()
        for member in members:
            pupil = member.affiliation == "student"
            user_id = self._person(member, school, pupil=pupil)
            id_ = _id("enrolled", class_id, user_id)
            held.add(id_)
            days = [one.isoformat() if one else "" for one in (group.since, group.until)]
            role = "student" if pupil else "teacher"
            row = [id_, "active", class_id, school, user_id, role, "true" if pupil else "false", *days]
            self._put("enrollments.csv", id_, row)
        return held

    def _person(self, member: FeideMember, school: str, *, pupil: bool) -> str:
        """Whoever the roster knows by the same subject keeps the name that it has there."""
        hashed = self._hashing(member.subject)
        known = self._known.get(hashed)
        if known is not None:
            return known
        id_ = _id("user", hashed)
        names = [member.given_name, member.family_name]
        self._put("users.csv", id_, [id_, "active", "true", *names, hashed])
        role = [_id("role", id_, school), "active", id_, "primary"]
        self._put("roles.csv", role[0], [*role, "student" if pupil else "teacher", school, "", ""])
        return id_

    def _put(self, file: str, id_: str, row: list[str]) -> None:
        self._added.setdefault(file, {})[id_] = row

    def _files(self) -> dict[str, str]:
        columns = {
            "classes.csv": _CLASSES,
            "users.csv": _USERS,
            "roles.csv": _ROLES,
            "enrollments.csv": _ENROLLMENTS,
        }
        files = {
            name: "\n".join([",".join(columns[name]), *(line_of(row) for row in rows.values())]) + "\n"
            for name, rows in self._added.items()
        }
        if not files:
            return {}
        told = [["oneroster.version", "1.2"]]
        told += [[f"file.{name.removesuffix('.csv')}", "delta"] for name in files]
        return {"manifest.csv": "propertyName,value\n" + "\n".join(map(",".join, told)) + "\n", **files}


def _rows(files: Mapping[str, str], name: str) -> list[dict[str, str]]:
    sheet = Sheet(files.get(name, ""))
    rows = (cells_of(row) for row in sheet.rows if row)
    return [dict(zip(sheet.columns, cells, strict=False)) for cells in rows if cells]


def _id(kind: str, *parts: str) -> str:
    return MARK + derived_id(kind, "feide", *parts)
