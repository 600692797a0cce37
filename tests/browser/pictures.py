"""Photograph every page of the walk, to be looked at by people: `python -m tests.browser.pictures`.

Into `build/pictures`, each page on a phone and a desktop, in bokmål and English; and the README's picture.
"""

import asyncio
import io
import shutil
from pathlib import Path

from playwright.async_api import Page
from rich.console import Console

from deploy.demo.scene import Scene
from deploy.demo.story import STEPS, play
from deploy.demo.timeline import Timeline
from deploy.local import Stack
from tests.browser.chromium import chromium
from tests.browser.looking import DESKTOP, LANGUAGES, PHONE
from tests.browser.plugin import started
from tests.browser.tour import Tour
from tests.browser.walk import LEGS

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "pictures"
README = ROOT / "deploy" / "docs" / "pictures"
IN_README = {"today"}
_README_HEIGHT = 820
_WIDTHS = {"desktop": DESKTOP, "phone": PHONE}


class Photographer:
    """Takes the pictures of one walk."""

    def __init__(self, into: Path, readme: Path | None = None) -> None:
        self._into = into
        self._readme = readme
        self._count = 0

    async def look(self, name: str, page: Page, *, again: bool = True) -> None:
        """Take the page that is open, numbered in the order of the walk."""
        self._count += 1
        for language in reversed(LANGUAGES) if again else LANGUAGES[:1]:
            if again:
                cookie = {"name": "samspill-language", "value": language, "url": page.url}
                await page.context.add_cookies([cookie])  # type: ignore[list-item]  # a dict with these keys
                await page.goto(page.url.split("#")[0])
            for kind, width in _WIDTHS.items():
                await page.set_viewport_size({"width": width, "height": 844 if kind == "phone" else 900})
                file = self._into / f"{self._count:02}-{name}.{language}.{kind}.png"
                await page.screenshot(path=file, full_page=True)
        await page.set_viewport_size({"width": DESKTOP, "height": _README_HEIGHT})
        if self._readme is not None and name in IN_README:
            await page.screenshot(path=self._readme / f"{name}.png")


async def photograph(scene: Scene, into: Path, readme: Path | None) -> None:
    """Walk through the pages of a municipality and take a picture of each."""
    photographer = Photographer(into, readme)
    async with started(await asyncio.to_thread(chromium)) as browser:
        tour = Tour(browser, scene, photographer.look)
        for leg in LEGS:
            await leg(tour)


async def main() -> None:
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    README.mkdir(parents=True, exist_ok=True)
    stack = Stack(PICTURES / "stack", profile="demo")
    scene = Scene(stack, Timeline(Console(file=io.StringIO())))
    scene.clock.begin()
    try:
        await asyncio.to_thread(stack.start)
        scene.events.start()
        await play(scene, through=len(STEPS))
        await photograph(scene, PICTURES, README)
    finally:
        await scene.aclose()
        await asyncio.to_thread(stack.stop)
        shutil.rmtree(PICTURES / "stack", ignore_errors=True)
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES}")  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
