"""What a report may hold, on the page and in the API; the limits stand in OpenAPI."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

from services.intake.domain.report import Place
from shared.contracts.intake import Channel, Concerns, Sign

TEXT_LIMIT = 5000
Id = Annotated[str, Field(max_length=60, pattern=r"^[a-z][a-z-]*_[a-z2-7]{26}$")]
TellsAs = Literal["guardian", "pupil", "staff", "other"]
Words = Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)]
Line = Annotated[str, Field(min_length=1, max_length=200)]


class ReportForm(BaseModel):
    """The page's three fields; staff also say how it reached them."""

    model_config = ConfigDict(str_strip_whitespace=True)

    about: Annotated[str, Field(max_length=80)]
    """A pupil's id, or `other:` and a school's id."""
    text: Words
    told_as: TellsAs
    channel: Channel | None = None
    home_held: str | None = None
    told_by: Line | None = None
    concerns: Concerns | None = None
    implicated: Id | None = None


class MoreForm(BaseModel):
    """What fits, asked afterwards; every question may be skipped."""

    model_config = ConfigDict(str_strip_whitespace=True)

    text: Words | None = None
    places: list[Place] = []
    where: Line | None = None
    occurred_on: date | None = None
    seen_by: Line | None = None
    signs: list[Sign] = []
    pupils_view: Words | None = None

    @field_validator("occurred_on", mode="before")
    @classmethod
    def _as_people_write_it(cls, told: object) -> object:
        """`16.11.2026` as well as what a browser's date field sends."""
        parts = told.split(".") if isinstance(told, str) else []
        return "-".join(part.zfill(2) for part in reversed(parts)) if len(parts) == 3 else told  # noqa: PLR2004


class ReportBody(BaseModel):
    """Somebody tells the school how a pupil is doing."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    pupil_ids: Annotated[list[Id], Field(max_length=10, description="Whom it concerns, as far as known")] = []
    school_id: Annotated[Id | None, Field(description="Needed when no pupil is named")] = None
    about: Annotated[str | None, Field(max_length=200, description="Whom it concerns, in words")] = None
    text: Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT, description="One sentence is enough")]
    told_as: Annotated[TellsAs, Field(description="Who tells it")]
    channel: Channel = "form"
    reporter_id: Annotated[Id | None, Field(description="On behalf of whom; staff only")] = None
    home_held: Annotated[bool, Field(description="Not to be told at home for now")] = False
    told_by: Annotated[Line | None, Field(description="Who told it, in words; staff only")] = None
    concerns: Annotated[Concerns, Field(description="Whether an employee has done it (§ 12-5)")] = "pupils"
    implicated: Annotated[list[Id], Field(max_length=10, description="The employees, as far as known")] = []


class MoreBody(BaseModel):
    """More about what was told; the first words stand as they were. Something must be there."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    text: Words | None = None
    places: Annotated[list[Place], Field(max_length=8)] = []
    where: Line | None = None
    occurred_on: date | None = None
    seen_by: Annotated[Line | None, Field(description="Who saw it, in words")] = None
    signs: Annotated[list[Sign], Field(max_length=7)] = []
    pupils_view: Words | None = None


class Added(BaseModel):
    addition_id: str


class CaseOfReport(BaseModel):
    case_id: str
    number: str
    pupil_id: str | None


class Handler(BaseModel):
    person_id: str
    name: str
    phone: str | None


class ReportReceipt(BaseModel):
    """What the one who told gets back: number, who handles it, and by when they are in touch."""

    report_id: str
    school_id: str
    cases: list[CaseOfReport]
    handler: Handler
    received_at: AwareDatetime
    contact_by: AwareDatetime
    receipt: str = Field(description="path of the receipt's page")


class PupilChoice(BaseModel):
    pupil_id: str
    name: str
    school_id: str


class SchoolChoice(BaseModel):
    school_id: str
    name: str


class ReportChoices(BaseModel):
    """Whom this person can point to when telling something."""

    pupils: list[PupilChoice]
    schools: list[SchoolChoice]
