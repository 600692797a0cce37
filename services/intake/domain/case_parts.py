"""What a case is made of: cards, facts, accounts, agreements, contact with home, what home asks for."""

from datetime import date, datetime, timedelta
from typing import Literal, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.clock import OSLO
from shared.contracts.intake import Criterion, FactSource

Wish = Literal["write", "ring", "meet"]
Means = Literal["phone", "message", "meeting"]

CRITERIA: tuple[Criterion, ...] = get_args(Criterion)
REPEATED_INTERVENTION = "repeated_intervention"
"""A criterion nobody ticks: a second physical intervention against the same pupil (row L6)."""
_EARLIEST = timedelta(hours=1)
PLACES: tuple[str, ...] = ("gate", "yard", "reception", "classroom", "bus")
"""Places every school has; a room's id says one of its own."""


class _Part(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class Card(_Part):
    """The "tomorrow" card: an adult meets the child at a place and a time."""

    id: str
    adult_id: str
    colleague_id: str
    place: str
    """One of `PLACES`, or a room's id."""
    starts_at: AwareDatetime
    alert_at: AwareDatetime
    planned_by: str
    planned_at: AwareDatetime
    ticked_at: AwareDatetime | None = None
    ticked_by: str | None = None
    missed_at: AwareDatetime | None = None
    withdrawn_at: AwareDatetime | None = None

    @property
    def day(self) -> date:
        return self.starts_at.astimezone(OSLO).date()

    @property
    def waits(self) -> bool:
        """Whether it still stands and nobody has ticked it."""
        return self.ticked_at is None and self.withdrawn_at is None

    def may_be_ticked(self, at: datetime) -> bool:
        """From an hour before its time: nobody can have met the child the evening before."""
        return at >= self.starts_at - _EARLIEST


class NoCard(_Part):
    """That nobody is set up for tomorrow, and why not (row R29)."""

    reason: str
    by: str
    at: AwareDatetime


class Considered(_Part):
    """That barnevern was considered (row L7)."""

    by: str
    at: AwareDatetime


class Fact(_Part):
    """Something that happened, with its source; what people make of it stands apart (row R7)."""

    id: str
    text: str
    where: str | None = None
    occurred_on: date | None = None
    source: FactSource = "unknown"
    source_words: str | None = None
    assessment: str | None = None
    criteria: tuple[str, ...] = ()
    recorded_by: str | None = None
    recorded_at: AwareDatetime
    minutes_id: str | None = None

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is not known of it, as codes; "unknown" and "no date" may be the truth, and still show."""
        found = ("no-source",) if self.source == "unknown" else ()
        return found if self.occurred_on else (*found, "no-date")


class Account(_Part):
    """What one party told in their words, and how they see it; of a pupil also why they were not heard."""

    id: str
    party_id: str
    account: str | None = None
    view: str | None = None
    told_to: str | None = None
    told_on: date | None = None
    not_heard_reason: str | None = None
    at: AwareDatetime
    minutes_id: str | None = None
    written_by: str | None = None
    """Whose hand it is: the party's own, or somebody's at the school who wrote down what was told."""
    confirmed_at: AwareDatetime | None = None
    """When the party said that these are their words; they are read-only from then on (row R16)."""

    @property
    def confirmed(self) -> bool:
        return self.confirmed_at is not None


class RightsGiven(_Part):
    """That somebody got the text about rights: which version, when and how (row R33)."""

    person_id: str
    version: str
    how: Literal["receipt", "page"]
    at: AwareDatetime


class CaseLink(_Part):
    """That another case belongs together with this one, who said so, and when."""

    case_id: str
    kind: Literal["related", "merged"]
    by: str
    at: AwareDatetime


class Agreement(_Part):
    id: str
    what: str
    who_id: str | None = None
    who: str | None = None
    by: date | None = None
    voluntary: bool = False
    at: AwareDatetime
    minutes_id: str | None = None


class HomeChoice(_Part):
    """A leader decided that somebody at home follows the case or does not; `rule` takes that back (L8)."""

    person_id: str
    effect: Literal["in", "out", "rule"]
    reason: str
    since: date
    until: date | None = None
    by: str
    at: AwareDatetime


class Glass(_Part):
    """Somebody without part in the case opened it in an emergency, why, and what leadership says of it."""

    id: str
    person_id: str
    reason: str
    at: AwareDatetime
    until: AwareDatetime
    reviewed_by: str | None = None
    reviewed_at: AwareDatetime | None = None
    verdict: Literal["right", "not_right"] | None = None
    review: str | None = None


class Contact(_Part):
    """That somebody at the school was in touch with a person, or tried."""

    id: str = ""
    """The same for the same press of the button; what is older has none."""
    person_id: str
    means: Means
    reached: bool
    by: str
    at: AwareDatetime
    note: str | None = None


class Request(_Part):
    """The family asks to be rung, written to or met; it is answered within its time (row P2)."""

    id: str
    person_id: str
    wish: Wish
    about: Literal["measure"] | None = None
    """`measure`: what is written is a measure that the family proposes for the plan (row R26)."""
    text: str | None = None
    owner_id: str
    at: AwareDatetime
    answer_by: AwareDatetime
    answered_at: AwareDatetime | None = None
    answered_by: str | None = None
    answer: str | None = None


def standing_cards(cards: list[Card], today: date) -> list[Card]:
    """The cards of today and later that count, the first one first."""
    return sorted(
        (one for one in cards if one.withdrawn_at is None and one.day >= today), key=lambda one: one.starts_at
    )
