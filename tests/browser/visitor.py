"""A person with a real browser, signed in the way people do it."""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from playwright.async_api import Browser, BrowserContext, Locator, Page

from deploy.demo.roster.people import cast
from deploy.local import Stack
from tests.browser.looking import DESKTOP, Faults, Watch

Typed = Mapping[str, str | bool | Sequence[str]]

# The value of the first choice that has the value or, in its label, the words.
_CHOICE = """(fields, wanted) => {
  const said = one => one.tagName === 'OPTION' ? one.textContent : (one.labels[0] || {}).textContent || '';
  const all = fields.flatMap(one => one.tagName === 'SELECT' ? [...one.options] : [one]);
  const found = all.find(one => one.value === wanted) || all.find(one => said(one).includes(wanted));
  return found ? found.value : null;
}"""


# A loaded machine is slow, not broken.
_PATIENCE_MS = 30_000


class Visitor:
    """One of the cast (or nobody, `key=""`) with a browser context of their own."""

    def __init__(
        self,
        browser: Browser,
        stack: Stack,
        key: str = "",
        *,
        faults: Faults | None = None,
        script: bool = True,
    ) -> None:
        self._browser = browser
        self._stack = stack
        self._key = key
        self._faults = faults or Faults()
        self._script = script
        self._context: BrowserContext | None = None
        self._page: Page | None = None

    async def __aenter__(self) -> Self:
        self._context = await self._browser.new_context(
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            base_url=self._stack.base_url,
            java_script_enabled=self._script,
            reduced_motion="reduce",
            viewport={"width": DESKTOP, "height": 900},
        )
        self._page = await self._context.new_page()
        self._page.set_default_timeout(_PATIENCE_MS)
        login = self._stack.login
        origins = (self._stack.base_url, login.staff_issuer, login.family_issuer)
        Watch(self._page, origins, self._faults)
        if self._key:
            await self.sign_in()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._context is not None:
            await self._context.close()

    @property
    def page(self) -> Page:
        assert self._page is not None
        return self._page

    async def sign_in(self) -> None:
        """Through our own page and the issuer's, pressing the buttons there."""
        member = cast()[self._key]
        await self.page.goto("/sign-in")
        await self.page.locator(f'main a[href^="/sign-in/{member["issuer"]}"]').first.click()
        await self.page.locator(f'button[name="login"][value="{member["subject"]}"]').click()
        await self.page.wait_for_url(f"{self._stack.base_url}/**")

    async def opens(self, path: str, *, status: int = 200) -> Page:
        """Open a page; it must answer with that status."""
        answer = await self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"
        return self.page

    async def sends(self, action: str, typed: Typed | None = None, *, button: str = "") -> Page:
        """Fill in the form whose action ends so (`""`: one without) and press its button."""
        which = f'form[method="post"][action$="{action}"]' if action else 'form[method="post"]:not([action])'
        form = self.page.locator(f"main {which}").first
        if self._script:
            await self.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        for name, value in (typed or {}).items():
            await self._type(form.locator(f'[name="{name}"]'), value)
        pressed = form.locator(f'button[type="submit"]{button}').first
        async with self.page.expect_navigation():
            await pressed.click()
        return self.page

    async def _type(self, fields: Locator, value: str | bool | Sequence[str]) -> None:
        first = fields.first
        kind = await first.get_attribute("type") or ""
        is_list = await first.evaluate("one => one.tagName === 'SELECT'")
        if value is True:
            await first.check()
        elif not is_list and kind not in {"radio", "checkbox"}:
            await first.fill(str(value))
        else:
            for wanted in [value] if isinstance(value, str) else list(value or ()):
                found = await fields.evaluate_all(_CHOICE, wanted)
                assert found is not None, f"nothing to choose says {wanted}"
                if is_list:
                    await first.select_option(found)
                else:
                    await fields.and_(self.page.locator(f'[value="{found}"]')).first.check()
