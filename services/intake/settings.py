"""What intake is told by its environment."""

from typing import ClassVar

from pydantic import Field

from shared.settings import ServiceSettings, SignInSettings


class IntakeSettings(ServiceSettings, SignInSettings):
    """The common settings, and the two issuers people sign in at."""

    service: ClassVar[str] = "intake"

    tell_pace_per_place: int = Field(
        default=5, ge=1, description="reports without a name from one place in ten minutes before they queue"
    )
    tell_pace_per_school: int = Field(
        default=40, ge=1, description="the same, to one school from everywhere together"
    )
