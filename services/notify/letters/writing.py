"""From a letter's facts to bytes for the mail server: names looked up, links made, words rendered.

The same letter, written again, is the same bytes as long as the directory says the same.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from pydantic import ValidationError

from services.notify.domain.letter import Letter
from services.notify.letters import contexts
from services.notify.letters.rendering import Letters, LetterText
from services.notify.mail.message import CalendarObject, CannotBeWritten, Letterhead, RenderedMail, render
from services.notify.storage.post import GroupWords
from shared import ics
from shared.clock import OSLO
from shared.contracts.directory import DutyRole
from shared.directory import Directory, Person, School
from shared.i18n import Language
from shared.links import Links

LINK_LIVES = timedelta(days=180)
RING_ME_LIVES = timedelta(days=30)

_ROLES: dict[DutyRole, contexts.Role] = {
    "rektor": "rektor",
    "deputy": "deputy",
    "contact_teacher": "contact-teacher",
    "social_teacher": "social-teacher",
    "school_owner": "owner",
    "owner_deputy": "owner",
}
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in words; `mail` is made of it when it goes by mail."""

    language: Language
    school: School
    reader: Person
    context: contexts.LetterContext
    text: LetterText


class Writer:
    """Writes letters in the reader's language. Raises `Hidden` while the directory lacks what it needs."""

    def __init__(
        self, letters: Letters, *, directory: Directory, links: Links, base_url: str, from_address: str
    ) -> None:
        self._letters = letters
        self._directory = directory
        self._links = links
        self._base = base_url
        self._from = from_address

    async def write(self, letter: Letter, reader: Person, words: GroupWords | None) -> Written:
        """The letter in words. Raises `CannotBeWritten` when what must be said is not there."""
        school = await self._directory.school(letter.school_id)
        language = reader.listed.language or school.listed.language
        try:
            told = {
                **await self._common(letter, school, reader),
                **await self._of_its_kind(letter, school, words),
            }
            kind = contexts.LETTERS[letter.name]
            context = kind.model_validate({k: v for k, v in told.items() if k in kind.model_fields})
        except ValidationError as error:
            raise CannotBeWritten(f"facts-{error.errors(include_input=False)[0]['loc'][0]}") from None
        text = self._letters.render(letter.name, language, context)
        return Written(language, school, reader, context, text)

    def mail(self, letter: Letter, written: Written, address: str) -> RenderedMail:
        """The bytes for the mail server; one recipient, and the letter's own Message-ID."""
        head = Letterhead.prepare(
            school=written.school.name,
            from_address=self._from,
            reply_to=self._from,
            language=written.language,
        )
        return render(
            head,
            letter_id=letter.id,
            to=address,
            subject=written.text.subject,
            text=written.text.text,
            html=written.text.html,
            written_at=letter.made_at,
            calendar=self._calendar(letter, written, address),
        )

    # --- what is told ------------------------------------------------------------------------------

    async def _common(self, letter: Letter, school: School, reader: Person) -> dict[str, Any]:
        stranger = self._link("not-for-me", letter, letter.made_at + LINK_LIVES)
        ring_me = self._link("ring-me", letter, letter.made_at + RING_ME_LIVES)
        return {
            "school": school.name,
            "contact": await self._contact(letter, school),
            "link": self._address(letter),
            "reader": reader.words.given_name[:120] or None,
            "wrong_address_link": f"{self._base}/letters/not-for-me/{stranger}",
            "call_me_link": f"{self._base}/letters/ring-me/{ring_me}",
        }

    async def _of_its_kind(self, letter: Letter, school: School, words: GroupWords | None) -> dict[str, Any]:
        facts = letter.facts
        told: dict[str, Any] = {
            "rings_by": facts.at,
            "due_at": facts.at,
            "confirm_by": facts.at,
            "promise": facts.promise,
            "held_at": None if facts.day is None else datetime.combine(facts.day, _NOON, OSLO),
            "next_meeting_at": facts.next_day,
            "starts_at": facts.starts_at,
            "ends_at": facts.ends_at,
            "previous_starts_at": facts.previous_starts_at,
            "change": facts.change,
            "mode": "video" if facts.mode == "digital" else facts.mode,
            "place": await self._place(letter, school),
        }
        if facts.promised_by_id is not None:
            told["promised_by"] = (await self._directory.person(facts.promised_by_id)).name
        if facts.group_id is not None:
            told["group"] = (await self._directory.group(facts.group_id)).name
        if words is not None and words.invitation is not None:
            told["purpose"] = words.invitation.purpose
            told["agenda"] = [item.model_dump() for item in words.invitation.agenda]
        if words is not None and words.minutes is not None:
            told |= words.minutes.model_dump(include={"purpose", "strategy", "asks"})
        return told

    async def _place(self, letter: Letter, school: School) -> str | None:
        if letter.facts.room_id is not None:
            return (await self._directory.room(letter.facts.room_id)).name
        return school.name if letter.name == "group-invitation" else None

    async def _contact(self, letter: Letter, school: School) -> contexts.Contact:
        day = letter.made_at.astimezone(OSLO).date()
        if letter.facts.contact_id is not None:
            person = await self._directory.person(letter.facts.contact_id)
        else:
            person = await self._directory.leader_of(letter.school_id, day)
        held = [duty.role for duty in person.listed.duties if duty.holds_on(day)]
        role = next((_ROLES[one] for one in _ROLES if one in held), None)
        phone = person.words.phone or school.words.phone
        if phone is None:
            raise CannotBeWritten("no-telephone")
        return contexts.Contact(
            name=person.name[:120], phone=phone, role=role, known_as=person.words.given_name[:120] or None
        )

    def _address(self, letter: Letter) -> str:
        facts = letter.facts
        if facts.invitation_id is not None and facts.side != "school" and facts.ends_at is not None:
            token = self._links.make(
                "reply",
                subject_id=facts.invitation_id,
                person_id=letter.person_id,
                revision=facts.revision,
                expires=facts.ends_at,
            )
            return f"{self._base}/reply/{token}"
        return f"{self._base}{facts.path}"

    def _link(self, purpose: Any, letter: Letter, expires: datetime) -> str:
        return self._links.make(
            purpose, subject_id=letter.id, person_id=letter.person_id, revision=0, expires=expires
        )

    def _calendar(self, letter: Letter, written: Written, address: str) -> CalendarObject | None:
        facts = letter.facts
        if facts.calendar_uid is None or facts.starts_at is None or facts.ends_at is None:
            return None
        place = getattr(written.context, "place", None)
        told: dict[str, Any] = {
            "uid": facts.calendar_uid,
            "sequence": facts.sequence,
            "starts": facts.starts_at,
            "ends": facts.ends_at,
            "summary": self._letters.calendar_summary(written.language),
            "location": place if facts.mode == "physical" else None,
            "organizer": ics.Party(self._from, written.school.name),
            "attendee": ics.Party(address),
            "dtstamp": letter.made_at,
        }
        try:
            if facts.change == "cancelled":
                return CalendarObject("CANCEL", ics.cancellation(**told))
            return CalendarObject("REQUEST", ics.invitation(**told))
        except ValueError as error:
            raise CannotBeWritten("calendar") from error
