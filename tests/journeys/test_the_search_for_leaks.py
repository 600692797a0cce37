"""The search for leaks finds what is hidden; one that finds nothing would prove nothing."""

import base64
import json
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote_plus

import pytest

from deploy.demo.leaks import decoded, mime_decoded, what_tells
from deploy.demo.roster.canaries import canaries, found_in
from deploy.local.mail import Mail

NAME = "Jon Nordgardsmyr"


@pytest.mark.parametrize(
    "hidden",
    [
        NAME,
        json.dumps({"name": "Ragnvald Fjellsynstøl"}),
        quote_plus(NAME),
        base64.b64encode(f"a person: {NAME}".encode()).decode(),
        base64.urlsafe_b64encode(quote_plus(f"a person: {NAME}").encode()).decode(),
        "Nordgardsmyr, &#74;on",
    ],
    ids=["plain", "json", "url", "base64", "url-in-base64", "html"],
)
def test_a_name_is_found_through_every_encoding(hidden: str) -> None:
    assert found_in(decoded(f'{{"at": 1, "said": "{hidden}"}}'), canaries())


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_a_name_is_found_in_every_part_of_a_mail(encoding: str) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = "Møte på skolen"
    mail.set_content("Hei.", cte="quoted-printable")
    mail.add_attachment(
        f"BEGIN:VEVENT\r\nSUMMARY:{NAME[:7]}\r\n {NAME[7:]}\r\nEND:VEVENT\r\n",
        subtype="calendar",
        cte=encoding,
        filename="møte.ics",
    )
    assert found_in(mime_decoded(mail.as_bytes()), canaries())


def test_what_may_stand_in_a_letter_to_somebody_is_their_own_name_and_nobody_elses() -> None:
    def to_kari(text: str) -> frozenset[str]:
        mail = Mail("1", ("kari.dahl@epost.example",), "a@b.example", "Beskjed fra skolen", text, "", {})
        return what_tells(mail, ["Skrubbeskuret"])

    assert not to_kari("Hei, Kari Dahl. Anne Berg ringer deg på 22 00 00 00.")
    assert to_kari(f"Hei, Kari. {NAME} kommer også.")
    assert to_kari("Hei, Kari. Det gjelder Aksel.")
    assert to_kari("Hei, Kari. Du skrev om Skrubbeskuret.")
    assert to_kari("Hei, Kari. Det gjelder mobbing.")
