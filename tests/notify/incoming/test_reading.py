"""What a mail that came back is, by the standards and by what servers really send."""

import contextlib
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notify.mail.reading.found import (
    Answered,
    AutoReplied,
    Bounced,
    CalendarReplied,
    Complained,
    Delayed,
    Found,
)
from services.notify.mail.reading.mail_in import read_mail
from services.notify.mail.return_address import ReturnAddresses, Returned
from shared.errors import Unreadable
from shared.ics import Answer
from shared.identifiers import new_id
from shared.keyring import Keyring
from tests.notify.incoming.mails import (
    AWAY,
    COMPLAINT,
    EXCHANGE,
    POSTFIX,
    QMAIL,
    WRITTEN,
    calendar_reply,
    filled,
)

TO = "svar+l@post.example"
KARI = "kari@hjemme.example"


def read(mail: bytes, sender: str = "") -> Found | None:
    return read_mail(mail, sender=sender)


@pytest.mark.parametrize(
    ("mail", "found"),
    [
        (filled(POSTFIX, to=TO, action="failed", status="5.1.1"), Bounced("5.1.1")),
        (filled(POSTFIX, to=TO, action="failed", status="5.2.2"), Bounced("5.2.2")),
        (filled(POSTFIX, to=TO, action="delayed", status="4.4.1"), Delayed("4.4.1")),
        (filled(POSTFIX, to=TO, action="relayed", status="2.0.0"), None),
        (filled(EXCHANGE, to=TO), Bounced("5.1.10")),
        (filled(QMAIL, to=TO), Bounced("5.1.1")),
        (filled(COMPLAINT, to=TO), Complained("abuse")),
    ],
)
def test_a_report_is_understood_by_its_fields(mail: bytes, found: Found | None) -> None:
    assert read(mail) == found


def test_a_full_mailbox_is_not_a_dead_one() -> None:
    assert Bounced("5.1.1").mailbox_is_dead
    assert Bounced("5.1.10").mailbox_is_dead
    assert not Bounced("5.2.2").mailbox_is_dead
    assert not Bounced("5.7.1").mailbox_is_dead


@pytest.mark.parametrize(
    "header",
    ["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: auto_reply", "X-Mailer: plain"],
)
def test_a_machine_that_answers_is_not_taken_for_a_person(header: str) -> None:
    assert read(filled(AWAY, to=TO, header=header), KARI) == AutoReplied()


def test_a_person_who_answers_is_heard_in_their_own_words_only() -> None:
    said = read(filled(WRITTEN, to=TO), KARI)
    assert said == Answered("Takk. Kan dere ringe etter klokka fire?\nVi er hjemme på Trollstien da.")


def test_a_page_is_read_as_text_and_our_links_are_not_kept() -> None:
    page = (
        f"From: {KARI}\nTo: {TO}\nSubject: Sv\nContent-Type: text/html; charset=iso-8859-1\n\n"
        "<html><head><style>p{}</style></head><body><p>Vi kommer gjerne.</p><script>x()</script>"
        "<p>Se http://samspill.test/reply/AAAABBBB</p><blockquote>Hei, Kari</blockquote></body></html>"
    )
    said = read(page.replace("\n", "\r\n").encode("iso-8859-1"), KARI)
    assert isinstance(said, Answered)
    assert "Vi kommer gjerne." in said.text
    for never in ("AAAABBBB", "x()", "p{}", "Hei, Kari"):
        assert never not in said.text


@pytest.mark.parametrize(
    ("partstat", "answer"),
    [("ACCEPTED", Answer.COMING), ("DECLINED", Answer.NOT_COMING), ("TENTATIVE", Answer.MAYBE)],
)
def test_a_calendars_answer_is_read_with_its_sequence_and_stamp(partstat: str, answer: Answer) -> None:
    uid = "k3j4h5k3j4h5k3j4@samspill.example"
    found = read(calendar_reply(TO, uid=uid, partstat=partstat, sequence=3, comment="Ring meg"), KARI)
    assert isinstance(found, CalendarReplied)
    reply = found.reply
    assert (reply.uid, reply.sequence, reply.answer, reply.comment) == (uid, 3, answer, "Ring meg")
    assert reply.dtstamp == datetime(2026, 11, 10, 11, tzinfo=UTC)


def _nested(levels: int) -> bytes:
    head = b"From: a@b.example\r\nSubject: x\r\n"
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(levels)
    )
    return head + opened + b"\r\nhei\r\n"


@pytest.mark.parametrize(
    ("mail", "reason"),
    [
        (b"", "not-a-mail"),
        (b"\x00" * 4000, "not-a-mail"),
        (b"no headers here\r\n\r\njust words", "not-a-mail"),
        (b"A: " + b"x" * 300_000 + b"\r\n\r\nhei", "too-large"),
        (b"From: a@b.example\r\n\r\n" + b"x" * (13 * 1024 * 1024), "too-large"),
        (_nested(60), "too-deep"),
        (_nested(5000), "too-deep"),
        (b"From: a@b.example\r\nSubject: tom\r\n\r\n \r\n", "empty"),
        (
            b"From: x\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--",
            "bad-report",
        ),
        (
            b"From: x\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY",
            "bad-calendar",
        ),
        (
            b"From: x\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n" + b"BEGIN:VEVENT\r\n" * 20_000,
            "bad-calendar",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_refused_with_a_reason_and_soon(mail: bytes, reason: str) -> None:
    began = time.process_time()
    with pytest.raises(Unreadable) as caught:
        read(mail, KARI)
    assert caught.value.reason == reason
    assert time.process_time() - began < 2


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=2000)
    | st.lists(
        st.sampled_from(
            [
                b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
                b"Content-Type: message/delivery-status\r\n",
                b"Content-Type: text/calendar; method=REPLY\r\n",
                b"Content-Type: text/plain; charset=utf-7\r\n",
                b"Content-Type: ; boundary\r\n",
                b"Content-Transfer-Encoding: base64\r\n",
                b"Content-Transfer-Encoding: uuencode\r\n",
                b"Subject: =?utf-8?b?////?= =?x?q??=\r\n",
                b"Auto-Submitted:\r\n",
                b"\r\n--b\r\n",
                b"--b--\r\n",
                b"\r\n",
                b"Action: failed\r\n",
                b"Status: 5.\xff.1\r\n",
                b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE:\xff\r\nEND:VEVENT\r\n",
                b"\x00\x80",
            ]
        ),
        max_size=25,
    ).map(b"".join),
    st.sampled_from(["", KARI]),
)
def test_no_bytes_bring_anything_but_a_finding_or_a_reason(mail: bytes, sender: str) -> None:
    with contextlib.suppress(Unreadable):
        read(mail, sender)


def test_an_address_of_ours_says_what_it_is_about_and_no_other_does() -> None:
    addresses = ReturnAddresses("svar@post.example", Keyring.of(k1=b"1" * 32))
    others = ReturnAddresses("svar@post.example", Keyring.of(k1=b"2" * 32))
    letter, invitation = new_id("letter"), new_id("invitation")
    made = addresses.of("letter", letter)
    assert addresses.read(made) == Returned("letter", letter)
    assert addresses.read(made.upper()) == Returned("letter", letter)
    assert addresses.read(addresses.of("invitation", invitation)) == Returned("invitation", invitation)
    assert len(made.partition("@")[0]) <= 64
    for wrong in (
        others.of("letter", letter),
        made.replace("+l", "+i"),
        made.replace("post.example", "post.example.evil.example"),
        "svar@post.example",
        "svar+l@post.example",
        f"x{made}",
        "",
        "@",
    ):
        assert addresses.read(wrong) is None
