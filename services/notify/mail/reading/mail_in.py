"""What a mail that came to one of our addresses is: read once, within bounds, by the standards."""

from services.notify.mail.reading.answers import answer, is_automatic
from services.notify.mail.reading.bounces import (
    complaint,
    delivery_report,
    report_kind,
    unreported_bounce,
)
from services.notify.mail.reading.found import AutoReplied, CalendarReplied, Found
from services.notify.mail.reading.opening import Mail, opened
from shared.errors import Unreadable
from shared.ics import NotAReply, read_reply

MOST_CALENDAR_BYTES = 128 * 1024


def read_mail(content: bytes, *, sender: str) -> Found | None:
    """What this mail is; None for good news that changes nothing. Raises `Unreadable` with a code.

    `sender` is the envelope's: delivery reports come from nobody.
    """
    mail = opened(content)
    try:
        return _read(mail, sender)
    except RecursionError as error:
        raise Unreadable("too-deep") from error


def _read(mail: Mail, sender: str) -> Found | None:
    match report_kind(mail):
        case "delivery-status":
            return delivery_report(mail)
        case "feedback-report":
            return complaint(mail)
        case "disposition-notification":
            return AutoReplied()
    if not sender and (bounced := unreported_bounce(mail)) is not None:
        return bounced
    calendar = _calendar_reply(mail)
    if calendar is not None:
        return calendar
    if not sender or is_automatic(mail):
        return AutoReplied()
    said = answer(mail)
    if not said.text and not said.attachments:
        raise Unreadable("empty")
    return said


def _calendar_reply(mail: Mail) -> CalendarReplied | None:
    for part in mail.walk():
        if part.get_content_type() != "text/calendar":
            continue
        if str(part.get_param("method", "REPLY")).upper() not in {"REPLY", "COUNTER"}:
            continue
        raw = part.get_payload(decode=True)
        if not isinstance(raw, bytes) or len(raw) > MOST_CALENDAR_BYTES:
            raise Unreadable("bad-calendar")
        try:
            return CalendarReplied(read_reply(raw))
        except NotAReply as error:
            raise Unreadable("bad-calendar") from error
    return None
