"""Order: say the present state of directory and access again, for whoever lost what they knew of it.

Ordinary records with the ids and sequence numbers they had, marked: no letter and no clock comes of them.
"""

from typing import Any, Protocol

from services.intake.domain.access import Access
from services.intake.domain.erasure import Erasure
from services.intake.storage.directory_stores import DirectoryStores
from shared.contracts.envelope import Contract, Words, event_id, headers_of
from shared.kernel import Kernel
from shared.messaging.producing import start_producer
from shared.storage.store import Store

BATCH = 500


class Sayable(Protocol):
    """An aggregate whose present state is one event."""

    id: str

    def says(self) -> tuple[Contract, Words | None]: ...


async def republish(kernel: Kernel) -> int:
    """Send everything that is there now; the number of records sent."""
    listed = DirectoryStores(kernel)
    stores: list[Store[Any]] = [
        listed.schools,
        listed.rooms,
        listed.groups,
        listed.people,
        listed.contacts,
        kernel.store("case_access", Access),
        # After a backup was restored somewhere: what was erased is erased there again.
        kernel.store("erasures", Erasure),
    ]
    producer = await start_producer(kernel.kafka, client_id=f"{kernel.service}-republish")
    sent = 0
    try:
        for store in stores:
            ids = await store.ids({})
            for start in range(0, len(ids), BATCH):
                sent += await _send(kernel, producer, store, ids[start : start + BATCH])
    finally:
        await producer.stop()
    return sent


async def _send(kernel: Kernel, producer: Any, store: Store[Any], ids: list[str]) -> int:
    seqs = {row["_id"]: row["seq"] async for row in store.collection.find({"_id": {"$in": ids}}, {"seq": 1})}
    acknowledged = []
    for there in await store.find({"_id": {"$in": ids}}):
        if getattr(there, "removed", False):
            continue
        value, headers, event = _record(kernel, there, seqs[there.id])
        acknowledged.append(
            await producer.send(event.topic.name, value, key=event.key().encode(), headers=headers)
        )
    for one in acknowledged:
        await one
    return len(acknowledged)


def _record(kernel: Kernel, there: Sayable, seq: int) -> tuple[bytes, list[tuple[str, bytes]], Contract]:
    event, words = there.says()
    value = event.model_dump_json(exclude_none=True)
    if words is not None:
        box = kernel.exchange.seal(
            words.model_dump_json().encode(),
            type_=event.type,
            event_id=event_id(there.id, seq),
            source=there.id,
        )
        value = f'{value[:-1]},"sealed":{box}}}'
    headers = headers_of(
        type(event),
        service=kernel.service,
        source=there.id,
        seq=seq,
        time=kernel.clock.now().isoformat(),
        republished=True,
    )
    return value.encode(), headers, event
