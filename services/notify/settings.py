"""What notify is told by its environment."""

from typing import ClassVar

from pydantic import Field

from services.notify.mail.smtp import StartTls
from shared.settings import LinkSettings, MailSettings, ServiceSettings


class NotifySettings(ServiceSettings, LinkSettings, MailSettings):
    """`SMTP_URL` may carry name and password; `MAIL_FROM_ADDRESS` is a mailbox that somebody reads."""

    service: ClassVar[str] = "notify"

    smtp_starttls: StartTls = "if-offered"
    smtp_connections: int = Field(default=8, ge=2, le=64)
