import time
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.notify.mail.message import CalendarObject, CannotBeWritten, Letterhead, RenderedMail, render

SENT = datetime(2026, 11, 10, 8, 30, tzinfo=UTC)
LETTER = "letter_" + "k3" * 13
KARI = "kari@hjemme.example"
REQUEST = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
OUR_HEADERS = [
    "From",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Content-Language",
    "MIME-Version",
    "Reply-To",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Content-Type",
]
# The three strings that break the header registry of supported Pythons.
ENCODED_LINE_END = "=?UTF-8?Q?=0A?=Bcc: x@y.example"
ASCII_LINE_END = "Beskjed fra skolen\r\n"
LONG_NAME = '"Kari, mor" <a@b.example>, ' * 8 + "x@y.example"
WORDS = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [
            "=?",
            "?=",
            "utf-8?q?",
            "=0A",
            "\r\n",
            "\n",
            "Bcc: ",
            "x@y.example",
            ",",
            '"',
            "<",
            ">",
            "ø",
            "\u2028",
            "\x00",
            "\u202e",
            " ",
        ]
    )
).map("".join)


def letterhead(school: str = "Lillevik skole", language: str = "nb") -> Letterhead:
    return Letterhead.prepare(
        school=school,
        from_address="post@lillevik.example",
        language=language,
    )


def letter(head: Letterhead | None = None, **changes: Any) -> RenderedMail:
    parts: dict[str, Any] = {
        "letter_id": LETTER,
        "to": KARI,
        "reply_to": "svar@lillevik.example",
        "subject": "Beskjed fra Lillevik skole",
        "text": "Hei, Kari.\nVi har fått det du sendte oss.\n",
        "html": "<!doctype html><p>Hei, Kari. Vi har fått det du sendte oss.</p>",
        "written_at": SENT,
    }
    return render(head or letterhead(), **{**parts, **changes})


def read(mail: RenderedMail) -> EmailMessage:
    message = message_from_bytes(mail.content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_reads_back_as_it_was_written() -> None:
    message = read(letter())
    assert message["From"] == "Lillevik skole <post@lillevik.example>"
    assert message["Reply-To"].addresses[0].addr_spec == "svar@lillevik.example"
    assert message["To"] == KARI
    assert message["Subject"] == "Beskjed fra Lillevik skole"
    assert message["Date"].datetime == SENT
    assert message["Content-Language"] == "nb"
    plain, html = message.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert isinstance(plain, EmailMessage)
    assert plain.get_content().splitlines() == ["Hei, Kari.", "Vi har fått det du sendte oss."]
    assert not message.defects
    assert not any(part.defects for part in message.walk())


@pytest.mark.requirement("B66")
def test_machines_are_told_not_to_answer_but_bounces_may_come() -> None:
    message = read(letter())
    assert message["Auto-Submitted"] == "auto-generated"
    assert "OOF" in message["X-Auto-Response-Suppress"]
    assert "All" not in message["X-Auto-Response-Suppress"]
    assert "NDR" not in message["X-Auto-Response-Suppress"]


@pytest.mark.requirement("B50")
def test_the_same_letter_twice_is_the_same_bytes_and_message_id() -> None:
    assert letter() == letter()
    assert read(letter())["Message-ID"] == f"<{LETTER}@lillevik.example>"


def test_a_calendar_is_the_last_alternative_and_an_attachment_beside() -> None:
    message = read(letter(calendar=CalendarObject("REQUEST", REQUEST)))
    assert message.get_content_type() == "multipart/mixed"
    alternative, attachment = message.iter_parts()
    assert alternative.get_content_type() == "multipart/alternative"
    plain, html, live = alternative.iter_parts()
    assert [part.get_content_type() for part in (plain, html, live)] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    assert live.get_param("method") == "REQUEST"
    assert live.get_content_disposition() is None
    assert live.get_payload(decode=True) == REQUEST
    assert attachment.get_filename() == "invite.ics"
    assert attachment.get_payload(decode=True) == REQUEST


def test_a_calendar_of_another_method_is_not_sent() -> None:
    with pytest.raises(CannotBeWritten, match="calendar-method"):
        letter(calendar=CalendarObject("CANCEL", REQUEST))


@pytest.mark.requirement("B56")
@settings(max_examples=400, deadline=None)
@given(subject=WORDS, school=WORDS)
@example(subject=ENCODED_LINE_END, school=ENCODED_LINE_END)
@example(subject=ASCII_LINE_END, school=ASCII_LINE_END)
@example(subject=LONG_NAME, school=LONG_NAME)
@example(subject="=\x00?UTF-8?Q?=0A?\x00=Bcc: x@y.example", school="=?=??UTF-8?Q?=0A?==?=")
def test_no_words_can_add_a_header_or_a_recipient(subject: str, school: str) -> None:
    mail = letter(letterhead(school), subject=subject)
    assert (mail.envelope_from, mail.envelope_to) == ("post@lillevik.example", KARI)
    for rules in (policy.default, policy.SMTP, policy.compat32):
        message = message_from_bytes(mail.content, policy=rules)
        assert message.keys() == OUR_HEADERS
        assert [address for _, address in getaddresses([str(message["To"])])] == [KARI]
    parsed = read(mail)
    assert [one.addr_spec for one in parsed["From"].addresses] == ["post@lillevik.example"]
    assert [one.addr_spec for one in parsed["Reply-To"].addresses] == ["svar@lillevik.example"]
    assert "\n" not in parsed["Subject"]
    assert parsed.get_content_type() == "multipart/alternative"
    assert all(len(line) <= 998 for line in mail.content.split(b"\r\n"))


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(codec="utf-8")), html=st.text(st.characters(codec="utf-8")))
@example(text=f"--=_{LETTER}_a--\n.\nFrom x\n" + "ø" * 3000, html="\n.\r\n")
def test_no_body_can_end_its_part(text: str, html: str) -> None:
    message = read(letter(text=text, html=html))
    parts = list(message.iter_parts())
    assert len(parts) == 2
    for part, told in zip(parts, (text, html), strict=True):
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        lines = told.replace("\r\n", "\n").replace("\r", "\n")
        assert payload.decode().replace("\r\n", "\n") == lines


@pytest.mark.parametrize(
    "address",
    [
        "",
        "kari",
        "kari@hjemme.example,x@y.example",
        "kari@hjemme.example\r\nBcc: x@y.example",
        "<kari@hjemme.example>",
        "kari @hjemme.example",
        '"kari"@hjemme.example',
        "kari..n@hjemme.example",
        "kåri@hjemme.example",
        "kari@hjemme.example\n",
    ],
)
def test_only_a_plain_address_is_a_recipient(address: str) -> None:
    with pytest.raises(CannotBeWritten, match=r"^address$"):
        letter(to=address)
    with pytest.raises(CannotBeWritten, match=r"^address$"):
        letter(envelope_from=address or "x")


@given(
    st.from_regex(r"[a-z0-9+_-]{1,64}", fullmatch=True),
    st.from_regex(r"([a-z0-9]{1,40}\.){1,4}example", fullmatch=True),
)
@settings(max_examples=100, deadline=None)
def test_every_plain_address_however_long_is_reached(local: str, domain: str) -> None:
    mail = letter(to=f"{local}@{domain}")
    assert mail.envelope_to == f"{local}@{domain}"
    assert read(mail)["To"].addresses[0].addr_spec == f"{local}@{domain}"


def test_an_error_never_holds_the_address() -> None:
    with pytest.raises(CannotBeWritten) as caught:
        letter(to="hemmelig@@adresse")
    assert "hemmelig" not in repr(caught.value)


def test_a_letter_costs_less_than_a_third_of_a_millisecond() -> None:
    # A generous multiple of what is measured on an idle machine (0.2 ms): the build machine is shared.
    letter()
    cheapest = min(_cpu_of_hundred() for _ in range(5))
    assert cheapest / 100 < 0.0006


def _cpu_of_hundred() -> float:
    start = time.process_time()
    for _ in range(100):
        letter(html="<p>Hei, Kari. Vi har fått det du sendte oss.</p>" * 80)
    return time.process_time() - start
