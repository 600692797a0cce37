"""A school's and the municipality's own words in letters: written, looked at, approved by another."""

from datetime import date
from typing import Any

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.notify.commands.word_letters import approve_wording, draft_wording, withdraw_wording
from services.notify.domain.wording import MUNICIPALITY, Wording
from services.notify.letters.wording import editable, letters_with_words, standard
from services.notify.letters.writing import Writer
from services.notify.queries.wording_preview import readers_for, wording_preview
from services.notify.storage.post import Post
from services.notify.web.allowing import EDITORS, levels_of
from services.notify.web.words import paragraphs
from shared.errors import Hidden, Refusal
from shared.i18n import LANGUAGES, Language
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.sessions import language_of

PAGE = "/letters/wordings"


class DraftForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    letter: str = Field(max_length=60)
    level: str = Field(max_length=64)
    texts: dict[Language, dict[str, str]] = Field(default_factory=dict)


class ApproveForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    live_from: date


def wording_router(post: Post, writer: Writer, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)], include_in_schema=False)

    async def named(levels: list[str]) -> list[tuple[str, str]]:
        schools = await post.directory.schools.get_many(levels)
        return [(one, schools[one].name if one in schools else "") for one in levels]

    async def of(wording_id: str, request: Request) -> Wording:
        wording = await post.wordings.get(wording_id)
        if wording is None or wording.level not in levels_of(request):
            raise Hidden
        return wording

    @router.get(PAGE, allow=EDITORS)
    async def versions(request: Request) -> Response:
        levels = levels_of(request)
        found = await post.wordings.find({"level": {"$in": levels}}, sort=[("drafted_at", -1)])
        return pages.render(
            request,
            "letters/wordings.html",
            found=found,
            levels=await named(levels),
            names=dict(await named(levels)),
            letters=letters_with_words(),
            active="letters",
        )

    @router.get(f"{PAGE}/new", allow=EDITORS)
    async def write(request: Request) -> Response:
        asked = request.query_params
        return await form_page(request, asked.get("letter", ""), asked.get("level", ""), {})

    @router.post(PAGE, allow=EDITORS)
    async def draft(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, DraftForm)
        if form.value is None:
            raise Refusal("invalid", fields=form.errors)
        letter, level = form.value.letter, form.value.level
        if letter not in letters_with_words() or level not in levels_of(request):
            raise Hidden
        try:
            made = await draft_wording(level, letter, form.value.texts, by=who.person_id, post=post)
        except Refusal as refused:
            language = language_of(request)
            errors = {name: pages.t(language, f"field-{code}") for name, code in refused.fields.items()}
            return await form_page(request, letter, level, form.kept, errors=errors, status=422)
        return RedirectResponse(f"{PAGE}/{made}", status_code=303)

    @router.get(f"{PAGE}/{{wording_id}}", allow=EDITORS)
    async def show(wording_id: str, request: Request, who: SignedIn) -> Response:
        wording = await of(wording_id, request)
        return await version_page(wording, request, who)

    @router.post(f"{PAGE}/{{wording_id}}/approve", allow=EDITORS)
    async def approve(wording_id: str, request: Request, who: SignedIn) -> Response:
        wording = await of(wording_id, request)
        form = await read_form(request, ApproveForm)
        if form.value is None:
            error = {"live_from": pages.t(language_of(request), "wording-live-from-needed")}
            return await version_page(wording, request, who, error, 422)
        await approve_wording(wording_id, form.value.live_from, by=who.person_id, post=post)
        return RedirectResponse(f"{PAGE}/{wording_id}", status_code=303)

    @router.post(f"{PAGE}/{{wording_id}}/withdraw", allow=EDITORS)
    async def withdraw(wording_id: str, request: Request, who: SignedIn) -> Response:
        await of(wording_id, request)
        await withdraw_wording(wording_id, by=who.person_id, post=post)
        return RedirectResponse(f"{PAGE}/{wording_id}", status_code=303)

    async def form_page(
        request: Request,
        letter: str,
        level: str,
        kept: dict[str, Any],
        *,
        errors: dict[str, str] | None = None,
        status: int = 200,
    ) -> Response:
        if letter not in letters_with_words() or level not in levels_of(request):
            raise Hidden
        texts = {
            f"texts.{language}.{one}": standard(one, language)
            for language in LANGUAGES
            for one in editable(letter)
        }
        return pages.render(
            request,
            "letters/wording_form.html",
            status,
            letter=letter,
            level=level,
            level_name=dict(await named([level]))[level],
            languages=LANGUAGES,
            ids=editable(letter),
            standard=standard,
            values={**texts, **kept},
            errors=errors or {},
            active="letters",
        )

    async def version_page(
        wording: Wording,
        request: Request,
        who: SignedIn,
        errors: dict[str, str] | None = None,
        status: int = 200,
    ) -> Response:
        readers = await readers_for(wording, who.person_id, post=post)
        asked = request.query_params.get("reader", who.person_id)
        reader = next((one for one in readers if one.id == asked), None)
        if reader is None:
            raise Hidden
        written = await wording_preview(wording, reader, who.person_id, post=post, writer=writer)
        return pages.render(
            request,
            "letters/wording.html",
            status,
            wording=wording,
            level_name=dict(await named([wording.level]))[wording.level],
            municipality=wording.level == MUNICIPALITY,
            standard=standard,
            readers=[(one.id, one.name) for one in readers],
            values={"reader": reader.id},
            written=written,
            paragraphs=paragraphs(written.text.text) if written is not None else [],
            own=wording.drafted_by == who.person_id,
            errors=errors or {},
            active="letters",
        )

    return router
