"""Sealing what a browser keeps for us: it can neither be read nor altered there."""

import base64
import binascii
import hashlib
import hmac
import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.keyring import Keyring

_NONCE = 12
_TAG = 16


class Sealer:
    """Seals small values for one purpose under a keyring; what another purpose sealed does not open."""

    def __init__(self, keyring: Keyring, purpose: str) -> None:
        self._purpose = purpose.encode()
        self._current = keyring.current
        self._ciphers = {
            key_id: AESGCM(_derive(key, b"seal", self._purpose)) for key_id, key in keyring.keys.items()
        }

    def seal(self, value: Any) -> str:
        """Seal a value that JSON can carry: `<key id>.<base64>`."""
        nonce = os.urandom(_NONCE)
        plain = json.dumps(value, separators=(",", ":")).encode()
        sealed = self._ciphers[self._current].encrypt(nonce, plain, self._purpose)
        return f"{self._current}.{base64.urlsafe_b64encode(nonce + sealed).decode().rstrip('=')}"

    def open(self, sealed: str) -> Any | None:
        """Open what was sealed; None for anything else, for whatever reason."""
        key_id, _, text = sealed.partition(".")
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            return None
        try:
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            if len(raw) < _NONCE + _TAG:
                return None
            return json.loads(cipher.decrypt(raw[:_NONCE], raw[_NONCE:], self._purpose))
        except (InvalidTag, binascii.Error, ValueError):
            return None


class Stamp:
    """A keyed fingerprint that every key of the ring still recognises."""

    def __init__(self, keyring: Keyring, purpose: str) -> None:
        self._current = keyring.current
        self._keys = {
            key_id: _derive(key, b"stamp", purpose.encode()) for key_id, key in keyring.keys.items()
        }

    def of(self, text: str) -> str:
        return self._with(self._keys[self._current], text)

    def fits(self, text: str, stamp: str) -> bool:
        """Whether the stamp is of this text; takes the same time whatever the answer."""
        given = stamp.encode()
        fits = [hmac.compare_digest(self._with(key, text).encode(), given) for key in self._keys.values()]
        return any(fits)

    @staticmethod
    def _with(key: bytes, text: str) -> str:
        return base64.urlsafe_b64encode(hmac.digest(key, text.encode(), "sha256")[:24]).decode()


def _derive(key: bytes, use: bytes, purpose: bytes) -> bytes:
    return hashlib.blake2b(b"samspill/" + use + b"/" + purpose, key=key, digest_size=32).digest()
