"""A letter that reached another: a record, and the law's 72 hours until a person has assessed it (P12)."""

from datetime import timedelta

import pytest

from shared.contracts.escalation import ClockMetV1, ClockOverdueV1, ClockStartedV1, DeviationRecordedV1
from shared.contracts.notify import LetterUndeliverableV1
from shared.identifiers import new_id
from tests.escalation.story import Case
from tests.escalation.town import Town

pytestmark = pytest.mark.stack


async def not_for_me(town: Town, case: Case) -> None:
    letter = LetterUndeliverableV1(
        **case.about,
        letter_id=new_id("letter"),
        person_id=case.guardian,
        letter="report-received",
        cause="x:1",
        reason="not-for-me",
    )
    for _ in range(2):
        await town.hear(letter, source=letter.letter_id)
    await town.hear_ourselves()


@pytest.mark.requirement("P12")
async def test_not_for_me_is_a_record_with_the_laws_72_hours(town: Town) -> None:
    case = Case(town)
    await case.open()
    await not_for_me(town, case)
    said = await town.said()
    deviation = said.only(DeviationRecordedV1)
    [clock] = said.clocks(ClockStartedV1, "deviation")
    assert (clock.due_at - deviation.at, clock.statutory) == (timedelta(hours=72), True)
    owner = await town.browser(town.owners[0])
    page = f"/notices/deviations/{deviation.deviation_id}"
    refused = await owner.post(page, data={"outcome": "reported"})
    assert refused.status_code == 422
    assert "Skriv hvorfor" in refused.text
    sent = await owner.post(page, data={"outcome": "reported", "reason": "Meldt på skjema."})
    assert sent.status_code == 303
    await town.hear_ourselves()
    assert len((await town.said()).clocks(ClockMetV1, "deviation")) == 1
    assert "Meldt til Datatilsynet" in (await owner.get("/notices/deviations")).text


@pytest.mark.requirement("P12")
async def test_what_nobody_assesses_is_told_to_the_owner_at_once(town: Town) -> None:
    case = Case(town)
    await case.open()
    await not_for_me(town, case)
    town.clock.advance(timedelta(hours=72, seconds=2))
    await town.look()
    [told] = (await town.said()).clocks(ClockOverdueV1, "deviation")
    assert (told.tell, told.digested) == ((town.owners[0],), ())
