"""A case's deadlines as the other services have told of them."""

from datetime import timedelta

import pytest

from services.intake.queries.story import Story
from services.intake.storage.projections import TimelineRow
from tests.shared.moments import NOON


def row(seq: int, type_: str, *, after_h: int = 0) -> TimelineRow:
    facts = {"clock_id": "clock_x", "clock": "C2", "due_at": NOON.isoformat()}
    at = NOON + timedelta(hours=after_h)
    return TimelineRow(id=f"clock_x:{seq}", case_id="case_x", type=type_, at=at, facts=facts)


@pytest.mark.parametrize(
    ("types", "status"),
    [
        (["clock-started", "clock-met"], "met"),
        (["clock-started", "clock-met", "clock-started"], "running"),
        (["clock-started", "clock-met", "clock-started", "clock-met"], "met"),
        (["clock-started", "clock-overdue", "clock-started"], "overdue"),
        (["clock-started", "clock-overdue", "clock-met"], "met"),
    ],
)
def test_a_clock_that_was_met_and_runs_again_is_running(types: list[str], status: str) -> None:
    rows = [row(seq, type_) for seq, type_ in enumerate(types, 9)]
    [clock] = Story(sorted(rows, key=lambda one: one.id)).clocks
    assert clock.status == status
