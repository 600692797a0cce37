"""What every page of a case needs besides its own: today, local days, and names of places."""

from datetime import date, datetime
from typing import Any

from fastapi import Request
from starlette.responses import Response

from services.intake.domain.case_parts import PLACES
from services.intake.storage.house import Intake
from services.intake.web.words import reader_language
from shared.directory import Room
from shared.i18n import local
from shared.web.layout import Pages


class Drawing:
    """Draws intake's pages with the day it is by business time."""

    def __init__(self, house: Intake, pages: Pages) -> None:
        self._house = house
        self.pages = pages

    def page(self, request: Request, name: str, /, status: int = 200, **context: Any) -> Response:
        now = self._house.clock.now()
        return self.pages.render(
            request, name, status, today=self._house.today(), now=now, day_of=_day_of, **context
        )

    def place(self, request: Request, place: str, rooms: dict[str, Room]) -> str:
        """A place in words that follow "meets the child": at the gate, in room 2.14."""
        language = reader_language(request)
        if place in PLACES:
            return self.pages.t(language, f"place-{place}")
        room = rooms.get(place)
        return self.pages.t(language, "place-room", room=room.name if room else "–")

    def t(self, request: Request, message_id: str, /, **args: object) -> str:
        return self.pages.t(reader_language(request), message_id, **args)


def _day_of(moment: datetime) -> date:
    return local(moment).date()
