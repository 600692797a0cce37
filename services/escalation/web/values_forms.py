"""The form of one clock's value, and what it shows when nothing has been typed yet."""

import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from services.escalation.domain.clock_values import ClockCode, ClockRule, StepRule, Tell
from services.escalation.domain.value_book import IN_HOURS
from shared.calendar import Counting
from shared.errors import Refusal

STEPS = 3
EDITABLE: tuple[ClockCode, ...] = tuple(
    code for code in ClockCode if code not in (ClockCode.PROMISE, ClockCode.NEXT_ACTION, ClockCode.DEVIATION)
)
TELL: tuple[Tell, ...] = ("owner", "leader", "deputy", "school_owner")


_BETWEEN = re.compile(r"[,;\s]+")


class StepForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    tell: Tell | None = None
    after: int = 0


class ValueForm(BaseModel):
    """`use` says whether this place has a value of its own."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    use: Literal["own", "above"] = "own"
    days: str = Field(default="", max_length=40)
    """One number, or several: `5, 10, 20`."""
    counting: Counting = Counting.WORKING_DAYS
    remind: int = Field(default=0, ge=0, le=30)
    steps: list[StepForm] = Field(default_factory=list, max_length=STEPS)

    def rule(self, code: ClockCode, before: ClockRule) -> ClockRule | None:
        """The value that was typed. Raises a `Refusal` that names the field and the reason."""
        if self.use == "above":
            return None
        days = _numbers(self.days)
        if any(one < 0 for one in days):
            raise Refusal("negative-days", fields={"days": "negative-days"})
        steps = [one for one in self.steps if one.tell is not None]
        if any(one.after < 0 for one in steps):
            raise Refusal("negative-days", fields={"steps": "negative-days"})
        hours = code in IN_HOURS
        told: dict[str, Any] = {
            "counting": None if hours else self.counting,
            "days": () if hours else days,
            "hours": days[0] if hours else 0,
            "remind_working_days_before": self.remind,
            "remind_at_once": before.remind_at_once,
            "steps": tuple(
                StepRule(tell=one.tell, after_working_days=one.after) for one in steps if one.tell
            ),
        }
        try:
            return ClockRule.model_validate(told)
        except ValidationError as error:
            raise _said(error) from None


def _numbers(typed: str) -> tuple[int, ...]:
    """`5, 10, 20` and `5 10 20`, as people write them."""
    try:
        found = tuple(int(one) for one in _BETWEEN.split(typed) if one)
    except ValueError:
        found = ()
    if not found:
        raise Refusal("not-a-number", fields={"days": "not-a-number"})
    return found


def values_of(rule: ClockRule, *, own: bool) -> dict[str, Any]:
    """What the form shows of a value as it is."""
    shown: dict[str, Any] = {
        "use": "own" if own else "above",
        "days": ", ".join(str(one) for one in rule.days or (rule.hours,)),
        "counting": str(rule.counting or Counting.WORKING_DAYS),
        "remind": str(rule.remind_working_days_before),
    }
    for number, step in enumerate(rule.steps[:STEPS]):
        shown[f"steps.{number}.tell"] = step.tell
        shown[f"steps.{number}.after"] = str(step.after_working_days)
    return shown


_PLACES = {"no-steps": "steps", "steps-out-of-order": "steps"}


def _said(error: ValidationError) -> Refusal:
    """The reason of the domain's own rule; it stands last in pydantic's message."""
    reason = str(error.errors(include_url=False, include_input=False)[0]["msg"]).rpartition(", ")[2]
    return Refusal(reason, fields={_PLACES.get(reason, "days"): reason})
