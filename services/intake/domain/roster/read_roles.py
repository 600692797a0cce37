"""roles.csv and enrollments.csv: who does what, whose child is whose, who goes where."""

from typing import Final, Literal

from services.intake.domain.roster.draft import Draft
from services.intake.domain.roster.fields import Cells, boolean, identifier, number, one_of, period
from services.intake.domain.roster.people import Guardianship, Relation
from services.intake.domain.roster.places import Duty, DutyRole, Enrollment
from services.intake.domain.roster.refusals import Code, Refused
from services.intake.domain.roster.rows import Rows

ROLES: Final = ("sourcedId", "userSourcedId", "role", "orgSourcedId")
ENROLLMENTS: Final = ("sourcedId", "classSourcedId", "schoolSourcedId", "userSourcedId", "role")

_HOME: Final[dict[str, Relation]] = {"parent": "parent", "guardian": "guardian", "relative": "other"}
_STAFF: Final[dict[str, DutyRole]] = {
    "principal": "rektor",
    "siteAdministrator": "deputy",
    "teacher": "teacher",
    "counselor": "social_teacher",
    "aide": "assistant",
    "proctor": "assistant",
    "districtAdministrator": "school_owner",
    "systemAdministrator": "administrator",
}
_ROLES: Final = {role: role for role in (*_HOME, *_STAFF, "student")}
_STATED: Final[dict[str, DutyRole]] = {
    **{duty: duty for duty in _STAFF.values()},
    "contact_teacher": "contact_teacher",
    "owner_deputy": "owner_deputy",
}
_RELATIONS: Final[dict[str, Relation]] = {
    "parent": "parent",
    "stepparent": "stepparent",
    "foster": "foster",
    "barnevern": "barnevern",
    "guardian": "guardian",
    "other": "other",
}
_ENROLLED: Final[dict[str, Literal["pupil", "teacher"]]] = {"student": "pupil", "teacher": "teacher"}


def read_roles(rows: Rows, draft: Draft) -> None:
    """Duties and guardianships with their dates, and from them what kind of person everybody is."""

    def take(cells: Cells, line: int) -> None:
        person, org = draft.person(cells, "userSourcedId"), draft.org(cells, "orgSourcedId")
        role = one_of(cells, "role", _ROLES, Code.UNKNOWN_ROLE)
        if role is None:
            raise Refused(Code.REQUIRED, "role")
        period(cells, "beginDate", "endDate")
        if role in _HOME:
            _take_home(rows, cells, line, draft)
            draft.people[person].kinds.add("guardian")
        elif role == "student":
            draft.people[person].kinds.add("pupil")
        else:
            stated = one_of(cells, "metadata.samspill.duty", _STATED, Code.UNKNOWN_ROLE)
            draft.duties.append(_duty(cells, stated or _STAFF[role], org, person))
            draft.people[person].kinds.add("staff")

    rows.each(take)


def read_enrollments(rows: Rows, draft: Draft) -> None:
    """Pupils and teachers of classes. The class's primary teacher is its contact teacher."""

    def take(cells: Cells, _line: int) -> None:
        person, group = draft.person(cells, "userSourcedId"), draft.group(cells, "classSourcedId")
        school = draft.school(cells, "schoolSourcedId")
        if draft.groups[group].school != school:
            raise Refused(Code.WRONG_SCHOOL, "schoolSourcedId")
        role = one_of(cells, "role", _ENROLLED, Code.UNKNOWN_ROLE)
        if role is None:
            raise Refused(Code.REQUIRED, "role")
        first, last = period(cells, "beginDate", "endDate")
        row = identifier(cells, "sourcedId")
        enrollment = Enrollment(
            id=row,
            group=group,
            school=school,
            person=person,
            role=role,
            primary=boolean(cells, "primary") or False,
            from_=first,
            until=last,
        )
        draft.enrollments.append(enrollment)
        draft.people[person].kinds.add("pupil" if role == "pupil" else "staff")
        if role == "teacher" and enrollment.primary:
            draft.duties.append(_contact_teacher(enrollment))

    rows.each(take)


def _take_home(rows: Rows, cells: Cells, line: int, draft: Draft) -> None:
    """Take a guardian's row: whose guardian, or a parent contact's class, or only that she is one."""
    person = identifier(cells, "userSourcedId")
    if cells.get("metadata.samspill.duty"):
        if cells["metadata.samspill.duty"] != "parent_contact":
            raise Refused(Code.UNKNOWN_ROLE, "metadata.samspill.duty")
        draft.group(cells, "metadata.samspill.class")
        draft.duties.append(_duty(cells, "parent_contact", identifier(cells, "orgSourcedId"), person))
    elif cells.get("metadata.samspill.pupil"):
        draft.guardianships.append((line, _guardianship(rows, cells, draft, person)))


def _guardianship(rows: Rows, cells: Cells, draft: Draft, person: str) -> Guardianship:
    """Read whose guardian she is. Foreldreansvar that is not stated is not there until the school says so."""
    pupil = draft.person(cells, "metadata.samspill.pupil")
    if pupil == person:
        raise Refused(Code.OWN_GUARDIAN, "metadata.samspill.pupil")
    relation = one_of(cells, "metadata.samspill.relation", _RELATIONS, Code.UNKNOWN_RELATION)
    responsibility = boolean(cells, "metadata.samspill.responsibility")
    first, last = period(cells, "beginDate", "endDate")
    guardianship = Guardianship(
        id=identifier(cells, "sourcedId"),
        pupil=pupil,
        guardian=person,
        parental_responsibility=responsibility or False,
        relation=relation or _HOME[cells["role"]],
        from_=first,
        until=last,
    )
    if responsibility is None:
        rows.without_field(Refused(Code.GUARDIANSHIP_NOT_DESCRIBED, "metadata.samspill.responsibility"))
    return guardianship


def _duty(cells: Cells, role: DutyRole, org: str, person: str) -> Duty:
    first, last = period(cells, "beginDate", "endDate")
    order = number(cells, "metadata.samspill.order")
    return Duty(
        id=identifier(cells, "sourcedId"),
        role=role,
        org=org,
        person=person,
        from_=first,
        until=last,
        order=1 if order is None else order,
        group=cells.get("metadata.samspill.class") or None,
    )


def _contact_teacher(enrollment: Enrollment) -> Duty:
    return Duty(
        id=f"{enrollment.id}:contact_teacher",
        role="contact_teacher",
        org=enrollment.school,
        person=enrollment.person,
        from_=enrollment.from_,
        until=enrollment.until,
        group=enrollment.group,
    )
