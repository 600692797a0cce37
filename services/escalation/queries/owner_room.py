"""What the school owner's room shows: the notices, what waits for me first, and each school as one row."""

from dataclasses import dataclass

from services.escalation.domain.notice import Notice
from services.escalation.domain.suggestion import Decision
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.timers import EVER

FEWEST_SHOWN = 5
_MOST = 200
_URGENCY = {"unanswered": 0, "waiting": 1, "starting": 1, "acknowledged": 2, "done": 3}


@dataclass(frozen=True)
class NoticeRow:
    notice: Notice
    case: CaseFact | None
    school: str
    mine: bool


@dataclass(frozen=True)
class SchoolRow:
    """A school's numbers; None where the number is so small that a child might be guessed."""

    name: str
    open_notices: int | None
    unkept: int | None
    undecided: int | None


@dataclass(frozen=True)
class NotNotified:
    """A case whose rektor has decided not to notify, and the reason, which the owner may read."""

    decision: Decision
    case: CaseFact | None
    school: str


@dataclass(frozen=True)
class OwnerRoom:
    waiting_for_me: list[NoticeRow]
    others: list[NoticeRow]
    not_notified: list[NotNotified]
    schools: list[SchoolRow]


async def owner_room(person_id: str, *, house: Escalation) -> OwnerRoom:
    """For one contact of the owner; a notice that concerns this person is not there."""
    notices = await house.notices.find({}, sort=[("decided_at", -1)], limit=_MOST)
    decided = await house.suggestions.find(
        {"not_notified_at": {"$gt": EVER}}, sort=[("not_notified_at", -1)], limit=_MOST
    )
    readable = [one for one in notices if one.may_be_read_by(person_id)]
    cases = await house.cases.get_many(
        [*(one.case_id for one in readable), *(one.case_id for one in decided)]
    )
    schools = await house.directory.schools.find({})
    rows = [
        NoticeRow(
            notice=one,
            case=cases.get(one.case_id),
            school=schools[one.school_id].name if one.school_id in schools else "",
            mine=_waits_for(one, person_id),
        )
        for one in readable
    ]
    return OwnerRoom(
        waiting_for_me=[row for row in rows if row.mine],
        others=sorted((row for row in rows if not row.mine), key=lambda row: _URGENCY[row.notice.state]),
        not_notified=[
            NotNotified(
                decision=one.latest,
                case=cases.get(one.case_id),
                school=schools[one.school_id].name if one.school_id in schools else "",
            )
            for one in decided
            if one.latest is not None
        ],
        schools=[
            await _school_row(school_id, school.name, house)
            for school_id, school in sorted(schools.items(), key=lambda item: item[1].name)
        ],
    )


def _waits_for(notice: Notice, person_id: str) -> bool:
    asked_me = notice.current is not None and notice.current.person_id == person_id
    return asked_me or notice.state == "unanswered"


async def _school_row(school_id: str, name: str, house: Escalation) -> SchoolRow:
    waiting = {"$in": ["waiting", "unanswered", "acknowledged"]}
    return SchoolRow(
        name=name,
        open_notices=_shown(await house.notices.count({"school_id": school_id, "state": waiting})),
        unkept=_shown(await house.clocks.count({"school_id": school_id, "overdue": True})),
        undecided=_shown(await house.suggestions.count({"school_id": school_id, "waits": True})),
    )


def _shown(count: int) -> int | None:
    return None if 0 < count < FEWEST_SHOWN else count
