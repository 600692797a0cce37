"""The letters that go on paper: for people who have no mail, or wish none, and may be told (P14)."""

from collections.abc import Collection
from dataclasses import dataclass

from services.notify.letters.writing import Writer
from services.notify.queries.letter_in_words import letter_in_words
from services.notify.queries.letters_of_case import Told, by_hand
from services.notify.storage.post import Post

# What waits for a decision, or for a routine of its own, is in no queue.
ON_PAPER = frozenset({"no_channel", "dead", "frozen"})


@dataclass(frozen=True)
class Sheet:
    """One letter to print; `lines` are its paragraphs, without what can only be pressed."""

    told: Told
    language: str
    subject: str
    text: str


async def print_queue(
    person_id: str, school_ids: Collection[str], *, post: Post, writer: Writer
) -> list[Sheet]:
    """The letters of the cases this person may see that wait for the post, the oldest first."""
    sheets: list[Sheet] = []
    for told in await by_hand(person_id, school_ids, post=post):
        if told.letter.state != "by_hand" or told.letter.reason not in ON_PAPER:
            continue
        written = await letter_in_words(told.letter, post=post, writer=writer)
        if written is not None:
            sheets.append(Sheet(told, written.language, written.text.subject, written.text.text))
    return sheets
