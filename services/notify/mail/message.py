"""One letter as bytes for the mail server.

Every header that carries words goes through the standard library's header registry, but only after the
words were made harmless, and what came out is read again before it leaves: the registry of Python 3.11
writes real extra headers for some subjects. Bodies are quoted-printable by the C codec. What never
changes for a school and a language (sender, reply address, fixed headers) is built once, as a letterhead.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, HeaderRegistry
from email.policy import SMTP
from email.utils import format_datetime, getaddresses
from functools import lru_cache
from typing import Literal

from services.notify.mail.dkim import Signer
from services.notify.mail.harmless import harmless_name, harmless_subject
from shared.clock import OSLO
from shared.errors import Unreadable

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])")
_LETTER_ID = re.compile(r"[a-z][a-z0-9_-]{7,80}")
_HEADER = re.compile(rb"([A-Za-z-]+): (.*)", re.DOTALL)
_LINE_LIMIT = 998
_NAME_WIDTH = 30
_EXPECTED = (
    b"From",
    b"Auto-Submitted",
    b"X-Auto-Response-Suppress",
    b"Content-Language",
    b"MIME-Version",
    b"Reply-To",
    b"To",
    b"Subject",
    b"Date",
    b"Message-ID",
    b"Content-Type",
)
_EXPECTED_OPTIONAL = (*_EXPECTED[:-2], b"List-Unsubscribe", b"List-Unsubscribe-Post", *_EXPECTED[-2:])
_LINK = re.compile(r"https?://[!-;=?-~]{1,900}")
_registry = HeaderRegistry()


class CannotBeWritten(Unreadable):
    """The letter would not read back as what it is; it is never sent. The reason is a code."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, in which language: the headers that all of a school's letters share."""

    from_address: str
    school: str
    headers: bytes
    language: str

    @classmethod
    def prepare(cls, *, school: str, from_address: str, language: str) -> "Letterhead":
        """Return the letterhead; the same arguments return the same object."""
        return _letterhead(school, from_address, language)


@dataclass(frozen=True, slots=True)
class CalendarObject:
    """The calendar object that travels with a letter; the method must be the one inside the bytes."""

    method: Literal["REQUEST", "CANCEL"]
    content: bytes


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """What the mail server gets. The envelope is given to it apart and never read from the headers."""

    letter_id: str
    envelope_from: str
    envelope_to: str
    content: bytes


def render(
    letterhead: Letterhead,
    *,
    letter_id: str,
    to: str,
    reply_to: str,
    subject: str,
    text: str,
    html: str,
    written_at: datetime,
    calendar: CalendarObject | None = None,
    envelope_from: str | None = None,
    signer: Signer | None = None,
    unsubscribe: str | None = None,
) -> RenderedMail:
    """Return the letter as bytes, the same for the same arguments; raise CannotBeWritten.

    There is one recipient, by address alone. `reply_to` must be a mailbox that is read: no letter of ours
    comes from nobody. The Message-ID is the letter's id, so a letter that was
    sent twice around a crash is recognisably one.
    """
    sender = _checked_address(envelope_from or letterhead.from_address)
    recipient, answers = _checked_address(to), _checked_address(reply_to)
    if not _LETTER_ID.fullmatch(letter_id):
        raise CannotBeWritten("letter-id")
    head = b"".join(
        (
            letterhead.headers,
            _named(b"Reply-To", letterhead.school, answers),
            # The address is of a form that needs no quoting, so the registry has nothing to do here.
            f"To: {recipient}\r\n".encode("ascii"),
            _subject(harmless_subject(subject)),
            f"Date: {format_datetime(written_at.astimezone(OSLO))}\r\n".encode(),
            _unsubscribing(unsubscribe),
            f"Message-ID: <{letter_id}@{letterhead.from_address.partition('@')[2]}>\r\n".encode(),
        )
    )
    content = head + _body(letter_id, text, html, calendar)
    _read_back(content, letterhead.from_address, recipient, answers, optional=unsubscribe is not None)
    if signer is not None:
        content = signer.signed(content, at=written_at)
    return RenderedMail(letter_id, sender, recipient, content)


def _body(letter_id: str, text: str, html: str, calendar: CalendarObject | None) -> bytes:
    # "=_" can stand neither in quoted-printable nor in base64: no text can end a part.
    inner, outer = f"=_{letter_id}_a".encode(), f"=_{letter_id}_m".encode()
    alternatives = [_text_part(b"plain", text), _text_part(b"html", html)]
    if calendar is None:
        return _multipart(b"alternative", inner, alternatives)
    method = calendar.method.encode()
    if b"\r\nMETHOD:" + method + b"\r\n" not in calendar.content:
        raise CannotBeWritten("calendar-method")
    encoded = base64.encodebytes(calendar.content).replace(b"\n", b"\r\n")
    # Last of the alternatives and without a disposition: only so do Outlook and Gmail offer answers.
    alternatives.append(
        b"Content-Type: text/calendar; charset=utf-8; method=%s\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n%s" % (method, encoded)
    )
    attachment = (
        b'Content-Type: application/ics; name="invite.ics"\r\n'
        b'Content-Disposition: attachment; filename="invite.ics"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + encoded
    )
    return _multipart(b"mixed", outer, [_multipart(b"alternative", inner, alternatives), attachment])


def _multipart(kind: bytes, boundary: bytes, parts: list[bytes]) -> bytes:
    opened = b'Content-Type: multipart/%s; boundary="%s"\r\n\r\n' % (kind, boundary)
    between = b"".join(b"--%s\r\n%s\r\n" % (boundary, part) for part in parts)
    return opened + between + b"--%s--\r\n" % boundary


def _text_part(kind: bytes, text: str) -> bytes:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    encoded = binascii.b2a_qp(lines, istext=True).replace(b"\n", b"\r\n")
    return (
        b"Content-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n%s"
        % (kind, encoded)
    )


@lru_cache(maxsize=512)
def _letterhead(school: str, from_address: str, language: str) -> Letterhead:
    headers = b"".join(
        (
            _named(b"From", school, _checked_address(from_address)),
            b"Auto-Submitted: auto-generated\r\n",
            # Not "All": that also silences the bounces by which we learn that nobody got the letter.
            b"X-Auto-Response-Suppress: OOF, AutoReply\r\n",
            _folded("Content-Language", language),
            b"MIME-Version: 1.0\r\n",
        )
    )
    return Letterhead(from_address, school, headers, language)


def _named(header: bytes, school: str, address: str) -> bytes:
    """A header with the school's name and an address of ours; the name is encoded once per school."""
    return header + b": " + _display(school) + b"<" + address.encode("ascii") + b">\r\n"


@lru_cache(maxsize=512)
def _display(school: str) -> bytes:
    harmless = harmless_name(school)
    if not harmless:
        return b""
    whole = _folded("Reply-To", (Address(harmless, addr_spec="a@b.c"),))
    name = whole.removeprefix(b"Reply-To:").strip().removesuffix(b"<a@b.c>").rstrip()
    # On a line of its own, the address cannot be folded into.
    return name + b"\r\n " if len(name) > _NAME_WIDTH else name + b" "


@lru_cache(maxsize=2048)
def _subject(harmless: str) -> bytes:
    # Subjects are neutral and few (school, language, time of a meeting); the registry is slow, so remember.
    return _folded("Subject", harmless)


def _folded(name: str, value: str | tuple[Address, ...]) -> bytes:
    try:
        return _registry(name, value).fold(policy=SMTP).encode("ascii")
    except (ValueError, UnicodeError, IndexError, AttributeError, TypeError) as error:
        raise CannotBeWritten(f"header-{name.lower()}") from error


def _checked_address(address: str) -> str:
    if not _ADDRESS.fullmatch(address) or ".." in address or ".@" in address or address.startswith("."):
        raise CannotBeWritten("address")
    return address


def _unsubscribing(link: str | None) -> bytes:
    """One click for the reader of an optional letter (RFC 8058); nothing in all others."""
    if link is None:
        return b""
    if not _LINK.fullmatch(link):
        raise CannotBeWritten("unsubscribe")
    return f"List-Unsubscribe: <{link}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n".encode(
        "ascii"
    )


def _read_back(content: bytes, sender: str, recipient: str, answers: str, *, optional: bool) -> None:
    """Raise CannotBeWritten unless the head holds exactly our headers, one sender, recipient and reply."""
    head = content[: content.index(b"\r\n\r\n")]
    unfolded = head.replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ")
    lines = unfolded.split(b"\r\n")
    if (
        b"\n" in unfolded.replace(b"\r\n", b"")
        or b"\r" in unfolded.replace(b"\r\n", b"")
        or not head.isascii()
    ):
        raise CannotBeWritten("bare-line-end")
    if any(len(line) > _LINE_LIMIT for line in head.split(b"\r\n")):
        raise CannotBeWritten("long-line")
    found = [match for line in lines if (match := _HEADER.fullmatch(line))]
    if len(found) != len(lines) or tuple(match[1] for match in found) != (
        _EXPECTED_OPTIONAL if optional else _EXPECTED
    ):
        raise CannotBeWritten("headers")
    said: Mapping[bytes, bytes] = {match[1]: match[2] for match in found}
    if said[b"To"] != recipient.encode("ascii") or _addresses_in(said[b"From"]) != (sender,):
        raise CannotBeWritten("addresses")
    # The same words as in From, which was read, and our own address.
    if said[b"Reply-To"] != said[b"From"].replace(sender.encode("ascii"), answers.encode("ascii")):
        raise CannotBeWritten("addresses")


@lru_cache(maxsize=512)
def _addresses_in(header: bytes) -> tuple[str, ...]:
    return tuple(address for _, address in getaddresses([header.decode("ascii")]))
