"""Order of leadership: somebody at home follows a case otherwise than the rule says, with a reason (L8)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from services.intake.commands.settle_access import settle_access
from services.intake.domain.case import Case
from services.intake.domain.case_parts import HomeChoice
from services.intake.domain.home import HomeDecision
from services.intake.storage.house import Intake
from shared.errors import Hidden, Refusal


@dataclass(frozen=True)
class DecideHome:
    """`rule` takes an earlier decision back; the reason is asked for each time, and stays in the case."""

    case_id: str
    person_id: str
    effect: Literal["in", "out", "rule"]
    reason: str
    until: date | None
    by: str


async def decide_home(command: DecideHome, *, house: Intake) -> None:
    """Record it in the case, then let it count from today; sent twice it is one decision."""
    case = await house.cases.get(command.case_id)
    if case is None or case.pupil_id is None:
        raise Hidden
    pupil = await house.listed.person(case.pupil_id)
    if pupil is None or command.person_id not in {one.person_id for one in pupil.listed.guardians}:
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    today = house.today()
    if command.until is not None and command.until < today:
        raise Refusal("invalid", fields={"until": "not-ahead"})
    choice = HomeChoice(
        person_id=command.person_id,
        effect=command.effect,
        reason=command.reason,
        since=today,
        until=command.until,
        by=command.by,
        at=house.clock.now(),
    )

    def decide(it: Case) -> None:
        it.choose_home(choice)

    await house.cases.change(command.case_id, decide, by=command.by)
    await settle_access(
        command.case_id, lambda it: it.decide_home(_decision(choice), choice.person_id), house=house
    )


def _decision(choice: HomeChoice) -> HomeDecision | None:
    if choice.effect == "rule":
        return None
    told = choice.model_dump(include={"person_id", "effect", "since", "until"})
    return HomeDecision.model_validate(told)
