"""Who an issuer says somebody is, and the keyed identifiers that are kept of it."""

import base64
import hmac
from dataclasses import dataclass, field

from shared.identifiers import derived_id


@dataclass(frozen=True)
class Identity:
    """Who the issuer says this is. `subject` is never stored: make it a `subject_hash`, then forget it."""

    issuer: str
    subject: str = field(repr=False)
    acr: str
    sid: str
    return_to: str
    hint: str = field(repr=False)
    claims: tuple[str, ...] = ()
    """The names of what the issuer told, for the page that tests it; never what stood in them."""


@dataclass(frozen=True)
class EndedLogin:
    """A login that its issuer has ended: one (`login_id`), or all of a person's (`subject`)."""

    issuer: str
    login_id: str | None
    subject: str | None = field(repr=False)


def subject_hash(key: bytes, issuer: str, subject: str) -> str:
    """Make the identifier under which an identity is stored: a keyed hash, the same each time.

    `issuer` is the issuer's name (staff, family), so that moving its address loses nobody.
    """
    digest = hmac.digest(key, f"{issuer}\x1f{subject}".encode(), "sha256")
    return f"identity_{base64.b32encode(digest[:16]).decode().rstrip('=').lower()}"


def login_id(issuer: str, sid: str) -> str:
    """Make the identifier of a login at an issuer: what a session keeps and a back-channel logout ends."""
    return derived_id("login", issuer, sid)


def safe_path(path: str) -> str:
    """The path if it leads to ourselves, else the front page."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if ours else "/"
