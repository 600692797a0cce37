import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, Timezone

from shared.clock import OSLO
from shared.ics import Answer, Entry, NotAReply, Party, cancellation, feed, invitation, read_reply

UID = "k3j4h5k3j4h5k3j4@samspill.example"
SCHOOL = Party("post@lillevik.example", "Lillevik skole")
KARI = Party("kari@hjemme.example", "Kari Nordmann")
MONDAY_14 = datetime(2026, 11, 16, 14, 0, tzinfo=OSLO)
SENT = datetime(2026, 11, 10, 8, 30, tzinfo=UTC)


def meeting(**changes: Any) -> dict[str, Any]:
    return {
        "uid": UID,
        "sequence": 0,
        "starts": MONDAY_14,
        "ends": MONDAY_14 + timedelta(hours=1),
        "summary": "Møte på Lillevik skole",
        "location": "Resepsjonen, Lillevik skole",
        "organizer": SCHOOL,
        "attendee": KARI,
        "dtstamp": SENT,
        **changes,
    }


def read(raw: bytes) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(raw)
    assert isinstance(calendar, Calendar)
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    assert not event.errors
    return calendar, event


@pytest.mark.requirement("B34")
def test_an_invitation_says_what_another_reader_expects() -> None:
    raw = invitation(**meeting(description="Hei; vi møtes, \nher.", url="https://skole.example/reply/abc"))
    calendar, event = read(raw)
    assert calendar["METHOD"] == "REQUEST"
    assert event["UID"] == UID
    assert event["SEQUENCE"] == 0
    assert event.decoded("DTSTAMP") == SENT
    assert event.decoded("DTSTART") == MONDAY_14
    assert event.decoded("DTEND") == MONDAY_14 + timedelta(hours=1)
    assert (event["CLASS"], event["STATUS"]) == ("PRIVATE", "CONFIRMED")
    assert event["SUMMARY"] == "Møte på Lillevik skole"
    assert event["DESCRIPTION"] == "Hei; vi møtes, \nher."
    assert event["URL"] == "https://skole.example/reply/abc"


@pytest.mark.requirement("B38")
@pytest.mark.parametrize("write", [invitation, cancellation])
def test_one_organizer_and_one_attendee_and_nobody_else(write: Any) -> None:
    raw = write(**meeting())
    _, event = read(raw)
    assert event["ORGANIZER"] == "mailto:post@lillevik.example"
    assert event["ATTENDEE"] == "mailto:kari@hjemme.example"
    assert not isinstance(event["ATTENDEE"], list)
    assert raw.count(b"@") == 3


@pytest.mark.requirement("B35")
def test_a_cancellation_says_so_twice_and_keeps_the_uid() -> None:
    calendar, event = read(cancellation(**meeting(sequence=3)))
    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (event["UID"], event["SEQUENCE"]) == (UID, 3)
    assert "RSVP" not in event["ATTENDEE"].params


def test_the_zone_block_is_two_yearly_rules_and_no_list_of_dates() -> None:
    raw = invitation(**meeting())
    assert b"RDATE" not in raw
    calendar, _ = read(raw)
    (zone,) = calendar.walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    assert raw.count(b"RRULE:FREQ=YEARLY;BYMONTH=") == 2
    as_written = zone.to_tz(lookup_tzid=False)
    for day in (
        date(2026, 1, 15),
        date(2026, 3, 28),
        date(2026, 3, 30),
        date(2026, 10, 24),
        date(2026, 10, 26),
    ):
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=OSLO)
        assert noon.replace(tzinfo=as_written).utcoffset() == noon.utcoffset()


@pytest.mark.parametrize(
    ("starts", "written"),
    [
        (datetime(2026, 3, 29, 10, 0, tzinfo=UTC), b"20260329T120000"),
        (datetime(2026, 3, 28, 10, 0, tzinfo=UTC), b"20260328T110000"),
        (datetime(2026, 10, 25, 10, 0, tzinfo=UTC), b"20261025T110000"),
        (datetime(2028, 2, 29, 10, 0, tzinfo=UTC), b"20280229T110000"),
    ],
)
def test_the_clock_on_the_wall_is_oslo_on_the_days_around_summer_time(
    starts: datetime, written: bytes
) -> None:
    raw = invitation(**meeting(starts=starts, ends=starts + timedelta(hours=1)))
    assert b"DTSTART;TZID=Europe/Oslo:" + written + b"\r\n" in raw
    _, event = read(raw)
    assert event.decoded("DTSTART") == starts


def test_a_feed_names_no_people() -> None:
    entry = Entry(UID, 1, MONDAY_14, MONDAY_14 + timedelta(hours=1), "Møte på skolen")
    raw = feed(
        [entry, Entry("annet-møte".replace("ø", "o"), 0, MONDAY_14, entry.ends, "Møte")],
        name="Møter",
        dtstamp=SENT,
    )
    calendar = Calendar.from_ical(raw)
    assert calendar["METHOD"] == "PUBLISH"
    assert len(calendar.walk("VEVENT")) == 2
    assert b"ATTENDEE" not in raw
    assert b"ORGANIZER" not in raw


WORDS = st.text(st.characters(codec="utf-8"), max_size=120)


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS, WORDS, WORDS)
def test_no_text_can_add_a_line(summary: str, location: str, description: str, name: str) -> None:
    raw = invitation(
        **meeting(
            summary=summary + "\r\nATTENDEE:mailto:x@y.example",
            location=location + "\nSTATUS:CANCELLED",
            description=description + "\x0bEND:VEVENT\u2028BEGIN:VEVENT",
            attendee=Party(KARI.address, name + '";RSVP=FALSE:mailto:x@y.example\r\nX:'),
        )
    )
    calendar, event = read(raw)
    assert len(calendar.subcomponents) == 2
    assert event["ATTENDEE"] == "mailto:kari@hjemme.example"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert event["STATUS"] == "CONFIRMED"
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"uid": "with space and more@x"},
        {"uid": "abcdefgh\r\nX:1"},
        {"url": "javascript:alert(1)"},
        {"url": "https://x.example/\r\nX:1"},
        {"organizer": Party("a@b.example\r\nX:1")},
        {"ends": MONDAY_14},
        {"sequence": -1},
        {"dtstamp": SENT.replace(tzinfo=None)},
    ],
)
def test_what_cannot_stand_in_a_calendar_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        invitation(**meeting(**changes))


def reply(partstat: str = "ACCEPTED", method: str = "REPLY", attendees: int = 1) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//", f"METHOD:{method}", "BEGIN:VEVENT"]
    lines += [f"UID:{UID}", "SEQUENCE:2", "DTSTAMP:20261111T090000Z"]
    lines += [f"ATTENDEE;PARTSTAT={partstat}:MAILTO:Kari@Hjemme.example"] * attendees
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


@pytest.mark.requirement("B37")
def test_a_reply_is_read_with_what_orders_it() -> None:
    heard = read_reply(reply("DECLINED"))
    assert (heard.uid, heard.sequence, heard.answer) == (UID, 2, Answer.NOT_COMING)
    assert heard.attendee == "kari@hjemme.example"
    assert heard.dtstamp == datetime(2026, 11, 11, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "raw",
    [b"", b"nothing", reply(method="REQUEST"), reply(attendees=2), reply(attendees=0), reply("DELEGATED")],
)
def test_anything_else_is_not_a_reply(raw: bytes) -> None:
    with pytest.raises(NotAReply):
        read_reply(raw)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: reply().decode().replace("SEQUENCE:2", text).encode())
)
def test_no_bytes_from_outside_raise_anything_else(raw: bytes) -> None:
    try:
        read_reply(raw)
    except NotAReply:
        return


def test_an_invitation_costs_less_than_half_a_millisecond() -> None:
    invitation(**meeting())
    cheapest = min(_cpu_of_hundred() for _ in range(5))
    assert cheapest / 100 < 0.0005


def _cpu_of_hundred() -> float:
    start = time.process_time()
    for _ in range(100):
        invitation(
            **meeting(description="Hei. Vi vil gjerne snakke med deg på skolen.", url="https://x.example/a")
        )
    return time.process_time() - start
