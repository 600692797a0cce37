"""Personal links in letters: capabilities that prove themselves, so that nothing about them is stored.

A token says what it is for (`purpose`), which thing it opens (`subject_id`), whose it is (`person_id`), which
revision of the thing it was made for and when it ends, under an HMAC of 128 bits. The same input gives the
same token always: a letter rendered twice carries the same link. Who made the thing checks its own state
too: a token that opens may still be of a revision that has been replaced.
"""

import base64
import binascii
import hashlib
import hmac
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from shared.errors import Hidden
from shared.identifiers import is_id
from shared.keyring import Keyring

Purpose = Literal["reply", "group-minutes", "not-for-me", "ring-me", "calendar", "unsubscribe"]

# Each purpose's number in the token (never reused), and the kind of id that it is about.
_PURPOSES: dict[Purpose, tuple[int, str]] = {
    "reply": (1, "invitation"),
    "group-minutes": (2, "minutes"),
    "not-for-me": (3, "letter"),
    "ring-me": (4, "letter"),
    "calendar": (11, "calendar"),
    "unsubscribe": (12, "letter"),
}
assert set(_PURPOSES) == set(get_args(Purpose))

_PERSON = "person"
_DIGITS = str.maketrans("abcdefghijklmnopqrstuvwxyz234567", "0123456789abcdefghijklmnopqrstuv")
_MAC_BYTES = 16
# purpose, subject, person, revision, expiry in seconds: 41 bytes, and 57 with the MAC fill base64 exactly.
_PAYLOAD = struct.Struct(">B16s16sII")
_TOKEN_CHARS = 76


class BadLink(Hidden):
    """Forged, of another purpose, or expired: nobody is told which."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a token that holds says."""

    purpose: Purpose
    subject_id: str
    person_id: str
    revision: int
    expires: datetime


class Links:
    """Makes and opens personal links under one keyring (LINK_KEYS)."""

    def __init__(self, keyring: Keyring) -> None:
        self._current = keyring.current
        self._keys = {key_id: _derived(key) for key_id, key in keyring.keys.items()}

    def make(
        self, purpose: Purpose, *, subject_id: str, person_id: str, revision: int, expires: datetime
    ) -> str:
        """The token: 76 characters that need no escaping in a URL, the same ones for the same input.

        `reply` is about an `invitation_…`, `group-minutes` about a `minutes_…`, `calendar` about a
        `calendar_…`, the others about a `letter_…`. Raises `ValueError` for any
        other kind of id, and for a moment without its time zone.
        """
        number, prefix = _PURPOSES[purpose]
        if expires.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        payload = _PAYLOAD.pack(
            number, _raw(subject_id, prefix), _raw(person_id, _PERSON), revision, int(expires.timestamp())
        )
        return base64.urlsafe_b64encode(payload + _mac(self._keys[self._current], payload)).decode()

    def open(self, token: str, purpose: Purpose, *, now: datetime) -> Link:
        """What the token says; raises `BadLink` when it was not made here, for this, or has ended by now."""
        number, prefix = _PURPOSES[purpose]
        payload = self._checked(token)
        told, subject, person, revision, expires_s = _PAYLOAD.unpack(payload)
        expires = datetime.fromtimestamp(expires_s, UTC)
        if told != number or now >= expires:
            raise BadLink
        return Link(purpose, _id(prefix, subject), _id(_PERSON, person), revision, expires)

    def _checked(self, token: str) -> bytes:
        if len(token) != _TOKEN_CHARS or not token.isascii():
            raise BadLink
        try:
            raw = base64.b64decode(token, altchars=b"-_", validate=True)
        except binascii.Error:
            raise BadLink from None
        payload, mac = raw[: _PAYLOAD.size], raw[_PAYLOAD.size :]
        fits = [hmac.compare_digest(_mac(key, payload), mac) for key in self._keys.values()]
        if not any(fits):
            raise BadLink
        return payload


def _mac(key: bytes, payload: bytes) -> bytes:
    return hmac.digest(key, payload, "sha256")[:_MAC_BYTES]


def _derived(key: bytes) -> bytes:
    return hashlib.blake2b(b"samspill/link", key=key, digest_size=32).digest()


def _raw(id_: str, prefix: str) -> bytes:
    if not is_id(id_, prefix):
        raise ValueError(f"not the id of a {prefix}")
    # As a number in base 32, which is a tenth of the time that base64.b32decode takes; 2 bits are padding.
    return (int(id_.removeprefix(f"{prefix}_").translate(_DIGITS), 32) >> 2).to_bytes(16, "big")


def _id(prefix: str, raw: bytes) -> str:
    return f"{prefix}_{base64.b32encode(raw).decode().rstrip('=').lower()}"
