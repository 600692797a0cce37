"""Who at home follows a case today, and why, for those at school who answer for it (row L8)."""

from dataclasses import dataclass
from datetime import date

from services.intake.domain.case import Case
from services.intake.domain.case_parts import HomeChoice
from services.intake.domain.home import AtHome, at_home, decides_alone_on
from services.intake.storage.house import Intake, access_id_of
from shared.directory import Person


@dataclass(frozen=True)
class HomeLine:
    """One person of the home."""

    who: AtHome
    person: Person | None
    follows: bool
    chosen: HomeChoice | None
    """What a leader has decided about this person last, with the reason."""


@dataclass(frozen=True)
class Home:
    lines: tuple[HomeLine, ...] = ()
    decides_alone: bool = False
    """The pupil is 15: about the education it is the pupil who decides (§ 24-5)."""
    protected: bool = False
    """The pupil's address must not be found: everything goes by hand."""


async def home_of(case: Case, *, house: Intake) -> Home:
    """As the directory has it at this moment."""
    pupil = None if case.pupil_id is None else await house.listed.person(case.pupil_id)
    if pupil is None:
        return Home()
    access = await house.access.get(access_id_of(case.id))
    decided = {one.person_id: one for one in (access.home if access else ())}
    today: date = house.today()
    found = at_home(pupil.listed.guardians, pupil.born, decided, today)
    people = await house.directory.people_by_id(one.person_id for one in found)
    chosen = {one.person_id: one for one in case.home_choices}
    lines = tuple(
        HomeLine(one, people.get(one.person_id), one.follows_on(today), chosen.get(one.person_id))
        for one in found
    )
    return Home(lines, decides_alone_on(pupil.born, today), pupil.listed.protection != "none")
