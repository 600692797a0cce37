"""Order: decide anew who may see a case, and publish it if anything has changed."""

from services.intake.domain.access import (
    Access,
    helper_grants,
    home_grants,
    kin_of,
    owner_grants,
    staff_grants,
    without,
)
from services.intake.domain.directory_entry import ListedPerson
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.access import Grant


async def settle_access(wanted: Access, *, house: Intake) -> None:
    """Fill in the grants of this case from the directory as it is now; repeatable.

    `wanted` says which case, whose, and what leadership has decided itself (helpers, hold towards home).
    """
    grants = await (_of_pupil(wanted, house) if wanted.kind == "individual" else _of_group(wanted, house))
    settled = wanted.model_copy(update={"id": access_id_of(wanted.case_id), "grants": tuple(grants)})

    def made() -> Access:
        return Access.model_validate(settled.model_dump(exclude={"grants"}))

    await house.access.change(settled.id, lambda there: there.settle(settled), new=made)


async def let_help(case_id: str, person_ids: tuple[str, ...], *, house: Intake) -> None:
    """Let these members of staff in on the case besides those whose duty it is."""
    there = await house.access.get(access_id_of(case_id))
    if there is None or set(person_ids) <= set(there.helpers):
        return
    helpers = tuple(dict.fromkeys([*there.helpers, *person_ids]))
    await settle_access(there.model_copy(update={"helpers": helpers}), house=house)


async def _of_pupil(wanted: Access, house: Intake) -> list[Grant]:
    pupil = None if wanted.pupil_id is None else await house.listed.person(wanted.pupil_id)
    out = set(wanted.excluded)
    if wanted.led_by == "owner":
        # Row L3: nobody at the school by duty, and its leadership in no way, help included.
        out |= await leadership_ids(wanted.school_id, house=house)
        staff = owner_grants(await house.listed.owner_contacts())
    else:
        leadership = await house.listed.leadership_of(wanted.school_id)
        groups = () if pupil is None else pupil.listed.group_ids
        teachers = await house.listed.contact_teachers_of(groups)
        staff = staff_grants(wanted.school_id, leadership, teachers, groups)
    staff += helper_grants(one for one in wanted.helpers if one not in {g.person_id for g in staff})
    staff = without(staff, out)
    if pupil is None:
        return staff
    home = home_grants(pupil)
    if wanted.home_held:
        home = [one for one in home if one.relation == "pupil"]
    return without(staff, kin_of(pupil)) + home


async def leadership_ids(school_id: str, *, house: Intake) -> frozenset[str]:
    """Everyone who leads the school, has led it or will, and who stands in for them."""
    found = await house.listed.leadership_of(school_id)
    stand_ins = {one.listed.stand_in_id for one in found if one.listed.stand_in_id}
    return frozenset({one.id for one in found} | stand_ins)


async def _of_group(wanted: Access, house: Intake) -> list[Grant]:
    """A group case tells of no individual: those entitled on a guardian's part follow it, dates and all."""
    assert wanted.group_id is not None
    leadership = await house.listed.leadership_of(wanted.school_id)
    teachers = await house.listed.contact_teachers_of([wanted.group_id])
    pupils: list[ListedPerson] = await house.listed.pupils_in(wanted.group_id)
    home = [one for pupil in pupils for one in home_grants(pupil) if one.relation == "guardian"]
    contacts = await house.listed.parent_contacts_of(wanted.group_id, house.today())
    practical = [Grant(person_id=one.id, relation="parent_contact") for one in contacts]
    staff = staff_grants(wanted.school_id, leadership, teachers, [wanted.group_id])
    return list(dict.fromkeys([*staff, *home, *practical]))
