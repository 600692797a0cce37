"""Moments the tests speak of."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 16, 11, 0, tzinfo=UTC)
