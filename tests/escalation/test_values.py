"""The municipality's values: what is counted how, over Easter and 17 May, and what cannot be a value."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from services.escalation.app import HERE
from services.escalation.domain.clock_values import DEFAULT_VALUES, ClockCode, ClockRule, remind_at
from services.escalation.domain.term import Term, first_moment_after
from services.escalation.web.explaining import Explaining
from services.escalation.web.values_forms import EDITABLE
from shared.calendar import SchoolCalendar
from shared.clock import OSLO
from shared.i18n import Catalogue
from shared.web.layout import SHARED_LOCALES

AUTUMN = SchoolCalendar(frozenset(date(2026, 10, day) for day in range(5, 10)))


def at(year: int, month: int, day: int, hour: int = 10) -> datetime:
    return datetime(year, month, day, hour, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        # An ordinary week.
        ("C1", at(2026, 11, 16), date(2026, 11, 17)),
        ("C2", at(2026, 11, 16), date(2026, 11, 18)),
        ("C5", at(2026, 11, 16), date(2026, 11, 23)),
        # Late on a Friday: nobody loses the weekend's days, nor the evening's hours.
        ("C1", at(2026, 11, 20, 23), date(2026, 11, 23)),
        # Easter 2026: Maundy Thursday 2 April to Easter Monday 6 April.
        ("C1", at(2026, 4, 1), date(2026, 4, 7)),
        ("C2", at(2026, 3, 31), date(2026, 4, 7)),
        ("C5", at(2026, 3, 30), date(2026, 4, 9)),
        ("C9", at(2026, 4, 1, 15), date(2026, 4, 7)),
        # 17 May 2027 is a Monday and Whit Monday; Ascension Day 6 May is a Thursday.
        ("C1", at(2027, 5, 14), date(2027, 5, 18)),
        ("C3", at(2027, 5, 5), date(2027, 5, 10)),
        ("C11", at(2027, 5, 14, 18), date(2027, 5, 18)),
        # Midsummer: the offices count on while the school sleeps (the duty rota has them).
        ("C2", at(2026, 7, 6), date(2026, 7, 8)),
        # Ten school days over the autumn holiday, which no office has.
        ("C4", at(2026, 10, 1), date(2026, 10, 22)),
        # Calendar days count every day.
        ("C10", at(2026, 4, 1), date(2026, 4, 8)),
    ],
)
def test_each_clock_is_due_on_its_day(code: str, start: datetime, due: date) -> None:
    term = DEFAULT_VALUES.term(ClockCode(code), start, calendar=AUTUMN)
    assert term.due_at.astimezone(OSLO).date() == due
    assert (term.due_at.hour, term.due_at.minute, term.due_at.second) == (23, 59, 59)
    assert term.values_version == 1


def test_evaluations_come_after_one_two_and_four_school_weeks_and_stay_at_four() -> None:
    start = at(2026, 11, 2)
    due = [DEFAULT_VALUES.term(ClockCode.EVALUATION, start, turn=turn).due_at.date() for turn in range(4)]
    assert due == [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 30), date(2026, 11, 30)]


def test_what_is_counted_in_hours_is_due_in_hours() -> None:
    term = DEFAULT_VALUES.term(ClockCode.STAFF_OFFENDS, at(2026, 10, 25, 1))
    assert (term.due_at - term.start).total_seconds() == 2 * 3600


def test_no_value_of_a_municipality_passes_for_the_law() -> None:
    law = {code for code, rule in DEFAULT_VALUES.rules.items() if rule.basis == "statutory"}
    assert law == {ClockCode.DEVIATION}
    assert not law & set(EDITABLE)
    assert {f"C{number}" for number in range(1, 12)} <= {str(code) for code in DEFAULT_VALUES.rules}


@pytest.mark.parametrize(
    "wrong",
    [
        {"counting": "working-days", "days": [-1]},
        {"counting": "working-days"},
        {"days": [1]},
        {"hours": -2},
        {"hours": 1, "steps": []},
        {"hours": 1, "steps": [{"tell": "leader", "after_working_days": 2}, {"tell": "owner"}]},
        {"hours": 1, "steps": [{"tell": "leader", "after_working_days": -1}]},
    ],
)
def test_a_value_that_cannot_work_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ClockRule.model_validate(wrong)


@pytest.mark.parametrize(
    ("start", "due", "reminded"),
    [
        (at(2026, 11, 16, 12), at(2026, 11, 17, 14), at(2026, 11, 17, 8)),
        (at(2026, 11, 16, 9), at(2026, 11, 16, 14), at(2026, 11, 16, 13)),
        (at(2026, 11, 16, 9), at(2026, 11, 16, 10), None),
        (at(2026, 11, 16, 9), at(2026, 11, 16, 8), None),
    ],
)
def test_nobody_is_reminded_of_what_they_just_said(
    start: datetime, due: datetime, reminded: datetime | None
) -> None:
    assert remind_at(Term.promised(start, due)) == reminded


def test_a_deadline_that_is_kept_in_its_last_second_is_kept() -> None:
    due = datetime(2026, 11, 17, 23, 59, 59, 400_000, tzinfo=OSLO)
    assert first_moment_after(due) == at(2026, 11, 18, 0)


def test_every_reason_for_a_skipped_day_can_be_said_in_every_language() -> None:
    catalogue = Catalogue(*SHARED_LOCALES, HERE / "locales", missed=_never)
    starts = [
        at(2026, 12, 23),
        at(2026, 4, 1),
        at(2027, 5, 5),
        at(2027, 5, 14),
        at(2026, 4, 30),
        at(2026, 10, 1),
    ]
    for code in DEFAULT_VALUES.rules:
        for start in starts:
            term = DEFAULT_VALUES.term(code, start, calendar=AUTUMN)
            for language in ("nb", "nn", "en"):
                assert "clock-" not in " ".join(Explaining(catalogue, language).sentences(term, code))


def test_easter_is_explained_day_by_day() -> None:
    catalogue = Catalogue(*SHARED_LOCALES, HERE / "locales")
    term = DEFAULT_VALUES.term(ClockCode.FIRST_MEETING, at(2026, 3, 31))
    assert " ".join(Explaining(catalogue, "nb").sentences(term, ClockCode.FIRST_MEETING)) == (
        "Starter tirsdag 31. mars, da meldingen kom. 2 arbeidsdager, regnet fra dagen etter. "
        "Teller ikke: 2. april (skjærtorsdag), 3. april (langfredag), 4. april (helg), "
        "5. april (første påskedag) og 6. april (andre påskedag). Fristen er tirsdag 7. april."
    )


def test_the_autumn_holiday_does_not_count_for_the_school() -> None:
    catalogue = Catalogue(*SHARED_LOCALES, HERE / "locales")
    term = DEFAULT_VALUES.term(ClockCode.NEXT_MEETING, at(2026, 10, 1), calendar=AUTUMN)
    told = " ".join(Explaining(catalogue, "en").sentences(term, ClockCode.NEXT_MEETING))
    assert "10 school days" in told
    assert "the weekend 3–4 October, 5–9 October (school closed), the weekend 10–11 October" in told


def _never(_language: str, message_id: str) -> None:
    raise AssertionError(message_id)
