"""Sealing: AES-256-GCM with a key per scope at rest, and an exchange key for words that cross.

A sealed text is 12 bytes of nonce followed by the ciphertext with its tag. The associated data binds it
to its place, so that a sealed text moved elsewhere does not open.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.errors import Unreadable
from shared.randomness import random_bytes

NONCE_BYTES = 12


@dataclass(frozen=True, slots=True, repr=False)
class Cipher:
    """One key in use. Its representation never shows the key."""

    _aes: AESGCM

    @classmethod
    def of(cls, key: bytes) -> "Cipher":
        return cls(AESGCM(key))

    def seal(self, text: bytes, place: bytes) -> bytes:
        nonce = random_bytes(NONCE_BYTES)
        return nonce + self._aes.encrypt(nonce, text, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """The text; raises `Unreadable` when key, place or bytes do not belong together."""
        try:
            return self._aes.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
        except (InvalidTag, ValueError) as broken:
            raise Unreadable("seal-broken") from broken


class Exchange:
    """Seals the words of an event for other services, under a rotated exchange key.

    On the wire: `{"kid": key id, "box": base64}`; type, event id and aggregate id are associated data.
    """

    def __init__(self, keys: Mapping[str, bytes], current: str) -> None:
        self._ciphers = {kid: Cipher.of(key) for kid, key in keys.items()}
        self._current = current

    def seal(self, words: bytes, *, type_: str, event_id: str, source: str) -> str:
        box = self._ciphers[self._current].seal(words, _place(type_, event_id, source))
        return json.dumps({"kid": self._current, "box": base64.b64encode(box).decode()})

    def open(self, sealed: Mapping[str, str], *, type_: str, event_id: str, source: str) -> bytes:
        """The words; raises `Unreadable` when the key is gone or the box was not made for this event."""
        try:
            cipher = self._ciphers[sealed["kid"]]
            box = base64.b64decode(sealed["box"], validate=True)
        except (KeyError, TypeError, ValueError) as missing:
            raise Unreadable("exchange-key-unknown") from missing
        return cipher.open(box, _place(type_, event_id, source))


def _place(type_: str, event_id: str, source: str) -> bytes:
    return f"{type_}\x1f{event_id}\x1f{source}".encode()
