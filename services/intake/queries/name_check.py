"""Which names stand in what a family is to read, and which of them hold it back (row R41)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.queries.around import around
from services.intake.storage.house import Intake
from shared.errors import Conflict
from shared.naming import NameFound, names_in, pieces, stopping


@dataclass(frozen=True)
class Checked:
    """One text, under the name of its field, with the names of other pupils in it."""

    field: str
    text: str
    found: tuple[NameFound, ...]

    @property
    def pieces(self) -> list[tuple[str, NameFound | None]]:
        return pieces(self.text, self.found)


class NamesFound(Conflict):
    """A linked pupil is named, and nobody has looked at it: HTTP 409 with the fields it stands in."""

    def __init__(self, checked: list[Checked], looked: Collection[str]) -> None:
        held = {one.field: "name-linked" for one in checked if stopping(one.found, looked)}
        super().__init__("names-to-look-at", fields=held)
        self.checked = checked


async def names_for_family(case: Case, texts: Mapping[str, str | None], *, house: Intake) -> list[Checked]:
    """The texts that name another pupil of the case or of its class; the case's own child and home may be."""
    near = await around(case, house=house)
    own = {one.id for one in near.own}
    pupils = [one for id_, one in near.people.items() if id_ not in own and "pupil" in one.listed.kinds]
    checked = []
    for field, text in texts.items():
        if text and (found := names_in(text, pupils, linked=near.linked, shown=near.own)):
            checked.append(Checked(field, text, tuple(found)))
    return checked


def hold_back(checked: list[Checked], looked: Collection[str]) -> None:
    """Raise `NamesFound` while a linked pupil's name has not been looked at."""
    if any(stopping(one.found, looked) for one in checked):
        raise NamesFound(checked, looked)


async def hold_back_from_family(
    case: Case, texts: Mapping[str, str | None], looked: Collection[str], *, house: Intake
) -> None:
    hold_back(await names_for_family(case, texts, house=house), looked)
