"""The database is lost and comes back from last night: nothing erased returns, no letter goes twice (P18)."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deploy.local import Stack
from services.notify.domain.letter import State
from shared.backups import backup, restore
from shared.contracts.envelope import headers_of
from shared.contracts.erasing import CaseErasureOrderedV1
from shared.identifiers import new_id
from shared.kernel import running
from shared.messaging.producing import KafkaAddress, start_producer
from tests.notify.mail_server import MailServer
from tests.notify.office import Office
from tests.notify.said import report
from tests.notify.town import Town
from tests.shared.waiting import until

pytestmark = [pytest.mark.stack]


def office_on(stack: Stack, folder: Path, server: MailServer, database: str | None = None) -> Office:
    """Notify that also speaks with the real Kafka, as notify."""
    user, password = stack.kafka_credentials("notify")
    kafka = {
        "kafka_security_protocol": "SASL_PLAINTEXT",
        "kafka_username": user,
        "kafka_password": password,
    }
    return Office(stack, folder, server.url, database=database, **kafka)


@pytest.fixture
async def telling(stack: Stack, server: MailServer, town: Town, tmp_path: Path) -> AsyncIterator[Office]:
    made = office_on(stack, tmp_path, server)
    await made.prepare()
    await made.learns(town.directory())
    yield made
    await made.close()


async def test_a_letter_sent_after_the_backup_does_not_go_again(
    telling: Office, stack: Stack, server: MailServer, town: Town, tmp_path: Path
) -> None:
    heard = await telling.hears(report(town))
    data, keys = await _backed_up(telling, tmp_path)
    await telling.open()
    await until(lambda: len(server.taken) == 1)
    await _told(telling)
    await telling.shut()
    await _lost(telling)

    again = office_on(stack, tmp_path, server, telling.database)
    try:
        assert await restore(again.service, [str(data), str(keys)]) == 0
        # What was said since is heard again too: the same event, the same letter.
        await again.hears_again(heard)
        await again.open()

        async def known_as_sent() -> bool:
            return [one.state for one in await again.letters(case_id=town.case)] == [State.SENT]

        await until(known_as_sent)
        # The next letter goes: what stood still was that one and not the post.
        await again.hears(report(town))
        await until(lambda: len(server.taken) == 2)
    finally:
        await again.close(drop=False)
    assert len({mail["Message-ID"] for _, mail in server.taken}) == 2


async def test_a_case_erased_after_the_backup_stays_erased(
    telling: Office, stack: Stack, server: MailServer, town: Town, tmp_path: Path
) -> None:
    await telling.hears(report(town))
    await _told(telling)
    data, keys = await _backed_up(telling, tmp_path)
    await _order_erasure(stack, town.case)
    await _lost(telling)

    again = office_on(stack, tmp_path, server, telling.database)
    try:
        assert await restore(again.service, [str(data), str(keys)]) == 0
        remains = await again.kernel.erasing.remains(town.case)
        assert (remains.key_gone, dict(remains.documents)) == (True, {})
        assert await again.letters(case_id=town.case) == []
    finally:
        await again.close(drop=False)


async def test_what_is_there_already_or_not_whole_is_refused(
    telling: Office, town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await telling.hears(report(town))
    data, keys = await _backed_up(telling, tmp_path)
    assert await restore(telling.service, [str(data), str(keys)]) == 1
    assert "empty databases only" in capsys.readouterr().err
    assert await restore(telling.service, [str(keys), str(data)]) == 1
    assert "of-another" in capsys.readouterr().err
    bytes_ = bytearray(data.read_bytes())
    for place in (len(bytes_) // 2, len(bytes_) - 4):
        broken = tmp_path / f"broken-{place}.backup"
        broken.write_bytes(bytes_[:place] + bytes([bytes_[place] ^ 1]) + bytes_[place + 1 :])
        assert await restore(telling.service, [str(broken), str(keys)]) == 1
        assert "cannot be used" in capsys.readouterr().err
    cut = tmp_path / "cut.backup"
    cut.write_bytes(bytes_[: len(bytes_) // 2])
    assert await restore(telling.service, [str(cut), str(keys)]) == 1


async def test_old_backups_go_the_keys_before_the_data_and_no_other_file(
    telling: Office, town: Town, tmp_path: Path
) -> None:
    await telling.hears(report(town))
    data, keys = await _backed_up(telling, tmp_path)
    old = "20200101T000000Z"
    for file in (data, keys):
        for name in (f"{file.name[:-23]}{old}.backup", f"intake-{file.name[7:-23]}{old}.backup", "notes.txt"):
            (file.parent / name).write_text("old", encoding="utf-8")
    told = [str(data.parent), str(keys.parent), "36500", "30"]
    assert await backup(telling.service, told) == 0
    left = [sorted(one.name for one in file.parent.iterdir() if "2020" in one.name) for file in (data, keys)]
    assert left == [[f"intake-data-{old}.backup", f"notify-data-{old}.backup"], [f"intake-keys-{old}.backup"]]
    assert data.exists()
    assert keys.exists()


async def test_the_data_alone_shows_no_word_and_the_keys_lie_apart(
    telling: Office, town: Town, tmp_path: Path
) -> None:
    await telling.hears(report(town))
    data, keys = await _backed_up(telling, tmp_path)
    assert data.parent != keys.parent
    lying = gzip.decompress(data.read_bytes())
    for person in town.directory():
        for name in ("given_name", "family_name"):
            word = getattr(person[1], name, None)
            assert not word or word.encode() not in lying


async def _backed_up(office: Office, folder: Path) -> tuple[Path, Path]:
    for name in ("data", "keys"):
        (folder / name).mkdir(exist_ok=True)
    assert await backup(office.service, [str(folder / "data"), str(folder / "keys")]) == 0
    [data], [keys] = ((folder / name).glob("notify-*.backup") for name in ("data", "keys"))
    return data, keys


async def _told(office: Office) -> None:
    """Everything in the outboxes is on Kafka."""
    relay = running(office.service, ["relay"]).relay
    at_work = asyncio.ensure_future(relay.run())

    async def empty() -> bool:
        waiting = [await store.oldest_waiting() for store in office.kernel.stores]
        return all(one is None for one in waiting)

    try:
        await until(empty)
    finally:
        at_work.cancel()
        await asyncio.gather(at_work, return_exceptions=True)


async def _lost(office: Office) -> None:
    for client, part in zip(office.kernel._clients, ("", "_keys"), strict=True):
        await client.drop_database(f"{office.database}{part}")


async def _order_erasure(stack: Stack, case_id: str) -> None:
    user, password = stack.kafka_credentials("intake")
    address = KafkaAddress(stack.kafka_bootstrap, "SASL_PLAINTEXT", username=user, password=password)
    order = CaseErasureOrderedV1(case_id=case_id, order_id=new_id("order"), ordered_at=datetime.now(UTC))
    headers = headers_of(
        CaseErasureOrderedV1,
        service="intake",
        source=order.order_id,
        seq=1,
        time=order.ordered_at.isoformat(),
    )
    producer = await start_producer(address, client_id="intake")
    try:
        await producer.send_and_wait(
            order.topic.name, order.model_dump_json().encode(), key=order.key().encode(), headers=headers
        )
    finally:
        await producer.stop()
