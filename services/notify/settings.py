"""What notify is told by its environment."""

from typing import ClassVar

from pydantic import Field, SecretStr

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
    quiet_from: int = Field(default=21, ge=0, le=23, description="hour in Oslo after which letters wait")
    quiet_until: int = Field(
        default=7, ge=0, le=23, description="hour from which they go again; the same hour twice: never wait"
    )
    letter_text_days: int = Field(
        default=365, ge=1, description="how long a letter's words are kept after its month; the receipt stays"
    )
    domain_burst: int = Field(default=500, ge=1, description="letters at once to one receiving domain")
    domain_per_second: float = Field(default=20.0, gt=0, description="and from then on, a second")
    dkim_key: SecretStr | None = Field(default=None, description="private key in PEM that signs letters")
    dkim_selector: str = Field(
        default="samspill",
        pattern=r"^[A-Za-z0-9.-]{1,60}$",
        description="under which DNS shows its public half",
    )
    smtp_starttls: StartTls = "if-offered"
    smtp_connections: int = Field(default=8, ge=2, le=64)
