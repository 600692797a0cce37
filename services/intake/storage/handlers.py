"""Who handles a matter at a school today."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal

from services.intake.domain.case import Case
from shared.directory import Directory, Person
from shared.errors import Hidden


async def handler_of(
    directory: Directory,
    school_id: str,
    day: date,
    pupils: Sequence[Person] = (),
    *,
    implicated: Collection[str] = (),
    led_by: Literal["school", "owner"] = "school",
) -> Person:
    """The rektor, or who acts in that place; never somebody who is a guardian of one of the pupils.

    Never one of the `implicated` either. Where nobody leads the school, or it must not lead this
    (`led_by` the owner, § 12-5), the school owner's first contact who is there; raises `Hidden` if even
    that is missing.
    """
    out = {link.person_id for pupil in pupils for link in pupil.listed.guardians} | set(implicated)
    others = await directory.owner_contacts(day)
    leaders = await directory.leaders_of(school_id, day)
    if led_by == "school":
        try:
            leader = await directory.leader_of(school_id, day)
        except Hidden:
            pass
        else:
            if leader.id not in out:
                return leader
        others = [*leaders, *others]
    else:
        out |= {one.id for one in leaders}
    free = [one for one in others if one.id not in out]
    present = [one for one in free if not one.away_on(day)]
    if not free:
        raise Hidden
    return (present or free)[0]


async def handler_of_case(directory: Directory, case: Case, day: date) -> Person:
    """Who handles this case today: whoever is responsible for it; else the leader, who may have changed."""
    if case.owner_id is not None:
        try:
            owner = await directory.person(case.owner_id)
        except Hidden:
            owner = None
        if owner and case.school_id in owner.listed.school_ids and not owner.away_on(day):
            return owner
    pupils = [] if case.pupil_id is None else [await directory.person(case.pupil_id)]
    return await handler_of(
        directory, case.school_id, day, pupils, implicated=case.implicated, led_by=case.led_by
    )
