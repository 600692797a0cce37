"""An employee's calendar: read without trusting it, believed for a day, given out without a name in it."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from services.meetings.calendars.busy_times import busy_times
from services.meetings.calendars.fetching import MOST_BYTES, Fetcher, is_public
from services.meetings.domain.own_calendar import CalendarNotRead
from tests.meetings.school import AT_TWO, School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack

PAGE = "/meetings/calendar"


def _file(*events: str) -> bytes:
    inner = "".join(f"BEGIN:VEVENT\r\nUID:x{n}\r\n{one}\r\nEND:VEVENT\r\n" for n, one in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//NO\r\n{inner}END:VCALENDAR\r\n".encode()


def _event(starts: str, ends: str, *more: str) -> str:
    return "\r\n".join([f"DTSTART{starts}", f"DTEND{ends}", "SUMMARY:Kanarifuglens bursdag", *more])


class Elsewhere:
    """A calendar server somewhere else: says what it was told to say, byte for byte."""

    def __init__(self) -> None:
        self.answers: list[bytes] = []
        self.asked: list[bytes] = []
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])
        await writer.drain()
        writer.close()

    def says(self, body: bytes, status: str = "200 OK", *headers: str) -> None:
        told = "".join(f"{one}\r\n" for one in headers)
        self.answers.append(f"HTTP/1.1 {status}\r\n{told}content-length: {len(body)}\r\n\r\n".encode() + body)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/secret.ics"


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    made = Elsewhere()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    yield made
    server.close()


# --- what is read of it ------------------------------------------------------------------------------


def test_repeated_moved_and_left_out_appointments_are_laid_out_on_the_wall_clock() -> None:
    weekly = _event(
        ";TZID=Europe/Oslo:20261019T090000",
        ";TZID=Europe/Oslo:20261019T100000",
        "RRULE:FREQ=WEEKLY;UNTIL=20261214T080000Z",
        "EXDATE;TZID=Europe/Oslo:20261123T090000",
    )
    moved = _event(
        ";TZID=Europe/Oslo:20261130T130000",
        ";TZID=Europe/Oslo:20261130T140000",
        "RECURRENCE-ID;TZID=Europe/Oslo:20261130T090000",
    ).replace("SUMMARY", "X-SAME")
    raw = _file(weekly, moved).replace(b"UID:x1", b"UID:x0")
    found = [one.starts.isoformat() for one in busy_times(raw, now=NOON)]
    assert found == [
        "2026-11-30T12:00:00+00:00",
        "2026-12-07T08:00:00+00:00",
        "2026-12-14T08:00:00+00:00",
    ]


def test_free_cancelled_and_past_time_does_not_count_and_a_whole_day_does() -> None:
    raw = _file(
        _event(":20261117T090000Z", ":20261117T100000Z", "TRANSP:TRANSPARENT"),
        _event(":20261117T090000Z", ":20261117T100000Z", "STATUS:CANCELLED"),
        _event(":20261001T090000Z", ":20261001T100000Z"),
        "DTSTART;VALUE=DATE:20261118",
    )
    [day] = busy_times(raw, now=NOON)
    assert (day.starts, day.ends - day.starts) == (datetime(2026, 11, 17, 23, tzinfo=UTC), timedelta(days=1))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999999;BYMONTHDAY=31;BYMONTH=4",
    ],
)
@pytest.mark.timeout(5)
def test_a_rule_that_never_ends_or_never_fits_takes_no_time(rule: str) -> None:
    raw = _file(*[_event(":20200101T090000Z", ":20200101T100000Z", f"RRULE:{rule}")] * 3)
    assert busy_times(raw, now=NOON) == []


@pytest.mark.parametrize("raw", [b"", b"<html>", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:tull\r\n"])
def test_what_is_no_calendar_says_so(raw: bytes) -> None:
    with pytest.raises(CalendarNotRead):
        busy_times(raw, now=NOON)


# --- fetched without trust ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
        "2002:0a00:0001::1",
    ],
)  # fmt: skip
def test_an_address_of_our_own_house_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_an_address_out_in_the_world_is_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/a.ics", "https://localhost/a.ics", "https://127.0.0.1/a.ics", "https://[::1]/a.ics",
        "https://2130706433/a.ics", "https://user:secret@example.com/a.ics", "https://example.com:27017/",
        "file:///etc/passwd", "ftp://example.com/", "https://", "tull",
    ],
)  # fmt: skip
async def test_outside_demo_and_test_only_https_to_a_public_address_is_fetched(url: str) -> None:
    with pytest.raises(CalendarNotRead) as refused:
        await Fetcher(strict=True).get(url)
    assert refused.value.why in ("not-allowed", "unreachable")


async def test_a_redirection_is_looked_at_like_the_first_address_and_does_not_go_on_for_ever(
    elsewhere: Elsewhere,
) -> None:
    elsewhere.says(b"", "302 Found", "location: file:///etc/passwd")
    with pytest.raises(CalendarNotRead) as refused:
        await Fetcher(strict=False).get(elsewhere.url)
    assert refused.value.why == "not-allowed"
    elsewhere.answers.clear()
    elsewhere.says(b"", "302 Found", f"location: {elsewhere.url}")
    with pytest.raises(CalendarNotRead):
        await Fetcher(strict=False).get(elsewhere.url)
    assert len(elsewhere.asked) == 1 + 4


async def test_more_than_two_megabytes_are_not_read(elsewhere: Elsewhere) -> None:
    elsewhere.says(b"x" * (MOST_BYTES + 1))
    with pytest.raises(CalendarNotRead) as refused:
        await Fetcher(strict=False).get(elsewhere.url)
    assert refused.value.why == "too-large"


# --- connected ---------------------------------------------------------------------------------------


@pytest.mark.requirement("B32")
async def test_other_plans_are_asked_about_and_never_what_they_are_about(
    school: School, elsewhere: Elsewhere
) -> None:
    elsewhere.says(_file(_event(":20261116T130000Z", ":20261116T140000Z")))
    rektor = school.as_("rektor")
    assert (await rektor.post(PAGE, {"url": elsewhere.url})).status_code == 303
    assert f"host: localhost:{elsewhere.port}".encode() in elsewhere.asked[0].lower()
    asked = await rektor.post(f"/meetings/new?case={school.case}", school.form())
    assert asked.status_code == 409
    assert "Noen av dere er opptatt" in asked.text
    page = (await rektor.get(f"/meetings/new?case={school.case}")).text
    assert "I dag kl. 14.00" not in page
    [own] = await school.house.calendars.find({"person_id": school.rektor})
    assert "Kanari" not in own.model_dump_json()
    assert (await rektor.post(f"{PAGE}/disconnected")).status_code == 303
    assert (await rektor.post(f"/meetings/new?case={school.case}", school.form())).status_code == 303


async def test_a_calendar_that_cannot_be_read_is_explained_and_what_was_typed_is_kept(
    school: School, elsewhere: Elsewhere
) -> None:
    elsewhere.says(b"", "404 Not Found")
    answer = await school.as_("rektor").post(PAGE, {"url": elsewhere.url})
    assert answer.status_code == 422
    assert "Vi fikk ikke svar" in answer.text
    assert elsewhere.url in answer.text


async def test_a_calendar_that_falls_silent_is_believed_for_a_day_and_its_owner_sees_it(
    school: School, elsewhere: Elsewhere
) -> None:
    elsewhere.says(_file(_event(":20261116T130000Z", ":20261120T140000Z")))
    rektor = school.as_("rektor")
    await rektor.post(PAGE, {"url": elsewhere.url})
    elsewhere.answers.clear()
    elsewhere.says(b"", "500 Internal Server Error")
    for hours, known in ((1, 1), (25, 0)):
        school.set_clock(NOON + timedelta(hours=hours))
        [own] = await school.house.calendars.find({"person_id": school.rektor})
        due = next(one for one in school.service.dues if one.store is school.house.calendars)
        await due.fire(own.id, school.house.clock.now())
        [own] = await school.house.calendars.find({"person_id": school.rektor})
        assert (len(own.busy), own.trouble) == (known, "unreachable")
    assert "Kalenderen svarer ikke" in (await rektor.get(PAGE)).text


# --- given out ---------------------------------------------------------------------------------------


async def _feed(school: School, who: str = "rektor") -> str:
    page = (await school.as_(who).get(PAGE)).text
    [found] = re.findall(r"/reply/calendar/[^\"]+\.ics", page)
    return str(found)


@pytest.mark.requirement("B34")
async def test_the_feed_has_neutral_titles_the_room_and_the_air_and_names_nobody(school: School) -> None:
    meeting = await school.calls(place="Kanarifuglen kafé")
    answer = await school.nobody().get(await _feed(school))
    assert answer.headers["content-type"].startswith("text/calendar")
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["LOCATION"]), str(event["CLASS"])) == (
        "Møte",
        "Rom 2.14",
        "PRIVATE",
    )
    assert event.decoded("DTSTART") == AT_TWO
    assert event.decoded("DTEND") == AT_TWO + timedelta(minutes=90)
    assert str(event["URL"]).endswith(f"/meetings/{meeting}")
    for hidden in ("Kanari", "Kari", "Dahl", "2026-000123", school.case, "ATTENDEE", "ORGANIZER"):
        assert hidden not in answer.text


async def test_a_cancelled_meeting_stands_as_cancelled_and_a_forged_or_renewed_link_opens_nothing(
    school: School,
) -> None:
    meeting = await school.calls()
    rektor = school.as_("rektor")
    await rektor.post(f"/meetings/{meeting}/cancellation")
    link = await _feed(school)
    assert "STATUS:CANCELLED" in (await school.nobody().get(link)).text
    forged = link.replace(link[-10], "A" if link[-10] != "A" else "B")
    assert (await school.nobody().get(forged)).status_code == 404
    await rektor.post(f"{PAGE}/renewed")
    assert (await school.nobody().get(link)).status_code == 404
    assert (await school.nobody().get(await _feed(school))).status_code == 200


async def test_the_feed_ends_with_the_employment_and_families_have_none(school: School) -> None:
    link = await _feed(school, "nurse")
    assert (await school.nobody().get(link)).status_code == 200
    await school.lists("nurse", "Siri", "Aas", "guardian")
    school.house.directory._cache.clear()
    assert (await school.nobody().get(link)).status_code == 404
    assert (await school.as_("mother").get(PAGE)).status_code == 403
