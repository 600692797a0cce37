"""Plan and follow another way than a meeting for all the parents: it leads somewhere (R45, P20)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.meetings.domain.group_decision import GroupDecision, NotDecided
from services.meetings.domain.other_way import OtherWay
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House
from shared.calendar import end_of_day
from shared.contracts.access import AccessSnapshotV1
from shared.errors import Refusal

Id = Annotated[str, Field(max_length=60)]


class SmallGroup(BaseModel):
    """One small group: what it is called or when it meets, and who."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    what: Annotated[str, Field(max_length=300)]
    person_ids: Annotated[list[Id], Field(max_length=600)] = []


class GoAnotherWay(BaseModel):
    """Who sees to it, by when, what is said; of small groups also which."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    responsible_id: Id
    by_day: date
    text: Annotated[str, Field(min_length=1, max_length=8000)]
    groups: Annotated[list[SmallGroup], Field(max_length=20)] = []


async def go_another_way(case_id: str, command: GoAnotherWay, *, key: str, by: str, house: House) -> OtherWay:
    """The plan; the same `key` again is the same plan. Raises `NotDecided` unless leadership chose a way."""
    now = house.clock.now()
    snapshot = await house.access.snapshot(case_id)
    decision = await house.decisions.get(GroupDecision.id_for(case_id))
    if decision is None or decision.choice != "another_way" or decision.way is None:
        raise NotDecided
    if command.by_day < house.today():
        raise Refusal("other-way", fields={"by_day": "in-the-past"})
    await chosen_from_school(house, snapshot, [command.responsible_id])
    home = [one.person_id for one in home_side(snapshot, now)]
    made = OtherWay.of(
        key,
        way=decision.way,
        parts=_parts(decision.way, command, home),
        text=command.text,
        responsible_id=command.responsible_id,
        due_at=end_of_day(command.by_day),
        planned_by=by,
        planned_at=now,
        case_id=case_id,
        school_id=snapshot.school_id,
        group_id=snapshot.group_id,
    )
    await house.other_ways.change(
        made.id, lambda it: it.plan(), new=lambda: made.model_copy(deep=True), by=by
    )
    return made


async def do_part(way_id: str, part_id: str, note: str | None, *, by: str, house: House) -> None:
    """One call was made, one group has met, or the letter is given out."""
    now = house.clock.now()
    await house.other_ways.change(way_id, lambda it: it.do(part_id, note, by=by, at=now), by=by)


def may_read_letter(way: OtherWay, snapshot: AccessSnapshotV1, person_id: str) -> bool:
    """A guardian reads the letter when it is out and is theirs."""
    return way.way == "letter" and way.done_at is not None and person_id in way.home and bool(snapshot.grants)


def _parts(way: str, command: GoAnotherWay, home: Sequence[str]) -> list[tuple[str | None, Sequence[str]]]:
    if way == "letter":
        return [(None, home)] if home else []
    if way == "calls":
        return [(None, [one]) for one in home]
    known = set(home)
    if any(who not in known for group in command.groups for who in group.person_ids):
        raise Refusal("other-way", fields={"groups": "not-a-choice"})
    return [(group.what, group.person_ids) for group in command.groups]
