"""One letter that is about to go: decide, write, hand over, and record what became of it."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from services.notify.commands.take_bounce import mark_dead
from services.notify.domain.calm import QuietHours, rests_until
from services.notify.domain.kinds import KINDS
from services.notify.domain.letter import Letter
from services.notify.domain.verdict import ByHand, Mail, NotKnownYet, Unwanted, Useless, decide
from services.notify.letters.writing import Writer
from services.notify.mail.message import CannotBeWritten, RenderedMail
from services.notify.mail.reading.found import Bounced
from services.notify.mail.smtp import Accepted, Deferred, OutcomeUnknown, SmtpPool
from services.notify.queries.wording_of import wording_of
from services.notify.sending.backing_off import NOT_KNOWN_S, SERVER_ASKED_S, next_try
from services.notify.sending.desk import Known
from services.notify.sending.pacing import Pace, receiving
from services.notify.storage.post import Post, machine_now
from shared.calendar import SchoolCalendar
from shared.errors import Hidden
from shared.observability.logs import get_logger
from shared.observability.metrics import LETTER_SECONDS, LETTERS, LETTERS_TO, SMTP_SECONDS
from shared.points import point

log = get_logger()

Change = Callable[[Letter], None]


@dataclass(frozen=True)
class Conduct:
    """How this municipality wants letters to go."""

    quiet: QuietHours = field(default_factory=QuietHours)


@dataclass
class Delivering:
    """What becomes of one letter, as a change to be recorded; never touches the letter itself."""

    post: Post
    writer: Writer
    pool: SmtpPool
    conduct: Conduct
    pace: Pace

    async def deliver(self, letter: Letter, known: Known) -> Change:
        """Send it, or find out why not. Raises `Unavailable` when the mail server cannot be asked.

        After the server's 250 the returned change must be recorded: until it is, a kill sends again.
        """
        now = self.post.clock.now()
        if letter.id in self.post.gone:
            # Sent after the moment that a restored backup is of: on its way, whatever we remember.
            return lambda it: it.sent(to="", at=now, language="", fingerprint="")
        verdict = decide(letter, known.reader(letter), known.standing(letter, now), now)
        match verdict:
            case Mail(address):
                until = await self._better_hour(letter, now)
                if until is not None:
                    _count(letter, "mail", "rests")
                    return lambda it: it.rests(until)
                return await self._mail(letter, known, address)
            case ByHand(reason):
                owner_id = await self._owner(letter)
                if owner_id is None:
                    return self._later(letter, "directory")
                _count(letter, "hand", reason)
                return lambda it: it.by_hand(reason, at=now, owner_id=owner_id)
            case Unwanted():
                _count(letter, "mail", "unwanted")
                return lambda it: it.unwanted(now)
            case Useless():
                return await self._undeliverable(letter, "too-late")
            case NotKnownYet(what):
                return self._later(letter, f"no-{what}")

    async def _mail(self, letter: Letter, known: Known, address: str) -> Change:
        words_id = letter.facts.words_id
        words = known.words.get(words_id) if words_id is not None else None
        if words_id is not None and words is None:
            return self._later(letter, "no-words")
        try:
            wording = await wording_of(letter.name, letter.school_id, letter.made_at, post=self.post)
            written = await self.writer.write(letter, known.people[letter.person_id], words, wording)
            mail = self.writer.mail(letter, written, address)
        except Hidden:
            return self._later(letter, "directory")
        except CannotBeWritten as cannot:
            log.error("letter.unwritable", letter_id=letter.id, reason=cannot.reason)  # noqa: TRY400
            return await self._undeliverable(letter, f"unwritable-{cannot.reason}")
        if await self.post.sandbox():
            _count(letter, "mail", "sandboxed")
            at, told = self.post.clock.now(), (mail.envelope_to, str(written.language), _fingerprint(mail))
            return lambda it: it.sandboxed(at=at, to=told[0], language=told[1], fingerprint=told[2])
        if KINDS[letter.name].lane == "bulk" and (wait_s := self.pace.wait_s(address)) > 0:
            soon = machine_now() + timedelta(seconds=max(0.2, wait_s))
            return lambda it: it.deferred("pace", try_at=soon, counts=False)
        said = await self.post.copies.sealed(
            letter.id, written.text.subject, written.text.text, at=letter.made_at
        )
        return await self._hand_over(letter, mail, str(written.language), said, wording.ids)

    async def _better_hour(self, letter: Letter, now: datetime) -> datetime | None:
        """Until when it rests; None where it goes now."""
        kind = KINDS[letter.name]
        if kind.calm == "never":
            return None
        try:
            closed = (await self.post.directory.school(letter.school_id)).listed.closed_days
        except Hidden:
            closed = ()
        return rests_until(
            kind.calm,
            now,
            useless_after=letter.useless_after,
            hours=self.conduct.quiet,
            school=SchoolCalendar(frozenset(closed)),
        )

    async def _hand_over(
        self, letter: Letter, mail: RenderedMail, language: str, said: str, versions: tuple[str, ...]
    ) -> Change:
        began = time.perf_counter()
        try:
            outcome = await self.pool.send(mail)
        except OutcomeUnknown:
            # It may have been taken. The repeat has the same Message-ID, which is all that can be done.
            return self._later(letter, "outcome-unknown", first_s=SERVER_ASKED_S)
        SMTP_SECONDS.observe(time.perf_counter() - began)
        if isinstance(outcome, Accepted):
            point("notify.after-250")
            _count(letter, "mail", "sent")
            LETTERS_TO.labels(receiving(mail.envelope_to), "accepted").inc()
            LETTER_SECONDS.observe(max(0.0, (self.post.clock.now() - letter.made_at).total_seconds()))
            fingerprint = _fingerprint(mail)
            at = self.post.clock.now()
            to = mail.envelope_to
            return lambda it: it.sent(
                to=to, at=at, language=language, fingerprint=fingerprint, said=said, versions=versions
            )
        self.pace.answered(mail.envelope_to, outcome.reason)
        LETTERS_TO.labels(receiving(mail.envelope_to), "not-taken").inc()
        if isinstance(outcome, Deferred):
            return self._later(letter, outcome.reason, first_s=SERVER_ASKED_S)
        if Bounced(outcome.reason.rpartition("-")[2]).mailbox_is_dead:
            await mark_dead(letter.person_id, mail.envelope_to, post=self.post)
        return await self._undeliverable(letter, outcome.reason)

    def _later(self, letter: Letter, reason: str, *, first_s: float = NOT_KNOWN_S) -> Change:
        _count(letter, "mail", "deferred")
        left = letter.useless_after - self.post.clock.now()
        try_at = next_try(letter.attempts, first_s=first_s, machine_now=machine_now(), time_left=left)
        log.info("letter.deferred", letter_id=letter.id, reason=reason, attempts=letter.attempts)
        return lambda it: it.deferred(reason, try_at=try_at)

    async def _undeliverable(self, letter: Letter, reason: str) -> Change:
        owner_id = await self._owner(letter)
        if owner_id is None:
            return self._later(letter, "directory")
        now = self.post.clock.now()
        _count(letter, "mail", "undeliverable")
        log.error("letter.undeliverable", letter_id=letter.id, reason=reason)
        return lambda it: it.undeliverable(reason, at=now, owner_id=owner_id)

    async def _owner(self, letter: Letter) -> str | None:
        """Who at the school gets the task: its leader today."""
        try:
            return (await self.post.leader_of(letter.case_id, letter.school_id)).id
        except Hidden:
            return None


def _fingerprint(mail: RenderedMail) -> str:
    return hashlib.blake2b(mail.content, digest_size=16).hexdigest()


def _count(letter: Letter, channel: str, outcome: str) -> None:
    LETTERS.labels(letter.name, channel, outcome).inc()
