"""Who was told what in a case, when, and what became of it; and what waits for a person's hand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from services.notify.domain.answer import Answer
from services.notify.domain.letter import BY_A_PERSON, Letter
from services.notify.storage.post import Post
from shared.access import STALE_AFTER_S
from shared.contracts.access import ACTIONS, HAT_OF
from shared.errors import Unavailable


@dataclass(frozen=True)
class Told:
    """One letter, and the names a page shows with it."""

    letter: Letter
    reader: str
    handled_by: str | None


@dataclass(frozen=True)
class Wrote:
    """One answer, and who wrote it."""

    answer: Answer
    writer: str


async def letters_of_case(case_id: str, *, post: Post) -> list[Told]:
    """All letters of a case, the newest first."""
    letters = await post.letters.find({"case_id": case_id}, sort=[("made_at", -1)])
    return await _with_names(letters, post)


async def answers_of_case(case_id: str, *, post: Post) -> list[Wrote]:
    """What readers wrote back in a case, the newest first."""
    found = await post.answers.find({"case_id": case_id}, sort=[("received_at", -1)])
    people = await post.directory.people_by_id({one.person_id for one in found})
    names = {id_: person.name for id_, person in people.items()}
    return [Wrote(one, names.get(one.person_id, "")) for one in found]


async def by_hand(person_id: str, school_ids: Collection[str], *, post: Post) -> list[Told]:
    """What waits for somebody's hand at these schools, in the cases this person may see; oldest first.

    Raises `Unavailable` while what is known about who may see is stale.
    """
    letters = await post.letters.find(
        {"school_id": {"$in": sorted(school_ids)}, "state": {"$in": [str(state) for state in BY_A_PERSON]}},
        sort=[("made_at", 1)],
    )
    seen = await _cases_seen_by(person_id, post)
    return await _with_names([one for one in letters if one.case_id in seen], post)


async def _cases_seen_by(person_id: str, post: Post) -> set[str]:
    if await post.access.age_s() > STALE_AFTER_S:
        raise Unavailable("access")
    now = post.clock.now()
    return {
        snapshot.case_id
        for snapshot in await post.access.cases_of(person_id)
        for grant in snapshot.grants
        if grant.person_id == person_id
        and HAT_OF[grant.relation] == "staff"
        and "see" in ACTIONS[grant.relation]
        and grant.holds_at(now)
    }


async def _with_names(letters: Sequence[Letter], post: Post) -> list[Told]:
    ids = {one.person_id for one in letters} | {one.handled_by for one in letters if one.handled_by}
    people = await post.directory.people_by_id(sorted(ids))
    names = {id_: person.name for id_, person in people.items()}
    return [
        Told(one, names.get(one.person_id, ""), names.get(one.handled_by) if one.handled_by else None)
        for one in letters
    ]
