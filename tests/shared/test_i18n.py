from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from shared.i18n import (
    LANGUAGES,
    Catalogue,
    CatalogueError,
    choose_language,
    format_day,
    format_moment,
    format_short_day,
    format_time,
)

AT = datetime(2026, 11, 16, 13, 0, tzinfo=UTC)


def _folder(where: Path, **texts: str) -> Path:
    where.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (where / f"{language}.ftl").write_text(texts.get(language, texts["every"]), encoding="utf-8")
    return where


def test_each_language_says_days_and_times_its_own_way() -> None:
    assert format_moment(AT, "nb") == "mandag 16. november kl. 14.00"
    assert format_moment(AT, "nn") == "måndag 16. november kl. 14.00"
    assert format_moment(AT, "en") == "Monday 16 November at 14:00"
    assert format_day(date(2026, 3, 5), "en", year=True) == "Thursday 5 March 2026"
    assert format_short_day(AT, "nn") == "16.11.2026"


def test_the_wall_clock_is_norwegian_in_summer_too() -> None:
    assert format_time(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), "nb") == "00.30"
    assert format_day(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), "nb") == "onsdag 1. juli"


def test_a_moment_from_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_time(datetime(2026, 11, 16, 14, 0), "nb")  # noqa: DTZ001 - that is what is tried


@pytest.mark.parametrize(
    ("preferred", "accepted", "school", "spoken"),
    [
        ("nn", "en", "nb", "nn"),
        (None, "en-GB,nb;q=0.8", "nb", "en"),
        (None, "pl,nn;q=0.5,en;q=0.4", "nb", "nn"),
        (None, "no", "nn", "nn"),
        (None, "no", "nb", "nb"),
        (None, "sv-SE", "nn", "nb"),
        (None, "nn;q=0,en;q=0.1", "nb", "en"),
        (None, "pl", "nn", "nn"),
        ("fr", None, "nb", "nb"),
        (None, ";;;,q=9,\x00", "nb", "nb"),
    ],
)
def test_the_reader_gets_the_language_they_asked_for(
    preferred: str | None, accepted: str | None, school: str, spoken: str
) -> None:
    assert choose_language(preferred, accepted, school) == spoken  # type: ignore[arg-type]


def test_a_text_is_found_in_any_folder_and_filled_in(tmp_path: Path) -> None:
    shared = _folder(tmp_path / "shared", every="hello = Hei, { $name }\n")
    own = _folder(tmp_path / "own", every="bye = Ha det\n    .title = Takk\n")
    words = Catalogue(shared, own)
    words.check()
    assert words.t("nb", "hello", name="Kari") == "Hei, Kari"
    assert words.t("nn", "bye.title") == "Takk"
    assert words.variables("hello") == {"name"}


def test_a_theme_may_have_a_folder_of_its_own_that_is_held_to_the_same(tmp_path: Path) -> None:
    own = _folder(tmp_path / "own", every="bye = Ha det\n")
    theme = _folder(own / "access", every="seen = Sett\n")
    words = Catalogue(own)
    words.check()
    assert words.t("nn", "seen") == "Sett"
    (theme / "en.ftl").unlink()
    with pytest.raises(CatalogueError, match="no such file"):
        Catalogue(own).check()


@pytest.mark.parametrize(
    ("english", "fault"),
    [
        ("other = Hi\n", "en: hello is missing"),
        ("hello = Hi, { $who }\n", "hello: the languages use different variables"),
        ("hello = Hi, { $name }\nhello = Again\n", "hello is already said"),
        ("hello = Hi, { $name }\n}} junk\n", "cannot be read"),
    ],
)
def test_languages_that_differ_stop_the_service_at_start(tmp_path: Path, english: str, fault: str) -> None:
    words = Catalogue(_folder(tmp_path, every="hello = Hei, { $name }\n", en=english))
    with pytest.raises(CatalogueError, match=fault.split(":", maxsplit=1)[0]):
        words.check()


def test_a_missing_language_is_found(tmp_path: Path) -> None:
    (_folder(tmp_path, every="hello = Hei\n") / "nn.ftl").unlink()
    with pytest.raises(CatalogueError, match="no such file"):
        Catalogue(tmp_path).check()


def test_a_text_that_is_missing_at_run_time_is_reported_and_shown_as_its_id(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    words = Catalogue(
        _folder(tmp_path, every="hello = Hei, { $name }\n"),
        missed=lambda lang, told_id: told.append((lang, told_id)),
    )
    assert words.t("nb", "nothing") == "nothing"
    assert "name" in words.t("en", "hello")
    assert told == [("nb", "nothing"), ("en", "hello")]
