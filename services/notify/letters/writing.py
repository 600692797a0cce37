"""From a letter's facts to bytes for the mail server: names looked up, links made, words rendered.

The same letter, written again, is the same bytes as long as the directory says the same.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from services.notify.domain.kinds import KINDS
from services.notify.domain.letter import Letter
from services.notify.letters import contexts
from services.notify.letters.mould import Mould, Personal, mould
from services.notify.letters.rendering import Letters, LetterText
from services.notify.letters.wording import Worded
from services.notify.mail.dkim import Signer
from services.notify.mail.message import CalendarObject, CannotBeWritten, Letterhead, RenderedMail, render
from services.notify.mail.return_address import ReturnAddresses
from services.notify.storage.post import GroupWords
from shared import ics
from shared.clock import OSLO
from shared.contracts.directory import DutyRole
from shared.directory import Directory, Person, School
from shared.i18n import Language
from shared.links import Links

MOULDS_KEPT = 256
WITH_RING_ME = frozenset({"minutes-ready-absent", "group-minutes-absent"})
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
AS_WE_SAY = Worded()


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in words; `mail` is made of it when it goes by mail."""

    language: Language
    school: str
    place: str | None
    text: LetterText


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a letter's ids stand for, beside its reader's: all that decides how it reads."""

    language: Language
    school: str
    contact: contexts.Contact
    place: str | None
    group: str | None
    promised_by: str | None
    words: GroupWords | None


class Writer:
    """Writes letters in the reader's language. Raises `Hidden` while the directory lacks what it needs."""

    def __init__(
        self,
        letters: Letters,
        *,
        directory: Directory,
        links: Links,
        base_url: str,
        from_address: str,
        returning: ReturnAddresses | None = None,
        signer: Signer | None = None,
    ) -> None:
        """`returning`: where letters come back to; without it, to the address they come from."""
        self._letters = letters
        self._directory = directory
        self._links = links
        self._base = base_url
        self._from = from_address
        self._returning = returning
        self._signer = signer
        self._moulds: OrderedDict[Hashable, Mould] = OrderedDict()

    async def write(
        self, letter: Letter, reader: Person, words: GroupWords | None, wording: Worded = AS_WE_SAY
    ) -> Written:
        """The letter in words. Raises `CannotBeWritten` when what must be said is not there."""
        known = await self._known(letter, reader, words)
        own = self._own(letter, reader)
        try:
            text = self._mould(letter, known, own, wording).fill(own)
        except ValidationError as error:
            raise CannotBeWritten(f"facts-{error.errors(include_input=False)[0]['loc'][0]}") from None
        return Written(known.language, known.school, known.place, text)

    def mail(self, letter: Letter, written: Written, address: str) -> RenderedMail:
        """The bytes for the mail server; one recipient, and the letter's own Message-ID."""
        head = Letterhead.prepare(school=written.school, from_address=self._from, language=written.language)
        back = self._returning.of("letter", letter.id) if self._returning is not None else self._from
        return render(
            head,
            letter_id=letter.id,
            to=address,
            reply_to=back,
            envelope_from=back,
            subject=written.text.subject,
            text=written.text.text,
            html=written.text.html,
            written_at=letter.made_at,
            calendar=self._calendar(letter, written, address),
            signer=self._signer,
            unsubscribe=self._unsubscribe(letter),
        )

    # --- what is told ------------------------------------------------------------------------------

    def _mould(self, letter: Letter, known: Known, own: Personal, wording: Worded) -> Mould:
        facts = letter.facts
        told = {
            "at": facts.at,
            "day": facts.day,
            "next_day": facts.next_day,
            "starts_at": facts.starts_at,
            "ends_at": facts.ends_at,
            "previous_starts_at": facts.previous_starts_at,
            "change": facts.change,
            "mode": facts.mode,
            "promise": facts.promise,
        }
        key = (letter.name, known, own.reader is None, wording.ids, *told.values())
        found = self._moulds.get(key)
        if found is None:
            own_words = wording.texts.get(known.language)
            found = mould(
                self._letters, letter.name, known.language, _told(told, known), own, own_words=own_words
            )
            self._moulds[key] = found
            if len(self._moulds) > MOULDS_KEPT:
                self._moulds.popitem(last=False)
        else:
            self._moulds.move_to_end(key)
        return found

    def _own(self, letter: Letter, reader: Person) -> Personal:
        base, made = self._base, letter.made_at
        return Personal(
            reader=reader.words.given_name[:120] or None,
            link=self._address(letter),
            wrong_address_link=(
                f"{base}/letters/not-for-me/{self._link('not-for-me', letter, made + LINK_LIVES)}"
            ),
            call_me_link=(
                f"{base}/letters/ring-me/{self._link('ring-me', letter, made + RING_ME_LIVES)}"
                if letter.name in WITH_RING_ME
                else ""
            ),
            unsubscribe_link=self._unsubscribe(letter),
        )

    async def _known(self, letter: Letter, reader: Person, words: GroupWords | None) -> Known:
        facts, directory = letter.facts, self._directory
        school = await directory.school(letter.school_id)
        place = school.name if letter.name in ("group-invitation", "group-reminder") else None
        if facts.room_id is not None:
            place = (await directory.room(facts.room_id)).name
        promised_by = facts.promised_by_id
        return Known(
            language=reader.listed.language or school.listed.language,
            school=school.name,
            contact=await self._contact(letter, school),
            place=place,
            group=None if facts.group_id is None else (await directory.group(facts.group_id)).name,
            promised_by=None if promised_by is None else (await directory.person(promised_by)).name,
            words=words,
        )

    async def _contact(self, letter: Letter, school: School) -> contexts.Contact:
        day = letter.made_at.astimezone(OSLO).date()
        if letter.facts.contact_id is not None:
            person = await self._directory.person(letter.facts.contact_id)
        else:
            person = await self._directory.leader_of(letter.school_id, day)
        held = {duty.role for duty in person.listed.duties if duty.holds_on(day)}
        role = next((_ROLES[one] for one in _ROLES if one in held), None)
        phone = person.words.phone or school.words.phone
        if phone is None:
            raise CannotBeWritten("no-telephone")
        return _contact(person.name, phone, role, person.words.given_name)

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

    def _unsubscribe(self, letter: Letter) -> str | None:
        if not KINDS[letter.name].optional:
            return None
        token = self._link("unsubscribe", letter, letter.made_at + LINK_LIVES)
        return f"{self._base}/letters/unsubscribe/{token}"

    def _organizer(self, invitation_id: str | None) -> str:
        """Where a calendar's answer comes to: constant for the life of the invitation."""
        if self._returning is None or invitation_id is None:
            return self._from
        return self._returning.of("invitation", invitation_id)

    def _calendar(self, letter: Letter, written: Written, address: str) -> CalendarObject | None:
        facts = letter.facts
        if facts.calendar_uid is None or facts.starts_at is None or facts.ends_at is None:
            return None
        told: dict[str, Any] = {
            "uid": facts.calendar_uid,
            "sequence": facts.sequence,
            "starts": facts.starts_at,
            "ends": facts.ends_at,
            "summary": self._letters.calendar_summary(written.language),
            "location": written.place if facts.mode == "physical" else None,
            "organizer": ics.Party(self._organizer(facts.invitation_id), written.school),
            "attendee": ics.Party(address),
            "dtstamp": letter.made_at,
        }
        try:
            if facts.change == "cancelled":
                return CalendarObject("CANCEL", ics.cancellation(**told))
            return CalendarObject("REQUEST", ics.invitation(**told))
        except ValueError as error:
            raise CannotBeWritten("calendar") from error


def _told(facts: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """What the kinds of letters may ask for, under the names they ask by."""
    told: dict[str, Any] = {
        "school": known.school,
        "contact": known.contact,
        "place": known.place,
        "group": known.group,
        "promised_by": known.promised_by,
        "rings_by": facts["at"],
        "due_at": facts["at"],
        "confirm_by": facts["at"],
        "promise": facts["promise"],
        "held_at": None if facts["day"] is None else datetime.combine(facts["day"], _NOON, OSLO),
        "next_meeting_at": facts["next_day"],
        "comment_by": facts["next_day"],
        "starts_at": facts["starts_at"],
        "ends_at": facts["ends_at"],
        "previous_starts_at": facts["previous_starts_at"],
        "change": facts["change"],
        "mode": "video" if facts["mode"] == "digital" else facts["mode"],
    }
    words = known.words
    if words is not None and words.invitation is not None:
        told["purpose"] = words.invitation.purpose
        told["agenda"] = [item.model_dump() for item in words.invitation.agenda]
    if words is not None and words.minutes is not None:
        told |= words.minutes.model_dump(include={"purpose", "strategy", "asks"})
    return told


@lru_cache(maxsize=1024)
def _contact(name: str, phone: str, role: contexts.Role | None, given_name: str) -> contexts.Contact:
    try:
        return contexts.Contact(name=name[:120], phone=phone, role=role, known_as=given_name[:120] or None)
    except ValidationError:
        raise CannotBeWritten("contact") from None
