"""Who may see a letter: whoever may see its case; the list by hand is for a school's leaders."""

from fastapi import Request

from services.notify.domain.wording import MUNICIPALITY
from services.notify.storage.post import Post
from shared.web.guards import Duty, Guard, case_access, duty

LEADERS = duty("rektor", "deputy")
EDITORS = duty("rektor", "deputy", "school_owner", "owner_deputy", "administrator")
OWNERS = duty("school_owner", "owner_deputy", "administrator")


async def _asked_case(request: Request) -> str | None:
    return request.query_params.get("case_id")


async def _case_of_letter(request: Request) -> str | None:
    post: Post = request.app.state.post
    letter = await post.letters.get(request.path_params["letter_id"])
    return None if letter is None else letter.case_id


async def _case_of_answer(request: Request) -> str | None:
    post: Post = request.app.state.post
    answer = await post.answers.get(request.path_params["answer_id"])
    return None if answer is None else answer.case_id


def of_asked_case() -> Guard:
    return case_access("see", case_id=_asked_case)


def of_letter(action: str) -> Guard:
    return case_access(action, case_id=_case_of_letter)


def of_answer(action: str) -> Guard:
    return case_access(action, case_id=_case_of_answer)


def levels_of(request: Request) -> list[str]:
    """Where this person may word letters: the schools they lead, and the municipality for its owner."""
    held: list[Duty] = request.state.duties
    schools = {
        one.school_id for one in held if one.role in ("rektor", "deputy") and one.school_id is not None
    }
    municipal = any(one.role not in ("rektor", "deputy") for one in held)
    return [*sorted(schools), *([MUNICIPALITY] if municipal else [])]


def schools_led(request: Request) -> list[str]:
    """The schools at which this leader's duty holds, as the guard found them."""
    held: list[Duty] = request.state.duties
    return sorted({one.school_id for one in held if one.school_id is not None})
