"""Who can be asked to a meeting: the family's side by law, the school's side to choose from."""

from collections.abc import Iterable
from datetime import datetime

from services.meetings.domain.people import Participant, Role
from services.meetings.storage.house import House
from shared.clock import OSLO
from shared.contracts.access import AccessSnapshotV1, Relation
from shared.directory import Person
from shared.errors import Hidden

# The first that fits says what somebody is called in the meeting.
_BY_RELATION: tuple[tuple[Relation, Role], ...] = (
    ("rektor", "rektor"),
    ("deputy", "deputy"),
    ("case_owner", "case_owner"),
    ("helper", "helper"),
)
_BY_DUTY: tuple[Role, ...] = ("rektor", "deputy", "contact_teacher", "social_teacher")


def home_side(snapshot: AccessSnapshotV1, now: datetime) -> list[Participant]:
    """Every guardian who is entitled now, once; nobody while the home is not to be told (P4)."""
    if snapshot.home_held:
        return []
    ids = dict.fromkeys(
        grant.person_id for grant in snapshot.grants if grant.relation == "guardian" and grant.holds_at(now)
    )
    return [Participant(person_id=person_id, side="home", role="guardian") for person_id in ids]


async def school_side(house: House, snapshot: AccessSnapshotV1) -> list[tuple[Participant, Person]]:
    """Those at the school who may know the case; an employee whom it concerns is not among them."""
    now = house.clock.now()
    relations: dict[str, Relation] = {}
    for relation, _ in _BY_RELATION:
        for grant in snapshot.grants:
            if grant.relation == relation and grant.holds_at(now):
                relations.setdefault(grant.person_id, relation)
    people = await house.directory.people_by_id(relations)
    return [
        (
            Participant(
                person_id=person_id, side="school", role=_role(people[person_id], relation, snapshot, now)
            ),
            people[person_id],
        )
        for person_id, relation in relations.items()
        if person_id in people
    ]


async def chosen_from_school(
    house: House, snapshot: AccessSnapshotV1, chosen: Iterable[str]
) -> list[Participant]:
    """These people, in the order of the list; raises `Hidden` for anyone who may not know the case."""
    possible = {one.person_id: one for one, _ in await school_side(house, snapshot)}
    wanted = list(dict.fromkeys(chosen))
    if any(person_id not in possible for person_id in wanted):
        raise Hidden
    return [one for person_id, one in possible.items() if person_id in wanted]


def _role(person: Person, relation: Relation, snapshot: AccessSnapshotV1, now: datetime) -> Role:
    day = now.astimezone(OSLO).date()
    for role in _BY_DUTY:
        at_school = any(
            held.role == role and held.school_id == snapshot.school_id and held.holds_on(day)
            for held in person.listed.duties
        )
        if at_school:
            return role
    return dict(_BY_RELATION).get(relation, "staff")
