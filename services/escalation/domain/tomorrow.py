"""The watch over one "tomorrow" card: no tick by its time, and a colleague hears of it, once (P1).

The tick and the plan come from different places and in any order: whichever comes first is kept here.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime

from services.escalation.domain.term import first_moment_after
from shared.contracts.envelope import Heard
from shared.contracts.escalation import TomorrowMissedV1
from shared.contracts.intake import TomorrowPlannedV1, TomorrowTickedV1, TomorrowWithdrawnV1
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


class TomorrowWatch(Aggregate):
    case_id: str
    school_id: str
    card_id: str
    adult_id: str | None = None
    colleague_id: str | None = None
    starts_at: AwareDatetime | None = None
    alert_at: AwareDatetime | None = None
    ticked_at: AwareDatetime | None = None
    withdrawn: bool = False
    missed_at: AwareDatetime | None = None
    task_open: bool = False

    @classmethod
    def of(cls, event: TomorrowPlannedV1 | TomorrowTickedV1 | TomorrowWithdrawnV1) -> "TomorrowWatch":
        """What is known of a card by this event alone; the event itself is heard next."""
        return cls(
            id=cls.id_for(event.card_id),
            case_id=event.case_id,
            school_id=event.school_id,
            card_id=event.card_id,
        )

    @staticmethod
    def id_for(card_id: str) -> str:
        return derived_id("watch", card_id)

    @property
    def state(self) -> Literal["watching", "met", "missed", "withdrawn"]:
        if self.ticked_at is not None:
            return "met"
        if self.withdrawn:
            return "withdrawn"
        return "missed" if self.missed_at else "watching"

    def clear(self) -> Mapping[str, Any]:
        waits = self.state == "watching" and self.alert_at is not None
        due_at = _whole_second(self.alert_at) if waits and self.alert_at else None
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "state": self.state,
            "due_at": due_at,
        }

    def scope(self) -> str:
        return self.case_id

    def plan(self, heard: Heard[TomorrowPlannedV1]) -> None:
        event = heard.event
        if self.hears(heard):
            self.adult_id, self.colleague_id = event.adult_id, event.colleague_id
            self.starts_at, self.alert_at = event.starts_at, event.alert_at

    def tick(self, heard: Heard[TomorrowTickedV1]) -> None:
        if self.hears(heard) and self.ticked_at is None:
            self.ticked_at = heard.event.ticked_at
            self._close_task(heard.event.at)

    def withdraw(self, heard: Heard[TomorrowWithdrawnV1]) -> None:
        if self.hears(heard) and not self.withdrawn:
            self.withdrawn = True
            self._close_task(heard.event.at)

    def miss(self, now: datetime) -> bool:
        """No tick has come by now: alert the colleague; False when there is nothing to alert about."""
        if self.state != "watching" or self.alert_at is None or now < self.alert_at:
            return False
        assert self.adult_id is not None
        assert self.colleague_id is not None
        self.missed_at = now
        self.task_open = True
        about = {"case_id": self.case_id, "school_id": self.school_id, "at": now}
        self._record(
            TomorrowMissedV1(
                **about, card_id=self.card_id, adult_id=self.adult_id, colleague_id=self.colleague_id
            )
        )
        self._record(
            EscalationTaskOpenedV1(
                **about,
                task_id=self._task_id(),
                list="do",
                code="tomorrow-missed",
                owner_id=self.colleague_id,
                about_person_id=self.adult_id,
                due_at=self.alert_at,
                path=f"/cases/{self.case_id}",
            )
        )
        return True

    def _close_task(self, at: datetime) -> None:
        if self.task_open:
            self.task_open = False
            self._record(
                EscalationTaskClosedV1(
                    case_id=self.case_id, school_id=self.school_id, at=at, task_id=self._task_id()
                )
            )

    def _task_id(self) -> str:
        return derived_id("task", self.id)


def _whole_second(at: datetime) -> datetime:
    return first_moment_after(at) if at.microsecond else at
