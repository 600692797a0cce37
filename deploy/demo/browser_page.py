"""A page as a browser without JavaScript has it: its text, its links and its forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx
from bs4 import BeautifulSoup, Tag


class NotOnThePage(Exception):
    """What was looked for is not on the page."""


@dataclass
class Page:
    """What came back, and from where."""

    url: str
    status: int
    soup: BeautifulSoup

    @classmethod
    def of(cls, answer: httpx.Response) -> Page:
        return cls(str(answer.url), answer.status_code, BeautifulSoup(answer.text, "lxml"))

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def text(self) -> str:
        """All words of the page, spaces evened out."""
        return " ".join(self.soup.get_text(" ").split())

    @property
    def heading(self) -> str:
        found = self.soup.find("h1")
        return " ".join(found.get_text(" ").split()) if found else ""

    @property
    def errors(self) -> list[str]:
        """What the page says is wrong with a form."""
        found = self.soup.select(".ds-error-summary li, .ds-validation-message, [data-field=validation]")
        return [" ".join(one.get_text(" ").split()) for one in found]

    @property
    def csrf(self) -> str:
        found = self.soup.find("input", attrs={"name": "csrf"})
        return str(found["value"]) if isinstance(found, Tag) else ""

    def links(self, beginning: str = "") -> list[str]:
        """The paths this page links to."""
        paths = [urljoin(self.url, str(link["href"])) for link in self.soup.find_all("a", href=True)]
        here = urlsplit(self.url)
        shown = [urlsplit(path) for path in paths]
        inside = [one for one in shown if one.netloc == here.netloc]
        return [
            one.path + (f"?{one.query}" if one.query else "")
            for one in inside
            if one.path.startswith(beginning)
        ]

    def forms(self) -> list[Form]:
        return [Form(self, tag) for tag in self.soup.find_all("form")]

    def form(self, action: str = "", *, having: str = "") -> Form:
        """The first form that posts to such a path and has that field; raises `NotOnThePage`."""
        for form in self.forms():
            fits = action in urlsplit(form.action).path
            if fits and form.method == "post" and (not having or having in form.names):
                return form
        there = ", ".join(f"{urlsplit(form.action).path} ({' '.join(form.names)})" for form in self.forms())
        raise NotOnThePage(
            f"no form {action} with {having or 'any field'} on {self.path}; there are: {there}"
        )


class Form:
    """One form, with what its fields hold."""

    def __init__(self, page: Page, tag: Tag) -> None:
        self._tag = tag
        self.action = urljoin(page.url, str(tag.get("action") or page.url))
        self.method = str(tag.get("method", "get")).lower()
        self.is_upload = tag.get("enctype") == "multipart/form-data"

    @property
    def names(self) -> list[str]:
        fields = self._tag.select("input[name], select[name], textarea[name], button[name]")
        return list(dict.fromkeys(str(field["name"]) for field in fields))

    def choices(self, name: str) -> dict[str, str]:
        """What can be chosen in a list, radio buttons or tick boxes: value by its words."""
        found = {
            _words(option): str(option.get("value", _words(option)))
            for option in self._tag.select(f'select[name="{name}"] option, datalist option')
        }
        for field in self._tag.select(f'input[name="{name}"]'):
            if field.get("type") in {"radio", "checkbox"}:
                found[self._label_of(field)] = str(field.get("value", "on"))
        return found

    def choice(self, name: str, *words: str) -> str:
        """The value whose label holds all these words; raises `NotOnThePage`."""
        for label, value in self.choices(name).items():
            if all(word in label for word in words):
                return value
        raise NotOnThePage(f"no choice of {name} says {' '.join(words)}: {list(self.choices(name))[:20]}")

    def filled(self, typed: Mapping[str, str | Sequence[str]]) -> list[tuple[str, str]]:
        """What a browser would send: what stands in the fields, and over it what is typed."""
        unknown = set(typed) - set(self.names)
        if unknown:
            raise NotOnThePage(f"{self.action} has no field {', '.join(sorted(unknown))}: {self.names}")
        kept = [(name, value) for name, value in self._standing() if name not in typed]
        for name, value in typed.items():
            kept += [(name, one) for one in ([value] if isinstance(value, str) else value)]
        return kept

    def _standing(self) -> list[tuple[str, str]]:
        found = []
        for field in self._tag.select("input[name], textarea[name], select[name]"):
            name, kind = str(field["name"]), str(field.get("type", "text"))
            if field.has_attr("disabled") or kind in {"submit", "file", "button", "image"}:
                continue
            if field.name == "select":
                found += [(name, value) for value in _chosen(field)]
            elif field.name == "textarea":
                found.append((name, field.get_text().removeprefix("\n")))
            elif kind not in {"radio", "checkbox"} or field.has_attr("checked"):
                found.append((name, str(field.get("value", "on" if kind in {"radio", "checkbox"} else ""))))
        return found

    def _label_of(self, field: Tag) -> str:
        label = self._tag.select_one(f'label[for="{field.get("id")}"]') if field.get("id") else None
        return _words(label or field.find_parent("label") or field.parent)


def _chosen(field: Tag) -> list[str]:
    options = field.find_all("option")
    chosen = [option for option in options if option.has_attr("selected")]
    if not chosen and options and not field.has_attr("multiple"):
        chosen = options[:1]
    return [str(option.get("value", _words(option))) for option in chosen]


def _words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""
