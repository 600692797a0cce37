from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.calendar import (
    CalendarNeverOpens,
    Counting,
    NotCounted,
    SchoolCalendar,
    SkippedDay,
    add_calendar_days,
    add_school_days,
    add_working_days,
    end_of_day,
    is_working_day,
    next_school_day,
    public_holiday,
    section_12_6_dates,
)
from shared.clock import OSLO

MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2039, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 (Hypothesis wants its bounds naive)
IN_2026 = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 (Hypothesis wants its bounds naive)
CLOSURES = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=90)


def easter_sunday(year: int) -> date:
    """Gauss and Meeus, written again here: the model must not share a source with what it checks."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def naive_holidays(year: int) -> set[date]:
    easter = easter_sunday(year)
    moving = {easter + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {date(year, 1, 1), date(year, 5, 1), date(year, 5, 17), date(year, 12, 25), date(year, 12, 26)}
    return moving | fixed


def naive_working_day(day: date) -> bool:
    return day.isoweekday() < 6 and day not in naive_holidays(day.year)


def naive_deadline(start: date, days: int, closed: frozenset[date] = frozenset()) -> date:
    counted: list[date] = []
    day = start
    while len(counted) < days:
        day += timedelta(days=1)
        if naive_working_day(day) and day not in closed:
            counted.append(day)
    return counted[-1] if counted else start


@settings(deadline=None)
@given(MOMENTS, st.integers(0, 30))
def test_working_days_agree_with_counting_on_ones_fingers(moment: datetime, days: int) -> None:
    deadline = add_working_days(moment, days)
    assert deadline.day == naive_deadline(moment.astimezone(OSLO).date(), days)
    assert deadline.at == end_of_day(deadline.day)
    assert deadline.at >= moment


@settings(deadline=None)
@given(IN_2026, st.integers(1, 20), CLOSURES)
def test_school_days_agree_with_counting_on_ones_fingers(
    moment: datetime, days: int, closed: frozenset[date]
) -> None:
    deadline = add_school_days(moment, days, SchoolCalendar(closed))
    assert deadline.day == naive_deadline(moment.astimezone(OSLO).date(), days, closed)


@settings(deadline=None)
@given(MOMENTS, st.integers(0, 25))
def test_the_explanation_accounts_for_every_day_between(moment: datetime, days: int) -> None:
    deadline = add_working_days(moment, days)
    between = (deadline.day - moment.astimezone(OSLO).date()).days
    assert between == days + len(deadline.skipped)
    assert (deadline.start, deadline.days, deadline.counting) == (moment, days, Counting.WORKING_DAYS)
    assert all(not is_working_day(skipped.day) for skipped in deadline.skipped)
    assert all(
        (skipped.holiday is not None) == (skipped.reason is NotCounted.PUBLIC_HOLIDAY)
        for skipped in deadline.skipped
    )


@settings(deadline=None)
@given(MOMENTS, st.integers(0, 20), st.integers(0, 20))
def test_counting_in_two_steps_is_counting_once(moment: datetime, first: int, then: int) -> None:
    at_once = add_working_days(moment, first + then)
    assert add_working_days(add_working_days(moment, first).at, then).at == at_once.at


@settings(max_examples=30, deadline=None)
@given(st.integers(1990, 2090))
def test_the_public_holidays_are_the_twelve_of_the_law(year: int) -> None:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    assert {day for day in days if day.year == year and public_holiday(day)} == naive_holidays(year)


def test_easter_week_is_explained_day_by_day() -> None:
    deadline = add_working_days(datetime(2026, 3, 31, 10, 0, tzinfo=OSLO), 2)
    assert deadline.day == date(2026, 4, 7)
    assert deadline.skipped == (
        SkippedDay(date(2026, 4, 2), NotCounted.PUBLIC_HOLIDAY, "maundy-thursday"),
        SkippedDay(date(2026, 4, 3), NotCounted.PUBLIC_HOLIDAY, "good-friday"),
        SkippedDay(date(2026, 4, 4), NotCounted.WEEKEND),
        SkippedDay(date(2026, 4, 5), NotCounted.PUBLIC_HOLIDAY, "easter-sunday"),
        SkippedDay(date(2026, 4, 6), NotCounted.PUBLIC_HOLIDAY, "easter-monday"),
    )


@pytest.mark.requirement("L2")
@pytest.mark.parametrize(
    ("raised", "one_week", "five_working_days"),
    [
        # An ordinary week: both readings are the same day.
        (datetime(2026, 11, 16, 9, 0, tzinfo=OSLO), date(2026, 11, 23), date(2026, 11, 23)),
        # Over Easter the working days end a week later than the week.
        (datetime(2026, 3, 30, 9, 0, tzinfo=OSLO), date(2026, 4, 6), date(2026, 4, 9)),
        # 17 May 2027 is a Monday, and Whit Monday the same day: one day skipped, both names kept.
        (datetime(2027, 5, 12, 9, 0, tzinfo=OSLO), date(2027, 5, 19), date(2027, 5, 20)),
        # Christmas: 25 December 2026 is a Friday, and so is 1 January 2027.
        (datetime(2026, 12, 23, 22, 0, tzinfo=OSLO), date(2026, 12, 30), date(2026, 12, 31)),
        # Leap day 2028, a Tuesday, counts like any other.
        (datetime(2028, 2, 25, 9, 0, tzinfo=OSLO), date(2028, 3, 3), date(2028, 3, 3)),
    ],
)
def test_the_week_of_12_6_is_shown_in_both_readings(
    raised: datetime, one_week: date, five_working_days: date
) -> None:
    dates = section_12_6_dates(raised)
    assert (dates.one_week.day, dates.five_working_days.day) == (one_week, five_working_days)


def test_two_holidays_on_one_day_keep_both_names() -> None:
    assert public_holiday(date(2027, 5, 17)) == "constitution-day+pentecost-monday"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # The night to summer time: 23.30 UTC on Saturday is already Sunday in Oslo.
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 3, 27, 22, 59, tzinfo=UTC), date(2026, 3, 30)),
        # The night back: 22.30 UTC in summer is past midnight in Oslo, in winter it is not.
        (datetime(2026, 10, 22, 22, 30, tzinfo=UTC), date(2026, 10, 26)),
        (datetime(2026, 10, 29, 22, 30, tzinfo=UTC), date(2026, 10, 30)),
    ],
)
def test_the_day_something_happened_is_the_day_in_oslo(moment: datetime, day: date) -> None:
    assert add_working_days(moment, 1).day == day


def test_the_end_of_the_day_is_the_same_clock_time_in_summer_and_winter() -> None:
    summer, winter = end_of_day(date(2026, 10, 24)), end_of_day(date(2026, 10, 25))
    assert (summer.astimezone(UTC).hour, winter.astimezone(UTC).hour) == (21, 22)


def test_a_closed_school_does_not_move_the_offices() -> None:
    autumn = SchoolCalendar(frozenset(date(2026, 10, day) for day in range(5, 10)))
    friday = datetime(2026, 10, 2, 12, 0, tzinfo=OSLO)
    assert add_working_days(friday, 1).day == date(2026, 10, 5)
    assert add_school_days(friday, 1, autumn).day == date(2026, 10, 12)
    assert next_school_day(date(2026, 10, 2), autumn) == date(2026, 10, 12)
    assert add_school_days(friday, 1, autumn).skipped[2].reason is NotCounted.SCHOOL_CLOSED


def test_a_school_that_never_opens_is_said_not_waited_for() -> None:
    never = SchoolCalendar(frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(1500)))
    with pytest.raises(CalendarNeverOpens):
        add_school_days(datetime(2026, 1, 1, tzinfo=OSLO), 1, never)


def test_a_moment_without_zone_and_counting_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        add_working_days(datetime(2026, 1, 1), 1)  # noqa: DTZ001 (what is refused)
    with pytest.raises(ValueError, match="forwards"):
        add_calendar_days(datetime(2026, 1, 1, tzinfo=UTC), -1)
