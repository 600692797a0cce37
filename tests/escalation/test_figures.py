"""The schools side by side, and nobody can guess a child: not from a cell, a total, or two of them."""

import csv
import io
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.escalation.domain.figures import Counts, shown, side_by_side, together
from shared.contracts.intake import CaseClosedV1
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

COUNTED = ("opened", "open_cases", "kept", "broken", "evaluated")
counts = st.builds(
    Counts, **{name: st.integers(0, 40) for name in (*COUNTED, "meetings")}, meeting_days=st.floats(0, 400)
)


@pytest.mark.requirement("B17")
@settings(max_examples=120, deadline=None)
@given(table=st.lists(st.lists(counts, min_size=3, max_size=3), min_size=2, max_size=4))
def test_no_small_number_can_be_had_from_any_filters(table: list[list[Counts]]) -> None:
    cells = [shown(one) for school in table for one in school]
    by_school = [shown(together(school)) for school in table]
    spans = [shown(together(school[a:b])) for school in table for a, b in combinations(range(4), 2)]
    by_month = [shown(side_by_side([school[n] for school in table])) for n in range(3)]
    whole = shown(side_by_side([together(school) for school in table]))
    told = [*cells, *by_school, *spans, *by_month, whole]
    for name in COUNTED:
        numbers = {getattr(one, name) for one in told} - {None}
        assert all(value % 5 == 0 for value in numbers)
        assert not any(0 < abs(a - b) < 5 for a, b in combinations(numbers, 2))


def test_a_mean_of_few_is_not_shown() -> None:
    assert shown(Counts(meetings=4, meeting_days=8)).days_to_meeting is None
    assert shown(Counts(meetings=6, meeting_days=12)).days_to_meeting == 2


async def a_year(town: Town, cases: int) -> None:
    """Cases with a contact in time, a meeting after two days, and every other one closed."""
    for number in range(cases):
        town.clock.set(oslo(11, 16))
        case = Case(town)
        await case.open()
        town.clock.advance(timedelta(hours=1))
        if number % 4:
            await case.ring()
        called: Any = case.called(oslo(11, 18))
        await town.hear(called, source=case.meeting)
        if number % 2:
            end = CaseClosedV1(**case.about, pupil_heard=True, follow_up_on=oslo(12, 18).date())
            await town.hear(end, source=case.id)
    town.clock.set(oslo(11, 20))
    await town.look()


@pytest.mark.stack
@pytest.mark.requirement("B17", "P19")
async def test_the_owner_sees_the_schools_over_time_with_few_hidden_and_takes_them_out(town: Town) -> None:
    await a_year(town, 12)
    owner = await town.browser(town.owners[0])
    told = (await owner.get("/api/escalation/figures")).json()[town.school_id]
    assert (told["opened"], told["open_cases"]) == (10, 5)
    assert told["broken"] is None
    assert told["days_to_meeting"] == 2
    page = (await owner.get("/notices/figures")).text
    assert "Lillevik skole" in page
    assert 'role="img"' in page
    assert "færre enn 5" in page
    sheet = await owner.get("/notices/figures.csv")
    rows = list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == 12
    assert (rows[-1]["month"], rows[-1]["opened"], rows[-1]["broken"]) == ("2026-11", "10", "")
    report = (await owner.get("/notices/report/2026")).text
    assert "Årsrapport 2026" in report
    assert "loven setter ingen slike frister" in report
    assert (await owner.get("/notices/report/neste")).status_code == 404
    rektor = await town.browser(town.rektor)
    assert (await rektor.get("/notices/figures")).status_code == 403
