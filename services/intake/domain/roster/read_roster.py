"""A municipality's roster: OneRoster 1.2 CSV files in, everything valid and a report of the rest out."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TextIO

from services.intake.domain.roster import read_people, read_places, read_roles
from services.intake.domain.roster.draft import Draft
from services.intake.domain.roster.people import Guardianship, Person
from services.intake.domain.roster.places import SchoolCalendar
from services.intake.domain.roster.read_calendar import read_calendar
from services.intake.domain.roster.read_manifest import REQUIRED, read_manifest
from services.intake.domain.roster.refusals import Code
from services.intake.domain.roster.roster import Mode, Roster
from services.intake.domain.roster.rows import Progress, Rows, Tally

CALENDAR: Final = "school-calendar.ics"
MANIFEST: Final = "manifest.csv"

# In an order in which everything a row points to has been read before it.
_READERS: Final[tuple[tuple[str, tuple[str, ...], Callable[[Rows, Draft], None]], ...]] = (
    ("orgs.csv", read_places.ORGS, read_places.read_orgs),
    ("academicSessions.csv", read_places.SESSIONS, read_places.read_sessions),
    ("classes.csv", read_places.CLASSES, read_places.read_classes),
    ("users.csv", read_people.USERS, read_people.read_users),
    ("demographics.csv", read_people.DEMOGRAPHICS, read_people.read_demographics),
    ("roles.csv", read_roles.ROLES, read_roles.read_roles),
    ("enrollments.csv", read_roles.ENROLLMENTS, read_roles.read_enrollments),
    ("rooms.csv", read_places.ROOMS, read_places.read_rooms),
)
FILES: Final = (MANIFEST, *(file for file, _, _ in _READERS), CALENDAR)
NEEDED: Final = ("orgs.csv", "users.csv", "roles.csv")


def read_roster(files: Mapping[str, TextIO | str], progress: Progress | None = None) -> Roster:
    """Read the files given by name. Never raises for their content, and never keeps a refused row's text.

    Open files as `utf-8-sig` with `errors="replace"`, so that a badly encoded row is refused alone.
    Files of other names are left alone. `progress(file, rows)` is called every 500 rows and when a file
    ends. It reads lines one at a time, but what is valid is held in memory until all is known.
    """
    with _no_collection():
        return _read(files, Tally(progress))


def _read(files: Mapping[str, TextIO | str], tally: Tally) -> Roster:
    modes: dict[str, Mode] = {}
    if MANIFEST in files:
        modes = read_manifest(Rows(MANIFEST, files[MANIFEST], REQUIRED, tally), files, tally, FILES)
    draft = Draft(tally)
    for file, required, read in _READERS:
        if file in files:
            read(Rows(file, files[file], required, tally), draft)
        elif file in NEEDED and "delta" not in modes.values():
            tally.refuse(file, 0, Code.MISSING_FILE, None, "file")
    calendar = read_calendar(CALENDAR, files[CALENDAR], tally) if CALENDAR in files else SchoolCalendar()
    guardianships = _settle_guardianships(draft)
    people = _settle_people(draft)
    order = {file: place for place, file in enumerate(FILES)}
    return Roster(
        municipalities=draft.municipalities,
        schools=draft.schools,
        people=people,
        groups=draft.groups,
        enrollments=tuple(draft.enrollments),
        guardianships=guardianships,
        duties=tuple(draft.duties),
        rooms=tuple(draft.rooms),
        calendar=calendar,
        refused=tuple(sorted(tally.refused, key=lambda one: (order[one.file], one.line))),
        removed=tuple(tally.removed),
        counts=tally.counts(),
        modes=modes,
        whole=_whole(files, modes, tally),
    )


def _whole(files: Mapping[str, TextIO | str], modes: Mapping[str, Mode], tally: Tally) -> bool | None:
    if "users.csv" not in files or modes.get("users.csv", "bulk") != "bulk":
        return False
    broken = any(one.file == "users.csv" and one.scope != "field" for one in tally.refused)
    return None if broken else True


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the cycle collector: it walks every fact read so far, again and again, and finds no cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _settle_guardianships(draft: Draft) -> tuple[Guardianship, ...]:
    """Those whose pupil is one, and those only OneRoster's own agent links tell of, without foreldreansvar.

    A link says that two people belong together and nothing of foreldreansvar. Taking it for granted would
    send a child's case to someone who has none; so it waits in the report until the school has answered.
    """
    kept: list[Guardianship] = []
    for line, guardianship in draft.guardianships:
        if "pupil" in draft.people[guardianship.pupil].kinds:
            kept.append(guardianship)
        else:
            draft.tally.take_back("roles.csv", line, Code.NOT_A_PUPIL, "metadata.samspill.pupil")
    described = {(one.pupil, one.guardian) for one in kept}
    for person, linked in draft.people.items():
        for agent in linked.agents:
            pair = (person, agent) if "pupil" in linked.kinds else (agent, person)
            problem = _problem_with(draft, person, agent, pair)
            if problem is None and pair in described:
                continue
            code = problem or Code.GUARDIANSHIP_NOT_DESCRIBED
            draft.tally.refuse("users.csv", linked.line, code, "agentSourcedIds", "field")
            if problem is None:
                kept.append(_undescribed(draft, *pair))
                described.add(pair)
    return tuple(kept)


def _problem_with(draft: Draft, person: str, agent: str, pair: tuple[str, str]) -> Code | None:
    if agent not in draft.people:
        return Code.UNKNOWN_AGENT
    if agent == person:
        return Code.OWN_GUARDIAN
    return None if "pupil" in draft.people[pair[0]].kinds else Code.NOT_A_PUPIL


def _undescribed(draft: Draft, pupil: str, guardian: str) -> Guardianship:
    draft.people[guardian].kinds.add("guardian")
    return Guardianship(
        id=f"{pupil}:{guardian}",
        pupil=pupil,
        guardian=guardian,
        parental_responsibility=False,
        relation="other",
    )


def _settle_people(draft: Draft) -> dict[str, Person]:
    people = {}
    for person, found in draft.people.items():
        deputy = found.deputy
        if deputy is not None and (deputy not in draft.people or deputy == person):
            draft.tally.refuse(
                "users.csv", found.line, Code.UNKNOWN_DEPUTY, "metadata.samspill.deputy", "field"
            )
            deputy = None
        if not found.kinds:
            draft.tally.refuse("users.csv", found.line, Code.NO_ROLE, None, "field")
        people[person] = Person(
            **found.values, kinds=frozenset(found.kinds), deputy=deputy, birth_date=found.birth_date
        )
        # A hundred thousand families: what has become a Person need not be held twice.
        found.values.clear()
    return people
