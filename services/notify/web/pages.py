"""The staff's pages: who was told what, and what waits for somebody's hand."""

from typing import Any

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.notify.commands.handle_by_hand import handle_by_hand
from services.notify.commands.send_again import send_again
from services.notify.domain.letter import BY_A_PERSON, Handled
from services.notify.letters.writing import Writer
from services.notify.queries.letter_in_words import letter_in_words
from services.notify.queries.letters_of_case import answers_of_case, by_hand, letters_of_case
from services.notify.storage.post import Post
from services.notify.web.allowing import LEADERS, of_letter, schools_led
from services.notify.web.words import notes, paragraphs, why
from shared.errors import Hidden
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.sessions import language_of

HANDLED = "/letters/by-hand"


class HandledForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    how: Handled


def page_router(post: Post, writer: Writer, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)], include_in_schema=False)

    @router.get("/letters", allow=LEADERS)
    @router.get("/letters/by-hand", allow=LEADERS)
    async def waiting(request: Request, who: SignedIn) -> Response:
        told = await by_hand(who.person_id, schools_led(request), post=post)
        trial_on = await post.sandbox()
        return pages.render(
            request, "letters/by_hand.html", told=told, why=why, trial_on=trial_on, active="letters"
        )

    @router.get("/letters/cases/{case_id}", allow=case_access("see"))
    async def of_case(case_id: str, request: Request) -> Response:
        told = await letters_of_case(case_id, post=post)
        return pages.render(
            request,
            "letters/case.html",
            told=told,
            answers=await answers_of_case(case_id, post=post),
            why=why,
            notes=notes,
            case_id=case_id,
            active="letters",
        )

    @router.get("/letters/by-hand/{letter_id}", allow=of_letter("see"))
    async def one(letter_id: str, request: Request) -> Response:
        return pages.render(request, "letters/one.html", **await shown(letter_id))

    @router.post("/letters/by-hand/{letter_id}", allow=of_letter("write"))
    async def handled(letter_id: str, request: Request, who: SignedIn) -> Response:
        form = await read_form(request, HandledForm)
        if form.value is None:
            errors = {
                name: pages.t(language_of(request), f"letters-field-{name}-{code}")
                for name, code in form.errors.items()
            }
            context = await shown(letter_id)
            return pages.render(request, "letters/one.html", 422, **context, errors=errors, values=form.kept)
        await handle_by_hand(letter_id, form.value.how, by=who.person_id, post=post)
        return RedirectResponse(HANDLED, status_code=303)

    @router.post("/letters/by-hand/{letter_id}/again", allow=of_letter("write"))
    async def again(letter_id: str, who: SignedIn) -> Response:
        new_id = await send_again(letter_id, by=who.person_id, post=post)
        return RedirectResponse(f"/letters/by-hand/{new_id}", status_code=303)

    async def shown(letter_id: str) -> dict[str, Any]:
        letter = await post.letters.get(letter_id)
        if letter is None:
            raise Hidden
        reader = await post.directory.person(letter.person_id)
        sent = letter.said is not None
        was = None if letter.said is None else await post.copies.opened(letter.id, letter.said)
        written = None if sent else await letter_in_words(letter, post=post, writer=writer)
        return {
            "was_said": was,
            "purged": sent and was is None,
            "letter": letter,
            "reader": reader,
            "why": why,
            "written": written,
            "paragraphs": paragraphs(
                was.text if was is not None else written.text.text if written is not None else ""
            ),
            "waits": letter.state in BY_A_PERSON,
            "may_go_again": not letter.is_open and letter.again_id is None,
            "active": "letters",
        }

    return router
