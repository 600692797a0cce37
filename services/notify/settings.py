"""What notify is told by its environment."""

from typing import ClassVar

from pydantic import Field

from services.notify.mail.smtp import StartTls
from shared.settings import LinkSettings, MailSettings, ServiceSettings


class NotifySettings(ServiceSettings, LinkSettings, MailSettings):
    """`SMTP_URL` may carry name and password; `MAIL_FROM_ADDRESS` is a mailbox that somebody reads."""

    service: ClassVar[str] = "notify"

    mail_return_address: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9._-]{1,19}@[A-Za-z0-9.-]+$",
        description="where letters come back to and readers answer, with a part added after a plus",
    )
    lmtp_host: str = Field(default="127.0.0.1", description="where mail that comes back is listened for")
    lmtp_port: int | None = Field(
        default=None, ge=0, le=65535, description="its port; none: nothing is listened for"
    )
    smtp_starttls: StartTls = "if-offered"
    smtp_connections: int = Field(default=8, ge=2, le=64)
