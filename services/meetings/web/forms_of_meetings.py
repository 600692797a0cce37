"""When and where, as the forms of a meeting ask for it."""

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.web.fields import Day, Hour, moment
from shared.contracts.meetings import MeetingKind, Mode

Id = Annotated[str, Field(max_length=60)]


class TimeAndPlace(BaseModel):
    """What every form that sets a time has."""

    model_config = ConfigDict(hide_input_in_errors=True)

    day: Day
    hour: Hour
    minutes: Annotated[int, Field(ge=10, le=480)] = 60
    mode: Mode = "physical"
    room: Id | None = None
    place: Annotated[str, Field(max_length=300)] | None = None

    @property
    def starts_at(self) -> datetime:
        return moment(self.day, self.hour)


class OtherTime(BaseModel):
    """Another time that would suit the school too."""

    model_config = ConfigDict(hide_input_in_errors=True)

    day: Day
    hour: Hour


class CallForm(TimeAndPlace):
    """Three fields, and what may be said besides."""

    minutes: Annotated[int, Field(ge=10, le=480)] | None = None  # type: ignore[assignment]
    kind: MeetingKind | None = None
    school: Annotated[list[Id], Field(min_length=1, max_length=20)]
    reason: Annotated[str, Field(max_length=500)] | None = None
    others: Annotated[list[OtherTime], Field(max_length=6)] = []
    confirmed: bool = False

    @property
    def alternatives(self) -> list[datetime]:
        return [moment(one.day, one.hour) for one in self.others]


class MoveForm(TimeAndPlace):
    """A new time; `confirmed` answers what was asked once."""

    confirmed: bool = False


class AcceptForm(BaseModel):
    """The time that was accepted, as the page wrote it."""

    model_config = ConfigDict(hide_input_in_errors=True)

    starts_at: AwareDatetime
    confirmed: bool = False


class InterpreterForm(BaseModel):
    """For whom an interpreter is needed, in which language, and whether one is booked."""

    model_config = ConfigDict(hide_input_in_errors=True)

    person_id: Id
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = None
    booked: bool = False


class ParticipantsForm(BaseModel):
    """Who takes part from the school."""

    school: Annotated[list[Id], Field(min_length=1, max_length=20)]
    confirmed: bool = False
