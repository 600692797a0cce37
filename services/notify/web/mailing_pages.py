"""A mailing to a group, looked at before anything is written: who would get it, and how."""

from fastapi import Depends, Request
from starlette.responses import Response

from services.notify.queries.who_would_get import who_would_get
from services.notify.storage.post import Post
from services.notify.web.allowing import LEADERS, schools_led
from shared.errors import Hidden
from shared.web.guards import GuardedRouter
from shared.web.layout import Pages
from shared.web.permissions import introduce


def mailing_router(post: Post, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)], include_in_schema=False)

    @router.get("/letters/mailing", allow=LEADERS)
    async def look(request: Request) -> Response:
        groups = [
            group for school_id in schools_led(request) for group in await post.directory.groups_at(school_id)
        ]
        groups.sort(key=lambda group: group.name)
        asked = request.query_params.get("group", "")
        chosen = next((group for group in groups if group.listed.group_id == asked), None)
        if asked and chosen is None:
            raise Hidden
        mailing = None if chosen is None else await who_would_get(chosen, post=post)
        return pages.render(
            request,
            "letters/mailing.html",
            options=[(group.listed.group_id, group.name) for group in groups],
            values={"group": asked},
            chosen=chosen,
            mailing=mailing,
            active="letters",
        )

    return router
