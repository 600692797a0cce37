"""The written plan of § 12-4: what it must hold, who changed what, and on which days it is looked at.

Scope: the plan is sealed under the key of its first case. It may cover several cases (`case_ids`), and what
that means for erasure must be known: destroying the first case's key makes the plan unreadable for all of
them, and destroying another's leaves here what the plan says of that child. Cases with a plan in common are
therefore disposed of together, when the last of them is due; `clear()["cases"]` says which they are. What a
child or its parents say of how it goes lies in `Evaluation`, one for each child, under that child's case.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from services.intake.domain.plan_parts import (
    Change,
    Measure,
    MeasureStatus,
    MeasureText,
    PlanText,
    Round,
    Version,
    Voice,
)
from shared.contracts.intake import (
    MeasureChangedV1,
    PlanActivatedV1,
    PlanChangedV1,
    PlannedEvaluation,
)
from shared.errors import Conflict, Hidden, Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

OUTSIDE_HELP_AFTER = 3
"""After that many evaluations in a row that did not help, help from outside is suggested (row R32)."""


class Plan(Aggregate):
    """One plan, for one child or several. A draft always saves; putting it in force asks for its parts."""

    school_id: str
    case_ids: tuple[str, ...]
    owner_id: str
    status: Literal["draft", "active", "ended"] = "draft"
    version: int = 0
    problem: str | None = None
    findings: str | None = None
    voices: dict[str, Voice] = Field(default_factory=dict)
    measures: list[Measure] = Field(default_factory=list)
    evaluate_on: tuple[date, ...] = ()
    """The days still to come on which the plan is looked at."""
    versions: list[Version] = Field(default_factory=list)
    rounds: list[Round] = Field(default_factory=list)
    in_force_for: tuple[str, ...] = ()
    """The cases that go by it: a case that joins a plan in force has parts of its own to fill in first."""
    names_looked: tuple[str, ...] = ()
    """Names in it that somebody has looked at and let stand, as keys over the words around them (row R41)."""
    activated_at: AwareDatetime | None = None
    activated_by: str | None = None

    def clear(self) -> Mapping[str, Any]:
        return {"cases": list(self.case_ids), "school_id": self.school_id, "status": self.status}

    def scope(self) -> str:
        return self.case_ids[0]

    @classmethod
    def of(cls, case_id: str, school_id: str, owner_id: str) -> "Plan":
        """An empty draft for a case."""
        return cls(id=plan_id_of(case_id), school_id=school_id, case_ids=(case_id,), owner_id=owner_id)

    def voice_of(self, case_id: str) -> Voice:
        return self.voices.get(case_id, Voice())

    def text_for(self, case_id: str) -> PlanText:
        """What stands in the plan, as the form for this child has it."""
        return PlanText(
            problem=self.problem,
            findings=self.findings,
            voice=self.voice_of(case_id),
            measures=tuple(
                MeasureText.model_validate(one.model_dump(include=set(MeasureText.model_fields)))
                for one in self.measures
            ),
            evaluate_on=self.evaluate_on,
        )

    # --- written -----------------------------------------------------------------------------------

    def write(self, text: PlanText, case_id: str, *, base: int, by: str, at: datetime) -> bool:
        """Save what was written on version `base`; False when nothing was changed.

        Raises `Conflict("plan-changed")` when somebody else has saved in between: nobody's words are
        written over unseen. What runs is not taken out of a plan by leaving it out: it is stopped.
        """
        self._of(case_id)
        if self.status == "ended":
            raise Conflict("plan-ended")
        changes = self.take(text, case_id, base=base)
        if not changes:
            return False
        if base != self.version:
            raise Conflict("plan-changed")
        self.version += 1
        self.versions.append(Version(number=self.version, by=by, at=at, changes=changes))
        if self.status == "active":
            parts = tuple(dict.fromkeys(one.field for one in changes))
            self._say_changed(at, by, parts)
        return True

    def take(self, text: PlanText, case_id: str, *, base: int) -> tuple[Change, ...]:
        """Put in what was written on version `base`, whatever stood there; the changes that makes."""
        before = self._fields()
        self.problem, self.findings = text.problem, text.findings
        self.voices = {**self.voices, case_id: text.voice}
        self.evaluate_on = tuple(sorted(set(text.evaluate_on)))
        kept = {one.id: one for one in self.measures}
        written: list[Measure] = []
        for place, one in enumerate(text.measures):
            # The same form sent twice makes the same measure, not two.
            id_ = one.id if one.id in kept else None
            id_ = id_ or derived_id("measure", self.id, str(base), str(place))
            known = kept.pop(id_, None)
            if one.what:
                progress = known.model_dump(include={"status", "note", "changed_at"}) if known else {}
                written.append(Measure.model_validate(one.model_dump() | progress | {"id": id_}))
            elif known is not None and (self.status == "active" or known.status != "planned"):
                written.append(known)
        # Rows that the form did not have stay as they are.
        self.measures = [*written, *kept.values()]
        after = self._fields()
        return tuple(
            Change(field=name, of=of, before=before.get((name, of), ""), after=after.get((name, of), ""))
            for name, of in dict.fromkeys([*before, *after])
            if before.get((name, of), "") != after.get((name, of), "")
        )

    def look_at(self, names: Collection[str]) -> None:
        """Somebody has looked at these names, and they stay."""
        self.names_looked = tuple(dict.fromkeys((*self.names_looked, *names)))

    def against(self, text: PlanText, case_id: str) -> tuple[Change, ...]:
        """How what somebody has written differs from what stands here; changes nothing."""
        return self.model_copy(deep=True).take(text, case_id, base=self.version)

    def join(self, case_id: str) -> None:
        """The plan covers this case as well; the first case's key seals it from then on too."""
        if case_id not in self.case_ids:
            self.case_ids = (*self.case_ids, case_id)

    # --- in force ----------------------------------------------------------------------------------

    def gaps(self) -> dict[str, str]:
        """What the parts (a) to (e) and row L4 still ask for, by field; empty when it may be in force."""
        found: dict[str, str] = {}
        if not self.problem:
            found["problem"] = "plan-problem"
        if not self.measures:
            found["measures.0.what"] = "plan-measures"
        for place, one in enumerate(self.measures):
            if one.starts_on is None:
                found[f"measures.{place}.starts_on"] = "plan-when"
            if one.person_id is None and not one.who:
                found[f"measures.{place}.person_id"] = "plan-who"
        if not self.evaluate_on:
            found["evaluate_on.0"] = "plan-evaluated"
        for case_id in self.case_ids:
            voice = self.voice_of(case_id)
            if not voice.pupil_words and not voice.pupil_not_heard:
                found["pupil_words"] = "plan-pupil-heard"
            if not voice.best_interest:
                found["best_interest"] = "plan-best-interest"
        return found

    def activate(self, by: str, at: datetime) -> bool:
        """Put it in force; refused with every missing part named. False when all its cases go by it."""
        waiting = [one for one in self.case_ids if one not in self.in_force_for]
        if not waiting:
            return False
        if gaps := self.gaps():
            raise Refusal("plan-incomplete", fields=gaps)
        self.status, self.in_force_for = "active", self.case_ids
        self.activated_at, self.activated_by = at, by
        for case_id in waiting:
            self._record(PlanActivatedV1(**self._said(case_id, at, by)))
        return True

    def set_measure(
        self, measure_id: str, status: MeasureStatus, *, by: str, at: datetime, note: str | None = None
    ) -> None:
        """A measure has begun, is done, or was stopped."""
        measure = next((one for one in self.measures if one.id == measure_id), None)
        if measure is None:
            raise Hidden
        if (measure.status, measure.note) == (status, note or measure.note):
            return
        measure.status, measure.note, measure.changed_at = status, note or measure.note, at
        for case_id in measure.case_ids or self.case_ids:
            self._record(
                MeasureChangedV1(
                    case_id=case_id,
                    school_id=self.school_id,
                    at=at,
                    by=by,
                    plan_id=self.id,
                    measure_id=measure_id,
                    status=status,
                    person_id=measure.person_id,
                )
            )

    # --- looked at ---------------------------------------------------------------------------------

    def without_effect(self, case_id: str) -> int:
        """How many of the latest evaluations for this child, in a row, did not help."""
        count = 0
        for one in reversed([one for one in self.rounds if one.case_id == case_id]):
            if one.works:
                break
            count += 1
        return count

    def next_evaluation(self, case_id: str) -> PlannedEvaluation | None:
        """The first that has not been held for this child."""
        return next(iter(self.planned(case_id)), None)

    def planned(self, case_id: str) -> tuple[PlannedEvaluation, ...]:
        held = {one.evaluation_id for one in self.rounds}
        ids = [(evaluation_id_of(self.id, case_id, day), day) for day in sorted(set(self.evaluate_on))]
        return tuple(PlannedEvaluation(evaluation_id=id_, on=day) for id_, day in ids if id_ not in held)

    def remember(self, done: Round, next_on: date | None, *, by: str, at: datetime) -> bool:
        """An evaluation was held: without another day to come, it is looked at again on `next_on`."""
        if any(one.evaluation_id == done.evaluation_id for one in self.rounds):
            return False
        self.rounds.append(done)
        if not self.planned(done.case_id) and next_on is not None and self.status == "active":
            self.evaluate_on = tuple(sorted({*self.evaluate_on, next_on}))
        if self.status == "active":
            self._say_changed(at, by, ("evaluations",))
        return True

    # --- ended, and taken over ---------------------------------------------------------------------

    def end(self, case_id: str) -> None:
        """The case is closed; a plan for several goes on for the others."""
        self._of(case_id)
        self.in_force_for = tuple(one for one in self.in_force_for if one != case_id)
        if not self.in_force_for:
            self.status = "ended"

    def take_up(self) -> None:
        """The case goes on: the plan is a draft again, to be looked over, and keeps its versions."""
        if self.status == "ended":
            self.status, self.evaluate_on = "draft", ()

    def hand_over(self, school_id: str, owner_id: str) -> None:
        self.school_id, self.owner_id = school_id, owner_id

    # ----------------------------------------------------------------------------------------------

    def _fields(self) -> dict[tuple[str, str], str]:
        """Everything that is written, as text to compare."""
        found = {("problem", ""): self.problem or "", ("findings", ""): self.findings or ""}
        for case_id, voice in self.voices.items():
            for name, told in voice.model_dump().items():
                found[(name, case_id)] = told or ""
        for one in self.measures:
            found[("measure", one.id)] = one.what or ""
            found[("starts_on", one.id)] = _iso(one.starts_on)
            found[("until", one.id)] = _iso(one.until)
            found[("person_id", one.id)] = one.person_id or ""
            found[("who", one.id)] = one.who or ""
            found[("case_ids", one.id)] = " ".join(one.case_ids)
        found[("evaluate_on", "")] = " ".join(_iso(one) for one in self.evaluate_on)
        return found

    def _say_changed(self, at: datetime, by: str, parts: Sequence[str]) -> None:
        for case_id in self.in_force_for:
            self._record(PlanChangedV1(**self._said(case_id, at, by), parts=tuple(parts)))

    def _said(self, case_id: str, at: datetime, by: str) -> dict[str, Any]:
        return {
            "case_id": case_id,
            "school_id": self.school_id,
            "at": at,
            "by": by,
            "plan_id": self.id,
            "version": self.version,
            "owner_id": self.owner_id,
            "evaluations": self.planned(case_id),
            "held": tuple(one.evaluation_id for one in self.rounds if one.case_id == case_id),
        }

    def _of(self, case_id: str) -> None:
        if case_id not in self.case_ids:
            raise Hidden


def plan_id_of(case_id: str) -> str:
    return derived_id("plan", case_id)


def evaluation_id_of(plan_id: str, case_id: str, day: date) -> str:
    """The evaluation of a plan for one child on one day: planned, reminded of and held under one id."""
    return derived_id("evaluation", plan_id, case_id, day.isoformat())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
