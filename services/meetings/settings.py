"""What meetings is told by its environment: what every service is, and the key of the personal links."""

from typing import ClassVar

from shared.settings import LinkSettings, ServiceSettings


class MeetingsSettings(ServiceSettings, LinkSettings):
    service: ClassVar[str] = "meetings"
