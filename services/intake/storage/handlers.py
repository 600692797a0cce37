"""Who handles a matter at a school today."""

from collections.abc import Sequence
from datetime import date

from services.intake.domain.case import Case
from shared.directory import Directory, Person
from shared.errors import Hidden


async def handler_of(
    directory: Directory, school_id: str, day: date, pupils: Sequence[Person] = ()
) -> Person:
    """The rektor, or who acts in that place; never somebody who is a guardian of one of the pupils.

    Where nobody leads the school, the school owner's first contact who is there; raises `Hidden` if even
    that is missing.
    """
    kin = {link.person_id for pupil in pupils for link in pupil.listed.guardians}
    try:
        leader = await directory.leader_of(school_id, day)
    except Hidden:
        pass
    else:
        if leader.id not in kin:
            return leader
    others = [
        *await directory.leaders_of(school_id, day),
        *await directory.owner_contacts(day),
    ]
    free = [one for one in others if one.id not in kin]
    present = [one for one in free if not one.away_on(day)]
    if not free:
        raise Hidden
    return (present or free)[0]


async def handler_of_case(directory: Directory, case: Case, day: date) -> Person:
    """Who handles this case today: the one who did when it was opened may have gone."""
    pupils = [] if case.pupil_id is None else [await directory.person(case.pupil_id)]
    return await handler_of(directory, case.school_id, day, pupils)
