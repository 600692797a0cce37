"""What the links in letters open: nothing about anybody is shown, nothing changes before a button is pressed.

A link that is forged, old or for something else looks like one page, whoever asks.
"""

from fastapi import Request
from starlette.responses import Response

from services.notify.commands.ask_to_be_rung import ask_to_be_rung
from services.notify.commands.freeze_address import freeze_address
from services.notify.commands.unsubscribe import unsubscribe
from services.notify.storage.post import Post
from shared.errors import Hidden
from shared.links import Link, Links, Purpose
from shared.web.guards import GuardedRouter, anyone
from shared.web.layout import Pages

LINK = anyone("the link itself proves whose it is; it shows nothing about anybody")


def link_router(post: Post, links: Links, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(include_in_schema=False)

    def opened(token: str, purpose: Purpose) -> Link:
        return links.open(token, purpose, now=post.clock.now())

    def neutral(request: Request) -> Response:
        return pages.render(request, "letters/link_ended.html", 404)

    @router.get("/letters/not-for-me/{token}", allow=LINK)
    async def ask_not_for_me(token: str, request: Request) -> Response:
        try:
            opened(token, "not-for-me")
        except Hidden:
            return neutral(request)
        return pages.render(request, "letters/not_for_me.html", done=False)

    @router.post("/letters/not-for-me/{token}", allow=LINK)
    async def not_for_me(token: str, request: Request) -> Response:
        try:
            await freeze_address(opened(token, "not-for-me"), post=post)
        except Hidden:
            return neutral(request)
        return pages.render(request, "letters/not_for_me.html", done=True)

    @router.get("/letters/ring-me/{token}", allow=LINK)
    async def ask_ring_me(token: str, request: Request) -> Response:
        try:
            opened(token, "ring-me")
        except Hidden:
            return neutral(request)
        return pages.render(request, "letters/ring_me.html", done=False)

    @router.post("/letters/ring-me/{token}", allow=LINK)
    async def ring_me(token: str, request: Request) -> Response:
        try:
            await ask_to_be_rung(opened(token, "ring-me"), post=post)
        except Hidden:
            return neutral(request)
        return pages.render(request, "letters/ring_me.html", done=True)

    @router.get("/letters/unsubscribe/{token}", allow=LINK)
    async def ask_unsubscribe(token: str, request: Request) -> Response:
        try:
            opened(token, "unsubscribe")
        except Hidden:
            return neutral(request)
        return pages.render(request, "letters/unsubscribe.html", step="ask")

    @router.post("/letters/unsubscribe/{token}", allow=LINK)
    async def do_without(token: str, request: Request) -> Response:
        """Also what a mail program posts by itself when its reader presses there: RFC 8058."""
        again = (await request.form()).get("again") == "yes"
        try:
            await unsubscribe(opened(token, "unsubscribe"), post=post, again=again)
        except Hidden:
            return neutral(request)
        return pages.render(request, "letters/unsubscribe.html", step="again" if again else "done")

    return router
