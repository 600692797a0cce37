"""Orders: take in what the population register says, and settle what it and the roster differ on (row L8)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from services.intake.domain.custody import Custody, RegisteredCustody, Settled, Source, custody_id
from services.intake.domain.directory_entry import ListedPerson, directory_id
from services.intake.storage.house import Intake
from shared.contracts.directory import GuardianLink
from shared.errors import Hidden, Refusal


@dataclass(frozen=True)
class RegisterRow:
    """One line: whose guardian somebody is, by the roster's own ids, and whether with foreldreansvar."""

    pupil: str
    guardian: str
    responsibility: bool


@dataclass
class Heard:
    """What came of it; numbers only."""

    pupils: int = 0
    differing: int = 0
    unknown: int = 0
    """Lines about a pupil or a guardian whom the directory does not have."""


async def hear_register(rows: Iterable[RegisterRow], *, house: Intake) -> Heard:
    """Keep the register's facts of each pupil named; nothing else changes. Again: the same."""
    heard = Heard()
    by_pupil: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows:
        guardian = directory_id("person", row.guardian)
        by_pupil[directory_id("person", row.pupil)][guardian] = row.responsibility
    people = await house.listed.people_by_id(
        [*by_pupil, *(id_ for facts in by_pupil.values() for id_ in facts)]
    )
    now = house.clock.now()
    for pupil_id, told in by_pupil.items():
        pupil = people.get(pupil_id)
        known = [Custody(person_id=id_, responsibility=has) for id_, has in told.items() if id_ in people]
        heard.unknown += len(told) - len(known) if pupil else len(told)
        if pupil is None or "pupil" not in pupil.listed.kinds:
            continue
        heard.pupils += 1

        def hear(it: RegisteredCustody, facts: Sequence[Custody], pupil: ListedPerson) -> RegisteredCustody:
            it.hear(facts, pupil.listed.school_ids, now)
            it.differs = bool(it.open_against(pupil.said_guardians))
            return it

        custody = await house.custody.change(
            custody_id(pupil_id),
            partial(hear, facts=known, pupil=pupil),
            new=partial(RegisteredCustody, id=custody_id(pupil_id), pupil_id=pupil_id, told_at=now),
        )
        heard.differing += custody.differs
        if custody.settled:
            await _lay_over(custody, house)
    return heard


async def settle_custody(
    pupil_id: str, person_id: str, counts: Source, reason: str, *, by: str, house: Intake
) -> None:
    """The school has looked: which counts, and why; it stands at every import until either says otherwise."""
    pupil = await house.listed.person(pupil_id)
    there = await house.custody.get(custody_id(pupil_id))
    if pupil is None or there is None:
        raise Hidden
    said: tuple[GuardianLink, ...] = pupil.said_guardians
    if person_id not in there.open_against(said):
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    settled = Settled(
        person_id=person_id,
        counts=counts,
        reason=reason,
        register_says=_says(there.facts, person_id),
        roster_says=_says(said, person_id),
        by=by,
        at=house.clock.now(),
    )

    def settle(it: RegisteredCustody) -> RegisteredCustody:
        it.settle(settled)
        it.differs = bool(it.open_against(said))
        return it

    await _lay_over(await house.custody.change(there.id, settle, by=by), house)


async def _lay_over(custody: RegisteredCustody, house: Intake) -> None:
    def take(it: ListedPerson) -> None:
        it.take_guardians(custody.laid_over(it.said_guardians))

    await house.listed.people.change(custody.pupil_id, take)


def _says(links: Sequence[Custody] | Sequence[GuardianLink], person_id: str) -> bool | None:
    found = [one.responsibility for one in links if one.person_id == person_id]
    return any(found) if found else None
