"""Addresses of our own that say what a mail is about: a mail that comes back needs no guessing (VERP).

`svar+l<letter>-<mac>@post.example` is one letter's return address, and where its reader answers;
`svar+i<invitation>-<mac>@…` is the organiser that an invitation names, the same for all its revisions.
Whoever writes there has had the letter: the MAC is made under LINK_KEYS.
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Literal

from shared.identifiers import is_id
from shared.keyring import Keyring

About = Literal["letter", "invitation"]

_LETTERS: dict[About, str] = {"letter": "l", "invitation": "i"}
_MAC_CHARS = 16
_MARKED = re.compile(r"([li])([a-z2-7]{26})-([a-z2-7]{16})")
_LOCAL_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Returned:
    """What a mail to one of our addresses is about."""

    about: About
    id: str


class ReturnAddresses:
    """Makes and reads the addresses. `mailbox` is the plain one, e.g. svar@post.example."""

    def __init__(self, mailbox: str, keyring: Keyring) -> None:
        self._local, _, self._domain = mailbox.partition("@")
        if len(self._local) + 2 + 26 + 1 + _MAC_CHARS > _LOCAL_LIMIT:
            raise ValueError("MAIL_RETURN_ADDRESS: the part before the @ is too long for what is added to it")
        self._current = keyring.current
        self._keys = {
            key_id: hashlib.blake2b(b"samspill/return", key=key, digest_size=32).digest()
            for key_id, key in keyring.keys.items()
        }

    def of(self, about: About, id_: str) -> str:
        """The address of this letter or invitation; the same always."""
        marked = f"{_LETTERS[about]}{id_.removeprefix(f'{about}_')}"
        return f"{self._local}+{marked}-{_mac(self._keys[self._current], marked)}@{self._domain}"

    def read(self, address: str) -> Returned | None:
        """What a mail to this address is about; None where the address is not one that we made.

        Servers on the way may have changed capitals to small letters or back.
        """
        local, _, domain = address.casefold().rpartition("@")
        if domain != self._domain.casefold() or not local.startswith(f"{self._local.casefold()}+"):
            return None
        found = _MARKED.fullmatch(local[len(self._local) + 1 :])
        if found is None:
            return None
        marked = found[1] + found[2]
        if not any(hmac.compare_digest(_mac(key, marked), found[3]) for key in self._keys.values()):
            return None
        about: About = "letter" if found[1] == "l" else "invitation"
        id_ = f"{about}_{found[2]}"
        return Returned(about, id_) if is_id(id_, about) else None


def _mac(key: bytes, marked: str) -> str:
    digest = hmac.digest(key, marked.encode(), "sha256")
    return base64.b32encode(digest).decode().lower()[:_MAC_CHARS]
