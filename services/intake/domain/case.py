"""The case of one child, or of one group: what is true now, and what has been done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from services.intake.domain.case_parts import Card, Considered, Fact, NoCard
from services.intake.domain.course import State
from services.intake.domain.course_parts import Assessment, Closing, Move
from services.intake.domain.overseen import Overseen
from shared.contracts.intake import (
    CaseOpenedV1,
    CaseReceivedV1,
    Concerns,
    FactRecordedV1,
    FactWords,
    ToldAs,
    TomorrowPlannedV1,
    TomorrowTickedV1,
    TomorrowWithdrawnV1,
)
from shared.errors import Conflict, Hidden

__all__ = ["Case", "State"]


class Case(Overseen):
    """One case. Every change says in the past tense what happened; nothing is ever taken away."""

    kind: Literal["individual", "group"] = "individual"
    group_id: str | None = None
    report_id: str | None = None
    told_as: ToldAs
    reported_at: AwareDatetime
    raised_with_rektor_at: AwareDatetime
    contact_by: AwareDatetime
    home_held: bool = False
    concerns: Concerns = "pupils"
    led_by: Literal["school", "owner"] = "school"
    """`owner`: it is told of the school's leadership, which takes no part in it (§ 12-5)."""
    implicated: tuple[str, ...] = ()
    """Staff whom it concerns: they are never let in, and nothing about it goes to them."""
    child_welfare: list[Considered] = Field(default_factory=list)
    """That barnevern was thought of (§ 24-3), when and by whom; what was thought stands nowhere."""
    received_at: AwareDatetime | None = None
    cards: list[Card] = Field(default_factory=list)
    no_card: NoCard | None = None
    facts: list[Fact] = Field(default_factory=list)
    next_meeting_missing: bool = False

    def clear(self) -> Mapping[str, Any]:
        waiting = [one for one in self.cards if one.waits]
        return {
            "number": self.number,
            "school_id": self.school_id,
            "pupil_id": self.pupil_id,
            "group_id": self.group_id,
            "state": self.state,
            "handler_id": self.handler_id,
            "statsforvalter": bool(self.demands),
            "handed_from": sorted({one.from_id for one in self.handovers} - {self.handler_id}),
            "reported_at": self.reported_at,
            "ended_at": self.ended_at,
            "adults": sorted({id_ for one in waiting for id_ in (one.adult_id, one.colleague_id)}),
        }

    def opened(self) -> "Case":
        """Say that it is there; called once, on a new one."""
        self._record(
            CaseOpenedV1(
                **self._place(self.reported_at, None),
                number=self.number,
                kind=self.kind,
                pupil_id=self.pupil_id,
                group_id=self.group_id,
                report_id=self.report_id,
                told_as=self.told_as,
                reporter_id=self.reporter_id,
                handler_id=self.handler_id,
                reported_at=self.reported_at,
                raised_with_rektor_at=self.raised_with_rektor_at,
                contact_by=self.contact_by,
                concerns=self.concerns,
                led_by=self.led_by,
                implicated_ids=self.implicated,
            )
        )
        return self

    def receive(self, by: str, at: datetime) -> None:
        """Leadership has opened it and taken it on; the second time changes nothing."""
        if self.received_at is None:
            self.received_at = at
            if self.state == "reported":
                self.state = "received"
            self._record(CaseReceivedV1(**self._place(at, by)))

    # --- tomorrow ----------------------------------------------------------------------------------

    def plan_tomorrow(self, card: Card) -> None:
        """An adult looks after the child; a card of the same day that waits is replaced."""
        if self.pupil_id is None:
            raise Conflict("no-pupil-yet")
        if any(one.id == card.id for one in self.cards):
            return
        for other in self.cards:
            if other.waits and other.day == card.day:
                self._withdraw(other, card.planned_at, card.planned_by)
        self.cards.append(card)
        self.no_card = None
        self._record(
            TomorrowPlannedV1(
                **self._place(card.planned_at, card.planned_by),
                card_id=card.id,
                pupil_id=self.pupil_id,
                adult_id=card.adult_id,
                colleague_id=card.colleague_id,
                starts_at=card.starts_at,
                alert_at=card.alert_at,
            )
        )

    def tick_tomorrow(self, card_id: str, by: str, at: datetime) -> None:
        """The adult has met the child; said once, also when it is pressed twice."""
        card = self._card(card_id)
        if card.withdrawn_at is not None:
            raise Conflict("card-withdrawn")
        if not card.may_be_ticked(at):
            raise Conflict("card-too-early")
        if card.ticked_at is None:
            assert self.pupil_id is not None
            card.ticked_at, card.ticked_by = at, by
            self._record(
                TomorrowTickedV1(**self._place(at, by), card_id=card_id, pupil_id=self.pupil_id, ticked_at=at)
            )

    def miss_tomorrow(self, card_id: str, at: datetime) -> bool:
        """The tick did not come in time; False when it has come after all."""
        card = self._card(card_id)
        if not card.waits or card.missed_at is not None:
            return False
        card.missed_at = at
        return True

    def need_no_card(self, no_card: NoCard) -> None:
        """Nobody is to be set up, and why; cards that wait no longer count."""
        self._withdraw_cards(no_card.at, no_card.by)
        self.no_card = no_card

    # --- how far it has come -----------------------------------------------------------------------

    def assess(self, assessment: Assessment) -> None:
        super().assess(assessment)
        self.received_at = self.received_at or assessment.at
        if self.ended:
            self._withdraw_cards(assessment.at, assessment.by)

    def move(self, move: Move, handler_id: str) -> None:
        """Move it; what the family waits for is answered, and the child met, by the new school."""
        super().move(move, handler_id)
        for request in self.requests:
            if request.answered_at is None:
                request.owner_id = handler_id
        self._withdraw_cards(move.at, move.by)

    def _end(self, closing: Closing, at: datetime, by: str) -> None:
        super()._end(closing, at, by)
        self._withdraw_cards(at, by)

    # --- facts -------------------------------------------------------------------------------------

    def record_fact(self, fact: Fact) -> None:
        """A fact with its source; the same one twice stands once."""
        if any(one.id == fact.id for one in self.facts):
            return
        self.facts.append(fact)
        self._record(
            FactRecordedV1(
                **self._place(fact.recorded_at, fact.recorded_by),
                fact_id=fact.id,
                source=fact.source,
                occurred_on=fact.occurred_on,
                criteria=fact.criteria,
            ),
            FactWords(text=fact.text, where=fact.where, source_words=fact.source_words),
        )

    # --- whom it concerns --------------------------------------------------------------------------

    def place_pupil(self, pupil_id: str) -> None:
        """The school has found out whom it concerns."""
        if self.pupil_id not in (None, pupil_id):
            raise Conflict("pupil-known")
        self.pupil_id = pupil_id

    def consider_child_welfare(self, by: str, at: datetime) -> None:
        """Somebody has thought of whether barnevern is to be told; nothing is said of it to anybody."""
        self.child_welfare.append(Considered(by=by, at=at))

    def release_home(self) -> None:
        """The guardians may be told from now on (row P4)."""
        self.home_held = False

    # ----------------------------------------------------------------------------------------------

    def _card(self, card_id: str) -> Card:
        found = next((one for one in self.cards if one.id == card_id), None)
        if found is None:
            raise Hidden
        return found

    def _withdraw_cards(self, at: datetime, by: str) -> None:
        for card in self.cards:
            if card.waits:
                self._withdraw(card, at, by)

    def _withdraw(self, card: Card, at: datetime, by: str) -> None:
        card.withdrawn_at = at
        self._record(TomorrowWithdrawnV1(**self._place(at, by), card_id=card.id))
