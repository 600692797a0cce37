from email.message import EmailMessage
from urllib.parse import urlsplit

import aiosmtplib
import pytest

from deploy.local import Stack

pytestmark = pytest.mark.stack


async def test_a_mail_sent_to_the_sink_is_found_by_its_address(stack: Stack) -> None:
    address = "Local.Stack@hjem.example"
    sink = urlsplit(stack.mail_sink.smtp_url)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "samspill@skole.example", address, "Møte på fredag"
    mail.set_content("Vi ses klokken åtte.\n")
    await aiosmtplib.send(mail, hostname=sink.hostname, port=sink.port)

    found = await stack.mail.wait_for(address, matching=lambda one: "fredag" in one.subject)

    assert found.text.strip() == "Vi ses klokken åtte."
    assert b"Subject: =?utf-8?" in await stack.mail.source(found)
    assert await stack.mail.to("somebody.else@hjem.example") == []


async def test_waiting_for_a_mail_that_never_comes_ends(stack: Stack) -> None:
    with pytest.raises(TimeoutError, match=r"nobody@hjem\.example"):
        await stack.mail.wait_for("nobody@hjem.example", within_s=0.3)
