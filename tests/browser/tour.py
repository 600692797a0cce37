"""What the walks through the pages have at hand, and what they leave for each other."""

from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from playwright.async_api import Browser, Page

from deploy.demo.scene import Scene
from tests.browser.looking import Faults
from tests.browser.visitor import Visitor


class Look(Protocol):
    """What is done with each page of the walk: checked, or photographed."""

    def __call__(self, name: str, page: Page, *, again: bool = True) -> Awaitable[None]: ...


@dataclass
class Tour:
    """One walk through the whole product by one case of its own."""

    browser: Browser
    scene: Scene
    look: Look
    faults: Faults = field(default_factory=Faults)
    case_id: str = ""
    meeting_id: str = ""
    letters_before: frozenset[str] = frozenset()
    """The parent's mails from before the meeting was called; the whole story's are among them."""

    def visitor(self, key: str = "", *, script: bool = True) -> Visitor:
        """Somebody with a fresh browser; signed in, unless nobody is named."""
        return Visitor(self.browser, self.scene.stack, key, faults=self.faults, script=script)

    def next_weekday(self) -> date:
        """The next day that is not in a weekend, by the story's clock."""
        day = self.scene.clock.now().date() + timedelta(days=1)
        while day.isoweekday() > 5:
            day += timedelta(days=1)
        return day
