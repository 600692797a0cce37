"""The owner's help in one case: asked for by the school, given or declined with a reason, and ended (R38).

Who helps may see the case as long as it lasts. One wish at a time; the story of all of them is kept.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.escalation import (
    AssistanceDeclinedV1,
    AssistanceEndedV1,
    AssistanceGivenV1,
    AssistanceRequestedV1,
)
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.errors import Conflict, Hidden, Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Status = Literal["asked", "given", "declined", "ended"]


class Wish(BaseModel):
    """One wish for help, with its answer. Words lie sealed with the case."""

    model_config = ConfigDict(hide_input_in_errors=True)

    id: str
    wanted: str
    asked_by: str
    asked_at: AwareDatetime
    status: Status = "asked"
    person_id: str | None = None
    reason: str = ""
    answered_by: str | None = None
    answered_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None


class Assistance(Aggregate):
    case_id: str
    school_id: str
    wishes: list[Wish] = Field(default_factory=list)
    implicated: tuple[str, ...] = ()
    """Whom the case concerns: they neither read it nor help."""

    @staticmethod
    def id_for(case_id: str) -> str:
        return derived_id("assistance", case_id)

    @classmethod
    def about(cls, case_id: str, school_id: str) -> "Assistance":
        return cls(id=cls.id_for(case_id), case_id=case_id, school_id=school_id)

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "status": self.latest.status if self.latest else None,
        }

    def scope(self) -> str:
        return self.case_id

    @property
    def latest(self) -> Wish | None:
        return self.wishes[-1] if self.wishes else None

    def may_be_read_by(self, person_id: str) -> bool:
        return bool(self.wishes) and person_id not in self.implicated

    def ask(self, wanted: str, *, by: str, to: str, due_at: datetime, at: datetime) -> None:
        """Ask the owner; the same form sent twice is one wish."""
        if self.latest is not None and self.latest.status in ("asked", "given"):
            if self.latest.status == "asked":
                return
            raise Conflict("assistance-is-given")
        wish = Wish(
            id=derived_id("wish", self.id, str(len(self.wishes) + 1)), wanted=wanted, asked_by=by, asked_at=at
        )
        self.wishes.append(wish)
        self._record(
            AssistanceRequestedV1(
                **self._about(at), by=by, assistance_id=wish.id, person_id=to, answer_by=due_at
            )
        )
        self._record(
            EscalationTaskOpenedV1(
                **self._about(at),
                task_id=derived_id("task", wish.id),
                list="do",
                code="assistance-to-answer",
                owner_id=to,
                due_at=due_at,
                path=f"/notices/assistance/{self.case_id}/answer",
            )
        )

    def give(self, person_id: str, *, by: str, at: datetime) -> None:
        """Help: that contact may see the case from now on."""
        wish = self._open_wish(by)
        if person_id in self.implicated:
            raise Refusal("implicated", fields={"person_id": "implicated"})
        if wish.status == "given":
            return
        self._answer(wish, "given", by=by, at=at)
        wish.person_id = person_id
        self._record(AssistanceGivenV1(**self._about(at), by=by, assistance_id=wish.id, person_id=person_id))

    def decline(self, reason: str, *, by: str, at: datetime) -> None:
        """Do not help, and say why."""
        if not reason:
            raise Refusal("decline-reason-needed", fields={"reason": "decline-reason-needed"})
        wish = self._open_wish(by)
        if wish.status == "given":
            raise Conflict("assistance-is-given")
        self._answer(wish, "declined", by=by, at=at)
        wish.reason = reason
        self._record(AssistanceDeclinedV1(**self._about(at), by=by, assistance_id=wish.id))

    def end(self, why: Literal["case-ended", "done"], *, at: datetime, by: str | None = None) -> None:
        """The help is over; what nobody has answered yet is asked no more."""
        wish = self.latest
        if wish is None or wish.status not in ("asked", "given"):
            return
        if wish.status == "asked":
            self._close_task(wish, at, by)
        wish.status, wish.ended_at = "ended", at
        self._record(
            AssistanceEndedV1(
                **self._about(at), by=by, assistance_id=wish.id, person_id=wish.person_id, why=why
            )
        )

    def _open_wish(self, by: str) -> Wish:
        if not self.may_be_read_by(by) or self.latest is None:
            raise Hidden
        if self.latest.status in ("declined", "ended"):
            raise Conflict("assistance-is-answered")
        return self.latest

    def _answer(self, wish: Wish, status: Status, *, by: str, at: datetime) -> None:
        wish.status, wish.answered_by, wish.answered_at = status, by, at
        self._close_task(wish, at, by)

    def _close_task(self, wish: Wish, at: datetime, by: str | None) -> None:
        task_id = derived_id("task", wish.id)
        self._record(EscalationTaskClosedV1(**self._about(at), by=by, task_id=task_id))

    def _about(self, at: datetime) -> dict[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "at": at}
