"""A mail as it came, opened within bounds: whoever writes to us may write anything.

The standard library parses with its oldest rules, which take no header apart; each reader decodes what it
needs. What is too large, too deep or no mail at all is `Unreadable`, with a code.
"""

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32

from shared.errors import Unreadable

Mail = Message

MOST_BYTES = 12 * 1024 * 1024
MOST_HEAD_BYTES = 256 * 1024
MOST_PARTS = 100
MOST_TEXT_BYTES = 512 * 1024
_MULTIPART = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINES = re.compile(r"\s+")


def opened(content: bytes) -> Mail:
    """The mail; raises `Unreadable` (too-large, too-deep, not-a-mail)."""
    if len(content) > MOST_BYTES:
        raise Unreadable("too-large")
    end = _HEAD_END.search(content)
    if end is None or end.start() > MOST_HEAD_BYTES:
        raise Unreadable("not-a-mail" if end is None else "too-large")
    # Each level costs the parser another pass over all that is inside it, and nests its own calls.
    if sum(1 for _ in _MULTIPART.finditer(content)) > MOST_PARTS // 4:
        raise Unreadable("too-deep")
    try:
        mail = message_from_bytes(content, policy=compat32)
        parts = sum(1 for _ in mail.walk())
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise Unreadable("not-a-mail") from error
    if parts > MOST_PARTS:
        raise Unreadable("too-deep")
    if not mail.keys():
        raise Unreadable("not-a-mail")
    return mail


def header(mail: Mail, name: str) -> str:
    """One header on one line, decoded as far as it can be; empty where there is none."""
    raw = mail.get(name)
    if raw is None:
        return ""
    try:
        told = str(make_header(decode_header(str(raw))))
    except (ValueError, LookupError, TypeError, IndexError):
        told = str(raw)
    return _LINES.sub(" ", told).strip()[:2000]


def text_of(part: Mail) -> str:
    """The words of one part, in whatever character set it says; never more than is read by a person."""
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return ""
    if not isinstance(raw, bytes):
        return ""
    raw = raw[:MOST_TEXT_BYTES]
    try:
        return raw.decode(part.get_content_charset() or "utf-8", "replace")
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace")


def first_part(mail: Mail, kind: str) -> Mail | None:
    """The first part of that type that is not a file by itself."""
    for part in mail.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            return part
    return None
