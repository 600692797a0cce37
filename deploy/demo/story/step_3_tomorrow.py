"""Step 3: the rektor's day, the "tomorrow" card, a first meeting the same day, and the next morning."""

import email
import re
from email import policy
from typing import Any

import icalendar

from deploy.demo.browser_page import Page
from deploy.demo.leaks import what_tells
from deploy.demo.person import Person
from deploy.demo.scene import Scene
from deploy.demo.story_clock import on
from deploy.local.mail import Mail

_REPLY = re.compile(r"/reply/[A-Za-z0-9_=-]+")
_GUARDIANS = ("mother", "father")
MEETING_AT = on(16, 14)


async def the_rektor_acts(scene: Scene) -> None:
    """She sees the new case, decides who looks after the child, and calls a meeting for today."""
    rektor = await scene.person("rektor")
    await she_sees_the_new_case(scene, rektor)
    await an_adult_looks_after_the_child(
        scene, "rektor", scene.told.case_id, adult="contact_teacher", colleague="colleague"
    )
    await an_adult_looks_after_the_child(
        scene,
        "rektor_fjellsyn",
        scene.told.second_case_id,
        adult="teacher_fjellsyn",
        colleague="deputy_fjellsyn",
    )
    await she_calls_a_meeting_for_today(scene, rektor)
    await each_guardian_has_one_letter(scene)


async def she_sees_the_new_case(scene: Scene, rektor: Person) -> None:
    """Ring, Meet, Write (P8): the new case stands under Ring."""
    case_id = scene.told.case_id

    async def listed() -> Page | None:
        page = await rektor.opens("/today")
        return page if case_id in " ".join(page.links()) else None

    scene.happened("rektor", "signed in and opened her day")
    page = await scene.proofs.that(
        "the rektor's today screen shows the new case", listed, look="/today as Anne Berg"
    )
    columns = [word for word in ("Ring", "Møt", "Skriv") if word in page.text]
    scene.proofs.saw("it says Ring, Meet and Write", len(columns) == 3, look="/today")  # noqa: PLR2004
    await rektor.sends(page.form(f"/cases/{case_id}/contact", having="reached"))
    scene.happened("rektor", "rang the mother, and pressed “Ringt”")
    await scene.event("the promise to be in touch is kept", "clock-met", case_id=case_id, clock="C1")


async def an_adult_looks_after_the_child(
    scene: Scene, by: str, case_id: str, *, adult: str, colleague: str
) -> None:
    """The "tomorrow" card (R29, P1): which adult, where, when, and who is told if it does not happen."""
    leader = await scene.person(by)
    page = await leader.opens(f"/cases/{case_id}/tomorrow")
    form = page.form("/tomorrow")
    await leader.sends(
        form,
        {
            "adult_id": form.choice("adult_id", scene.name(adult)),
            "colleague_id": form.choice("colleague_id", scene.name(colleague)),
            "day": "2026-11-17",
            "at": "08:15",
        },
    )
    scene.happened(by, f"decided that {scene.name(adult)} meets the child at the gate tomorrow at 08:15")
    await scene.event(
        "somebody looks after the child tomorrow, and somebody else is told if not",
        "tomorrow-planned",
        case_id=case_id,
        adult_id=scene.person_id(adult),
        colleague_id=scene.person_id(colleague),
    )


async def she_calls_a_meeting_for_today(scene: Scene, rektor: Person) -> None:
    """Three fields, in under a minute (R5); her own booking is leadership's approval (R14)."""
    page = await rektor.opens(f"/meetings/new?case={scene.told.case_id}")
    form = page.form(having="hour")
    rooms = [room for room in form.choices("room").values() if room] if "room" in form.names else []
    school = [
        form.choice("school", scene.name("rektor")),
        form.choice("school", scene.name("contact_teacher")),
    ]
    typed: dict[str, str | list[str]] = {
        "day": f"{MEETING_AT:%Y-%m-%d}",
        "hour": f"{MEETING_AT:%H:%M}",
        "school": school,
    }
    if rooms:
        typed["room"] = rooms[0]
    shown = await rektor.sends(form, typed)
    scene.told.meeting_id = shown.path.rsplit("/", 1)[-1]
    scene.happened("rektor", "called a first meeting for today at 14:00")
    called = await scene.event(
        "the meeting stands, approved by leadership",
        "meeting-called",
        meeting_id=scene.told.meeting_id,
        kind="first",
        approved_by=scene.person_id("rektor"),
    )
    scene.proofs.saw(
        "it is today", called["starts_at"].startswith("2026-11-16"), look="Kafka, meeting-called"
    )


async def each_guardian_has_one_letter(scene: Scene) -> None:
    """One mail each, with a calendar invitation and a personal link (R6); nothing that tells."""
    for key in _GUARDIANS:
        mail = await scene.mail(f"{scene.name(key)} has an invitation of their own", key, _is_invitation)
        scene.told.links[key] = _link_in(mail)
        calendar = await _calendar_in(scene, mail)
        scene.proofs.saw(
            f"{scene.name(key)}'s has a calendar entry for 14:00, one recipient, and nothing that tells",
            len(calendar) == 1
            and calendar[0].decoded("dtstart") == MEETING_AT
            and mail.to == (scene.email(key).casefold(),)
            and not what_tells(mail, scene.told.private),
            look=f"the mail “{mail.subject}” to {scene.email(key)}",
        )
    links = {scene.told.links[key] for key in _GUARDIANS}
    scene.proofs.saw("the two links differ", len(links) == len(_GUARDIANS), look="the two mails")
    await scene.quiet()
    counts = [len([mail for mail in await scene.mails_to(key) if _is_invitation(mail)]) for key in _GUARDIANS]
    scene.proofs.saw("each got exactly one", counts == [1, 1], look="the mails")


async def the_next_morning(scene: Scene) -> None:
    """One adult ticks; in the other case nobody does, and a colleague is alerted (P1)."""
    await scene.becomes(on(17, 8, 16))
    await the_adult_ticks(scene)
    await scene.becomes(on(17, 9, 0))
    await nobody_ticks(scene)


async def the_adult_ticks(scene: Scene) -> None:
    case_id = scene.told.case_id
    teacher = await scene.person("contact_teacher")
    page = await teacher.opens("/today")
    await teacher.sends(page.form(f"/tomorrow/{case_id}"))
    scene.happened("contact_teacher", "met the child at the gate and ticked it off")
    await scene.event("the tick is published", "tomorrow-ticked", case_id=case_id)
    mother = await scene.person("mother")

    async def seen() -> bool:
        return "Møtt kl. 08.1" in (await mother.opens(f"/cases/{case_id}/family")).text

    await scene.proofs.that(
        "the mother sees that he was met", seen, look=f"/cases/{case_id}/family as {scene.name('mother')}"
    )


async def nobody_ticks(scene: Scene) -> None:
    case_id = scene.told.second_case_id
    missed = await scene.event(
        "in the second case the missing tick is noticed", "tomorrow-missed", case_id=case_id
    )
    scene.proofs.saw(
        "it is the colleague who is told",
        missed["colleague_id"] == scene.person_id("deputy_fjellsyn"),
        look="Kafka, tomorrow-missed",
    )
    mail = await scene.mail(
        "the colleague has a mail", "deputy_fjellsyn", lambda mail: mail.subject.startswith("Hast")
    )
    scene.proofs.saw(
        "it names no pupil", not what_tells(mail, scene.told.private), look=f"the mail “{mail.subject}”"
    )
    alarms = scene.events.of("tomorrow-missed", case_id=scene.told.case_id)
    scene.proofs.saw("in the first case nobody is alarmed", not alarms, look="Kafka, tomorrow-missed")


def _is_invitation(mail: Mail) -> bool:
    return bool(_REPLY.search(mail.text))


def _link_in(mail: Mail) -> str:
    found = _REPLY.search(mail.text)
    assert found is not None
    return found.group()


async def _calendar_in(scene: Scene, mail: Mail) -> list[Any]:
    """The meetings in the calendar part of a mail, as a calendar program reads them."""
    message = email.message_from_bytes(await scene.stack.mail.source(mail), policy=policy.default)
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return [
        event
        for part in parts[:1]
        for event in icalendar.Calendar.from_ical(part.get_content()).walk("VEVENT")
    ]
