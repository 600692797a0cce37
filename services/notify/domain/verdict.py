"""What is to become of a letter that is about to go, by the state of things at that moment."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from services.notify.domain.kinds import KINDS
from services.notify.domain.letter import ByHandReason, Letter


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is known of the reader now. `address` is None where there is none, or paper is wished.

    `listed` says whether anything was told of how to write to them; a protected person never is.
    """

    is_guardian: bool
    protected: bool
    address: str | None
    listed: bool = True
    address_frozen: bool = False
    address_dead: bool = False
    refuses: bool = False
    """Does without this kind of letter, and nobody must send it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the last access snapshot says of the reader in this case."""

    home_held: bool
    of_the_home: bool
    entitled: bool


@dataclass(frozen=True, slots=True)
class Mail:
    address: str


@dataclass(frozen=True, slots=True)
class ByHand:
    reason: ByHandReason


@dataclass(frozen=True, slots=True)
class Useless:
    """Its use has ended before it could go."""


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Its reader does without letters of this kind, which nobody must send."""


@dataclass(frozen=True, slots=True)
class NotKnownYet:
    """Something that the decision needs has not come; `what` is a code."""

    what: Literal["person", "access", "contact"]


Verdict = Mail | ByHand | Useless | Unwanted | NotKnownYet

# Topics keep no order between them: what speaks against a mail may only not have been heard yet. So many
# tries, some seconds in all, are made before that is believed. What forbids a mail is believed at once.
PATIENCE = 3


def decide(letter: Letter, reader: Recipient | None, standing: Standing | None, now: datetime) -> Verdict:
    """Protection comes before everything, then what is held, then who may know, then how to reach them."""
    if reader is None:
        return Useless() if now >= letter.useless_after else NotKnownYet("person")
    if reader.refuses:
        return Unwanted()
    if reader.protected:
        return ByHand("protected")
    if _held(letter, reader, standing):
        return ByHand("held")
    if KINDS[letter.name].entitled and letter.facts.side == "home":
        if standing is None:
            return Useless() if now >= letter.useless_after else NotKnownYet("access")
        if not standing.entitled:
            return NotKnownYet("access") if letter.attempts < PATIENCE else ByHand("no_access")
    if now >= letter.useless_after:
        return Useless()
    if reader.address is None and not reader.listed and letter.attempts < PATIENCE:
        return NotKnownYet("contact")
    return way_to(reader)


def way_to(reader: Recipient) -> Mail | ByHand:
    """How this reader is reached, whatever the letter."""
    if reader.protected:
        return ByHand("protected")
    if reader.address is None:
        return ByHand("no_channel")
    if reader.address_frozen or reader.address_dead:
        return ByHand("frozen" if reader.address_frozen else "dead")
    return Mail(reader.address)


def _held(letter: Letter, reader: Recipient, standing: Standing | None) -> bool:
    if letter.facts.home_held and reader.is_guardian:
        return True
    return standing is not None and standing.home_held and standing.of_the_home


def any_of(relations: Collection[str]) -> bool:
    """Whether one of these relations to a case is of the home."""
    return bool({"guardian", "parent_contact"} & set(relations))
