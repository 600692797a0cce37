"""Orders of leadership: make somebody responsible for a case, or for all that somebody who leaves has had."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.intake.commands.follow_course import after_hand_over
from services.intake.domain.case import Case
from services.intake.queries.told import staff_for
from services.intake.queries.whose_cases import that_may_be_seen
from services.intake.storage.house import Intake
from shared.errors import Hidden, Refusal

MOST_AT_ONCE = 100


@dataclass(frozen=True)
class HandedOver:
    """What became of a whole pile."""

    done: tuple[str, ...]
    kept: tuple[str, ...]
    """Cases that the new one cannot have: it concerns them, it is their own child's, or it has ended."""


async def hand_over_case(case_id: str, to_id: str, *, by: str, house: Intake) -> None:
    """Somebody at the school is responsible from now on; the timeline says so, and the tasks follow.

    Raises `Refusal` naming the field for somebody who cannot have it.
    """
    there = await house.cases.get(case_id)
    if there is None:
        raise Hidden
    if to_id not in await who_can_have(there, house=house):
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    now, before = house.clock.now(), there.handler_id

    def decide(case: Case) -> tuple[Case, str]:
        former = case.handler_id
        changed = case.hand_over(to_id, by, now)
        return case, former if changed else before

    case, former = await house.cases.change(case_id, decide, by=by)
    await after_hand_over(case, former, by=by, house=house)


async def hand_over_all(case_ids: Iterable[str], to_id: str, *, by: str, house: Intake) -> HandedOver:
    """As many as were chosen, each by itself: one that cannot go does not hold up the others."""
    wanted = list(dict.fromkeys(case_ids))[:MOST_AT_ONCE]
    own = await that_may_be_seen(by, wanted, house=house, action="decide")
    done, kept = [], []
    for case_id in wanted:
        if case_id not in own:
            continue
        try:
            await hand_over_case(case_id, to_id, by=by, house=house)
        except (Refusal, Hidden):
            kept.append(case_id)
        else:
            done.append(case_id)
    return HandedOver(tuple(done), tuple(kept))


async def who_can_have(case: Case, *, house: Intake) -> set[str]:
    """Staff of the school whom it does not concern, and who are no kin of the pupil."""
    out: set[str] = set()
    if case.pupil_id is not None:
        pupil = await house.directory.person(case.pupil_id)
        out = {link.person_id for link in pupil.listed.guardians}
    return {one.id for one in await staff_for(case, house=house)} - out
