"""The "tomorrow" card: a tick that does not come alerts a colleague within minutes, once (P1)."""

from datetime import timedelta

import pytest

from shared.contracts.escalation import TomorrowMissedV1
from shared.contracts.intake import TomorrowWithdrawnV1
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

AT_THE_GATE = oslo(11, 17, 8, 15)
ALERT = AT_THE_GATE + timedelta(minutes=5)


async def missed(town: Town) -> list[TomorrowMissedV1]:
    return (await town.said()).all(TomorrowMissedV1)


async def test_a_tick_that_does_not_come_alerts_the_colleague_once_and_not_early(town: Town) -> None:
    case, card = Case(town), new_id("card")
    planned = await town.hear(case.planned(AT_THE_GATE, card_id=card), source=card)
    town.clock.set(ALERT - timedelta(seconds=1))
    await town.look()
    assert await missed(town) == []
    town.clock.set(ALERT)
    await town.look()
    await town.react(planned)
    await town.look()
    [alert] = await missed(town)
    assert (alert.adult_id, alert.colleague_id) == (town.teacher, town.deputy)
    task = (await town.said()).only(EscalationTaskOpenedV1)
    assert (task.code, task.owner_id) == ("tomorrow-missed", town.deputy)


async def test_a_tick_in_time_alerts_nobody(town: Town) -> None:
    case, card = Case(town), new_id("card")
    await town.hear(case.planned(AT_THE_GATE, card_id=card), source=card)
    town.clock.set(AT_THE_GATE)
    await town.hear(case.ticked(card_id=card), source=card)
    town.clock.set(ALERT + timedelta(hours=1))
    await town.look()
    assert await missed(town) == []


async def test_a_tick_heard_of_before_its_plan_alerts_nobody(town: Town) -> None:
    case, card = Case(town), new_id("card")
    await town.hear(case.ticked(card_id=card), source=new_id("tick"))
    await town.hear(case.planned(AT_THE_GATE, card_id=card), source=card)
    town.clock.set(ALERT + timedelta(hours=1))
    await town.look()
    assert await missed(town) == []


async def test_a_late_tick_closes_the_task_of_the_colleague(town: Town) -> None:
    case, card = Case(town), new_id("card")
    await town.hear(case.planned(AT_THE_GATE, card_id=card), source=card)
    town.clock.set(ALERT)
    await town.look()
    await town.hear(case.ticked(card_id=card), source=card)
    said = await town.said()
    assert said.only(EscalationTaskClosedV1).task_id == said.only(EscalationTaskOpenedV1).task_id


async def test_a_withdrawn_card_alerts_nobody(town: Town) -> None:
    case, card = Case(town), new_id("card")
    await town.hear(case.planned(AT_THE_GATE, card_id=card), source=card)
    await town.hear(TomorrowWithdrawnV1(**case.about, card_id=card), source=card)
    town.clock.set(ALERT)
    await town.look()
    assert await missed(town) == []


async def test_a_republished_card_alerts_nobody(town: Town) -> None:
    case, card = Case(town), new_id("card")
    await town.hear(case.planned(AT_THE_GATE, card_id=card), source=card, republished=True)
    town.clock.set(ALERT)
    await town.look()
    assert await missed(town) == []
