"""What is to become of a letter, by the state of things when it is about to go."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.notify.domain.facts import Facts
from services.notify.domain.letter import Letter
from services.notify.domain.verdict import (
    PATIENCE,
    ByHand,
    Mail,
    NotKnownYet,
    Recipient,
    Standing,
    Useless,
    Verdict,
    decide,
)
from shared.identifiers import new_id
from tests.shared.moments import NOON

READER = Recipient(is_guardian=True, protected=False, address="kari@post.example")
STANDING = Standing(home_held=False, of_the_home=True, entitled=True)


def letter(name: str = "minutes-ready", **more: Any) -> Letter:
    told: dict[str, Any] = {
        "id": new_id("letter"),
        "name": name,
        "person_id": new_id("person"),
        "cause": "thing:1",
        "case_id": new_id("case"),
        "school_id": new_id("school"),
        "facts": Facts(),
        "made_at": NOON,
        "useless_after": NOON + timedelta(days=1),
        "try_at": NOON,
    }
    return Letter.model_validate(told | more)


def verdict(reader: Recipient | None = READER, standing: Standing | None = STANDING, **more: Any) -> Verdict:
    return decide(letter(**more), reader, standing, NOON)


def test_whoever_can_be_written_to_and_may_know_gets_a_mail() -> None:
    assert verdict() == Mail("kari@post.example")


@pytest.mark.parametrize("attempts", [0, PATIENCE])
def test_nothing_outweighs_protection_or_the_hold_on_a_home(attempts: int) -> None:
    hidden = replace(READER, protected=True)
    held = replace(STANDING, home_held=True)
    assert verdict(hidden, held, attempts=attempts) == ByHand("protected")
    assert verdict(READER, held, attempts=attempts) == ByHand("held")
    assert verdict(name="report-received", facts=Facts(home_held=True)) == ByHand("held")


def test_the_school_is_told_also_while_the_home_is_held() -> None:
    teacher = replace(READER, is_guardian=False)
    held = Standing(home_held=True, of_the_home=False, entitled=True)
    assert verdict(teacher, held, facts=Facts(side="school")) == Mail("kari@post.example")


def test_what_speaks_against_a_mail_is_believed_only_after_some_tries() -> None:
    outside = replace(STANDING, entitled=False)
    unlisted = replace(READER, address=None, listed=False)
    assert verdict(standing=outside) == NotKnownYet("access")
    assert verdict(standing=outside, attempts=PATIENCE) == ByHand("no_access")
    assert verdict(unlisted) == NotKnownYet("contact")
    assert verdict(unlisted, attempts=PATIENCE) == ByHand("no_channel")


def test_who_wishes_paper_or_whose_address_is_wrong_is_no_question_of_waiting() -> None:
    assert verdict(replace(READER, address=None)) == ByHand("no_channel")
    assert verdict(replace(READER, address_frozen=True)) == ByHand("frozen")


def test_while_somebody_or_their_case_is_unknown_the_letter_waits_as_long_as_it_is_of_use() -> None:
    assert verdict(None, attempts=99) == NotKnownYet("person")
    assert verdict(standing=None, attempts=99) == NotKnownYet("access")
    late: dict[str, Any] = {"useless_after": NOON}
    assert verdict(None, **late) == verdict(standing=None, **late) == verdict(**late) == Useless()
