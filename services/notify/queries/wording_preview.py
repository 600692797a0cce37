"""A letter in a version's words as a given person would get it, with an invented occasion."""

from datetime import timedelta

from services.notify.domain.facts import Facts
from services.notify.domain.letter import Letter, letter_id
from services.notify.domain.wording import MUNICIPALITY, Wording
from services.notify.letters.wording import Worded
from services.notify.letters.writing import Writer, Written
from services.notify.mail.message import CannotBeWritten
from services.notify.storage.post import GroupWords, Post, machine_now
from shared.clock import OSLO
from shared.contracts.meetings import AgendaItem, GroupMeetingWords, GroupMinutesWords
from shared.directory import Person
from shared.errors import Hidden

_PURPOSE = "…"
_WORDS = GroupWords(
    invitation=GroupMeetingWords(purpose=_PURPOSE, agenda=(AgendaItem(title="…", minutes=20),)),
    minutes=GroupMinutesWords(purpose=_PURPOSE, strategy="…", asks=("…",)),
)


async def readers_for(wording: Wording, asker: str, *, post: Post) -> list[Person]:
    """Whom it can be looked at as: the school's guardians without protection, and the one who asks."""
    found = [await post.directory.person(asker)]
    if wording.level != MUNICIPALITY:
        guardians = await post.directory.people.find(
            {"schools": wording.level, "kinds": "guardian"}, limit=100
        )
        found += [one for one in guardians.values() if not one.protected]
    return sorted({one.id: one for one in found}.values(), key=lambda one: one.name)


async def wording_preview(
    wording: Wording, reader: Person, asker: str, *, post: Post, writer: Writer
) -> Written | None:
    """None where the directory has no school, or no group, to invent an occasion with."""
    now = post.clock.now()
    school_id = wording.level
    if school_id == MUNICIPALITY:
        school_id = next(iter(await post.directory.schools.find({}, limit=1)), "")
    groups = await post.directory.groups_at(school_id)
    tomorrow = now.astimezone(OSLO).replace(hour=14, minute=0, second=0, microsecond=0) + timedelta(days=1)
    facts = Facts(
        contact_id=asker,
        at=tomorrow,
        day=now.astimezone(OSLO).date(),
        next_day=(tomorrow + timedelta(days=14)).date(),
        starts_at=tomorrow,
        ends_at=tomorrow + timedelta(hours=1),
        group_id=groups[0].listed.group_id if groups else None,
        promise="call",
    )
    letter = Letter(
        id=letter_id(f"preview:{wording.id}", reader.id),
        name=wording.letter,
        person_id=reader.id,
        cause="preview",
        case_id="preview",
        school_id=school_id,
        facts=facts,
        made_at=now,
        useless_after=now,
        try_at=machine_now(),
    )
    try:
        return await writer.write(letter, reader, _WORDS, Worded((wording.id,), wording.texts))
    except (Hidden, CannotBeWritten):
        return None
