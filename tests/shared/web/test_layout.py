from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import UndefinedError
from starlette.requests import Request

from deploy.assets import preview
from shared.i18n import LANGUAGES, CatalogueError, Language
from shared.web.layout import Contact, Pages, SignedInView

RECTOR = SignedInView(name="Anne Berg", hat="staff", at="Lillevik skole", duty="rektor")
SIGN_IN = {"family": "/sign-in?as=family"}


def _request(
    language: Language = "nb", *, reader: SignedInView | None = None, query: str = "", csrf: str = "token"
) -> Request:
    state = {"language": language, "signed_in": reader, "csrf": csrf, "session": None}
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "https",
            "server": ("samspill.example", 443),
            "path": "/today",
            "query_string": query.encode(),
            "headers": [],
            "state": state,
            "app": SimpleNamespace(),
        }
    )


def _read(page: Any) -> BeautifulSoup:
    return BeautifulSoup(bytes(page.body), "lxml")


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(
        contact=Contact("Anne Berg", "22 00 00 00", "rektor"), form_targets=["https://login.example"]
    )


@pytest.fixture
def own_pages(tmp_path: Path) -> Pages:
    for name, text in {
        "page.html": (
            '{% extends "base.html" %}{% import "components.html" as c %}'
            "{% block title %}{{ title }}{% endblock %}{% block content %}{{ body }}"
            '{{ c.input("day", "Dag", values, errors, "Skriv datoen slik.") }}'
            "{{ at | moment }} {{ near_day(day, today) }}{% endblock %}"
        ),
        "careless.html": '{{ t("no-such-text") }}{{ t("tomorrow-ticked") }}',
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Pages(templates=tmp_path)


def _own(own_pages: Pages, request: Request, **context: Any) -> BeautifulSoup:
    told = {
        "title": "En side",
        "body": "",
        "at": datetime(2026, 11, 16, 13, 0, tzinfo=UTC),
        "day": date(2026, 11, 17),
        "today": date(2026, 11, 16),
        **context,
    }
    return _read(own_pages.render(request, "page.html", **told))


def test_all_that_the_shared_pages_say_is_in_all_the_languages(pages: Pages) -> None:
    pages.check()


def test_a_page_that_says_what_no_catalogue_has_stops_the_service_at_start(own_pages: Pages) -> None:
    with pytest.raises(CatalogueError) as refused:
        own_pages.check()
    assert "careless.html:1: no-such-text is in no catalogue" in refused.value.faults
    assert "careless.html:1: tomorrow-ticked also needs time" in refused.value.faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_language_a_skip_link_one_heading_and_who_to_ring(
    pages: Pages, language: Language
) -> None:
    page = _read(pages.render(_request(language), "plain.html", sign_in=SIGN_IN))
    assert page.html is not None
    assert page.html["lang"] == language
    assert len(page.find_all("h1")) == 1
    first = page.select_one("body a")
    assert first is not None
    assert first["href"] == "#content"
    assert page.select_one("main#content") is not None
    assert page.select_one('footer a[href="tel:22000000"]') is not None


def test_the_reader_sees_who_they_are_and_signs_out_by_a_form(pages: Pages) -> None:
    page = _read(pages.render(_request(reader=RECTOR), "plain.html", sign_in={}))
    header = page.select_one("header")
    assert header is not None
    assert "Anne Berg som rektor ved Lillevik skole" in " ".join(header.get_text().split())
    token = page.select_one('form[method="post"][action="/sign-out"] input[name="csrf"]')
    assert token is not None
    assert token["value"] == "token"
    assert [link["href"] for link in page.select(".s-nav a")] == [
        "/today",
        "/cases",
        "/meetings",
        "/letters",
        "/report",
    ]


def test_nobody_signed_in_gets_no_navigation_and_no_sign_out(pages: Pages) -> None:
    page = _read(pages.render(_request(), "plain.html", sign_in=SIGN_IN))
    assert page.select_one(".s-nav") is None
    assert page.select_one("form") is None


def test_a_chosen_language_is_spoken_at_once_and_remembered(pages: Pages) -> None:
    response = pages.render(_request("nb", query="lang=nn"), "plain.html", sign_in=SIGN_IN)
    assert response.headers["content-language"] == "nn"
    cookie = response.headers["set-cookie"]
    assert cookie.startswith("samspill-language=nn;")
    assert "HttpOnly" in cookie
    assert "Secure" in cookie
    foreign = pages.render(_request("nb", query="lang=fr"), "plain.html", sign_in=SIGN_IN)
    assert "set-cookie" not in foreign.headers


def test_nothing_inline_is_allowed_or_used(pages: Pages) -> None:
    response = pages.render(_request(reader=RECTOR), "plain.html", sign_in=SIGN_IN)
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "form-action 'self' https://login.example" in policy
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["referrer-policy"] == "no-referrer"
    page = _read(response)
    assert not [one for one in page.find_all("script") if one.get_text()]
    assert not page.find_all("style")
    assert not [
        one for one in page.find_all(True) if any(name == "style" or name[:2] == "on" for name in one.attrs)
    ]


def test_text_from_people_is_shown_as_text(own_pages: Pages) -> None:
    page = _own(own_pages, _request(), title="<b>Hei</b>", body="<script>alert(1)</script>")
    assert page.select_one("main script") is None
    assert page.select_one("h1 b") is None
    assert "<script>alert(1)</script>" in page.get_text()


def test_an_error_is_tied_to_its_field_and_what_was_typed_is_kept(own_pages: Pages) -> None:
    page = _own(
        own_pages, _request(), values={"day": '31.2." onfocus="x'}, errors={"day": "Vi fant ikke datoen."}
    )
    box = page.select_one("#field-day")
    assert box is not None
    assert box["value"] == '31.2." onfocus="x'
    assert box["aria-invalid"] == "true"
    told = " ".join(page.select_one(f"#{name}").get_text() for name in str(box["aria-describedby"]).split())  # type: ignore[union-attr]
    assert "Vi fant ikke datoen." in told
    assert page.title is not None
    assert page.title.get_text().startswith("Feil:")


def test_a_page_writes_days_in_the_readers_language(own_pages: Pages) -> None:
    assert "måndag 16. november kl. 14.00 i morgon" in _own(own_pages, _request("nn")).get_text()
    assert "Monday 16 November at 14:00 tomorrow" in _own(own_pages, _request("en")).get_text()


def test_a_page_that_lacks_something_fails_rather_than_showing_a_gap(own_pages: Pages) -> None:
    with pytest.raises(UndefinedError):
        own_pages.render(_request(), "page.html", title="Bare en tittel")


def test_every_part_can_be_drawn_in_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "PREVIEW", tmp_path / "preview")
    preview.main()
    drawn = list((tmp_path / "preview").glob("*.html"))
    assert len(drawn) == 27
    for path in drawn:
        page = BeautifulSoup(path.read_bytes(), "lxml")
        ids = [one["id"] for one in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), path.name
        assert len(page.find_all("h1")) == 1
