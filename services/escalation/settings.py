"""What escalation is told by its environment: nothing beyond what every service needs."""

from typing import ClassVar

from shared.settings import ServiceSettings


class EscalationSettings(ServiceSettings):
    service: ClassVar[str] = "escalation"
