"""A personal link proves itself: whose it is, what it opens, and until when."""

from datetime import timedelta

import pytest

from shared.errors import Hidden
from shared.identifiers import new_id
from shared.keyring import Keyring
from shared.links import BadLink, Link, Links
from tests.shared.moments import NOON

OLD, NEW = b"o" * 32, b"n" * 32
LINKS = Links(Keyring.of(k1=OLD))
INVITATION, PERSON = new_id("invitation"), new_id("person")
ENDS = NOON + timedelta(days=2)


def token(links: Links = LINKS, revision: int = 1) -> str:
    return links.make("reply", subject_id=INVITATION, person_id=PERSON, revision=revision, expires=ENDS)


def test_a_link_says_what_it_was_made_with() -> None:
    assert LINKS.open(token(), "reply", now=NOON) == Link("reply", INVITATION, PERSON, 1, ENDS)


def test_the_same_input_makes_the_same_link_and_another_revision_another() -> None:
    assert token() == token()
    assert token(revision=2) != token()


def test_a_link_needs_no_escaping_in_a_url() -> None:
    assert all(
        set(token(revision=n)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
        for n in range(200)
    )


def test_no_character_of_a_link_can_be_changed() -> None:
    made = token()
    for place, letter in enumerate(made):
        other = "A" if letter != "A" else "B"
        with pytest.raises(BadLink):
            LINKS.open(made[:place] + other + made[place + 1 :], "reply", now=NOON)


@pytest.mark.parametrize(
    "wrong", ["", "x", "é" * 76, "A" * 76, "=" * 76, "A" * 75, "A" * 5000, "../" * 25 + "."]
)
def test_anything_else_is_refused_like_a_forged_one(wrong: str) -> None:
    with pytest.raises(BadLink):
        LINKS.open(wrong, "reply", now=NOON)


def test_a_link_ends_at_its_moment() -> None:
    made = token()
    assert LINKS.open(made, "reply", now=ENDS - timedelta(seconds=1))
    with pytest.raises(BadLink):
        LINKS.open(made, "reply", now=ENDS)


def test_a_link_opens_nothing_but_what_it_is_for() -> None:
    with pytest.raises(BadLink):
        LINKS.open(token(), "group-minutes", now=NOON)


def test_a_link_under_another_key_is_refused_and_under_an_older_one_still_opens() -> None:
    turned = Links(Keyring.of(k1=OLD, k2=NEW))
    assert turned.open(token(), "reply", now=NOON)
    assert turned.open(token(turned), "reply", now=NOON)
    with pytest.raises(BadLink):
        Links(Keyring.of(k2=NEW)).open(token(), "reply", now=NOON)


def test_a_bad_link_looks_like_a_page_that_is_not_there() -> None:
    assert issubclass(BadLink, Hidden)


def test_a_link_is_not_made_for_the_wrong_kind_of_thing() -> None:
    with pytest.raises(ValueError, match="invitation"):
        LINKS.make("reply", subject_id=new_id("meeting"), person_id=PERSON, revision=1, expires=ENDS)
