"""users.csv and demographics.csv: who there is."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeVar

from services.intake.domain.roster.draft import Draft, PersonDraft
from services.intake.domain.roster.fields import (
    Cells,
    boolean,
    day,
    email,
    identifier,
    identifiers,
    one_of,
    optional_identifier,
    optional_text,
    period,
    phone,
    text,
)
from services.intake.domain.roster.people import Identity, Issuer, Language, Protection
from services.intake.domain.roster.refusals import Code, Refused
from services.intake.domain.roster.rows import Rows

USERS: Final = ("sourcedId", "givenName", "familyName")
DEMOGRAPHICS: Final = ("sourcedId", "birthDate")

_LANGUAGES: Final[dict[str, Language]] = {"nb": "nb", "nn": "nn", "en": "en"}
_PROTECTIONS: Final[dict[str, Protection]] = {
    "none": "none",
    "confidential": "confidential",
    "strictly_confidential": "strictly_confidential",
}
_SUBJECTS: Final[tuple[tuple[Issuer, str], ...]] = (
    ("staff", "metadata.samspill.staffSubject"),
    ("family", "metadata.samspill.familySubject"),
)

T = TypeVar("T")


def read_users(rows: Rows, draft: Draft) -> None:
    """Everybody. A slip in how to reach someone costs that field; the person is still taken in."""

    def take(cells: Cells, line: int) -> None:
        person = identifier(cells, "sourcedId")
        given = " ".join(filter(None, (text(cells, "givenName"), optional_text(cells, "middleName"))))
        values: dict[str, Any] = {
            "id": person,
            "given_name": optional_text(cells, "preferredGivenName") or given,
            "family_name": optional_text(cells, "preferredFamilyName") or text(cells, "familyName"),
            "protection": _protection(rows, cells),
            **_contact(rows, cells),
            "enabled": _kept(rows, lambda: boolean(cells, "enabledUser")) is not False,
        }
        values["trained_on"] = _kept(rows, lambda: day(cells, "metadata.samspill.trainedOn"))
        values["absent_from"], values["absent_until"] = _absence(rows, cells)
        agents = _kept(rows, lambda: identifiers(cells, "agentSourcedIds")) or ()
        deputy = _kept(rows, lambda: optional_identifier(cells, "metadata.samspill.deputy"))
        values["identities"] = _identities(rows, cells, draft, person)
        draft.people[person] = PersonDraft(line=line, values=values, agents=agents, deputy=deputy)

    rows.each(take)


def read_demographics(rows: Rows, draft: Draft) -> None:
    """Birth dates, which decide what a pupil of 15 or 18 decides. No other column is looked at."""

    def take(cells: Cells, _line: int) -> None:
        person = draft.person(cells, "sourcedId")
        draft.people[person].birth_date = day(cells, "birthDate")

    rows.each(take)


def _contact(rows: Rows, cells: Cells) -> dict[str, str | None]:
    return {
        "email": _kept(rows, lambda: email(cells, "email")),
        "phone": _kept(rows, lambda: phone(cells, "sms") or phone(cells, "phone")),
        "postal_address": _kept(rows, lambda: optional_text(cells, "metadata.samspill.postalAddress")),
        "language": _kept(
            rows, lambda: one_of(cells, "metadata.samspill.language", _LANGUAGES, Code.UNKNOWN_LANGUAGE)
        ),
    }


def _protection(rows: Rows, cells: Cells) -> Protection:
    """Take what cannot be read as the strictest: a wrong guess here could cost somebody her home."""
    column = "metadata.samspill.protectedAddress"
    try:
        return one_of(cells, column, _PROTECTIONS, Code.UNKNOWN_PROTECTION) or "none"
    except Refused as refused:
        rows.without_field(refused)
        return "strictly_confidential"


def _absence(rows: Rows, cells: Cells) -> tuple[date | None, date | None]:
    first, last = "metadata.samspill.absentFrom", "metadata.samspill.absentUntil"

    def read() -> tuple[date | None, date | None]:
        begins, ends = period(cells, first, last)
        if begins is None and ends is not None:
            raise Refused(Code.IMPOSSIBLE_DATES, first)
        return begins, ends

    return _kept(rows, read) or (None, None)


def _identities(rows: Rows, cells: Cells, draft: Draft, person: str) -> tuple[Identity, ...]:
    """How the person signs in. An identity already given to another signs nobody else in."""
    found = []
    for issuer, column in _SUBJECTS:
        subject = _kept(rows, lambda column=column: optional_identifier(cells, column))  # type: ignore[misc]
        if subject is None:
            continue
        identity = Identity(issuer=issuer, subject=subject)
        if draft.identities.setdefault(identity, person) != person:
            rows.without_field(Refused(Code.DUPLICATE_IDENTITY, column))
        else:
            found.append(identity)
    return tuple(found)


def _kept(rows: Rows, read: Callable[[], T]) -> T | None:
    """Give the value, or None with a line in the report: the row is kept without it."""
    try:
        return read()
    except Refused as refused:
        rows.without_field(refused)
        return None
