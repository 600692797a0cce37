"""What we sign, another's library verifies; and it notices what was changed on the way."""

import base64
import time

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notify.mail.dkim import Signer, UnusableKey
from tests.notify.mail.test_message import SENT, letter, letterhead

RSA = generate_private_key(public_exponent=65537, key_size=2048)


def pem(key: RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def signer(key: RSAPrivateKey) -> Signer:
    return Signer.from_pem(pem(key), domain="lillevik.example", selector="h26")


def holds(mail: bytes, key: RSAPrivateKey) -> bool:
    """Whether a receiver who asks the domain's DNS finds the signature good."""
    der = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    shown = b"rsa; p=" + base64.b64encode(der)

    def dns(name: bytes, timeout: int = 5) -> bytes:
        assert name.rstrip(b".") == b"h26._domainkey.lillevik.example"
        return b"v=DKIM1; k=" + shown

    return bool(dkim.verify(mail, dnsfunc=dns))


def test_a_signed_letter_is_verified_by_another_library() -> None:
    mail = letter(signer=signer(RSA), subject="Møte på Lillevik skole tirsdag 17. november kl. 14.00")
    assert holds(mail.content, RSA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Subject: ", b"Subject: Haster: "),
        (b"To: kari@", b"To: ola@"),
        (b"Vi har", b"Du har"),
        (b"From: ", b"From: x@y.example\r\nFrom: "),
    ],
)
def test_what_was_changed_on_the_way_is_noticed(old: bytes, new: bytes) -> None:
    mail = letter(signer=signer(RSA)).content
    assert old in mail
    assert not holds(mail.replace(old, new, 1), RSA)


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=400), subject=st.text(max_size=120), school=st.text(max_size=80))
def test_whatever_the_words_the_signature_holds(text: str, subject: str, school: str) -> None:
    mail = letter(letterhead(school), signer=signer(RSA), text=text + "\n\n \n", subject=subject)
    assert holds(mail.content, RSA)


def test_spaces_that_servers_on_the_way_change_do_no_harm() -> None:
    mail = letter(signer=signer(RSA)).content
    assert holds(mail.replace(b"Content-Language: nb", b"Content-Language:   nb ") + b"\r\n\r\n", RSA)


@pytest.mark.parametrize(
    "wrong", [b"nothing", pem(generate_private_key(public_exponent=65537, key_size=1024))]
)
def test_a_key_that_receivers_would_not_trust_is_refused(wrong: bytes) -> None:
    with pytest.raises(UnusableKey):
        Signer.from_pem(wrong, domain="lillevik.example", selector="h26")


def test_signing_costs_little() -> None:
    made, content = signer(RSA), letter().content

    def cpu() -> float:
        start = time.process_time()
        for _ in range(20):
            made.signed(content, at=SENT)
        return (time.process_time() - start) / 20

    # Measured 0.6 ms on an idle machine of two cores; the limit leaves room for a busy one.
    assert min(cpu() for _ in range(5)) < 0.003
