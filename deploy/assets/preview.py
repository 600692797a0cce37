"""Draw every part of the pages to `build/preview/*.html`, to be looked at and to be checked with axe.

python -m deploy.assets.preview
"""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from starlette.requests import Request

from shared.i18n import LANGUAGES, Language
from shared.web.assets import STATIC, Assets
from shared.web.layout import Contact, Pages, SignedInView

HERE = Path(__file__).parent
PREVIEW = HERE.parents[1] / "build" / "preview"
NOON = datetime(2026, 11, 16, 11, 0, tzinfo=UTC)

PARENT = SignedInView(name="Kari Dahl", hat="guardian")
LEADER = SignedInView(name="Anne Berg", hat="staff", at="Lillevik skole", duty="rektor")
LONG = SignedInView(
    name="Maximiliane Christophersen-Løvenskiold Wilhelmsdatter",
    hat="staff",
    at="Nordre Øvre Blåbærlia barne- og ungdomsskole",
    duty="contact_teacher",
)


def main() -> None:
    shutil.rmtree(PREVIEW, ignore_errors=True)
    PREVIEW.mkdir(parents=True)
    pages = Pages(
        templates=HERE / "preview_pages",
        contact=Contact("Anne Berg", "22 00 00 00", "rektor"),
        assets=_BesideThePage(),
    )
    pages.check()
    shutil.copytree(STATIC, PREVIEW / "static")
    for language in LANGUAGES:
        for name, reader, context in _pages():
            page = pages.render(
                _request(language, reader),
                name,
                today=date(2026, 11, 16),
                near=date(2026, 11, 17),
                noon=NOON,
                **context,
            )
            suffix = "-long" if reader is LONG else ""
            (PREVIEW / f"{Path(name).stem}{suffix}.{language}.html").write_bytes(bytes(page.body))
    print(f"{len(list(PREVIEW.glob('*.html')))} pages in {PREVIEW}")


def _pages() -> list[tuple[str, SignedInView | None, dict[str, Any]]]:
    wrong = {
        "what": "Skriv med én setning hva det gjelder.",
        "day": "Vi fant ikke datoen. Skriv den slik: 16.11.2026.",
        "who": "Velg hvem du er.",
    }
    return [
        ("report.html", PARENT, {}),
        ("mended.html", PARENT, {"errors": wrong, "values": {"day": "31.2.2026"}}),
        ("family.html", PARENT, {"active": "home"}),
        ("day.html", LEADER, {"active": "today"}),
        ("day.html", LONG, {}),
        ("case.html", LEADER, {}),
        ("parts.html", LEADER, {}),
        ("plain.html", None, {"sign_in": {"family": "#f", "staff": "#s", "pupil": "#p"}}),
        ("problem.html", PARENT, _problem()),
    ]


def _problem() -> dict[str, Any]:
    return {
        "problem_title": "Vi får det ikke til akkurat nå",
        "problem_detail": "Prøv igjen om litt. Ingenting er halvveis lagret.",
        "kept": True,
        "retry": "#",
        "reference": "7f3a2c",
    }


class _BesideThePage(Assets):
    """Addresses that work when the page is opened as a file."""

    def url(self, name: str) -> str:
        return f"static/{name}"


def _request(language: Language, reader: SignedInView | None) -> Request:
    state = {"language": language, "signed_in": reader, "csrf": "preview"}
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [], "state": state}
    scope["server"] = ("localhost", 80)
    scope["app"] = SimpleNamespace(state=SimpleNamespace())
    return Request(scope)


if __name__ == "__main__":
    main()
