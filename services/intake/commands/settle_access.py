"""Order: decide who may see a case, fill in what follows from the directory, and publish it if it changed.

What people have decided (helpers, hold towards home, whose case it is) and the grants that follow from it are
one write. Somebody else may decide in the meantime, and the directory may move on: then it is done again,
until what is stored is what both say. So no decision is lost, and no old answer outlives a newer one.
"""

from collections.abc import Callable, Collection, Iterable

from services.intake.domain.access import Access
from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.grants import (
    emergency_grants,
    helper_grants,
    home_grants,
    kin_of,
    owner_grants,
    parent_contact_grants,
    rota_grants,
    staff_grants,
    without,
)
from services.intake.storage.directory_stores import Around
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.access import Grant
from shared.errors import Hidden, Unavailable

Decision = Callable[[Access], None]
_ATTEMPTS = 50


def _as_it_is(_: Access) -> None:
    """Nothing new is decided: only the directory may have changed."""


async def open_access(new: Access, *, house: Intake) -> None:
    """Decide on a new case; where that has been done, nothing that was decided since is undone."""
    await _settle(new.case_id, _as_it_is, house, new=new)


async def settle_access(case_id: str, decide: Decision = _as_it_is, *, house: Intake) -> None:
    """Decide something about the access to a case; repeatable. Raises `Hidden` when there is no such case."""
    await _settle(case_id, decide, house, new=None)


async def _settle(case_id: str, decide: Decision, house: Intake, *, new: Access | None) -> None:
    id_ = access_id_of(case_id)
    for _ in range(_ATTEMPTS):
        there = await house.access.get(id_) or new
        if there is None:
            raise Hidden
        wanted = there.model_copy(deep=True)
        decide(wanted)
        await _fill_in(wanted, house)

        def settle(it: Access, there: Access = there, wanted: Access = wanted) -> tuple[bool, bool]:
            was_free = it.decided_as(there)
            return was_free, was_free and it.settle(wanted)

        made = None if new is None else lambda: new.model_copy(deep=True)
        was_free, changed = await house.access.change(id_, settle, new=made)
        if was_free:
            if not changed:
                return
            decide = _as_it_is
    raise Unavailable("mongodb")


async def _fill_in(wanted: Access, house: Intake) -> None:
    """The grants that follow from the decisions, by the directory as it is now."""
    through, grants = await (
        _of_pupil(wanted, house) if wanted.kind == "individual" else _of_group(wanted, house)
    )
    wanted.through, wanted.grants = tuple(sorted(through)), tuple(grants)


async def _of_pupil(wanted: Access, house: Intake) -> tuple[Iterable[str], list[Grant]]:
    pupil = None if wanted.pupil_id is None else await house.listed.person(wanted.pupil_id)
    out = set(wanted.excluded)
    if wanted.led_by == "owner":
        # Row L3: nobody at the school by duty, and its leadership in no way, help included.
        out |= await leadership_ids(wanted.school_id, house=house)
        by_duty = owner_grants(await house.listed.owner_contacts())
    else:
        groups = () if pupil is None else pupil.listed.group_ids
        by_duty = _by_duty(wanted, groups, await house.listed.around(wanted.school_id, groups), house)
    let_in = [*await _let_in(wanted, house), *await _for_a_time(wanted, house)]
    staff = without(_each_once(by_duty, let_in), out)
    if pupil is None:
        return (), staff
    home = home_grants(pupil, wanted.home)
    if wanted.home_held:
        home = [one for one in home if one.relation == "pupil"]
    return [pupil.id], without(staff, kin_of(pupil)) + home


async def leadership_ids(school_id: str, *, house: Intake) -> frozenset[str]:
    """Everyone who leads the school, has led it or will, and who stands in for them."""
    found = await house.listed.leadership_of(school_id)
    stand_ins = {one.listed.stand_in_id for one in found if one.listed.stand_in_id}
    return frozenset({one.id for one in found} | stand_ins)


async def _of_group(wanted: Access, house: Intake) -> tuple[Iterable[str], list[Grant]]:
    """A group case tells of no individual: those entitled on a guardian's part follow it, dates and all."""
    assert wanted.group_id is not None
    groups = [wanted.group_id]
    around = await house.listed.around(wanted.school_id, groups)
    pupils: list[ListedPerson] = await house.listed.pupils_in(wanted.group_id)
    home = [one for pupil in pupils for one in home_grants(pupil) if one.relation == "guardian"]
    contacts = await house.listed.parent_contacts_of(wanted.group_id)
    staff = _each_once(
        _by_duty(wanted, groups, around, house),
        await _let_in(wanted, house),
    )
    practical = parent_contact_grants(contacts, wanted.group_id)
    return [one.id for one in pupils], list(dict.fromkeys([*staff, *home, *practical]))


def _by_duty(wanted: Access, groups: Collection[str], around: Around, house: Intake) -> list[Grant]:
    """Leadership and contact teachers; in the holidays the rota too, which an ended case does not need."""
    grants = staff_grants(wanted.school_id, around.leadership, around.contact_teachers, groups)
    return grants if wanted.closed else grants + rota_grants(around.on_the_rota, house.today())


async def _let_in(wanted: Access, house: Intake) -> list[Grant]:
    """The one who is responsible, and the helpers, while they work there: who has left sees nothing more."""
    asked = [*([wanted.owner_id] if wanted.owner_id else []), *wanted.helpers]
    if not asked:
        return []
    found = await house.listed.people_by_id(asked)
    there = [
        one
        for one in dict.fromkeys(asked)
        if one in found
        and "staff" in found[one].listed.kinds
        and wanted.school_id in found[one].listed.school_ids
    ]
    owner = [Grant(person_id=one, relation="case_owner") for one in there if one == wanted.owner_id]
    return owner + helper_grants(one for one in there if one != wanted.owner_id)


async def _for_a_time(wanted: Access, house: Intake) -> list[Grant]:
    """Who opened the case in an emergency, and the owner's contacts while it is open and they are that."""
    contacts = {one.id for one in await house.listed.owner_contacts()} if wanted.owners else set()
    owners = [
        Grant(person_id=one, relation="owner_contact")
        for one in wanted.owners
        if one in contacts and not wanted.closed
    ]
    return [*owners, *emergency_grants(wanted.emergencies)]


def _each_once(by_duty: list[Grant], let_in: list[Grant]) -> list[Grant]:
    """A duty that lasts is enough by itself; one that ends on a day does not take away what was given."""
    lasting = {one.person_id for one in by_duty if one.relation in ("rektor", "deputy") and one.until is None}
    helping = {one.person_id for one in by_duty}
    return by_duty + [
        one
        for one in let_in
        if one.person_id not in lasting
        and (one.relation != "helper" or one.emergency or one.person_id not in helping)
    ]
