"""What intake is told by its environment."""

from typing import ClassVar

from shared.settings import ServiceSettings, SignInSettings


class IntakeSettings(ServiceSettings, SignInSettings):
    """The common settings, and the two issuers people sign in at."""

    service: ClassVar[str] = "intake"
