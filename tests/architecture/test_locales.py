"""Every text exists in bokmål, nynorsk and English, in every catalogue of the house."""

from pathlib import Path

import pytest

from shared.contracts.topics import SERVICES
from shared.i18n import LANGUAGES, Catalogue
from tests.architecture.source import ROOT, files

SHARED = ROOT / "shared/web/locales"
PROBLEMS = ROOT / "shared/web/problem_texts"
LETTERS = ROOT / "services/notify/letters/locales"


@pytest.mark.requirement("L10")
@pytest.mark.parametrize("service", SERVICES)
def test_a_service_says_the_same_in_every_language(service: str) -> None:
    Catalogue(SHARED, ROOT / "services" / service / "locales").check()


@pytest.mark.requirement("L10")
def test_letters_say_the_same_in_every_language() -> None:
    Catalogue(LETTERS).check()


def test_problems_are_told_in_every_language() -> None:
    Catalogue(PROBLEMS).check()


def test_catalogues_lie_where_they_are_looked_for() -> None:
    homes = {path.parent.relative_to(ROOT) for path in files() if path.suffix == ".ftl"}
    expected = {Path("services") / service / "locales" for service in SERVICES}
    others = {SHARED.relative_to(ROOT), PROBLEMS.relative_to(ROOT), LETTERS.relative_to(ROOT)}
    # A theme may have a folder of its own within one of these.
    assert homes - {home for home in homes if home.parent in expected | others} == expected | others
    for home in homes:
        assert {path.stem for path in (ROOT / home).glob("*.ftl")} == set(LANGUAGES)
