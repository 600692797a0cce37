"""Names in what a family is to read: found, shown, and never put away by themselves."""

import pytest

from shared.contracts.directory import PersonListedV1, PersonWords
from shared.directory import Person
from shared.identifiers import new_id
from shared.naming import names_in, pieces, replaced, stopping


def pupil(given: str, family: str) -> Person:
    return Person(
        listed=PersonListedV1(person_id=new_id("person"), kinds=("pupil",)),
        words=PersonWords(given_name=given, family_name=family),
    )


SOFIE, DAG, ANDRE = pupil("Sofie Marie", "Vik"), pupil("Dag", "Moe"), pupil("André", "Lie")
OWN = pupil("Aksel", "Dahl")
CLASS = [SOFIE, DAG, ANDRE]


def words_in(text: str, **told: object) -> list[str]:
    return [one.word for one in names_in(text, CLASS, **told)]  # type: ignore[arg-type]


@pytest.mark.requirement("R41")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sofie Marie Vik lo av ham.", ["Sofie Marie Vik"]),
        ("Vik, Sofie Marie sto der.", ["Vik, Sofie Marie"]),
        ("Det var sofie som sa det.", ["sofie"]),
        ("SOFIES sekk lå der.", ["SOFIES"]),
        ("Andre sa nei, og andré gikk.", ["Andre", "andré"]),
        ("Sofies og Vik's", ["Sofies", "Vik's"]),
        ("Filosofien er god, og Viken er stor.", []),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, found: list[str]) -> None:
    assert words_in(text) == found


@pytest.mark.requirement("R41")
def test_a_name_that_is_a_word_too_is_found_only_as_names_are_written() -> None:
    assert words_in("Hver dag i en vik er det lie.") == []
    found = names_in("Dag etter dag ble Dag holdt utenfor.", CLASS)
    assert [(one.word, one.also_word) for one in found] == [("Dag", True), ("Dag", True)]


@pytest.mark.requirement("R41")
def test_whoever_may_be_named_to_the_reader_is_no_finding() -> None:
    namesake = pupil("Aksel", "Moe")
    found = names_in("Aksel og Aksel Moe.", [*CLASS, namesake], shown=[OWN])
    assert [one.word for one in found] == ["Aksel Moe"]


@pytest.mark.requirement("R41")
def test_a_linked_name_stops_until_it_is_looked_at_and_a_classmates_does_not() -> None:
    text = "Sofie og Dag satt sammen. Sofie sa unnskyld."
    found = names_in(text, CLASS, linked={SOFIE.id})
    assert [one.word for one in stopping(found)] == ["Sofie", "Sofie"]
    assert [one.start for one in stopping(found, {found[0].key})] == [found[2].start]
    assert stopping(found, {one.key for one in found}) == []


@pytest.mark.requirement("R41")
def test_what_was_looked_at_is_asked_about_again_when_the_text_around_it_changes() -> None:
    (before,) = names_in("Vi snakket med Sofie i dag.", CLASS, linked={SOFIE.id})
    (after,) = names_in("Vi fant at Sofie slo ham.", CLASS, linked={SOFIE.id})
    assert stopping([after], {before.key}) == [after]


@pytest.mark.requirement("R41")
def test_one_click_puts_a_neutral_role_in_the_place_of_one_name() -> None:
    text = "Sofie kom. Da gikk Sofie."
    first, second = names_in(text, CLASS)
    assert replaced(text, first, "en annen elev") == "En annen elev kom. Da gikk Sofie."
    assert replaced(text, second, "en annen elev") == "Sofie kom. Da gikk en annen elev."


def test_a_text_cut_at_its_names_is_the_same_text() -> None:
    text = "Hei. Sofie og Dag! Ferdig."
    cut = pieces(text, names_in(text, CLASS))
    assert "".join(part for part, _ in cut) == text
    assert [part for part, one in cut if one] == ["Sofie", "Dag"]


def test_every_letter_keeps_its_place_whatever_alphabet_it_is_of() -> None:
    text = "İİẞﬁ Sofie"
    (found,) = names_in(text, CLASS)
    assert text[found.start : found.end] == "Sofie"
