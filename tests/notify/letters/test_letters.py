import re
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from services.notify.letters.contexts import (
    LETTERS,
    Contact,
    GroupInvitation,
    LetterContext,
    MeetingInvitation,
    ReportReceived,
)
from services.notify.letters.locked import LOCKED_PARAGRAPH, LockedParagraphMissing
from services.notify.letters.rendering import Letters, NoSuchLetter, render_letter
from shared.i18n import LANGUAGES, Catalogue, Language
from tests.notify.letters.samples import COMMON, HOUR, MEETING, MONDAY_12, MONDAY_14, SAMPLES

FOLDER = Path(render_letter.__code__.co_filename).parent
EVERY_SAMPLE = pytest.mark.parametrize("sample", SAMPLES, ids="-".join)
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
# What a neighbour, an employer or a sibling must not be able to read out of a letter, in any language.
TELLING = re.compile(
    r"mobb|krenk|§|12-4|\bsak(en|a|er)?\b|utsatt|utsett|vold|bully|violat|harass|abus|victim|offend|"
    r"skolemilj|skulemilj|barnet ditt|your child|\belev(en)?\b|\bpupil\b|kode 6|aktivitetsplan|tiltaksplan",
    re.IGNORECASE,
)
WORDS = re.compile(r"[\w/:.?=&%+-]*\w")


class Reader(HTMLParser):
    """What a reader of the HTML sees, with each link's address after its words as in the plain text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._skip = 0
        self._links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._skip += tag in {"style", "title"}
        if tag == "a":
            self._links.append(dict(attrs)["href"] or "")
        self.seen.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in {"style", "title"}
        if tag == "a" and (link := self._links.pop()).startswith("http"):
            self.seen.append(f" {link} ")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.seen.append(data)

    def words(self) -> list[str]:
        return WORDS.findall("".join(self.seen))


@pytest.mark.requirement("B57")
@EVERY_SAMPLE
@EVERY_LANGUAGE
def test_the_plain_text_says_the_same_words_in_the_same_order(
    sample: tuple[str, str], language: Language
) -> None:
    letter = render_letter(sample[0], language, SAMPLES[sample])
    assert WORDS.findall(letter.text) == Reader(letter.html).words()


@pytest.mark.requirement("B61", "B58")
@EVERY_SAMPLE
@EVERY_LANGUAGE
def test_a_letter_loads_nothing_and_says_its_language(sample: tuple[str, str], language: Language) -> None:
    html = render_letter(sample[0], language, SAMPLES[sample]).html
    tags = Reader(html).tags
    assert ("html", {"lang": language, "dir": "ltr"}) in tags
    assert not {tag for tag, _ in tags} & {
        "img",
        "link",
        "script",
        "iframe",
        "form",
        "input",
        "svg",
        "object",
    }
    assert not any({"src", "background", "srcset", "onclick"} & told.keys() for _, told in tags)
    assert "url(" not in html
    assert "@import" not in html
    assert all(told.get("role") == "presentation" for tag, told in tags if tag == "table")
    assert ("meta", {"name": "color-scheme", "content": "light dark"}) in tags
    assert sum(told.get("class") == "button" for _, told in tags) == 1


@pytest.mark.requirement("B16", "R59")
@EVERY_SAMPLE
@EVERY_LANGUAGE
def test_nothing_in_a_letter_tells(sample: tuple[str, str], language: Language) -> None:
    letter = render_letter(sample[0], language, SAMPLES[sample])
    without_locked = letter.text.replace(LOCKED_PARAGRAPH[language], "")
    assert not TELLING.search(letter.subject + "\n" + without_locked)
    assert "!" not in letter.text
    assert len(letter.subject) <= 90
    assert "Kari" not in letter.subject
    assert "Anne" not in letter.subject


@pytest.mark.requirement("R59", "P23")
@EVERY_SAMPLE
@EVERY_LANGUAGE
def test_a_person_with_a_telephone_speaks(sample: tuple[str, str], language: Language) -> None:
    letter = render_letter(sample[0], language, SAMPLES[sample])
    assert "Anne Berg, " in letter.text
    assert "22 00 00 00" in letter.text
    assert 'href="tel:22000000"' in letter.html
    for never in ("system", "no-reply", "noreply", "behandling", "saken"):
        assert never not in letter.text.lower()


@pytest.mark.requirement("L10", "B44")
def test_every_letter_is_written_in_every_language_and_nothing_is_left_over() -> None:
    missed: list[str] = []
    catalogue = Catalogue(FOLDER / "locales", missed=lambda lang, text: missed.append(f"{lang} {text}"))
    catalogue.check()
    assert {name for name, _ in SAMPLES} == set(LETTERS)
    assert {path.name for path in FOLDER.iterdir() if (path / "body.txt").exists()} == set(LETTERS)
    templates = "".join(path.read_text() for path in FOLDER.rglob("*.*ml")) + "".join(
        path.read_text() for path in FOLDER.rglob("*.txt")
    )
    templates += (FOLDER / "rendering.py").read_text()
    named = set(re.findall(r't\(\s*"([a-z-]+)"', templates))
    begun = tuple(one for one in named if one.endswith("-"))
    letters = {
        one for one in catalogue.ids() if one.startswith(("letter-", "report-", "meeting-", "minutes-"))
    }
    assert not {one for one in letters if one not in named and not one.startswith(begun)}
    assert not {one for one in named if not one.endswith("-") and not catalogue.has(one)}


@EVERY_LANGUAGE
def test_no_text_is_missing_when_letters_are_written(language: Language) -> None:
    ids = re.compile(r"\b(?:letter|meeting|minutes|group|promise|owner|button|report)(?:-[a-z]+)+\b")
    for (name, _), context in SAMPLES.items():
        letter = render_letter(name, language, context)
        assert not ids.search(letter.subject + letter.text)
        assert "{" not in letter.text + letter.subject
        assert "None" not in letter.text


def test_the_acknowledgement_says_who_rings_and_when() -> None:
    letter = render_letter("report-received", "nb", SAMPLES["report-received", "hour"])
    assert letter.subject == "Beskjed fra Lillevik skole"
    assert "Anne Berg ringer deg før kl. 12.00 mandag 16. november." in letter.text
    day = render_letter("report-received", "nn", SAMPLES["report-received", "day"])
    assert "Anne Berg ringjer deg seinast måndag 16. november." in day.text


def test_a_moved_meeting_says_the_old_time_and_the_new() -> None:
    letter = render_letter("meeting-invitation", "nb", SAMPLES["meeting-invitation", "moved"])
    assert (
        "Vi har flyttet møtet fra fredag 13. november kl. 14.00 til mandag 16. november kl. 14.00."
        in letter.text
    )


@pytest.mark.requirement("R50")
@EVERY_LANGUAGE
def test_every_group_invitation_carries_the_locked_paragraph(language: Language) -> None:
    letter = render_letter("group-invitation", language, SAMPLES["group-invitation", "bare"])
    assert LOCKED_PARAGRAPH[language] in letter.text
    assert LOCKED_PARAGRAPH[language] in letter.html


@pytest.mark.requirement("R50")
@pytest.mark.parametrize(
    "instead",
    [
        "",
        "<!-- {{ locked_paragraph }} -->",
        '<p style="display: none">{{ locked_paragraph }}</p>',
        "<div hidden><p>{{ locked_paragraph }}</p></div>",
        '<p title="{{ locked_paragraph }}">Hei</p>',
    ],
)
def test_a_template_that_drops_or_hides_the_locked_paragraph_sends_no_letter(
    tmp_path: Path, instead: str
) -> None:
    letters = Letters(_rewritten(tmp_path, "body.html", "{{ say(locked_paragraph) }}", instead))
    with pytest.raises(LockedParagraphMissing, match="html"):
        letters.render("group-invitation", "nb", SAMPLES["group-invitation", "agenda"])


@pytest.mark.requirement("R50")
def test_the_plain_text_cannot_do_without_it_either(tmp_path: Path) -> None:
    letters = Letters(_rewritten(tmp_path, "body.txt", "{{ locked_paragraph }}", ""))
    with pytest.raises(LockedParagraphMissing, match="text"):
        letters.render("group-invitation", "nn", SAMPLES["group-invitation", "agenda"])


def _rewritten(tmp_path: Path, part: str, old: str, new: str) -> Path:
    for source in FOLDER.rglob("*"):
        if source.suffix in {".txt", ".html"}:
            copy = tmp_path / source.relative_to(FOLDER)
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(source.read_text())
    template = tmp_path / "group-invitation" / part
    assert old in template.read_text()
    template.write_text(template.read_text().replace(old, new))
    return tmp_path


@pytest.mark.requirement("R49")
@pytest.mark.parametrize("purpose", ["", "   "])
def test_a_group_is_never_invited_without_a_purpose(purpose: str) -> None:
    with pytest.raises(ValidationError):
        GroupInvitation(**MEETING, group="7. trinn", place="Biblioteket", purpose=purpose)


@pytest.mark.requirement("B56")
@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_no_words_from_people_become_markup(purpose: str) -> None:
    nasty = '<img src="https://x.example/pixel"><script>1</script>{{ 7 * 7 }}'
    context = GroupInvitation(**MEETING, group=nasty[:100], place="Rom", purpose=purpose + nasty)
    letter = render_letter("group-invitation", "nb", context)
    tags = {tag for tag, _ in Reader(letter.html).tags}
    assert not tags & {"img", "script"}
    assert "{{ 7 * 7 }}" in letter.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", letter.text + letter.html)


@pytest.mark.parametrize(
    "changes",
    [
        {"link": "javascript:alert(1)"},
        {"link": "https://x.example/ with space"},
        {"link": "http://"},
        {"contact": {"name": "Anne", "phone": "ring meg"}},
        {"pupil": "Kari"},
        {"school": ""},
    ],
)
def test_what_a_letter_must_not_carry_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        ReportReceived.model_validate({**COMMON, "rings_by": MONDAY_12, **changes})
    assert "alert(1)" not in str(caught.value)


def test_a_moved_meeting_needs_its_old_time() -> None:
    with pytest.raises(ValidationError):
        MeetingInvitation(**MEETING, change="moved")
    with pytest.raises(ValidationError):
        MeetingInvitation(**MEETING, previous_starts_at=MONDAY_14)
    with pytest.raises(ValidationError):
        MeetingInvitation(**{**MEETING, "ends_at": MONDAY_14 - HOUR})


def test_letters_about_one_family_have_no_room_for_free_text() -> None:
    words = {"purpose", "agenda", "strategy", "asks", "group"}
    for name, context in LETTERS.items():
        if not name.startswith("group-"):
            assert not words & context.model_fields.keys(), name


def test_a_letter_is_not_written_from_another_letters_context() -> None:
    with pytest.raises(NoSuchLetter):
        render_letter("owner-notice", "nb", SAMPLES["report-received", "hour"])
    with pytest.raises(NoSuchLetter):
        render_letter("../secrets", "nb", SAMPLES["report-received", "hour"])


def test_people_are_called_what_they_are_called() -> None:
    assert Contact(name="Anne Lise Berg", phone="22000000").first_name == "Anne"
    assert Contact(name="Anne Lise Berg", phone="22000000", known_as="Anne Lise").first_name == "Anne Lise"


def test_writing_a_letter_costs_less_than_a_millisecond() -> None:
    context: LetterContext = SAMPLES["report-received", "hour"]
    render_letter("report-received", "nb", context)

    def cpu() -> float:
        start = time.process_time()
        for _ in range(50):
            render_letter("report-received", "nb", context)
        return (time.process_time() - start) / 50

    assert min(cpu() for _ in range(5)) < 0.001
