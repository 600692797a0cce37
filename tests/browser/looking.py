"""Looking at a page as its reader meets it: with axe, at three widths, in two languages, by keyboard."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, Request

from shared.i18n import Language

NARROWEST, PHONE, DESKTOP = 320, 390, 1280
_HEIGHT = {NARROWEST: 640, PHONE: 844, DESKTOP: 900}
LANGUAGES: tuple[Language, ...] = ("nb", "en")
# Colours are looked at on a light and on a dark screen, without twice the work.
_SCHEME: dict[Language, Any] = {"nb": "light", "en": "dark"}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The page of a meeting has some two hundred fields when everything in it is opened at once.
_MOST_TABS = 400

_AXE = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(found =>
  found.violations.flatMap(one => one.nodes.map(node => one.id + ': ' + node.html.slice(0, 160))))"""
# What opens or fades is looked at when it has: half open, a field is too small for a finger.
_SETTLED = """() => Promise.all(document.getAnimations()
  .filter(one => Number.isFinite(one.effect.getComputedTiming().endTime))
  .map(one => one.finished.catch(() => null)))"""
_SHAPE = """() => ({
  headings: document.querySelectorAll('h1').length,
  title: document.title,
  tabindex: document.querySelectorAll('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').length,
  inline: document.querySelectorAll('[style], script:not([src]), [onclick], [onsubmit]').length,
  languages: [...document.querySelectorAll('[lang]')].map(one => one.lang),
})"""
_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest('.ds-sr-only'))
    .slice(0, 4).map(one => one.outerHTML.slice(0, 120));
}"""
_PRIMARY = 'main .ds-button[data-variant="primary"]'
_REACHES = """selector => [...document.querySelectorAll(selector)].some(one =>
  one.checkVisibility() && !one.disabled && !one.closest('details:not([open])'))"""
# An error summary takes the focus when the page comes: begin where a reader who goes back would.
_FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}"""
_AT = """selector => ({
  primary: !!document.activeElement.matches(selector),
  skip: document.activeElement.matches('.ds-skip-link'),
  gone: document.activeElement === document.body,
  shown: document.activeElement.matches(':focus-visible'),
})"""


@dataclass
class Faults:
    """What was found wrong, on which page."""

    found: list[str] = field(default_factory=list)

    def add(self, place: str, *what: str) -> None:
        self.found += [f"{place}: {one}" for one in what]


class Watch:
    """Listens to a page all the time: what its console says, and where it sends requests."""

    def __init__(self, page: Page, origins: Sequence[str], faults: Faults) -> None:
        self._origins = tuple(origins)
        self._faults = faults
        self._pages: set[str] = set()
        page.on("console", self._said)
        page.on("pageerror", lambda error: faults.add(_place(page.url), f"script: {error}"))
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        where = str(message.location.get("url", "")).partition("#")[0]
        # A page whose own answer is 404 or 422 is told by the browser as a failed request, which it is not.
        is_an_answer = where in self._pages and "status of 4" in message.text
        if message.type in {"error", "warning"} and not is_an_answer:
            self._faults.add(_place(where), f"console: {message.text[:200]}")

    def _asked(self, request: Request) -> None:
        url = request.url
        if request.is_navigation_request():
            self._pages.add(url.partition("#")[0])
        if not url.startswith((*self._origins, "data:", "blob:", "about:")):
            self._faults.add("a request left the origin", f"{urlsplit(url).scheme}://{urlsplit(url).netloc}")


class Looker:
    """Goes through all the checks with one page; keeps the faults and the names of what was looked at."""

    def __init__(self, axe: str) -> None:
        self._axe = axe
        self.faults = Faults()
        self.seen: list[str] = []

    async def look(self, name: str, page: Page, *, again: bool = True) -> None:
        """Check the page that is open. `again=False`: what a form's answer showed, not to be loaded anew.

        Leaves the page open in bokmål on a desktop.
        """
        self.seen.append(name)
        for language in reversed(LANGUAGES) if again else LANGUAGES[:1]:
            if again:
                await speak(page, language)
            await self._in_language(f"{name} ({language})", page, language)

    async def _in_language(self, place: str, page: Page, language: Language) -> None:
        shape = await page.evaluate(_SHAPE)
        if shape["headings"] != 1:
            self.faults.add(place, f"{shape['headings']} h1")
        if shape["languages"][:1] != [language]:
            self.faults.add(place, f"lang is {shape['languages'][:1]}")
        if shape["tabindex"] or shape["inline"] or not shape["title"].strip():
            self.faults.add(place, f"tabindex, inline code or no title: {shape}")
        for width in (NARROWEST, PHONE, DESKTOP):
            await page.set_viewport_size({"width": width, "height": _HEIGHT[width]})
            if wide := await page.evaluate(_TOO_WIDE):
                self.faults.add(place, f"wider than {width} px: {' | '.join(wide)}")
            if width != NARROWEST:
                await page.evaluate(_SETTLED)
                self.faults.add(f"{place} {width} px", *await self._accessibility(page))
        if language == LANGUAGES[0]:
            self.faults.add(place, *await _by_keyboard(page))

    async def _accessibility(self, page: Page) -> list[str]:
        # By the debugger's protocol, so that the page's own policy stays as strict as it is.
        if not await page.evaluate("() => 'axe' in window"):
            await page.evaluate(self._axe)
        found: list[str] = await page.evaluate(_AXE, _RULES)
        return [f"axe {one}" for one in found]


async def speak(page: Page, language: Language) -> None:
    """Load the open page in this language, light in bokmål and dark in English."""
    await page.context.add_cookies(
        [{"name": "samspill-language", "value": language, "url": origin_of(page.url)}]
    )
    await page.emulate_media(color_scheme=_SCHEME[language])
    await page.goto(page.url.split("#")[0])


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


async def _by_keyboard(page: Page) -> list[str]:
    """The skip link comes first and leads to the content; from there Tab comes to the primary action."""
    await page.evaluate(_FROM_THE_TOP)
    await page.keyboard.press("Tab")
    if not (await page.evaluate(_AT, _PRIMARY))["skip"]:
        return ["the first Tab does not come to the skip link"]
    await page.keyboard.press("Enter")
    if not await page.evaluate("() => document.activeElement.id === 'content'"):
        return ["the skip link does not lead to the content"]
    if not await page.evaluate(_REACHES, _PRIMARY):
        return []
    for _ in range(_MOST_TABS):
        await page.keyboard.press("Tab")
        at = await page.evaluate(_AT, _PRIMARY)
        if at["primary"]:
            return [] if at["shown"] else ["the primary action does not show that it has the focus"]
        if at["gone"]:
            break
    return [f"Tab does not reach the primary action: {json.dumps(await page.title())}"]


def _place(url: str) -> str:
    return urlsplit(url).path or "a page"
