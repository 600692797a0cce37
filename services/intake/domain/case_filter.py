"""What a list of cases is narrowed to, and the lists somebody has kept under a name of their own."""

from collections.abc import Mapping
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from services.intake.domain.course import ENDED, State
from shared.errors import Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Due = Literal["today", "week"]
Shown = Literal["open", "ended", "all"]
STATES: tuple[State, ...] = get_args(State)
OPEN: tuple[State, ...] = tuple(one for one in STATES if one not in ENDED)
MOST_KEPT = 12
MOST_PUPILS = 30


class CaseFilter(BaseModel):
    """Codes and ids only, so that it may stand in an address: a name never does."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    state: Shown | State = "open"
    due: Due | None = None
    school: str | None = Field(default=None, max_length=60)
    mine: bool = False
    number: str | None = Field(default=None, max_length=20)
    pupil: tuple[str, ...] = Field(default=(), max_length=MOST_PUPILS)

    @property
    def states(self) -> tuple[State, ...]:
        match self.state:
            case "open":
                return OPEN
            case "ended":
                return tuple(sorted(ENDED))
            case "all":
                return STATES
            case _:
                return (self.state,)

    @property
    def is_plain(self) -> bool:
        """Whether nothing was asked for: the list as it is first shown."""
        return self == CaseFilter()

    @property
    def finds(self) -> bool:
        """Whether it looks for certain cases, closed ones too."""
        return bool(self.number or self.pupil)

    def address(self, page: int = 1) -> str:
        """Where this list is shown."""
        told = self.model_dump(exclude_defaults=True)
        if self.mine:
            told["mine"] = "yes"
        if page > 1:
            told["page"] = page
        return f"/cases?{urlencode(told, doseq=True)}" if told else "/cases"


class KeptFilter(BaseModel):
    """A list under a name that somebody gave it."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    id: str
    name: str
    wanted: CaseFilter


class KeptFilters(Aggregate):
    """The lists that one member of staff has kept; nobody else sees them."""

    person_id: str
    kept: tuple[KeptFilter, ...] = ()

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id}

    def scope(self) -> str:
        return self.person_id

    def keep(self, name: str, wanted: CaseFilter) -> None:
        """The same name again takes the former's place; more than a dozen nobody finds anything in."""
        new = KeptFilter(id=derived_id("filter", self.person_id, name.casefold()), name=name, wanted=wanted)
        others = tuple(one for one in self.kept if one.id != new.id)
        if len(others) >= MOST_KEPT:
            raise Refusal("invalid", fields={"name": "too-many"})
        self.kept = (*others, new)

    def drop(self, filter_id: str) -> None:
        """Keep it no longer; the second time changes nothing."""
        self.kept = tuple(one for one in self.kept if one.id != filter_id)


def kept_filters_id(person_id: str) -> str:
    return derived_id("filters", person_id)
