"""The meeting room in a real Chromium, with the network cut in the middle of a sentence."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from playwright.async_api import Browser, Page, expect

from tests.meetings.school import Office, School

pytestmark = pytest.mark.stack

FIRST, CUT, AFTER = "Kari sier at ", "han gruer seg til ", "gym og svømming."


@pytest.fixture
async def address(office: Office) -> AsyncIterator[str]:
    """The service's pages on a port of this machine, for a browser."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(office.app, lifespan="off", log_config=None))
        serving = asyncio.create_task(server.serve([listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


@asynccontextmanager
async def room(browser: Browser, address: str, school: School, who: str, meeting: str) -> AsyncIterator[Page]:
    """Somebody signed in, with the page of the room open on a tablet."""
    sessions = school.app.state.sessions
    session = sessions.start(person_id=school.people[who], hat="staff", issuer="test", language="nb")
    async with await browser.new_context(
        base_url=address, viewport={"width": 820, "height": 1180}
    ) as context:
        await context.add_cookies(
            [{"name": sessions.cookie, "value": sessions.seal(session), "url": address, "httpOnly": True}]
        )
        page = await context.new_page()
        await page.goto(f"/meetings/{meeting}/hold")
        yield page


async def test_nothing_typed_is_lost_when_the_network_goes_in_the_middle_of_a_sentence(
    browser: Browser, address: str, school: School
) -> None:
    meeting = await school.calls()
    async with room(browser, address, school, "rektor", meeting) as page:
        notes, status = page.locator("#field-notes"), page.locator("[data-autosave-status]")
        await notes.press_sequentially(FIRST)
        await expect(status).to_contain_text("Lagret kl.")
        await notes.press_sequentially(CUT)
        await page.context.set_offline(True)
        await notes.press_sequentially(AFTER)
        await expect(status).to_contain_text("Uten nett, lagret her")
        await page.locator('button[value="finish"]').click()
        assert await notes.input_value() == FIRST + CUT + AFTER
        assert (await school.minutes(meeting)).content.notes != FIRST + CUT + AFTER
        await page.context.set_offline(False)
        await expect(status).to_contain_text("Lagret kl.")
        assert (await school.minutes(meeting)).content.notes == FIRST + CUT + AFTER


async def test_what_was_not_sent_is_brought_back_when_the_page_is_loaded_again(
    browser: Browser, address: str, school: School
) -> None:
    meeting = await school.calls()
    async with room(browser, address, school, "rektor", meeting) as page:
        notes, status = page.locator("#field-notes"), page.locator("[data-autosave-status]")
        await notes.press_sequentially(FIRST)
        await expect(status).to_contain_text("Lagret kl.")
        await page.context.set_offline(True)
        await notes.press_sequentially(CUT)
        await expect(status).to_contain_text("Uten nett")
        await page.route("**/draft", lambda route: route.abort())
        await page.context.set_offline(False)
        await page.reload()
        notes, status = page.locator("#field-notes"), page.locator("[data-autosave-status]")
        assert await notes.input_value() == FIRST + CUT
        assert (await school.minutes(meeting)).content.notes == FIRST.strip()
        await page.unroute("**/draft")
        await notes.fill(FIRST + CUT + AFTER)
        await expect(status).to_contain_text("Lagret kl.")
        assert (await school.minutes(meeting)).content.notes == FIRST + CUT + AFTER


async def test_what_was_saved_does_not_stand_over_what_another_wrote_since(
    browser: Browser, address: str, school: School
) -> None:
    meeting = await school.calls()
    async with room(browser, address, school, "rektor", meeting) as page:
        await page.locator("#field-notes").press_sequentially(FIRST)
        await expect(page.locator("[data-autosave-status]")).to_contain_text("Lagret kl.")
        written = await school.as_("teacher").post(
            f"/meetings/{meeting}/hold", {"seen": "1", "notes": "Lærerens ord"}
        )
        assert written.status_code == 303
        await page.locator("#field-notes").press_sequentially(CUT)
        await expect(page.locator("[data-autosave-status]")).to_contain_text(
            "Noen andre har også skrevet her"
        )
        await page.locator('button[value="save"]').click()
        await expect(page.locator(".ds-alert")).to_contain_text("Lærerens ord")
        assert await page.locator("#field-notes").input_value() == (FIRST + CUT).strip()
        await page.locator("#field-notes").fill(FIRST + CUT + "Lærerens ord")
        await page.locator('button[value="save"]').click()
        await expect(page.locator(".ds-alert")).to_have_count(0)
    assert (await school.minutes(meeting)).content.notes == FIRST + CUT + "Lærerens ord"
