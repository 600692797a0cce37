"""Who sends the load: guardians of the demo's roster with a mail address, signed in by cookie."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from deploy.local import Stack
from services.intake.domain.from_roster import Entries, entries_of
from services.intake.domain.roster import FILES, read_roster
from shared.keyring import Keyring
from shared.web.sessions import Hat, Sessions
from tests.bench.load.client import Head

ROSTER = Path(__file__).resolve().parents[3] / "deploy" / "demo" / "roster"


@dataclass(frozen=True)
class Guardian:
    """Somebody who may tell about this pupil, and gets the answer by mail."""

    person_id: str
    pupil_id: str
    school_id: str
    email: str

    def report(self, text: str) -> str:
        """What is posted to `/api/intake/reports`."""
        return json.dumps({"pupil_ids": [self.pupil_id], "text": text, "told_as": "guardian"})


@cache
def directory() -> Entries:
    """The demo's roster as intake will have it; ids follow from the roster, so they are known before."""
    texts = {name: (ROSTER / name).read_text("utf-8-sig") for name in FILES if (ROSTER / name).is_file()}
    return entries_of(read_roster(texts), lambda _identity: "")


def guardians(count: int, *, on: date) -> list[Guardian]:
    """That many guardians, each with an own pupil, always the same ones."""
    entries = directory()
    mail = {one.listed.person_id: one.words.email for one in entries.contacts if one.words.email}
    found: dict[str, Guardian] = {}
    for entry in entries.people:
        pupil = entry.listed
        if "pupil" not in pupil.kinds or pupil.protection != "none":
            continue
        for link in pupil.guardians:
            address = mail.get(link.person_id)
            if link.entitled_on(on) and address is not None and link.person_id not in found:
                found[link.person_id] = Guardian(
                    link.person_id, pupil.person_id, pupil.school_ids[0], address
                )
                break
    return list(found.values())[:count]


@cache
def holder_of(role: str, *, on: date, school_id: str | None = None) -> str:
    """Somebody who has that duty that day, at that school if one is named; raises `LookupError`."""
    for entry in directory().people:
        if any(
            duty.role == role and school_id in (None, duty.school_id) and duty.holds_on(on)
            for duty in entry.listed.duties
        ):
            return entry.listed.person_id
    raise LookupError(role)


def leader_of(school_id: str) -> str:
    """The rektor of that school today."""
    return holder_of("rektor", on=datetime.now(UTC).date(), school_id=school_id)


def signed_in(stack: Stack, person_id: str, hat: Hat) -> Head:
    """The headers of a signed-in person's requests, as after the login page."""
    keyring = Keyring.model_validate(stack.env_for("intake")["COOKIE_KEYS"])
    sessions = Sessions(keyring, secure=False)
    issuer = stack.login.family_issuer if hat == "guardian" else stack.login.staff_issuer
    session = sessions.start(person_id=person_id, hat=hat, issuer=issuer)
    return (
        ("Cookie", f"{sessions.cookie}={sessions.seal(session)}"),
        ("X-CSRF-Token", sessions.csrf_token(session)),
        ("Accept", "application/json"),
    )
