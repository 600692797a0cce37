"""Tests that pass by themselves and not yet reliably behind all the others, on a busy machine.

They share one running house with the journeys before them, so what those left, and how long Kafka
takes after it was stopped, decides what they see. `make test-unsettled` runs them; `make test` leaves
them out until they stand on a house of their own. A module is taken off this list when ten whole runs
in a row were green.
"""

import pytest

MODULES = frozenset(
    {
        "tests/access/test_access.py",
        "tests/browser/test_walk.py",
        "tests/journeys/test_leaks.py",
        "tests/journeys/test_neighbours_down.py",
        "tests/journeys/test_parents_meeting.py",
    }
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of these modules."""
    for item in items:
        if item.nodeid.split("::")[0] in MODULES:
            item.add_marker(pytest.mark.unsettled)
