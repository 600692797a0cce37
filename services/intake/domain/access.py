"""Who may see one case: everybody with a relation to it and its dates, exclusions applied."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.home import HomeDecision, at_home
from shared.clock import OSLO
from shared.contracts.access import HAT_OF, AccessSnapshotV1, Grant, Relation
from shared.contracts.directory import Duty
from shared.storage.aggregate import Aggregate

SCOPE = "access"
_BY_DUTY: Mapping[str, Relation] = {"rektor": "rektor", "deputy": "deputy"}


class Emergency(BaseModel):
    """Somebody without part in the case has opened it, for some hours (row L9)."""

    model_config = ConfigDict(frozen=True)

    person_id: str
    since: AwareDatetime
    until: AwareDatetime


class Access(Aggregate):
    """The access to one case as it is decided now; its id is the case's with another prefix."""

    case_id: str
    school_id: str
    kind: Literal["individual", "group"] = "individual"
    pupil_id: str | None = None
    group_id: str | None = None
    helpers: tuple[str, ...] = ()
    """Staff whom leadership has let in besides those whose duty it is."""
    owner_id: str | None = None
    """Whom leadership has made responsible for the case (saksansvarlig)."""
    emergencies: tuple[Emergency, ...] = ()
    owners: tuple[str, ...] = ()
    """Contacts of the school owner who help in this case while it is open (row R38)."""
    help_ended: tuple[str, ...] = ()
    """The help that has ended, by its id, however late its beginning is heard of."""
    home_held: bool = False
    home: tuple[HomeDecision, ...] = ()
    """Where a leader has decided otherwise than the rule about somebody at home (L8); the newest of each."""
    excluded: tuple[str, ...] = ()
    """Staff whom the case concerns (§ 12-5): out for good, whatever duty or help they are given later."""
    led_by: Literal["school", "owner"] = "school"
    leader_id: str | None = None
    """Who leads it where the school's leadership must not: a contact of the school owner."""
    closed: bool = False
    """The case has ended: whoever had access for its time alone has it no more."""
    grants: tuple[Grant, ...] = ()
    """What follows from the decisions above and from the directory."""
    through: tuple[str, ...] = ()
    """The pupils on whose part somebody at home has a grant: when one of them moves, it is settled anew."""

    def clear(self) -> Mapping[str, Any]:
        staff = {one.person_id for one in self.grants if HAT_OF[one.relation] == "staff"}
        home = {one.person_id for one in self.grants if HAT_OF[one.relation] != "staff"}
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "pupil_id": self.pupil_id,
            "group_id": self.group_id,
            "closed": self.closed,
            "staff": sorted(staff),
            "home": sorted(home),
            "through": sorted(self.through),
        }

    def scope(self) -> str:
        return SCOPE

    def snapshot(self) -> AccessSnapshotV1:
        return AccessSnapshotV1(
            case_id=self.case_id,
            school_id=self.school_id,
            kind=self.kind,
            pupil_id=self.pupil_id,
            group_id=self.group_id,
            grants=self.grants,
            home_held=self.home_held,
            leader_id=self.leader_id,
        )

    def let_in(self, person_ids: Iterable[str]) -> None:
        """Leadership lets somebody at the school help."""
        self.helpers = tuple(dict.fromkeys([*self.helpers, *person_ids]))

    def decide_home(self, decision: HomeDecision | None, person_id: str) -> None:
        """About one person at home a leader decides; None: as the rule says."""
        others = tuple(one for one in self.home if one.person_id != person_id)
        self.home = others if decision is None else (*others, decision)

    def close(self, *, closed: bool) -> None:
        """The case has ended, or goes on. Whoever was let in for its time has to be let in anew (row R38)."""
        self.closed = closed
        if closed:
            self.owners = self.emergencies = ()

    def open_in_emergency(self, emergency: Emergency) -> None:
        """For some hours; the newest of each person counts."""
        others = (one for one in self.emergencies if one.person_id != emergency.person_id)
        self.emergencies = (*others, emergency)

    def let_owner_in(self, person_id: str) -> None:
        """A contact of the school owner helps in this case until it is closed."""
        if not self.closed:
            self.owners = tuple(dict.fromkeys([*self.owners, person_id]))

    def owner_helps(self, assistance_id: str, person_id: str) -> None:
        """The owner has sent somebody to help; what is known to have ended does not begin again (row R38)."""
        if assistance_id not in self.help_ended:
            self.let_owner_in(person_id)

    def owner_helps_no_more(self, assistance_id: str, person_id: str | None) -> None:
        if assistance_id not in self.help_ended:
            self.help_ended = (*self.help_ended, assistance_id)
        if person_id is not None:
            self.let_owner_out(person_id)

    def let_owner_out(self, person_id: str) -> None:
        self.owners = tuple(one for one in self.owners if one != person_id)

    def make_responsible(self, person_id: str) -> None:
        """Somebody at the school has the case from now on; the former goes on as a helper no longer."""
        self.owner_id = person_id

    def move(self, school_id: str) -> None:
        """Another school has the case: whoever helped at the old one is not let in at the new. Once."""
        if self.school_id != school_id:
            self.school_id, self.helpers, self.owner_id, self.emergencies = school_id, (), None, ()

    def place_pupil(self, pupil_id: str) -> None:
        """It is known whom the case concerns."""
        self.pupil_id = pupil_id

    def release_home(self) -> None:
        """The guardians may be told (row P4)."""
        self.home_held = False

    def exclude(self, person_ids: Iterable[str]) -> None:
        """Staff whom the case concerns stay out, whatever they were granted (§ 12-5)."""
        self.excluded = tuple(dict.fromkeys([*self.excluded, *person_ids]))
        staff = [one for one in self.grants if HAT_OF[one.relation] == "staff"]
        home = [one for one in self.grants if HAT_OF[one.relation] != "staff"]
        self.grants = (*without(staff, self.excluded), *home)

    def decided_as(self, other: "Access") -> bool:
        """Whether people have decided the same in both, whatever the directory says."""
        derived = {"grants", "through", "heard"}
        return self.model_dump(exclude=derived) == other.model_dump(exclude=derived)

    def settle(self, wanted: "Access") -> bool:
        """Take over what was decided and what follows from it; False, and silence, if it is the same."""
        before = self.snapshot()
        # Only ever more: who has once been left out of a case does not come in by a later decision.
        wanted.exclude(self.excluded)
        for name in type(self).model_fields:
            if name not in ("id", "heard"):
                setattr(self, name, getattr(wanted, name))
        if self.snapshot() == before:
            return False
        self.say()
        return True

    def says(self) -> tuple[AccessSnapshotV1, None]:
        """The event of the present state; also what is said again when everything is republished."""
        return self.snapshot(), None

    def end(self) -> None:
        """The case is to be erased: nobody may see it, and nothing tells any more whom it was about."""
        self.helpers = self.excluded = self.through = ()
        self.home = self.emergencies = self.owners = ()
        self.grants = ()
        self.pupil_id = self.group_id = self.leader_id = self.owner_id = None
        self.say()

    def say(self) -> None:
        self._record(self.snapshot())


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
