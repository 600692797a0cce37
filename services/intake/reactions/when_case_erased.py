"""When a case is to be erased: its access ends. When a service has erased it: the certificate says so."""

from services.intake.commands.dispose import end_access
from services.intake.domain.erasure import erasure_id_of
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.erasing import CaseErased, CaseErasureOrderedV1


async def when_erasure_ordered(heard: Heard[CaseErasureOrderedV1], *, house: Intake) -> None:
    """Before anything is removed: what stands last on the access topic names nobody."""
    await end_access(heard.event.case_id, house=house)


async def when_case_erased(heard: Heard[CaseErased], *, house: Intake) -> None:
    service = heard.event.type.split(".")[1]
    await house.erasures.change(
        erasure_id_of(heard.event.case_id),
        lambda order: order.confirm(service, heard.event.at, heard.event.removed),
    )
