"""When a piece of another service's part of a case comes: keep it sealed until the package is made."""

from services.intake.commands.take_out_case import part_id
from services.intake.storage.house import Intake
from services.intake.storage.projections import PartRow
from shared.contracts.dossier import DossierPart
from shared.contracts.envelope import Heard
from shared.storage.projection import Row


async def when_dossier_part(heard: Heard[DossierPart], *, house: Intake) -> None:
    """Late pieces, after the package was made without them, change nothing."""
    event, service = heard.event, heard.event.type.split(".")[1]
    there = await house.dossiers.get(event.dossier_id)
    if there is None or there.made is not None:
        return
    row = Row(
        part_id(event.dossier_id, service, event.number),
        heard.seq,
        PartRow(content=heard.words.content),
        {"dossier_id": event.dossier_id},
        event.case_id,
    )
    await house.seen.parts.put([row])
    now = house.clock.now()
    await house.dossiers.change(
        event.dossier_id, lambda one: one.take(service, event.number, now, last=event.last)
    )
