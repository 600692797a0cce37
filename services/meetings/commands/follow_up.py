"""What came out of a meeting becomes somebody's, with a date: questions, promises, criticism."""

from datetime import date, datetime

from services.meetings.domain.content import Criticism
from services.meetings.domain.follow_up import FollowUp
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.people import on_side
from services.meetings.storage.house import House
from shared.calendar import add_working_days, end_of_day

FIND_OUT_WITHIN_WORKING_DAYS = 5
ANSWER_WITHIN_WORKING_DAYS = 5


async def follow_up_minutes(meeting: Meeting, minutes: Minutes, *, by: str, house: House) -> None:
    """Whatever the approved minutes leave to be done at the school; the same minutes again are once."""
    if meeting.is_group:
        return
    at = minutes.approved_at or house.clock.now()
    owner_id = await owner_of_gaps(meeting, house)
    school = {one.person_id for one in on_side(meeting.participants, "school")}
    await raise_criticism(meeting, minutes, by=by, house=house)
    for number, text in enumerate(minutes.content.unclear):
        due = add_working_days(at, FIND_OUT_WITHIN_WORKING_DAYS).at
        one = FollowUp.of(
            meeting, "unclear", str(number), text=text, owner_id=owner_id, due_at=due, by=by, at=at
        )
        await raise_once(one, house)
    for agreed in minutes.content.agreements:
        if agreed.who_id not in school or agreed.by is None:
            continue
        one = FollowUp.of(
            meeting,
            "agreed",
            agreed.agreement_id,
            text=agreed.what,
            owner_id=agreed.who_id,
            due_at=end_of_day(agreed.by),
            by=by,
            at=at,
        )
        await raise_once(one, house)


async def raise_criticism(meeting: Meeting, minutes: Minutes, *, by: str, house: House) -> None:
    """Leadership owes an answer; where it concerns the rektor, the school owner does (R20)."""
    now = house.clock.now()
    for critical in minutes.content.criticism:
        one = FollowUp.of(
            meeting,
            "criticism",
            critical.criticism_id,
            text=critical.text,
            owner_id=await _who_answers(meeting, critical, house),
            due_at=_answer_by(critical, now),
            concerns=critical.concerns,
            party_id=critical.party_id,
            by=by,
            at=now,
        )
        await raise_once(one, house)


async def finish_follow_up(follow_up_id: str, answer: str | None, *, by: str, house: House) -> None:
    """Done, with what came of it; the answer to criticism goes to those who raised it."""
    now = house.clock.now()
    await house.follow_ups.change(follow_up_id, lambda it: it.finish(answer, by=by, at=now), by=by)


async def owner_of_gaps(meeting: Meeting, house: House) -> str:
    """Who is asked for what is missing: who has the case, and for a whole group the leader."""
    if meeting.is_group:
        return (await house.directory.leader_of(meeting.school_id, house.today())).id
    now = house.clock.now()
    snapshot = await house.access.snapshot(meeting.case_id)
    owners = (
        grant.person_id for grant in snapshot.grants if grant.relation == "case_owner" and grant.holds_at(now)
    )
    return next(owners, meeting.contact_id)


async def raise_once(follow_up: FollowUp, house: House) -> None:
    """Put it on its owner's list; the same item again is worded as it is now, and nothing else."""

    def decide(it: FollowUp) -> None:
        it.reword(follow_up.text)
        it.raise_()

    await house.follow_ups.change(
        follow_up.id, decide, new=lambda: follow_up.model_copy(deep=True), by=follow_up.raised_by
    )


async def _who_answers(meeting: Meeting, critical: Criticism, house: House) -> str:
    today = house.today()
    snapshot = await house.access.snapshot(meeting.case_id)
    if critical.concerns == "rektor":
        owners = await house.directory.owner_contacts(today)
        there = [one for one in owners if not one.away_on(today)] or owners
        if there:
            return there[0].id
    return snapshot.leader_id or (await house.directory.leader_of(meeting.school_id, today)).id


def _answer_by(critical: Criticism, now: datetime) -> datetime:
    """The day that was promised; what concerns § 12-5 is told the same day."""
    today: date = now.date()
    if critical.concerns == "staff_offends":
        return end_of_day(today)
    if critical.answer_by is not None:
        return end_of_day(critical.answer_by)
    return add_working_days(now, ANSWER_WITHIN_WORKING_DAYS).at
