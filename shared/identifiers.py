"""Opaque identifiers: a prefix that tells the kind, and 128 bits in 26 lower-case characters."""

import base64
import hashlib
import re

from shared.randomness import random_bytes

ID_PATTERN = re.compile(r"^[a-z][a-z-]*_[a-z2-7]{26}$")


def new_id(prefix: str) -> str:
    """A new random identifier, e.g. `case_…`."""
    return f"{prefix}_{_text(random_bytes(16))}"


def derived_id(prefix: str, *parts: str) -> str:
    """The same identifier for the same parts, always: what makes a repeat recognisable."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16, person=b"samspill").digest()
    return f"{prefix}_{_text(digest)}"


def is_id(text: str, prefix: str | None = None) -> bool:
    """Whether the text has the form of one of our identifiers (of that kind)."""
    return bool(ID_PATTERN.match(text)) and (prefix is None or text.startswith(prefix + "_"))


def _text(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=").lower()
