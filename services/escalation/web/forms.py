"""The forms of escalation's pages, as they are posted."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from services.escalation.commands.decide_serious import DecideSerious
from services.escalation.domain.suggestion import NoticeContent


def _as_people_write_it(value: Any) -> Any:
    """`16.11.2026` and `16/11/2026` beside the form that a date field sends."""
    if isinstance(value, str):
        for pattern in ("%d.%m.%Y", "%d/%m/%Y"):
            try:
                return datetime.strptime(value.strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    return value


Day = Annotated[date, BeforeValidator(_as_people_write_it)]
Text = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(min_length=1, max_length=500)]
YesOrNo = Literal["yes", "no"]


class DecisionForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    choice: Literal["notify", "not_serious"]
    reason: Text = ""
    facts: Text = ""
    measures: Text = ""
    next_evaluation: Day | None = None
    help_wanted: Text = ""
    police: YesOrNo | None = None
    barnevern: YesOrNo | None = None
    implicated: list[str] = Field(default_factory=list, max_length=50)

    def command(self) -> DecideSerious:
        return DecideSerious(
            choice=self.choice,
            reason=self.reason,
            implicated=self.implicated,
            content=NoticeContent(
                facts=self.facts,
                measures=self.measures,
                next_evaluation=self.next_evaluation,
                help_wanted=self.help_wanted,
                police=_answer(self.police),
                barnevern=_answer(self.barnevern),
            ),
        )


class AcknowledgementForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    next_action: Line
    next_action_on: Day


def with_days(kept: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """What was typed, with days in the form that a date field shows."""
    shown = dict(kept)
    for name in names:
        day = _as_people_write_it(kept.get(name))
        if isinstance(day, date):
            shown[name] = day.isoformat()
    return shown


def _answer(told: YesOrNo | None) -> bool | None:
    return None if told is None else told == "yes"
