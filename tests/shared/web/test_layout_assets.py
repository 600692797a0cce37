import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from shared.errors import Hidden
from shared.web.assets import STATIC, Assets, shared_assets

ROOT = Path(__file__).parents[3]
MADE = ROOT / "deploy" / "assets"
FIRST_PAGE = ("designsystemet.css", "samspill.css", "samspill.js", "favicon.svg", "inter-latin.woff2")


def test_the_committed_assets_are_those_that_were_made() -> None:
    manifest = json.loads((MADE / "manifest.json").read_text(encoding="utf-8"))
    found = {name: hashlib.sha256((STATIC / name).read_bytes()).hexdigest() for name in manifest["sha256"]}
    assert found == manifest["sha256"]
    locked = json.loads((MADE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert manifest["from"] == {name: locked[f"node_modules/{name}"]["version"] for name in manifest["from"]}


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (MADE / "package-lock.json").read_text(encoding="utf-8")


def test_a_first_page_weighs_less_than_100_kb() -> None:
    assets = shared_assets()
    sent = sum(len(assets.respond(assets.version, name, "gzip").body) for name in FIRST_PAGE)
    a_long_page = 15_000
    assert sent + a_long_page < 100_000


def test_an_address_changes_with_the_content_and_may_then_be_kept_for_a_year(tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text("a{}" * 100)
    before = Assets(tmp_path)
    (tmp_path / "one.css").write_text("b{}" * 100)
    after = Assets(tmp_path)
    assert before.url("one.css") != after.url("one.css")
    assert "immutable" in after.respond(after.version, "one.css", "").headers["cache-control"]
    assert after.respond(before.version, "one.css", "").headers["cache-control"] == "no-cache"


def test_a_browser_that_takes_gzip_gets_it() -> None:
    assets = shared_assets()
    squeezed = assets.respond(assets.version, "samspill.css", "gzip, br")
    assert squeezed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(bytes(squeezed.body)) == (STATIC / "samspill.css").read_bytes()
    assert "content-encoding" not in assets.respond(assets.version, "samspill.css", "identity").headers


@pytest.mark.parametrize("name", ["../layout.py", "nothing.css", "", "..%2flayout.py"])
def test_only_the_files_themselves_are_found(name: str) -> None:
    with pytest.raises(Hidden):
        shared_assets().respond("x", name, "")


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in STATIC.glob("*.css"):
        addresses = re.findall(r"url\(\s*[\"']?(?!data:)([^\"')]+)", path.read_text(encoding="utf-8"))
        assert set(addresses) <= {"inter-latin.woff2"}, path.name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("neutral-text-default", "neutral-background-tinted", 7),
        ("neutral-text-subtle", "neutral-background-tinted", 4.5),
        ("neutral-text-subtle", "neutral-surface-default", 4.5),
        ("accent-text-subtle", "neutral-background-tinted", 4.5),
        ("accent-text-subtle", "accent-surface-tinted", 4.5),
        ("accent-text-default", "accent-surface-tinted", 7),
        ("accent-base-contrast-default", "accent-base-default", 4.5),
        ("accent-base-contrast-default", "accent-base-hover", 4.5),
        ("accent-base-contrast-default", "accent-base-active", 4.5),
        ("accent-border-default", "neutral-surface-default", 3),
        ("neutral-border-default", "neutral-surface-default", 3),
        ("success-text-default", "success-surface-tinted", 7),
        ("warning-text-default", "warning-surface-tinted", 7),
        ("danger-text-default", "danger-background-tinted", 7),
    ],
)
def test_our_colours_can_be_told_apart(scheme: str, text: str, ground: str, least: float) -> None:
    colours = _colours(scheme)
    assert _contrast(colours[text], colours[ground]) >= least


def _colours(scheme: str) -> dict[str, str]:
    css = (STATIC / "designsystemet.css").read_text(encoding="utf-8")
    part = css[css.index(f"@layer ds.theme.color-scheme.{scheme}{{") :]
    found: dict[str, str] = {}
    for name, value in re.findall(r"--ds-color-([a-z-]+):(#[0-9a-f]{3,6})\b", part):
        found.setdefault(name, value)
    return found


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
