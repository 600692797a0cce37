"""Calendar objects as mail clients want them: one writer for invitations, cancellations and feeds.

What every object keeps (learned from other calendars' bug lists):

- UID opaque and constant for life; SEQUENCE given by the owner of the meeting, who raises it when the
  time, the place in the series or the status changes, and when the meeting is called off; DTSTAMP in UTC,
  new for each message.
- REQUEST and CANCEL name one organizer and exactly one attendee: no family ever sees another. CANCEL says
  METHOD:CANCEL and STATUS:CANCELLED. PUBLISH names nobody.
- Times stand in Europe/Oslo with a VTIMEZONE of our own, a yearly rule for each half: Outlook ignores lists
  of dates, and shifts the hour when the block is missing.
- CLASS:PRIVATE always. What is written in SUMMARY, LOCATION and DESCRIPTION is the caller's promise:
  family and work calendars are shared, so it must be neutral.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from icalendar import Calendar, Event
from icalendar.parser import Contentline, Parameters
from icalendar.prop import vText

from shared.clock import OSLO

_PRODID = "-//Samspill//Calendar 1.0//NO"
_UID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,120}(@[A-Za-z0-9.-]{1,120})?")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}")
_URL = re.compile(r"https?://[!-~]{1,1800}")
# Controls, line separators and what turns the direction of text: none belongs in a title.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LINE_LIMIT = 74
_CONTINUES = 0b1000_0000  # how UTF-8 marks an octet whose character began before it
_TEXT_LIMIT = 2000
_LIST_LIMIT = 500

_OSLO_ZONE = b"""BEGIN:VTIMEZONE
TZID:Europe/Oslo
X-LIC-LOCATION:Europe/Oslo
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")


class Method(StrEnum):
    """What the object asks the calendar to do; the MIME part must carry the same word."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


class Answer(StrEnum):
    """What an invited person's calendar replied."""

    COMING = "ACCEPTED"
    NOT_COMING = "DECLINED"
    MAYBE = "TENTATIVE"


@dataclass(frozen=True, slots=True)
class Party:
    """An organizer or attendee: a mailbox and, if it may be shown, a name."""

    address: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting in a feed."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    summary: str
    location: str | None = None
    description: str | None = None
    url: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply from somebody's calendar; order replies by sequence, then dtstamp."""

    uid: str
    sequence: int
    dtstamp: datetime
    attendee: str
    answer: Answer
    comment: str = ""
    """What the person wrote beside it; words, never to be logged or put into an event."""


class NotAReply(Exception):
    """The bytes are no calendar reply that we can act on; the message is a code."""


def invitation(
    *,
    uid: str,
    sequence: int,
    starts: datetime,
    ends: datetime,
    summary: str,
    location: str | None,
    organizer: Party,
    attendee: Party,
    dtstamp: datetime,
    description: str | None = None,
    url: str | None = None,
) -> bytes:
    """Return a METHOD:REQUEST for one attendee; the organizer must be a mailbox that is read."""
    entry = Entry(uid, sequence, starts, ends, summary, location, description, url)
    return _calendar(Method.REQUEST, [*_event(entry, dtstamp), *_people(organizer, attendee)])


def cancellation(
    *,
    uid: str,
    sequence: int,
    starts: datetime,
    ends: datetime,
    summary: str,
    location: str | None,
    organizer: Party,
    attendee: Party,
    dtstamp: datetime,
) -> bytes:
    """Return a METHOD:CANCEL for one attendee; sequence is one higher than the last invitation's."""
    entry = Entry(uid, sequence, starts, ends, summary, location, cancelled=True)
    return _calendar(Method.CANCEL, [*_event(entry, dtstamp), *_people(organizer, attendee, asks=False)])


def feed(entries: Iterable[Entry], *, name: str, dtstamp: datetime) -> bytes:
    """Return a METHOD:PUBLISH calendar to subscribe to; it names no people."""
    lines = [_text("X-WR-CALNAME", name)]
    for entry in entries:
        lines += ["BEGIN:VEVENT", *_event(entry, dtstamp), "END:VEVENT"]
    return _wrapped(Method.PUBLISH, lines)


def read_reply(raw: bytes) -> Reply:
    """Read a METHOD:REPLY; raise NotAReply unless it names one meeting and exactly one attendee."""
    try:
        calendar = Calendar.from_ical(raw)
        events = [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]
        if str(calendar.get("METHOD", "")).upper() != "REPLY" or len(events) != 1:
            raise NotAReply("no-reply-method")
        return _reply(events[0])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise NotAReply("unreadable") from error


def _reply(event: Event) -> Reply:
    attendee = event["ATTENDEE"]
    if isinstance(attendee, list):
        raise NotAReply("several-attendees")
    address = str(attendee)
    address = address[7:] if address.lower().startswith("mailto:") else address
    uid = str(event["UID"])
    if not _ADDRESS.fullmatch(address) or not _UID.fullmatch(uid):
        raise NotAReply("unreadable")
    return Reply(
        uid=uid,
        sequence=int(event.get("SEQUENCE", 0)),
        dtstamp=event.decoded("DTSTAMP").astimezone(UTC),
        attendee=address.lower(),
        answer=Answer(str(attendee.params["PARTSTAT"]).upper()),
        comment=_clean(_comment(event), _TEXT_LIMIT),
    )


def _comment(event: Event) -> str:
    said = event.get("COMMENT", "")
    return "\n".join(map(str, said)) if isinstance(said, list) else str(said)


def _event(entry: Entry, dtstamp: datetime) -> list[str]:
    if entry.ends <= entry.starts:
        raise ValueError("a meeting ends after it starts")
    if entry.sequence < 0:
        raise ValueError("a sequence starts at zero")
    lines = [
        f"UID:{_matching(_UID, entry.uid, 'uid')}",
        f"DTSTAMP:{_utc(dtstamp)}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTART;TZID=Europe/Oslo:{_local(entry.starts)}",
        f"DTEND;TZID=Europe/Oslo:{_local(entry.ends)}",
        f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT" if entry.cancelled else "TRANSP:OPAQUE",
        _text("SUMMARY", entry.summary),
    ]
    if entry.location:
        lines.append(_text("LOCATION", entry.location))
    if entry.description:
        lines.append(_text("DESCRIPTION", entry.description, _TEXT_LIMIT))
    if entry.url:
        lines.append(f"URL:{_matching(_URL, entry.url, 'url')}")
    return lines


def _people(organizer: Party, attendee: Party, *, asks: bool = True) -> list[str]:
    asked = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION"}
    if asks:
        asked["RSVP"] = "TRUE"
    return [_party("ORGANIZER", organizer, {}), _party("ATTENDEE", attendee, asked)]


def _party(name: str, party: Party, parameters: dict[str, str]) -> str:
    if party.name:
        # A double quote cannot stand in a parameter, and clients disagree about its encoding.
        parameters = {**parameters, "CN": _clean(party.name, 120).replace('"', "'").replace("\n", " ")}
    address = f"mailto:{_matching(_ADDRESS, party.address, 'address')}"
    return str(Contentline.from_parts(name, Parameters(parameters), address))


def _calendar(method: Method, event: list[str]) -> bytes:
    return _wrapped(method, ["BEGIN:VEVENT", *event, "END:VEVENT"])


def _wrapped(method: Method, lines: list[str]) -> bytes:
    return b"".join([_HEAD[method], *map(_folded, lines), b"END:VCALENDAR\r\n"])


def _folded(line: str) -> bytes:
    """Return the line in pieces of at most 75 octets, never cut inside a character."""
    raw = line.encode()
    pieces: list[bytes] = []
    while len(raw) > _LINE_LIMIT:
        cut = _LINE_LIMIT
        while raw[cut] & 0b1100_0000 == _CONTINUES:
            cut -= 1
        pieces.append(raw[:cut])
        raw = raw[cut:]
    return b"\r\n ".join([*pieces, raw]) + b"\r\n"


def _text(name: str, value: str, limit: int = _LIST_LIMIT) -> str:
    return f"{name}:{vText(_clean(value, limit)).to_ical().decode()}"


def _clean(value: str, limit: int) -> str:
    return _CONTROLS.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")).strip()[:limit]


def _matching(pattern: re.Pattern[str], value: str, what: str) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(f"{what} cannot stand in a calendar object")
    return value


def _utc(moment: datetime) -> str:
    return _aware(moment).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _local(moment: datetime) -> str:
    return _aware(moment).astimezone(OSLO).strftime("%Y%m%dT%H%M%S")


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment in a calendar needs its time zone")
    return moment


def _head(method: Method) -> bytes:
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{_PRODID}\r\nCALSCALE:GREGORIAN\r\nMETHOD:{method}\r\n"
    return head.encode() + _OSLO_ZONE


_HEAD = {method: _head(method) for method in Method}
