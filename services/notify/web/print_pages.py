"""The print queue: letters on paper, and the ones that a person says have been posted."""

from typing import Annotated

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.notify.commands.handle_by_hand import handle_by_hand
from services.notify.letters.writing import Writer
from services.notify.queries.print_queue import print_queue
from services.notify.storage.post import Post
from services.notify.web.allowing import LEADERS, schools_led
from services.notify.web.words import paragraphs
from shared.errors import Conflict
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.sessions import language_of

PAGE = "/letters/print"


class PostedForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    posted: Annotated[list[str], Field(min_length=1, max_length=500)]


def print_router(post: Post, writer: Writer, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)], include_in_schema=False)

    @router.get(PAGE, allow=LEADERS)
    async def queue(request: Request, who: SignedIn) -> Response:
        return await shown(request, who)

    @router.post(PAGE, allow=LEADERS)
    async def posted(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, PostedForm)
        if form.value is None:
            error = pages.t(language_of(request), "print-choose")
            return await shown(request, who, 422, errors={"posted": error})
        # Only what this person sees in the queue: an id that is not there is left alone.
        there = {
            one.told.letter.id
            for one in await print_queue(who.person_id, schools_led(request), post=post, writer=writer)
        }
        for letter_id in form.value.posted:
            if letter_id in there:
                try:
                    await handle_by_hand(letter_id, "posted", by=who.person_id, post=post)
                except Conflict:
                    continue
        return RedirectResponse(PAGE, status_code=303)

    async def shown(
        request: Request, who: SignedIn, status: int = 200, errors: dict[str, str] | None = None
    ) -> Response:
        sheets = await print_queue(who.person_id, schools_led(request), post=post, writer=writer)
        return pages.render(
            request,
            "letters/print.html",
            status,
            sheets=sheets,
            paragraphs=paragraphs,
            errors=errors or {},
            active="letters",
        )

    return router
