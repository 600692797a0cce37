"""What people fill in about a case. Nearly everything may be left out; limits stand in OpenAPI."""

from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

from services.intake.domain.case_parts import Means, Wish
from services.intake.web.names_clicked import Looked
from services.intake.web.report_forms import Id
from shared.clock import OSLO
from shared.contracts.intake import Criterion, FactSource

Text = Annotated[str, Field(min_length=1, max_length=4000)]
Line = Annotated[str, Field(min_length=1, max_length=200)]


class _Form(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")


class TomorrowForm(_Form):
    """Which adult, where and when; and who is told when the tick does not come."""

    adult_id: Id
    colleague_id: Id
    place: Annotated[str, Field(max_length=60)]
    day: date
    at: time

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.day, self.at.replace(tzinfo=None), OSLO)


class NoCardForm(_Form):
    reason: Text


class ContactForm(_Form):
    """That somebody at home was reached, or that it was tried."""

    person_id: Id
    means: Means = "phone"
    reached: Literal["yes", "no"]
    note: Annotated[str | None, Field(max_length=1000)] = None
    back: Annotated[str | None, Field(max_length=100)] = None


class FactForm(_Form):
    """What happened, where and when, who says so; what one makes of it is a field of its own."""

    text: Text
    where: Line | None = None
    occurred_on: date | None = None
    source: FactSource = "unknown"
    source_words: Line | None = None
    assessment: Text | None = None
    criteria: list[Criterion] = []

    @field_validator("occurred_on", mode="before")
    @classmethod
    def _as_people_write_it(cls, told: object) -> object:
        """`16.11.2026` as well as what a browser's date field sends."""
        parts = told.split(".") if isinstance(told, str) else []
        return "-".join(part.zfill(2) for part in reversed(parts)) if len(parts) == 3 else told  # noqa: PLR2004


class AccountForm(_Form):
    """The pupil's own words, or why the pupil was not heard."""

    account: Text | None = None
    told_on: date | None = None
    not_heard_reason: Text | None = None


class RequestForm(_Form):
    """What the family asks for; `about` a measure it proposes for the plan."""

    wish: Wish
    text: Text | None = None
    about: Literal["measure"] | None = None


class AnswerForm(Looked, _Form):
    text: Text


class PupilForm(_Form):
    pupil_id: Id


class HelperForm(_Form):
    person_id: Id


class HomeForm(_Form):
    """Whether somebody at home follows the case, why, and for how long."""

    person_id: Id
    effect: Literal["in", "out", "rule"]
    reason: Text
    until: date | None = None


class GroupForm(_Form):
    group_id: Id


class ContactBody(BaseModel):
    """A contact with home, as a program tells of it."""

    model_config = ConfigDict(extra="forbid")

    person_id: Id
    means: Means = "phone"
    reached: bool
    note: Annotated[str | None, Field(max_length=1000)] = None


class TomorrowBody(BaseModel):
    """The card, as a program tells of it."""

    model_config = ConfigDict(extra="forbid")

    adult_id: Id
    colleague_id: Id
    place: Annotated[str, Field(max_length=60, description="gate, yard, reception, classroom, bus or a room")]
    starts_at: AwareDatetime


class FactBody(BaseModel):
    """A fact, as a program tells of it."""

    model_config = ConfigDict(extra="forbid")

    text: Text
    where: Line | None = None
    occurred_on: date | None = None
    source: FactSource = "unknown"
    source_words: Line | None = None
    assessment: Text | None = None
    criteria: Annotated[list[Criterion], Field(max_length=8)] = []


class RequestBody(BaseModel):
    """What the family asks for, as a program tells of it."""

    model_config = ConfigDict(extra="forbid")

    wish: Wish
    text: Text | None = None
    about: Annotated[Literal["measure"] | None, Field(description="a measure proposed for the plan")] = None


class LinkForm(_Form):
    """The number of a case that belongs together with this one."""

    number: Line


class MergeForm(Looked, _Form):
    """What whoever told it is answered."""

    answer: Text


class OwnAccountForm(_Form):
    """What somebody at home tells in their own words; `confirm` makes them final."""

    text: Text
    do: Literal["save", "confirm"] = "save"


class ToldAccountForm(_Form):
    """What somebody at home told, written down by the school."""

    party_id: Id
    text: Text


class AccountTextForm(_Form):
    text: Text


class AccountBody(BaseModel):
    """An account in its party's own words, as a program tells of it."""

    model_config = ConfigDict(extra="forbid")

    text: Text
