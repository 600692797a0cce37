"""Photograph every letter in every language, on a phone and a desktop, light and dark.

`python -m tests.browser.letter_gallery` writes one sheet a letter to `deploy/docs/pictures/letters` and the
page that shows them. Chromium is none of the mail programs: the sheets show what we wrote, not how Outlook,
Gmail or Apple Mail draw it.
"""

import asyncio
import io
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.async_api import Page

from services.notify.letters.rendering import render_letter
from shared.i18n import LANGUAGES, Language
from tests.browser.chromium import chromium
from tests.browser.looking import DESKTOP, PHONE
from tests.browser.plugin import started
from tests.notify.letters.samples import SAMPLES

ROOT = Path(__file__).parents[2]
SHEETS = ROOT / "deploy" / "docs" / "pictures" / "letters"
LISTED = ROOT / "deploy" / "docs" / "letters.md"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_SCALE = 0.5
_GAP = 12
_COLOURS = 48
_HEAD = """# The letters

Each letter in bokmål, nynorsk and English (from the top), on a phone and a desktop, light and dark. Made by
`python -m tests.browser.letter_gallery` in Chromium, which is none of the mail programs: the sheets show
what we wrote, not how Outlook, Gmail or Apple Mail draw it.

"""


def assembled(rows: list[list[Image.Image]]) -> Image.Image:
    """One sheet: a row a language, a column each width and scheme."""
    wide = sum(one.width + _GAP for one in rows[0]) + _GAP
    high = sum(max(one.height for one in row) + _GAP for row in rows) + _GAP
    sheet, top = Image.new("RGB", (wide, high), "#8a8f94"), _GAP
    for row in rows:
        left = _GAP
        for one in row:
            sheet.paste(one, (left, top))
            left += one.width + _GAP
        top += max(one.height for one in row) + _GAP
    return sheet


async def _picture(page: Page, sample: tuple[str, str], language: Language) -> Image.Image:
    await page.set_content(render_letter(sample[0], language, SAMPLES[sample]).html)
    taken = Image.open(io.BytesIO(await page.screenshot(full_page=True))).convert("RGB")
    return taken.resize((int(taken.width * _SCALE), int(taken.height * _SCALE)), Image.Resampling.BILINEAR)


async def main() -> None:
    SHEETS.mkdir(parents=True, exist_ok=True)
    first = {name: (name, variant) for name, variant in reversed(SAMPLES)}
    lines = [_HEAD]
    async with started(await asyncio.to_thread(chromium)) as browser:
        pages = [
            await (
                await browser.new_context(viewport={"width": width, "height": 400}, color_scheme=scheme)
            ).new_page()
            for width, scheme in product((PHONE, DESKTOP), SCHEMES)
        ]
        for name, sample in sorted(first.items()):
            rows = [[await _picture(page, sample, one) for page in pages] for one in LANGUAGES]
            sheet = assembled(rows).quantize(_COLOURS)
            sheet.save(SHEETS / f"{name}.png", optimize=True)
            lines.append(f"## {name}\n\n![{name}](pictures/letters/{name}.png)\n")
    LISTED.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
