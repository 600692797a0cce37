"""What the municipality decides about its letters: whether they leave at all."""

from typing import Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.notify.commands.turn_trial import turn_trial
from services.notify.domain.trial import TRIAL
from services.notify.storage.post import Post
from services.notify.web.allowing import OWNERS
from shared.errors import Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce

PAGE = "/letters/municipality"


class TrialForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    trial: Literal["on", "off"]


def municipality_router(post: Post, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)], include_in_schema=False)

    @router.get(PAGE, allow=OWNERS)
    async def show(request: Request) -> Response:
        trial = await post.trials.get(TRIAL)
        by = None
        if trial is not None and trial.changed_by is not None:
            by = (await post.directory.people_by_id([trial.changed_by])).get(trial.changed_by)
        kept = await post.letters.count({"state": "sandboxed"})
        return pages.render(
            request,
            "letters/municipality.html",
            trial=trial,
            by=by.name if by is not None else "",
            kept=kept,
            active="municipal-letters",
        )

    @router.post(f"{PAGE}/trial", allow=OWNERS)
    async def turn(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, TrialForm)
        if form.value is None:
            raise Refusal("invalid", fields={"trial": "not-a-choice"})
        await turn_trial(on=form.value.trial == "on", by=who.person_id, post=post)
        return RedirectResponse(PAGE, status_code=303)

    return router
