"""Which letters wait for a better hour, and until when; by Oslo's clock, whatever the season."""

from datetime import date, datetime, timedelta

import pytest

from services.notify.domain.calm import QuietHours, rests_until
from services.notify.domain.kinds import KINDS, Calm
from shared.calendar import SchoolCalendar
from shared.clock import OSLO

AUTUMN_HOLIDAY = SchoolCalendar(frozenset(date(2026, 10, 5) + timedelta(days=n) for n in range(5)))
WEEK = timedelta(days=7)


def oslo(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=OSLO)


def until(
    calm: Calm, now: datetime, *, use: timedelta = WEEK, hours: QuietHours | None = None
) -> datetime | None:
    return rests_until(calm, now, useless_after=now + use, hours=hours or QuietHours(), school=AUTUMN_HOLIDAY)


@pytest.mark.requirement("B63")
@pytest.mark.parametrize(
    ("calm", "now", "better"),
    [
        ("night", oslo(11, 16, 12), None),
        ("night", oslo(11, 16, 20, 59), None),
        ("night", oslo(11, 16, 21), oslo(11, 17, 7)),
        ("night", oslo(11, 17, 3), oslo(11, 17, 7)),
        ("night", oslo(11, 17, 7), None),
        # A Sunday, and the Constitution Day.
        ("night", oslo(11, 15, 12), oslo(11, 16, 7)),
        ("night", oslo(5, 16, 22), oslo(5, 18, 7)),
        # A Saturday is no day of rest for families, but it is for those who work at the school.
        ("night", oslo(11, 14, 12), None),
        ("holidays", oslo(11, 14, 12), oslo(11, 16, 7)),
        ("holidays", oslo(10, 5, 12), oslo(10, 12, 7)),
        # The nights in which the clocks change.
        ("night", oslo(10, 24, 23), oslo(10, 26, 7)),
        ("night", oslo(3, 28, 22), oslo(3, 30, 7)),
        ("never", oslo(11, 17, 3), None),
    ],
)
def test_a_letter_waits_for_the_morning_of_a_fitting_day(
    calm: Calm, now: datetime, better: datetime | None
) -> None:
    assert until(calm, now, use=timedelta(days=14)) == better


@pytest.mark.requirement("B63")
def test_a_letter_that_would_be_of_no_use_in_the_morning_goes_at_once() -> None:
    assert until("night", oslo(11, 16, 23), use=timedelta(hours=8)) is None
    assert until("night", oslo(11, 16, 23), use=timedelta(hours=9)) == oslo(11, 17, 7)


@pytest.mark.requirement("B63")
def test_what_is_acute_waits_for_nothing_and_all_else_does() -> None:
    for name, kind in KINDS.items():
        assert (kind.lane == "acute") == (kind.calm == "never"), name


def test_a_municipality_may_do_without_quiet_hours_or_set_its_own() -> None:
    assert until("night", oslo(11, 17, 3), hours=QuietHours(0, 0)) is None
    assert until("night", oslo(11, 17, 12), hours=QuietHours(11, 13)) == oslo(11, 17, 13)
    assert until("night", oslo(11, 17, 14), hours=QuietHours(11, 13)) is None


def test_a_school_that_never_opens_does_not_keep_a_letter_for_ever() -> None:
    closed = SchoolCalendar(frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(800)))
    now = oslo(11, 16, 12)
    assert (
        rests_until("holidays", now, useless_after=now + 100 * WEEK, hours=QuietHours(), school=closed)
        is None
    )
