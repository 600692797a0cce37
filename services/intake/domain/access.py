"""Who may see one case: everybody with a relation to it and its dates, exclusions applied."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from services.intake.domain.grants import Emergency, without
from services.intake.domain.home import HomeDecision
from shared.contracts.access import HAT_OF, AccessSnapshotV1, Grant
from shared.storage.aggregate import Aggregate

SCOPE = "access"


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
