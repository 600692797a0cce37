"""Whatever order events come in, how late and how often: each clock rings once, and never early.

Cases run through the night the clocks go back, Christmas, a leap day, Easter and 17 May with events delayed,
doubled and shuffled between aggregates (in order within each), while the timers look at odd hours. The simple
model in `model.py` says what must be told.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from shared.clock import OSLO
from shared.contracts.envelope import Heard
from shared.contracts.escalation import ClockOverdueV1, TomorrowMissedV1
from shared.identifiers import derived_id
from tests.escalation.model import Promise, end_of_working_day, just_after
from tests.escalation.story import Case
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

PARTS_OF_THE_YEAR = (
    datetime(2026, 10, 12, 7, 0, tzinfo=OSLO),  # the autumn, with the night that is an hour longer
    datetime(2026, 12, 7, 7, 0, tzinfo=OSLO),  # over Christmas
    datetime(2027, 3, 22, 7, 0, tzinfo=OSLO),  # Easter, the night that is an hour shorter, 17 May
    datetime(2028, 2, 14, 7, 0, tzinfo=OSLO),  # the leap day
)
Delivery = tuple[datetime, str, Heard[Any]]


class Script:
    """What happens in one random case: its deliveries, and the promises that the model watches."""

    def __init__(self, town: Town, dice: Random, begins: datetime) -> None:
        self.town, self.dice, self.case, self.begins = town, dice, Case(town), begins
        self.case.id = derived_id("case", str(dice.random()))
        self.case.meeting = derived_id("meeting", self.case.id)
        self.deliveries: list[Delivery] = []
        self.promises: list[Promise] = []
        self._latest: dict[str, datetime] = defaultdict(lambda: begins)
        self._write()

    def _write(self) -> None:
        opened = self._later(self.begins, days=40)
        contact_by = end_of_working_day(opened, 1)
        self._say(opened, "opened", self.case.id, lambda: self.case.opened(contact_by=contact_by))
        self._promise("C1", [contact_by], "opened", "contact")
        self._meeting(opened)
        self._maybe(opened, "contact", self.case.id, self.case.contact, days=3)
        asked, by = self._later(opened, days=2), self._later(opened, days=5)
        request = derived_id("request", self.case.id)
        if by > asked:
            told = lambda: self.case.asked_for("write", answer_by=by).model_copy(  # noqa: E731
                update={"request_id": request}
            )
            self._say(asked, "asked", request, told)
            answered = self._later(asked, days=5)
            if self.dice.random() < 0.5:
                self._say(answered, "answered", self.case.id + "x", self.case.contact)
            self._promise("answer", [by, end_of_working_day(by, 1)], "asked", "answered")
            # The first contact of all is an answer too, if it came after they asked.
            self._answers_by_contact(asked)
        self._card(opened)

    def _meeting(self, opened: datetime) -> None:
        called = self._maybe(opened, "called", self.case.meeting, self._called, days=4)
        if called and self.dice.random() < 0.3:
            self._say(self._later(called, days=1), "cancelled", self.case.meeting, self._cancelled)
        elif called:
            held = self._later(called, days=3)
            self._say(held, "held", self.case.meeting, self.case.held)
            self._promise("C3", [end_of_working_day(held, 2)], "held", "minutes")
            minutes = derived_id("minutes", self.case.id)
            self._maybe(held, "minutes", minutes, self.case.minutes, days=4)
        due = end_of_working_day(opened, 2)
        self.promises.append(
            Promise(
                f"C2 {self.case.id}",
                [just_after(due)],
                lambda known: self._key("opened") in known,
                lambda known: self._key("called") in known and self._key("cancelled") not in known,
            )
        )

    def _card(self, opened: datetime) -> None:
        card = derived_id("card", self.case.id)
        starts = self._later(opened, days=2) + timedelta(hours=12)
        self._say(opened, "planned", card, lambda: self.case.planned(starts, card_id=card))
        ticked = self._maybe(starts, "ticked", card + "t", lambda: self.case.ticked(card_id=card), days=0.2)
        alert = starts + timedelta(minutes=5)
        self.promises.append(
            Promise(
                f"tomorrow {self.case.id}",
                [alert],
                lambda known: self._key("planned") in known,
                lambda known: ticked is not None and self._key("ticked") in known,
            )
        )

    def _answers_by_contact(self, asked: datetime) -> None:
        answer = self.promises[-1]
        told_at = {what: heard.event.at for _, what, heard in self.deliveries}
        contact = told_at.get(self._key("contact"))
        if contact is not None and contact >= asked:
            kept = answer.kept
            answer.kept = lambda known: kept(known) or self._key("contact") in known
        contacted = next(one for one in self.promises if one.name.startswith("C1 "))
        if self._key("answered") in told_at:
            first = contacted.kept
            contacted.kept = lambda known: first(known) or self._key("answered") in known

    def _promise(self, code: str, due: list[datetime], begins: str, keeps: str) -> None:
        self.promises.append(
            Promise(
                f"{code} {self.case.id}",
                [just_after(one) for one in due],
                lambda known: self._key(begins) in known,
                lambda known: self._key(keeps) in known,
            )
        )

    def _maybe(self, after: datetime, what: str, source: str, make: Any, *, days: float) -> datetime | None:
        if self.dice.random() < 0.35:
            return None
        told = self._later(after, days=days)
        self._say(told, what, source, make)
        return told

    def _say(self, told: datetime, what: str, source: str, make: Any) -> None:
        """It is said then, and heard of now or later, once or more; in order within its source."""
        self.town.clock.set(told)
        heard = self.town.heard(make(), source=source)
        delay = timedelta(days=self.dice.choice((0, 0, 0, 0.1, 2)) * self.dice.random())
        first = max(told + delay, self._latest[source])
        self._latest[source] = first
        again = [
            first + timedelta(days=3 * self.dice.random()) for _ in range(self.dice.choice((0, 0, 1, 2)))
        ]
        self.deliveries += [(at, self._key(what), heard) for at in (first, *again)]

    def _later(self, moment: datetime, *, days: float) -> datetime:
        seconds = self.dice.randrange(60, max(61, int(days * 86400)))
        return (moment + timedelta(seconds=seconds)).replace(microsecond=0)

    def _key(self, what: str) -> str:
        return f"{what} {self.case.id}"

    def _called(self) -> Any:
        return self.case.called(self.town.clock.now() + timedelta(days=2))

    def _cancelled(self) -> Any:
        return self.case.cancelled(self.town.clock.now() + timedelta(days=2))


async def told_by(town: Town) -> dict[str, list[datetime]]:
    said, told = await town.said(), defaultdict(list)
    for missed in said.all(ClockOverdueV1):
        told[f"{missed.clock} {missed.case_id}"].append(missed.at)
    for card in said.all(TomorrowMissedV1):
        told[f"tomorrow {card.case_id}"].append(card.at)
    return told


@pytest.mark.requirement("B24")
@pytest.mark.parametrize("seed", range(8))
async def test_each_clock_rings_as_the_simple_model_says_once_and_never_early(town: Town, seed: int) -> None:
    dice = Random(seed)
    begins = PARTS_OF_THE_YEAR[seed % len(PARTS_OF_THE_YEAR)]
    scripts = [Script(town, dice, begins) for _ in range(5)]
    promises = [promise for script in scripts for promise in script.promises]
    moments: list[tuple[datetime, str, Heard[Any] | None]] = [
        delivery for script in scripts for delivery in script.deliveries
    ]
    at, end = begins, max(moment for moment, _, _ in moments) + timedelta(days=12)
    while at < end:
        at += timedelta(seconds=dice.randrange(3600, 14 * 3600))
        moments.append((at, "look", None))
    known: set[str] = set()
    for moment, what, heard in sorted(moments, key=lambda one: (one[0], one[1])):
        town.clock.set(moment)
        if heard is not None:
            await town.react(heard)
            known.add(what)
            continue
        await town.look()
        for promise in promises:
            promise.look(moment, known)
    told = await told_by(town)
    watched = {promise.name for promise in promises}
    assert {name: told.get(name, []) for name in watched} == {one.name: one.rung for one in promises}
