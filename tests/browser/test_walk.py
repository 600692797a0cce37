"""The story's pages in a real Chromium, as guardian, rektor and owner, in two languages and three widths.

One walk visits every page once; what is found wrong is told per page. What it checks stands in `looking.py`.
"""

import re
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Browser, Page

from deploy.demo.scene import Scene
from deploy.demo.story import STEPS, play
from tests.browser.chromium import Chromium
from tests.browser.family import PARENT
from tests.browser.looking import Looker
from tests.browser.tour import Tour
from tests.browser.walk import LEGS

EMERGENCY = ("112", "113", "116 111")


@pytest.fixture(scope="module")
def looker(brought: Chromium) -> Looker:
    return Looker(brought.axe.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
async def tour(scene: Scene, browser: Browser, looker: Looker) -> Tour:
    """A walk that begins when the whole story has been played, so that the pages are full."""
    await play(scene, through=len(STEPS))
    return Tour(browser, scene, looker.look, looker.faults)


@pytest.mark.parametrize("leg", LEGS, ids=lambda leg: leg.__name__)
async def test_the_pages_are_fit_for_everybody(
    tour: Tour, looker: Looker, leg: Callable[[Tour], Awaitable[None]]
) -> None:
    before, pages = len(looker.faults.found), len(looker.seen)
    await leg(tour)
    assert len(looker.seen) > pages
    assert looker.faults.found[before:] == []


async def test_a_report_is_sent_without_javascript(scene: Scene, browser: Browser) -> None:
    async with Tour(browser, scene, Looker("").look).visitor(PARENT, script=False) as parent:
        await parent.opens("/report")
        await parent.sends(
            "/report", {"text": scene.types("Vi vil snakke med dere om høstturen.", "høstturen")}
        )
        assert parent.page.url.endswith("/receipt")
        assert await parent.page.locator("main h1").count() == 1


@pytest.mark.requirement("P3")
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_who_is_in_danger_finds_a_number_on_every_report_form_and_can_leave_at_once(
    scene: Scene, browser: Browser, language: str
) -> None:
    for key in ("mother", "pupil", "contact_teacher"):
        async with Tour(browser, scene, Looker("").look).visitor(key) as somebody:
            page = await somebody.opens(f"/report?lang={language}")
            shown = await page.locator(".s-emergency a[href^='tel:']").all_inner_texts()
            assert [number for number in EMERGENCY if number not in " ".join(shown)] == []
            assert await page.locator(".s-emergency").get_by_text(re.compile("omb[ou]d")).count() == 1
            if key == "pupil":
                await the_page_is_left_in_one_key_press(somebody.page)


async def the_page_is_left_in_one_key_press(page: Page) -> None:
    """The title of the form is not among what the browser keeps, and Back does not lead to it."""
    form = page.url
    assert await page.title() != await page.locator("h1").inner_text()
    await page.route("https://www.yr.no/**", lambda route: route.fulfill(body="<title>Yr</title>"))
    async with page.expect_navigation(url="https://www.yr.no/**"):
        await page.keyboard.press("Escape")
    await page.go_back()
    assert page.url != form
