"""What follows for a case from the directory: who has which relation to it, between which moments."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.home import HomeDecision, at_home
from shared.clock import OSLO
from shared.contracts.access import Grant, Relation
from shared.contracts.directory import Duty

_BY_DUTY: Mapping[str, Relation] = {"rektor": "rektor", "deputy": "deputy"}


class Emergency(BaseModel):
    """Somebody without part in the case has opened it, for some hours (row L9)."""

    model_config = ConfigDict(frozen=True)

    person_id: str
    since: AwareDatetime
    until: AwareDatetime


def staff_grants(
    school_id: str,
    leadership: Iterable[ListedPerson],
    teachers: Iterable[ListedPerson],
    group_ids: Iterable[str],
) -> list[Grant]:
    """Leadership while it is theirs, stand-ins while one is away, contact teachers as helpers."""
    groups = set(group_ids)
    found: list[Grant] = []
    for person in leadership:
        for duty in person.listed.duties:
            if duty.role in _BY_DUTY and duty.school_id == school_id:
                found.append(_grant(person.id, _BY_DUTY[duty.role], duty.since, duty.until))
                found += _stand_ins(person, duty)
    for person in teachers:
        for duty in person.listed.duties:
            if duty.role == "contact_teacher" and duty.group_id in groups:
                found.append(_grant(person.id, "helper", duty.since, duty.until))
    return list(dict.fromkeys(found))


def home_grants(pupil: ListedPerson, decisions: Iterable[HomeDecision] = ()) -> list[Grant]:
    """The pupil, and everybody at home between the days on which they follow the case (row L8)."""
    decided = {one.person_id: one for one in decisions}
    found = [Grant(person_id=pupil.id, relation="pupil")]
    # Which day is asked about changes the reasons alone, and those are not asked for here.
    for one in at_home(pupil.listed.guardians, pupil.born, decided, date.min):
        found += [_grant(one.person_id, "guardian", span.since, span.until) for span in one.spans]
    return list(dict.fromkeys(found))


def kin_of(pupil: ListedPerson) -> frozenset[str]:
    """Everyone who is or was a guardian of the pupil, with or without foreldreansvar: never staff here."""
    return frozenset(link.person_id for link in pupil.listed.guardians)


def without(grants: Iterable[Grant], excluded: Iterable[str]) -> list[Grant]:
    """The grants of all others than these."""
    out = set(excluded)
    return [one for one in grants if one.person_id not in out]


def owner_grants(contacts: Iterable[ListedPerson]) -> list[Grant]:
    """The school owner's contacts while they are that, in the place of a leadership that must stay out.

    They have what a deputy has: the case must be led by somebody, from the first minute.
    """
    return [
        _grant(person.id, "deputy", duty.since, duty.until)
        for person in contacts
        for duty in person.listed.duties
        if duty.role in ("school_owner", "owner_deputy")
    ]


def parent_contact_grants(contacts: Iterable[ListedPerson], group_id: str) -> list[Grant]:
    """Parent contacts of the class while they are: agenda and practicalities, no case (row R48)."""
    return [
        _grant(person.id, "parent_contact", duty.since, duty.until)
        for person in contacts
        for duty in person.listed.duties
        if duty.role == "parent_contact" and duty.group_id == group_id
    ]


def rota_grants(on_rota: Iterable[ListedPerson], today: date) -> list[Grant]:
    """Those with the telephone in the holidays (row P10) lead open cases on their days, and not before."""
    return [
        _grant(person.id, "deputy", shift.since, shift.until)
        for person in on_rota
        for shift in person.listed.shifts
        if shift.until >= today
    ]


def emergency_grants(emergencies: Iterable[Emergency]) -> list[Grant]:
    return [
        Grant(person_id=one.person_id, relation="helper", since=one.since, until=one.until, emergency=True)
        for one in emergencies
    ]


def helper_grants(person_ids: Iterable[str]) -> list[Grant]:
    return [Grant(person_id=one, relation="helper") for one in person_ids]


def _stand_ins(person: ListedPerson, duty: Duty) -> list[Grant]:
    if duty.role != "rektor" or person.listed.stand_in_id is None:
        return []
    return [
        _grant(
            person.listed.stand_in_id,
            "deputy",
            max(filter(None, (absence.since, duty.since))),
            min(filter(None, (absence.until, duty.until)), default=None),
        )
        for absence in person.listed.absences
        if duty.until is None or absence.since <= duty.until
    ]


def _grant(person_id: str, relation: Relation, since: date | None, until: date | None) -> Grant:
    """Days as moments: from the first second of the first day to the last of the last, in Oslo."""
    return Grant(
        person_id=person_id,
        relation=relation,
        since=None if since is None else _midnight(since),
        until=None if until is None else _midnight(until + timedelta(days=1)),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), OSLO)
