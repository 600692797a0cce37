import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared import clock as clock_module
from shared.clock import (
    OSLO,
    Clock,
    ClockIsNotMovableHere,
    FixedClock,
    MovableClock,
    SystemClock,
    business_clock,
)

SECOND = timedelta(seconds=1)


class MachineTime:
    """The monotonic clock of a test: it passes when told to."""

    def __init__(self) -> None:
        self.s = 100.0

    def monotonic(self) -> float:
        return self.s


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> MachineTime:
    machine = MachineTime()
    monkeypatch.setattr(clock_module, "time", machine)
    return machine


def offset(clock: Clock) -> timedelta:
    return clock.now() - datetime.now(UTC)


def write(path: Path, seconds: float) -> None:
    path.write_text(json.dumps({"offset_s": seconds}))


def test_a_moved_file_moves_every_clock_that_reads_it(tmp_path: Path, machine: MachineTime) -> None:
    file = tmp_path / "clock.json"
    write(file, 0)
    first, second = MovableClock(file), MovableClock(file)
    assert abs(offset(first)) < SECOND
    write(file, 86_400)
    machine.s += 0.051
    assert abs(offset(first) - timedelta(days=1)) < SECOND
    assert abs(offset(second) - timedelta(days=1)) < SECOND


def test_the_file_is_looked_at_no_more_often_than_every_50_ms(tmp_path: Path, machine: MachineTime) -> None:
    file = tmp_path / "clock.json"
    write(file, 0)
    clock = MovableClock(file)
    clock.now()
    write(file, 3600)
    machine.s += 0.049
    assert abs(offset(clock)) < SECOND
    machine.s += 0.002
    assert abs(offset(clock) - timedelta(hours=1)) < SECOND


def test_no_file_is_no_offset_and_a_half_written_one_keeps_the_last(
    tmp_path: Path, machine: MachineTime
) -> None:
    file = tmp_path / "clock.json"
    clock = MovableClock(file)
    assert abs(offset(clock)) < SECOND
    write(file, 7200)
    machine.s += 1
    assert abs(offset(clock) - timedelta(hours=2)) < SECOND
    file.write_text('{"offset_s": 9')
    machine.s += 1
    assert abs(offset(clock) - timedelta(hours=2)) < SECOND
    write(file, -60)
    machine.s += 1
    assert abs(offset(clock) + timedelta(minutes=1)) < SECOND


@pytest.mark.parametrize("profile", ["production", "", "prod"])
def test_only_demo_and_test_may_move_time(profile: str, tmp_path: Path) -> None:
    with pytest.raises(ClockIsNotMovableHere, match="SAMSPILL_CLOCK_FILE"):
        business_clock(profile, tmp_path / "clock.json")
    assert isinstance(business_clock(profile, None), SystemClock)
    assert isinstance(business_clock("demo", tmp_path / "clock.json"), MovableClock)


def test_every_clock_speaks_utc(tmp_path: Path) -> None:
    noon = datetime(2026, 7, 1, 12, 0, tzinfo=OSLO)
    for clock in (SystemClock(), MovableClock(tmp_path / "none"), FixedClock(noon)):
        assert clock.now().tzinfo is UTC
    fixed = FixedClock(noon)
    fixed.advance(timedelta(hours=1))
    assert fixed.now() == datetime(2026, 7, 1, 11, 0, tzinfo=UTC)
    fixed.set(noon)
    assert fixed.now() == noon


def test_a_fixed_clock_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        FixedClock(datetime(2026, 1, 1))  # noqa: DTZ001 (what is refused)
