"""Orders: somebody has learnt how this is used, or may begin for a week (row L9, P15)."""

from datetime import timedelta

from services.intake.domain.directory_entry import ListedPerson
from services.intake.storage.house import Intake
from shared.contracts.directory import Training
from shared.errors import Hidden

ANSWERS = {"q1": "b", "q2": "a", "q3": "c", "q4": "a", "q5": "b"}
"""The course's questions, and the answer to each."""
FIRST_WEEK = timedelta(days=7)


def wrong_answers(answers: dict[str, str]) -> list[str]:
    """The questions that are not answered rightly yet."""
    return [question for question, right in ANSWERS.items() if answers.get(question) != right]


async def finish_course(person_id: str, *, house: Intake) -> None:
    """The course is done: from today, for good."""
    await _train(person_id, Training(since=house.today(), way="course"), by=person_id, house=house)


async def let_begin(person_id: str, *, by: str, house: Intake) -> None:
    """A leader lets somebody begin for a week, before the course; once."""
    today = house.today()
    there = await house.listed.person(person_id)
    if there is None or "staff" not in there.listed.kinds:
        raise Hidden
    if any(one.way == "leader" and one.holds_on(today) for one in there.training):
        return
    training = Training(since=today, until=today + FIRST_WEEK - timedelta(days=1), way="leader")
    await _train(person_id, training, by=by, house=house)


async def bring_in(school_id: str | None, *, house: Intake) -> int:
    """Those who work here already count as trained, at one school or at all; how many that were new."""
    query = {"kinds": "staff"} | ({"schools": school_id} if school_id else {})
    staff = [one for one in await house.listed.people.find(query) if not one.training]
    for one in staff:
        await _train(one.id, Training(since=house.today(), way="brought"), by=None, house=house)
    return len(staff)


async def _train(person_id: str, training: Training, *, by: str | None, house: Intake) -> None:
    def learnt(it: ListedPerson) -> None:
        it.train(training)

    await house.listed.people.change(person_id, learnt, by=by)
