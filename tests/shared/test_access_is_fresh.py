"""What a service knows of access counts only while it has heard all of it, up to a minute ago."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from aiokafka.partitioner import murmur2

from shared.access import CaseAccess
from shared.contracts.access import HEARTBEAT_KEYS, AccessHeartbeatV1, AccessSnapshotV1, Grant
from shared.contracts.envelope import Contract, Heard
from shared.contracts.topics import INTAKE_ACCESS
from shared.errors import Hidden, Unavailable
from shared.identifiers import new_id
from tests.shared.beats import beats
from tests.shared.storage.conftest import Room, room

__all__ = ["room"]

REKTOR = new_id("person")


def ago(seconds: float) -> datetime:
    return datetime.now(UTC) - timedelta(seconds=seconds)


def heard(*events: Contract) -> list[Heard[Contract]]:
    return [Heard(event, new_id("event"), new_id("thing"), 1, ago(0).isoformat()) for event in events]


def snapshot() -> AccessSnapshotV1:
    grant = Grant(person_id=REKTOR, relation="rektor")
    return AccessSnapshotV1(case_id=new_id("case"), school_id=new_id("school"), grants=(grant,))


async def tell(access: CaseAccess, *events: Contract) -> None:
    await access.when_access_told(heard(*events))  # type: ignore[arg-type]
    access._looked = 0.0


@pytest.fixture
async def access(room: Room) -> CaseAccess:
    return CaseAccess(room.database, keys=room.keys(), clock=room.clock)


async def allowed(access: CaseAccess, case_id: str) -> bool:
    try:
        return await access.may(REKTOR, "staff", case_id, "see") == "rektor"
    except Unavailable:
        return False


@pytest.mark.stack
async def test_a_snapshot_heard_just_now_says_nothing_of_how_much_was_missed(access: CaseAccess) -> None:
    case = snapshot()
    await tell(access, case)
    assert not await allowed(access, case.case_id)
    await tell(access, *beats())
    assert await allowed(access, case.case_id)


@pytest.mark.stack
@pytest.mark.parametrize(("age_s", "fresh"), [(55, True), (61, False)])
async def test_a_minute_without_a_heartbeat_is_too_long(access: CaseAccess, age_s: int, fresh: bool) -> None:
    case = snapshot()
    await tell(access, *beats(ago(age_s)), case)
    assert await allowed(access, case.case_id) is fresh


@pytest.mark.stack
async def test_one_partition_that_lags_makes_all_of_it_stale(access: CaseAccess) -> None:
    case = snapshot()
    await tell(access, *beats(but=[7]), case)
    assert not await allowed(access, case.case_id)
    await tell(access, AccessHeartbeatV1(sent_at=ago(90), partition=7))
    assert not await allowed(access, case.case_id)
    await tell(access, AccessHeartbeatV1(sent_at=ago(1), partition=7))
    assert await allowed(access, case.case_id)


@pytest.mark.stack
async def test_a_heartbeat_that_does_not_say_for_what_it_speaks_proves_nothing(access: CaseAccess) -> None:
    case = snapshot()
    await tell(access, *beats(but=[7]), AccessHeartbeatV1(sent_at=ago(0)), case)
    assert not await allowed(access, case.case_id)


@pytest.mark.stack
async def test_an_older_heartbeat_told_again_takes_nothing_back(access: CaseAccess) -> None:
    case = snapshot()
    await tell(access, *beats(), case)
    await tell(access, *beats(ago(500)))
    assert await allowed(access, case.case_id)


@pytest.mark.stack
async def test_a_snapshot_is_kept_before_the_heartbeat_behind_it_is_believed(
    access: CaseAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def down(_rows: object) -> None:
        raise Unavailable("mongodb")

    monkeypatch.setattr(access._snapshots, "put", down)
    with pytest.raises(Unavailable):
        await tell(access, snapshot(), *beats())
    assert await access.age_s() == float("inf")


def test_each_partition_has_a_heartbeat_of_its_own() -> None:
    landing = [(murmur2(key.encode()) & 0x7FFFFFFF) % INTAKE_ACCESS.partitions for key in HEARTBEAT_KEYS]
    assert landing == list(range(INTAKE_ACCESS.partitions))
    assert [beat.key() for beat in beats()] == list(HEARTBEAT_KEYS)


@pytest.mark.stack
async def test_a_relation_that_this_version_does_not_know_allows_nothing_and_hides_nothing(
    access: CaseAccess,
) -> None:
    case, other = snapshot(), new_id("person")
    told = case.model_dump(mode="json")
    told["grants"].append({"person_id": other, "relation": "ombud", "since": None, "until": None})
    await tell(access, *beats(), AccessSnapshotV1.model_validate_json(json.dumps(told)))
    assert await allowed(access, case.case_id)
    with pytest.raises(Hidden):
        await access.may(other, "staff", case.case_id, "see")
