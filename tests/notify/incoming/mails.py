"""Mails as servers and people really send them back, with addresses that nobody has."""

from email.message import EmailMessage
from email.policy import SMTP
from textwrap import dedent

POSTFIX = """\
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="A7.1/mx.example"

--A7.1/mx.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.

--A7.1/mx.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: A7
Arrival-Date: Tue, 10 Nov 2026 12:00:00 +0100 (CET)

Final-Recipient: rfc822; kari@hjemme.example
Original-Recipient: rfc822;kari@hjemme.example
Action: {action}
Status: {status}
Remote-MTA: dns; mail.hjemme.example
Diagnostic-Code: smtp; 550 5.1.1 <kari@hjemme.example>: Recipient address rejected

--A7.1/mx.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Lillevik skole <post@lillevik.example>
Subject: Beskjed fra Lillevik skole

--A7.1/mx.example--
"""
# Its delivery-status is text in one block, and says neither Action nor a class 5 status before the last line.
EXCHANGE = """\
From: <postmaster@hjemme.example>
To: <{to}>
Subject: Kan ikke leveres: Beskjed fra Lillevik skole
Content-Type: multipart/report; report-type=delivery-status; boundary="x1"

--x1
Content-Type: text/html; charset="utf-8"

<html><body>Kunne ikke levere meldingen.</body></html>

--x1
Content-Type: message/delivery-status

Reporting-MTA: dns;EX01.hjemme.example
Received-From-MTA: dns;mx.example

Final-Recipient: rfc822;kari@hjemme.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found

--x1--
"""
QMAIL = """\
From: MAILER-DAEMON@old.example
To: {to}
Subject: failure notice

Hi. This is the qmail-send program at old.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<kari@hjemme.example>:
Sorry, no mailbox here by that name. (#5.1.1)
"""
COMPLAINT = """\
From: <abuse@provider.example>
To: {to}
Subject: FW: Beskjed fra Lillevik skole
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1"

--part1
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--part1
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1

--part1
Content-Type: message/rfc822

From: Lillevik skole <post@lillevik.example>
Subject: Beskjed fra Lillevik skole

--part1--
"""
AWAY = """\
From: Kari Dahl <kari@hjemme.example>
To: {to}
Subject: Automatisk svar: Beskjed fra Lillevik skole
{header}
Content-Type: text/plain; charset=utf-8

Jeg er bortreist til mandag.
"""
WRITTEN = """\
From: Kari Dahl <kari@hjemme.example>
To: Lillevik skole <{to}>
Subject: Sv: Beskjed fra Lillevik skole
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Takk. Kan dere ringe etter klokka fire?
Vi er hjemme på Trollstien da.

Den tir. 10. nov. 2026 kl. 12.00 skrev Lillevik skole <post@lillevik.example>:
> Hei, Kari. Anne Berg ringer deg.
> http://samspill.test/letters/not-for-me/AAAA
"""


def filled(mail: str, **told: str) -> bytes:
    """The mail with its address, as the server would hand it over."""
    return dedent(mail).format(**told).replace("\n", "\r\n").encode()


def calendar_reply(
    to: str,
    *,
    uid: str,
    partstat: str = "ACCEPTED",
    sequence: int = 0,
    comment: str = "",
    dtstamp: str = "20261110T110000Z",
    attendee: str = "kari@hjemme.example",
) -> bytes:
    """What a calendar mails when its owner presses yes, no or perhaps."""
    said = f"COMMENT:{comment}\r\n" if comment else ""
    entry = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mail//1.0//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{dtstamp}\r\nDTSTART:20261112T110000Z\r\n"
        f"ORGANIZER:mailto:{to}\r\nATTENDEE;PARTSTAT={partstat}:mailto:{attendee}\r\n{said}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = attendee, to, "Akseptert: Møte med skolen"
    mail.set_content("Kari kommer.")
    mail.add_alternative(entry.encode(), maintype="text", subtype="calendar", params={"method": "REPLY"})
    return mail.as_bytes(policy=SMTP)
