"""Where each hat can go: the same few places, in the same order, in all four services."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """One entry of the navigation: its text is `nav-<code>`, and pages give the code as `active`."""

    code: str
    href: str


_FAMILY = (Place("home", "/"), Place("report", "/report"), Place("meetings", "/meetings"))
_TEACHER = (Place("home", "/"), Place("report", "/report"), Place("meetings", "/meetings"))
_LEADER = (
    Place("today", "/today"),
    Place("cases", "/cases"),
    Place("meetings", "/meetings"),
    Place("letters", "/letters"),
    Place("report", "/report"),
)
_OWNER = (
    Place("notices", "/notices"),
    Place("today", "/today"),
    Place("rules", "/notices/rules"),
    Place("directory", "/directory"),
    Place("municipal-letters", "/letters/municipality"),
    Place("disposal", "/disposal"),
)
_ADMINISTRATOR = (
    Place("directory", "/directory"),
    Place("rules", "/notices/rules"),
    Place("municipal-letters", "/letters/municipality"),
    Place("disposal", "/disposal"),
)

_BY_DUTY: Mapping[str, tuple[Place, ...]] = {
    "rektor": _LEADER,
    "deputy": _LEADER,
    "duty_contact": _LEADER,
    "teacher": _TEACHER,
    "contact_teacher": _TEACHER,
    "social_teacher": _TEACHER,
    "school_owner": _OWNER,
    "owner_deputy": _OWNER,
    "administrator": _ADMINISTRATOR,
}
_BY_HAT: Mapping[str, tuple[Place, ...]] = {"guardian": _FAMILY, "pupil": _FAMILY, "staff": _LEADER}


def navigation_for(hat: str, duty: str | None = None) -> tuple[Place, ...]:
    """Return the places for this hat, or for this duty where it has places of its own."""
    return _BY_DUTY.get(duty or "", _BY_HAT.get(hat, ()))
