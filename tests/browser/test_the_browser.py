"""The browser comes from npm alone, so a machine without one misses nothing."""

from playwright.async_api import Browser

from tests.browser.chromium import Chromium


async def test_the_browser_is_the_one_from_npm_and_has_letters_of_its_own(
    browser: Browser, brought: Chromium
) -> None:
    page = await browser.new_page()
    try:
        await page.set_content("<h1 style='font-family: sans-serif'>Blåbærøya</h1>")
        debugger = await page.context.new_cdp_session(page)
        await debugger.send("DOM.enable")
        await debugger.send("CSS.enable")
        root = (await debugger.send("DOM.getDocument"))["root"]["nodeId"]
        found = await debugger.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})
        fonts = await debugger.send("CSS.getPlatformFontsForNode", {"nodeId": found["nodeId"]})
    finally:
        await page.close()
    assert brought.program.is_relative_to(brought.folder)
    assert {font["familyName"] for font in fonts["fonts"]} == {"Open Sans"}
