"""Order: add to what was told; the first words stay as they were (row R2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from services.intake.domain.report import Addition, Place
from services.intake.storage.house import Intake
from shared.contracts.intake import Sign
from shared.errors import Refusal
from shared.identifiers import derived_id


@dataclass(frozen=True)
class TellMore:
    """Everything may be left out, and something must be there."""

    report_id: str
    key: str
    by: str | None = None
    text: str | None = None
    places: Sequence[Place] = ()
    where: str | None = None
    occurred_on: date | None = None
    seen_by: str | None = None
    signs: Sequence[Sign] = field(default=())
    pupils_view: str | None = None


async def tell_more(command: TellMore, *, house: Intake) -> Addition:
    """Keep it with the report; the same key again is the same addition.

    Raises `Refusal` when nothing was told, or a day that has not been.
    """
    if command.occurred_on is not None and command.occurred_on > house.today():
        raise Refusal("invalid", fields={"occurred_on": "not-past"})
    addition = Addition(
        id=derived_id("addition", command.report_id, command.key),
        at=house.clock.now(),
        by=command.by,
        text=command.text,
        places=tuple(command.places),
        where=command.where,
        occurred_on=command.occurred_on,
        seen_by=command.seen_by,
        signs=tuple(command.signs),
        pupils_view=command.pupils_view,
    )
    if not addition.says_something:
        raise Refusal("invalid", fields={"text": "required"})
    await house.reports.change(command.report_id, lambda it: it.add(addition), by=command.by)
    return addition
