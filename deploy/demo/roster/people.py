"""The people to sign in as, for the demo's login page."""

import json
from pathlib import Path
from typing import TypedDict

CAST = Path(__file__).parent / "cast.json"


class LoginPerson(TypedDict):
    """One button on the login page of one issuer."""

    issuer: str
    subject: str
    name: str
    note: str


class CastMember(LoginPerson):
    """A named person of the story, found under a stable key."""

    sourcedId: str
    school: str
    email: str


def cast() -> dict[str, CastMember]:
    """Read the story's people by key, such as `mother` or `rektor`."""
    found: dict[str, CastMember] = json.loads(CAST.read_text(encoding="utf-8"))
    return found


def people_for_login() -> list[LoginPerson]:
    """List everybody with a sign-in, in the story's order. A subject is `sub` (staff) or `pid` (family)."""
    return [
        {
            "issuer": person["issuer"],
            "subject": person["subject"],
            "name": person["name"],
            "note": person["note"],
        }
        for person in cast().values()
        if person["subject"]
    ]
