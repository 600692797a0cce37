"""When and where, as the forms of a meeting ask for it."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.meetings.web.fields import Day, Hour, moment
from shared.contracts.meetings import Mode

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


class CallForm(TimeAndPlace):
    """Three fields, and what may be said besides."""

    school: Annotated[list[Id], Field(min_length=1, max_length=20)]
    reason: Annotated[str, Field(max_length=500)] | None = None
    confirmed: bool = False


class ParticipantsForm(BaseModel):
    """Who takes part from the school."""

    school: Annotated[list[Id], Field(min_length=1, max_length=20)]
    confirmed: bool = False
