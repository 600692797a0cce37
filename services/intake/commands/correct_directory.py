"""Orders: put one field of the directory right by hand, take that back, and lay it over the next roster."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final, Literal, get_args

from services.intake.domain.correction import (
    OF_PEOPLE,
    OF_SCHOOLS,
    Correction,
    Name,
    correction_id,
    edit,
    made,
    said_of,
    with_field,
)
from services.intake.storage.house import Intake
from shared.contracts.directory import Language
from shared.errors import Hidden, Refusal

_PHONE: Final = re.compile(r"\+?[0-9][0-9 ]{3,19}")
Of = Literal["person", "school"]


@dataclass(frozen=True)
class PutRight:
    """Which field of whom, what it should say, why, and until which day (None: for good)."""

    of: Of
    subject_id: str
    name: Name
    value: str | None
    reason: str
    by: str
    until: date | None = None


async def put_right(command: PutRight, *, house: Intake) -> None:
    """Change it now and at every import to come. Raises `Hidden` for nobody, `Refusal` for a bad field."""
    allowed = OF_PEOPLE if command.of == "person" else OF_SCHOOLS
    if command.name not in allowed:
        raise Refusal("invalid", fields={"name": "not-correctable"})
    if not _fits(command.name, command.value):
        raise Refusal("invalid", fields={"value": "required" if command.value is None else "invalid"})
    store: Any = house.listed.people if command.of == "person" else house.listed.schools
    there = await store.get(command.subject_id)
    if there is None or getattr(there, "removed", False):
        raise Hidden
    new = edit(command.value, command.reason, command.by, house.clock.now(), command.until)
    new = new.model_copy(update={"roster": said_of(there, command.name)})
    await house.corrections.change(
        correction_id(command.subject_id),
        lambda it: it.put_right(command.name, new),
        new=lambda: made(command.subject_id, command.of),
        by=command.by,
    )
    await _say(store, command.subject_id, command.name, command.value, command.by)


def _fits(name: Name, value: str | None) -> bool:
    """A name may not be empty, a language is one we speak, a number is one that can be rung."""
    if value is None:
        return name in ("phone", "language")
    if name == "language":
        return value in get_args(Language)
    return name != "phone" or _PHONE.fullmatch(value) is not None


async def take_back(of: Of, subject_id: str, name: Name, *, by: str, house: Intake) -> None:
    """The roster counts again for this field; what it last said stands at once."""
    there = await house.corrections.get(correction_id(subject_id))
    if there is None or name not in there.edits:
        raise Hidden
    was = there.edits[name].roster
    await house.corrections.change(there.id, lambda it: it.take_back(name), by=by)
    store: Any = house.listed.people if of == "person" else house.listed.schools
    await _say(store, subject_id, name, was, by)


async def _say(store: Any, subject_id: str, name: Name, value: str | None, by: str) -> None:
    def change(it: Any) -> None:
        if said_of(it, name) != value:
            it.listed_as(with_field(it, name, value))

    await store.change(subject_id, change, by=by)


def _hear(it: Correction, *, said: dict[Name, str | None], today: date) -> None:
    it.hears_roster(said, today)


@dataclass
class Laying:
    """What was put right by hand, laid over what a roster says; remembers where the two differ."""

    house: Intake
    trial: bool = False
    differs: set[tuple[str, str]] = field(default_factory=set)
    """`(id, field)` of what the roster says otherwise than the school does."""

    async def over(self, kind: str, entries: Sequence[Any]) -> Sequence[Any]:
        """The same entries, with what is put right in the place of what the roster says."""
        if kind not in ("people", "schools"):
            return entries
        today = self.house.today()
        ids = [one.id for one in entries]
        found = await self.house.corrections.find({"subject_id": {"$in": ids}, "on": True})
        by_id = {one.subject_id: one for one in found}
        laid = []
        for entry in entries:
            correction = by_id.get(entry.id)
            if correction is None:
                laid.append(entry)
                continue
            said = {name: said_of(entry, name) for name in correction.edits}
            over = entry
            for name, one in correction.edits.items():
                if one.holds_on(today):
                    over = with_field(over, name, one.value)
                    if one.value != said[name]:
                        self.differs.add((entry.id, name))
            if not self.trial:
                await self.house.corrections.change(correction.id, partial(_hear, said=said, today=today))
            laid.append(over)
        return await self._with_register(laid) if kind == "people" else laid

    async def _with_register(self, entries: Sequence[Any]) -> Sequence[Any]:
        """Where the school has settled for the population register, its word stays over the roster's."""
        ids = [one.id for one in entries]
        found = await self.house.custody.find({"pupil_id": {"$in": ids}})
        by_id = {one.pupil_id: one for one in found if one.settled}
        laid = []
        for entry in entries:
            custody = by_id.get(entry.id)
            over = entry
            if custody is not None:
                over = entry.with_guardians(custody.laid_over(entry.said_guardians))
                if over.said_by_roster is not None:
                    self.differs.add((entry.id, "guardians"))
            laid.append(over)
        return laid
