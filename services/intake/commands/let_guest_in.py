"""Orders: a school lets somebody without Feide in for a time, by a code, and ends it (row P7)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.intake.domain.directory_entry import ListedPerson
from services.intake.storage.house import Intake
from shared.clock import OSLO
from shared.contracts.directory import PersonListedV1, PersonWords, Training
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id
from shared.web.identities import subject_hash

ISSUER = "code"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 12
"""Sixty bits, kept as a keyed hash: not to be guessed, whatever the pace."""
LONGEST = timedelta(days=31)


@dataclass(frozen=True)
class LetGuestIn:
    """A substitute or somebody of the SFO: at which school, until when."""

    school_id: str
    given_name: str
    family_name: str
    phone: str | None
    until: datetime
    by: str
    key: str


def code_of(secret: bytes) -> str:
    """Read aloud and typed on a phone: three groups of four, no letter that looks like another.

    The same secret is the same code, so that a form sent twice shows the one it showed before.
    """
    drawn = hashlib.blake2b(secret, digest_size=LENGTH, person=b"samspill-guest").digest()
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in drawn)
    return "-".join(letters[start : start + 4] for start in range(0, LENGTH, 4))


def code_hash(code: str, subject_key: bytes) -> str:
    """What is kept of a code."""
    bare = "".join(one for one in code.upper() if one in LETTERS)
    return subject_hash(subject_key, ISSUER, bare)


async def let_guest_in(command: LetGuestIn, code: str, *, subject_key: bytes, house: Intake) -> str:
    """Let somebody in until that moment; the person's id. The same form twice is one guest, with one code.

    The school has told the guest how this is used: that counts as the leader's word (row L9).
    """
    now = house.clock.now()
    if command.until <= now:
        raise Refusal("invalid", fields={"until_day": "not-ahead"})
    if command.until - now > LONGEST:
        raise Refusal("invalid", fields={"until_day": "too-long-guest"})
    last = command.until.astimezone(OSLO).date()
    guest = ListedPerson(
        id=derived_id("person", "guest", command.by, command.key),
        listed=PersonListedV1(
            person_id=derived_id("person", "guest", command.by, command.key),
            kinds=("staff",),
            school_ids=(command.school_id,),
            here_until=command.until,
        ),
        words=PersonWords(
            given_name=command.given_name, family_name=command.family_name, phone=command.phone
        ),
        identities=(code_hash(code, subject_key),),
        training=(Training(since=house.today(), until=last, way="leader"),),
        guest=True,
    )
    guest.say()
    await house.listed.people.add(guest, by=command.by)
    return guest.id


async def end_guest(person_id: str, school_id: str, *, by: str, house: Intake) -> None:
    """From this moment the code opens nothing, and pages that are open lead out. Twice is once."""
    there = await house.listed.person(person_id)
    if there is None or not there.guest or school_id not in there.listed.school_ids:
        raise Hidden
    now = house.clock.now()
    await house.listed.people.change(person_id, lambda it: it.end_stay(now), by=by)


async def guests_at(school_ids: list[str], *, house: Intake) -> list[ListedPerson]:
    """Those who are let in at these schools now; who ends first comes first."""
    now = house.clock.now()
    found = await house.listed.people.find({"guest": True, "schools": {"$in": school_ids}})
    return sorted(
        (one for one in found if one.listed.here_until and one.listed.here_until > now),
        key=lambda one: (one.listed.here_until, one.id),
    )
