"""What is missing in a meeting's minutes, as codes: a list beside the text, never a locked door."""

from services.meetings.domain.content import Content
from services.meetings.domain.meeting import Meeting
from shared.contracts.meetings import CAME, Attended

NEXT_MEETING = "next-meeting"
MEANWHILE = "meanwhile"
EVALUATION = "evaluation"
LETTER_ASKS = frozenset({"strategy", "asks"})
"""What every parent of a group is to hear: the leader is asked before the letter goes without it (R54)."""

# Which situation each list belongs to: the family made contact (R8), or the school did (R10).
_COVERED = ("listened", "routine_explained", "known_facts_told", "next_steps_told")


def gaps_in(meeting: Meeting, content: Content, parties: tuple[Attended, ...]) -> list[str]:
    """The codes of what is missing, in the order of the page."""
    if meeting.is_group:
        return _in_group(content)
    return [
        *_about_the_meeting(meeting, parties),
        *_told(meeting, content, parties),
        *_facts(content),
        *_onwards(content),
    ]


def _in_group(content: Content) -> list[str]:
    found = []
    if not content.strategy:
        found.append("strategy")
    if not content.asks:
        found.append("asks")
    if not content.evaluation_on and not content.no_evaluation:
        found.append(EVALUATION)
    return found


def _about_the_meeting(meeting: Meeting, parties: tuple[Attended, ...]) -> list[str]:
    found = []
    if any(one.status == "unknown" for one in parties):
        found.append("attendance")
    if meeting.mode != "physical" and not meeting.reason:
        found.append("mode-reason")
    if meeting.late and not meeting.reason:
        found.append("late-reason")
    return found


def _told(meeting: Meeting, content: Content, parties: tuple[Attended, ...]) -> list[str]:
    found = []
    told = {one.party_id for one in content.accounts if one.account}
    came = [one.person_id for one in parties if one.side == "home" and one.status in CAME]
    if any(person_id not in told for person_id in came):
        found.append("account-home")
    if not content.pupil_account and not content.pupil_not_heard:
        found.append("account-pupil")
    if meeting.initiative == "home":
        found += [f"not-covered-{code.replace('_', '-')}" for code in _COVERED if code not in content.covered]
    else:
        found += [] if content.what_happened else ["what-happened"]
        found += [] if content.what_we_do_now else ["what-we-do-now"]
        found += [] if content.next_contact_on else ["next-contact"]
    return found


def _facts(content: Content) -> list[str]:
    found = []
    if any(fact.source in (None, "unknown") for fact in content.facts):
        found.append("fact-source")
    if any(fact.occurred_on is None and not fact.date_unknown for fact in content.facts):
        found.append("fact-date")
    return found


def _onwards(content: Content) -> list[str]:
    found = []
    if content.apart and not content.meanwhile:
        found.append(MEANWHILE)
    if not content.rights_given:
        found.append("rights")
    if not content.next_meeting_on and not content.no_next_meeting:
        found.append(NEXT_MEETING)
    return found


def due_today(content: Content) -> list[str]:
    """What must be there before the day is over, where we did not agree: what happens, and when we meet."""
    if not content.apart:
        return []
    found = [] if content.meanwhile else [MEANWHILE]
    return found if content.next_meeting_on or content.no_next_meeting else [*found, NEXT_MEETING]
