"""What the guards ask, answered from directory and access; and whom a page is shown to."""

from collections.abc import Collection
from datetime import date, datetime
from typing import cast

from fastapi import Request

from shared.access import CaseAccess
from shared.clock import OSLO, Clock
from shared.contracts.access import ACTIONS, Action
from shared.directory import Directory, Person
from shared.errors import Forbidden, Hidden, Unavailable
from shared.web.guards import Decision, Duty
from shared.web.layout import Contact, SignedInView
from shared.web.sessions import Hat, session_of

_LEADING = ("rektor", "deputy", "school_owner", "owner_deputy")
KNOWN_ACTIONS: frozenset[str] = frozenset().union(*ACTIONS.values())


class ProjectedAccess:
    """Answers the guards from the last snapshot that intake published."""

    def __init__(self, access: CaseAccess) -> None:
        self._access = access

    async def may(self, person_id: str, hat: Hat, case_id: str, action: str) -> Decision:
        if action not in KNOWN_ACTIONS:
            raise ValueError(action)
        known = cast("Action", action)
        try:
            return Decision.allowed(await self._access.may(person_id, hat, case_id, known))
        except Forbidden:
            return Decision.FORBIDDEN
        except Hidden:
            return Decision.HIDDEN
        except Unavailable:
            return Decision.STALE


class DirectoryDuties:
    """Today's duties of a person, as the directory lists them; a stand-in has those listed as theirs."""

    def __init__(self, directory: Directory, clock: Clock) -> None:
        self._directory = directory
        self._clock = clock

    async def duties_of(self, person_id: str) -> Collection[Duty]:
        today = self._clock.now().astimezone(OSLO).date()
        try:
            person = await self._directory.person(person_id)
        except Hidden:
            return []
        held = [Duty(one.role, one.school_id) for one in person.listed.duties if one.holds_on(today)]
        return [*held, Duty("duty_contact")] if person.listed.on_duty_on(today) else held

    async def is_trained(self, person_id: str) -> bool:
        today = self._clock.now().astimezone(OSLO).date()
        try:
            person = await self._directory.person(person_id)
        except Hidden:
            return False
        return person.listed.trained_on(today)

    async def stays_until(self, person_id: str) -> datetime | None:
        """The moment after which a guest is not let in; the past for one whom the directory has no more."""
        try:
            person = await self._directory.person(person_id)
        except Hidden:
            return datetime.fromtimestamp(0, OSLO)
        return person.listed.here_until


async def introduce(request: Request) -> None:
    """Put who the page is shown to, and whom to ring, where the layout looks for them (a dependency)."""
    session = session_of(request)
    if session is None:
        return
    directory: Directory = request.app.state.directory
    clock: Clock = request.app.state.clock
    today = clock.now().astimezone(OSLO).date()
    try:
        person = await directory.person(session.person_id)
    except Hidden:
        return
    school_id, duty = _place(person, session.hat, today)
    if school_id is None and session.hat == "guardian":
        school_id = await _childs_school(directory, person)
    at = None
    if school_id is not None:
        at = (await directory.school(school_id)).name
        request.state.contact = await contact_at(directory, school_id, today)
    request.state.signed_in = SignedInView(name=person.name, hat=session.hat, at=at, duty=duty)


async def contact_at(directory: Directory, school_id: str, today: date) -> Contact | None:
    """Whom to ring at a school: the rektor or who stands in."""
    try:
        leader = await directory.leader_of(school_id, today)
        school = await directory.school(school_id)
    except Hidden:
        return None
    phone = leader.words.phone or school.words.phone
    return None if phone is None else Contact(name=leader.name, phone=phone, role="rektor")


def _place(person: Person, hat: Hat, today: date) -> tuple[str | None, str | None]:
    if hat == "staff":
        held = [duty for duty in person.listed.duties if duty.holds_on(today)]
        if person.listed.on_duty_on(today) and not (held and held[0].role in _LEADING):
            return next(iter(person.listed.school_ids), None), "duty_contact"
        if held:
            return held[0].school_id, held[0].role
    return (person.listed.school_ids[0] if person.listed.school_ids else None), None


async def _childs_school(directory: Directory, person: Person) -> str | None:
    for pupil in await directory.pupils_of(person.id):
        if pupil.listed.school_ids:
            return pupil.listed.school_ids[0]
    return None
