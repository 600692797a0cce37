"""A letter signed by its domain (DKIM, RFC 6376): relaxed canonical form, RSA-SHA256.

Signed with OpenSSL through `cryptography` (ADR 0091); what is signed is verified by another's library in
the tests. The signature stands before all other headers.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

# From twice: nobody can add a second one without breaking the signature.
SIGNED = ("from", "from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type")
SIGNED_TOO = ("auto-submitted", "content-language", "list-unsubscribe", "list-unsubscribe-post")
_SPACE = re.compile(rb"[ \t]+")
_SMALLEST_RSA = 2048


class UnusableKey(ValueError):
    """Not an RSA key of at least 2048 bits."""


@dataclass(frozen=True)
class Signer:
    """Signs for one domain with one key, which its DNS shows under the selector."""

    domain: str
    selector: str
    key: RSAPrivateKey

    @classmethod
    def from_pem(cls, pem: bytes, *, domain: str, selector: str) -> "Signer":
        """Raises `UnusableKey`."""
        try:
            key = load_pem_private_key(pem, password=None)
        except (ValueError, TypeError) as error:
            raise UnusableKey("DKIM_KEY is not a private key in PEM form") from error
        if not isinstance(key, RSAPrivateKey) or key.key_size < _SMALLEST_RSA:
            raise UnusableKey("DKIM_KEY is an RSA key of 2048 bits or more")
        return cls(domain, selector, key)

    def signed(self, content: bytes, *, at: datetime) -> bytes:
        """The letter with its signature in front."""
        head, _, body = content.partition(b"\r\n\r\n")
        headers = _by_name(head)
        names = [name for name in (*SIGNED, *SIGNED_TOO) if name in headers]
        body_hash = base64.b64encode(hashlib.sha256(_relaxed_body(body)).digest()).decode()
        unsigned = (
            f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={self.domain}; s={self.selector}; "
            f"t={int(at.timestamp())};\r\n h={':'.join(names)};\r\n bh={body_hash};\r\n b="
        ).encode()
        left = {name: list(values) for name, values in headers.items()}
        told = b"".join(_relaxed(name.encode(), left[name].pop()) for name in names if left[name])
        told += _relaxed(b"dkim-signature", unsigned).removesuffix(b"\r\n")
        signature = base64.b64encode(self.key.sign(told, PKCS1v15(), hashes.SHA256()))
        folded = b"\r\n ".join(signature[at_ : at_ + 72] for at_ in range(0, len(signature), 72))
        return b"DKIM-Signature: " + unsigned + folded + b"\r\n" + content


def _by_name(head: bytes) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for line in head.replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ").split(b"\r\n"):
        name, _, value = line.partition(b":")
        found.setdefault(name.decode("ascii").casefold(), []).append(value)
    return found


def _relaxed(name: bytes, value: bytes) -> bytes:
    flat = _SPACE.sub(b" ", value.replace(b"\r\n", b"")).strip()
    return name + b":" + flat + b"\r\n"


def _relaxed_body(body: bytes) -> bytes:
    lines = [_SPACE.sub(b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
    while lines and not lines[-1]:
        lines.pop()
    return b"".join(line + b"\r\n" for line in lines)
