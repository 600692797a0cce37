"""Nothing sleeps until August: in the holidays the clocks run on, against the duty rota (P10)."""

from datetime import date, timedelta

import pytest

from shared.contracts.directory import PersonListedV1, PersonWords, Shift
from shared.contracts.escalation import ClockOverdueV1, ClockStartedV1, ClockWarnedV1
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

FIRST, LAST = date(2026, 6, 22), date(2026, 8, 14)


async def on_duty(town: Town) -> str:
    """Somebody has the telephone all summer, at every school of the municipality."""
    person_id = new_id("person")
    person = PersonListedV1(person_id=person_id, kinds=("staff",), shifts=(Shift(since=FIRST, until=LAST),))
    words = PersonWords(given_name="Vakt", family_name="Havende", phone="22 00 00 01")
    await town.hear(person, source=person_id, words=words)
    await town.list_school(*(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)))
    town.directory._cache.clear()
    return person_id


@pytest.mark.requirement("P10")
async def test_a_report_in_the_summer_is_watched_against_the_duty_rota(town: Town) -> None:
    duty = await on_duty(town)
    town.clock.set(oslo(6, 26, 15))
    case = Case(town)
    await case.open(handler_id=duty)
    started = {one.clock: one.due_at.date() for one in (await town.said()).all(ClockStartedV1)}
    assert started["C1"] == date(2026, 6, 29)
    assert started["C2"] == date(2026, 6, 30)
    assert started["C5"] == date(2026, 7, 3)
    # News is counted in school days: the family has the duty contact meanwhile.
    assert started["C7"] > LAST
    town.clock.set(oslo(6, 29, 8))
    await town.look()
    assert [one.tell for one in (await town.said()).clocks(ClockWarnedV1, "C1")] == [(duty,)]
    town.clock.set(oslo(7, 1, 0))
    await town.look()
    said = await town.said()
    for code in ("C1", "C2"):
        assert [one.tell for one in said.clocks(ClockOverdueV1, code)] == [(duty,)]
