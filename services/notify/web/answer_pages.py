"""What readers of letters wrote back, for those who may see the case."""

from fastapi import Depends, Request
from starlette.responses import RedirectResponse, Response

from services.notify.commands.read_answer import read_answer
from services.notify.storage.post import Post
from services.notify.web.allowing import of_answer
from services.notify.web.words import paragraphs
from shared.errors import Hidden
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce


def answer_router(post: Post, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)], include_in_schema=False)

    @router.get("/letters/answers/{answer_id}", allow=of_answer("see"))
    async def show(answer_id: str, request: Request) -> Response:
        answer = await post.answers.get(answer_id)
        letter = None if answer is None else await post.letters.get(answer.letter_id)
        if answer is None or letter is None:
            raise Hidden
        by = None if answer.read_by is None else (await post.directory.person(answer.read_by)).name
        return pages.render(
            request,
            "letters/answer.html",
            answer=answer,
            letter=letter,
            reader=await post.directory.person(answer.person_id),
            paragraphs=paragraphs(answer.text),
            read_by=by,
            active="letters",
        )

    @router.post("/letters/answers/{answer_id}", allow=of_answer("write"))
    async def read(answer_id: str, who: SignedIn) -> Response:
        await read_answer(answer_id, by=who.person_id, post=post)
        return RedirectResponse(f"/letters/answers/{answer_id}", status_code=303)

    return router
