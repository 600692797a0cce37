"""What the clock does with a package on its way to the archive: send it, ask for the receipt, try again."""

import tempfile
from datetime import datetime
from pathlib import Path

from services.intake.domain.dossier import Dossier
from services.intake.files.archive import Filing, arkivmelding
from services.intake.storage.house import ArchiveMessage, Intake
from shared.errors import Unavailable

SYSTEM = "Samspill"


async def go_on_delivering(dossier: Dossier, now: datetime, *, house: Intake) -> None:
    """One step; an archive that does not answer is asked again after a while that grows."""
    delivery = dossier.delivery
    if delivery is None or not delivery.waits or house.archive is None:
        return
    try:
        if delivery.sent_at is None:
            await _send(dossier, house)
            await house.dossiers.change(dossier.id, lambda one: one.tried(now, sent=True))
        answer = await house.archive.answer(dossier.id)
    except Unavailable:
        sent = delivery.sent_at is not None
        await house.dossiers.change(dossier.id, lambda one: one.tried(now, sent=sent))
        return
    if answer.receipt is not None:
        receipt = answer.receipt
        await house.dossiers.change(dossier.id, lambda one: one.receive(receipt, now))
    elif answer.refused is not None:
        code = answer.refused
        await house.dossiers.change(dossier.id, lambda one: one.refuse(code))
    elif delivery.sent_at is not None:
        await house.dossiers.change(dossier.id, lambda one: one.tried(now, sent=True))


async def _send(dossier: Dossier, house: Intake) -> None:
    made = dossier.made
    assert made is not None
    assert house.archive is not None
    filing = Filing(
        system=SYSTEM,
        case_number=dossier.number,
        case_key=dossier.case_id,
        dossier_key=dossier.id,
        at=made.at,
        file=dossier.file_name,
        size=made.size,
        sha256=made.sha256,
    )
    message = ArchiveMessage(dossier.id, arkivmelding(filing), dossier.file_name)
    with tempfile.TemporaryDirectory(prefix="samspill-") as folder:
        path = Path(folder) / "package"
        with path.open("wb") as file:
            async for piece in house.files.read(dossier.id, dossier.scope(), made.pieces):
                file.write(piece)
        await house.archive.send(message, path)
