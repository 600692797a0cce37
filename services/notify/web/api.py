"""Letters as JSON, for programs that act for a signed-in member of staff."""

from typing import Annotated

from fastapi import Query, Request

from services.notify.commands.handle_by_hand import handle_by_hand
from services.notify.queries.letters_of_case import by_hand, letters_of_case
from services.notify.storage.post import Post
from services.notify.web.allowing import LEADERS, of_asked_case, of_letter, schools_led
from services.notify.web.views import HandledBody, LetterView
from shared.web.guards import GuardedRouter, SignedIn


def api_router(post: Post) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/notify")

    @router.get("/letters", allow=of_asked_case())
    async def letters(case_id: Annotated[str, Query(max_length=64)]) -> list[LetterView]:
        """Tell who was written to in a case, and what became of each letter; the newest first."""
        return [LetterView.of(one) for one in await letters_of_case(case_id, post=post)]

    @router.get("/by-hand", allow=LEADERS)
    async def waiting(request: Request, who: SignedIn) -> list[LetterView]:
        """Tell what waits for a person's hand at the reader's schools; the oldest first."""
        return [LetterView.of(one) for one in await by_hand(who.person_id, schools_led(request), post=post)]

    @router.post("/by-hand/{letter_id}", allow=of_letter("write"), status_code=204)
    async def handled(letter_id: str, body: HandledBody, who: SignedIn) -> None:
        """Say that the letter has been posted, told on the telephone or brought."""
        await handle_by_hand(letter_id, body.how, by=who.person_id, post=post)

    return router
