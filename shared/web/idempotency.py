"""The Idempotency-Key: the same key twice is the same deed, not another one."""

import re
import secrets
from typing import Annotated

from fastapi import Depends, Request

from shared.errors import Refusal
from shared.identifiers import derived_id

HEADER = "idempotency-key"
FIELD = "idempotency_key"

_KEY = re.compile(r"[A-Za-z0-9_-]{16,128}")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def new_idempotency_key() -> str:
    """Make a key for the hidden field of a form: sending the form twice is one deed."""
    return secrets.token_urlsafe(24)


def scoped_key(person_id: str, key: str) -> str:
    """Bind a key to the one who sent it, so that nobody meets another's deed by using their key."""
    return derived_id("key", person_id, key)


async def idempotency_key(request: Request) -> str:
    """Read the key from the header or the form's hidden field; refuses its absence and other forms of it."""
    told = await key_if_any(request)
    if told is None:
        raise Refusal("idempotency-key", fields={FIELD: "required"})
    return told


async def key_if_any(request: Request) -> str | None:
    """The same, where it may be left out: None without one; refuses other forms of it."""
    told = request.headers.get(HEADER, "").strip().strip('"')
    if not told and request.headers.get("content-type", "").startswith(_FORMS):
        found = (await request.form()).get(FIELD)
        told = found if isinstance(found, str) else ""
    if not told:
        return None
    if not _KEY.fullmatch(told):
        raise Refusal("idempotency-key", fields={FIELD: "wrong-form"})
    return told


IdempotencyKey = Annotated[str, Depends(idempotency_key)]
KeyIfAny = Annotated[str | None, Depends(key_if_any)]
