"""The mail server as notify needs it: there, by TLS where asked for, letting us in, taking our sender."""

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPResponseException,
    SMTPTimeoutError,
)

from services.notify.mail.smtp import SmtpServer
from shared.findings import Finding

ABOUT = "mail server"


async def look_at_mail_server(server: SmtpServer, sender: str) -> list[Finding]:
    """Speak with it as far as the sender's name, and send nothing."""
    client = SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.implicit_tls,
        start_tls=False,
        timeout=server.connect_timeout_s,
        tls_context=server.tls_context,
    )
    try:
        await client.connect()
        await client.ehlo()
        findings = await _secured(client, server)
        if server.username:
            await client.login(server.username, server.password or "")
        await client.mail(sender)
        await client.rset()
        await client.quit()
    except SMTPAuthenticationError:
        return [Finding(ABOUT, "name or password refused", "Look at SMTP_URL.")]
    except SMTPResponseException as refused:
        return [Finding(ABOUT, f"refuses our sender with {refused.code}", "Look at MAIL_FROM_ADDRESS.")]
    except (SMTPConnectError, SMTPTimeoutError, OSError) as failed:
        code = "certificate refused" if "certificate" in str(failed).lower() else "no answer"
        return [Finding(ABOUT, code, "Look at host, port and the network policy.")]
    except SMTPException as failed:
        return [Finding(ABOUT, type(failed).__name__, "Look at SMTP_URL and SMTP_STARTTLS.")]
    finally:
        client.close()
    return [*findings, Finding(f"{ABOUT}: takes our sender")]


async def _secured(client: SMTP, server: SmtpServer) -> list[Finding]:
    if server.implicit_tls or server.starttls == "never":
        return []
    if client.supports_extension("starttls"):
        await client.starttls(tls_context=server.tls_context)
        await client.ehlo()
        return []
    remedy = "Letters and the password would travel in clear: use smtps://, or a server with STARTTLS."
    return [Finding(f"{ABOUT}: TLS", "not offered", remedy, grave=server.starttls == "required")]
