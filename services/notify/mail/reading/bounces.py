"""Delivery reports (RFC 3464), complaints (RFC 5965), and what servers send that follow neither."""

import re
from email.message import Message

from services.notify.mail.reading.found import Bounced, Complained, Delayed
from services.notify.mail.reading.opening import Mail, first_part, header, text_of
from shared.errors import Unreadable

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_REPLY_CODE = re.compile(r"\b(5[0-5]\d)\b[ -]")
_KIND = re.compile(r"[a-z-]{1,30}")
_FAILED = re.compile(
    r"undeliver|delivery (?:status|failure|has failed)|returned mail|mail delivery failed|failure notice|"
    r"could not be delivered|ikke leveres|kunne ikke levere|ikkje lever",
    re.IGNORECASE,
)
_UNKNOWN = "5.0.0"
_MOST_FIELDS = 200


def report_kind(mail: Mail) -> str:
    """The report-type of a multipart/report; empty for any other mail."""
    if mail.get_content_type() != "multipart/report":
        return ""
    told = mail.get_param("report-type", "")
    return str(told).casefold()


def delivery_report(mail: Mail) -> Bounced | Delayed | None:
    """What a delivery report says of the one recipient; None for good news. Raises `Unreadable`."""
    fields = [block for block in _status_blocks(mail) if "action" in block or "status" in block]
    if not fields:
        raise Unreadable("bad-report")
    failed = [block for block in fields if _failed(block)]
    if failed:
        return Bounced(_status(failed[0]) or _UNKNOWN)
    delayed = [block for block in fields if block.get("action") == "delayed"]
    return Delayed(_status(delayed[0]) or "4.0.0") if delayed else None


def complaint(mail: Mail) -> Complained:
    """What a feedback report says. Raises `Unreadable`."""
    part = first_part(mail, "message/feedback-report")
    fields = {} if part is None else _fields(_flat(part))
    kind = _KIND.fullmatch(fields.get("feedback-type", ""))
    if kind is None:
        raise Unreadable("bad-report")
    return Complained(kind[0])


def unreported_bounce(mail: Mail) -> Bounced | None:
    """A bounce in words only: from nobody, and saying that something was not delivered."""
    part = first_part(mail, "text/plain")
    words = "" if part is None else text_of(part)[:20_000]
    if not _FAILED.search(header(mail, "Subject")) and not _FAILED.search(words[:2000]):
        return None
    found = [match for match in _STATUS.finditer(words) if match[1] == "5"]
    if found:
        return Bounced(found[0][0])
    return Bounced("5.1.1" if (code := _REPLY_CODE.search(words)) and code[1] == "550" else _UNKNOWN)


def _status_blocks(mail: Mail) -> list[dict[str, str]]:
    # The standard library gives each block of fields as a message of its own; some servers send the part
    # as text, and then it is read as it stands.
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        inner = part.get_payload()
        if isinstance(inner, list):
            blocks = [one for one in inner if isinstance(one, Message)]
            return [_named(one) for one in blocks[:_MOST_FIELDS]]
        return [_fields(block) for block in re.split(r"\n\s*\n", _flat(part))]
    return []


def _named(block: Mail) -> dict[str, str]:
    return {name.casefold(): str(value).strip().casefold() for name, value in block.items()}


def _failed(block: dict[str, str]) -> bool:
    action = block.get("action", "")
    return action == "failed" or (not action and _status(block).startswith("5"))


def _status(block: dict[str, str]) -> str:
    for name in ("status", "diagnostic-code"):
        found = _STATUS.search(block.get(name, ""))
        if found:
            return found[0]
    return ""


def _flat(part: Mail) -> str:
    inner = part.get_payload()
    if isinstance(inner, list):
        return "\n".join(str(one) for one in inner)
    return text_of(part)


def _fields(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.splitlines()[:_MOST_FIELDS]:
        name, colon, value = line.partition(":")
        if colon and name.strip() and " " not in name.strip():
            found.setdefault(name.strip().casefold(), value.strip().casefold())
    return found
