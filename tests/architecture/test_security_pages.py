"""A page of the threat model says where each defence is seen: in tests that are there."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, place

PAGES = sorted((ROOT / "deploy/docs/security").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_what_a_page_leans_on_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    seen = re.findall(r"`(tests/[\w/.]+)`", text)
    assert seen, place(page)
    assert [one for one in seen if not (ROOT / one).exists()] == []
    assert "## What is left" in text


def test_every_border_is_named_where_people_look_first() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert {f"deploy/docs/security/{page.name}" for page in PAGES} <= set(re.findall(r"\]\(([^)]+)\)", text))
