"""Every word in the demo's roster that may never be seen where people are not to be named."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
# A first name alone may be a word (Vår, Dag, Liv, Even), a short family name alone a place or a mountain.
SHORTEST_FAMILY_NAME = 9
# A first name counts alone where one person in the whole municipality has it, such as Aksel.
SHORTEST_GIVEN_NAME = 5
_WORD = re.compile(r"\w+")
_HOME_ROLES = frozenset({"student", "parent", "guardian", "relative"})

Row = dict[str, str]


@cache
def canaries() -> frozenset[str]:
    """Give names, family names, e-mail and postal addresses, phone numbers and sign-in subjects of all.

    Phone numbers stand both as written and as digits only. Undo MIME, base64, quoted-printable, URL and
    JSON encodings before comparing.
    """
    return frozenset(word for words in canaries_by_person().values() for word in words)


@cache
def family_canaries() -> frozenset[str]:
    """Give those of pupils and guardians. A school's staff may be named in a letter, families may not."""
    by_person, staff = canaries_by_person(), _staff()
    theirs = {word for person in staff for word in by_person[person]}
    return frozenset(
        word for person, words in by_person.items() if person not in staff for word in words - theirs
    )


@cache
def canaries_by_person() -> dict[str, frozenset[str]]:
    """Give each person's canaries by sourcedId, for what one family may see of itself and not of others."""
    rows = _rows("users.csv")
    given = Counter(row["givenName"] for row in rows)
    own = {name for name, times in given.items() if times == 1 and len(name) >= SHORTEST_GIVEN_NAME}
    return {row["sourcedId"]: frozenset([*_of(row), *own & {row["givenName"]}]) for row in rows}


def canaries_of(key: str) -> frozenset[str]:
    """Give the canaries of one of the cast, by its key in cast.json."""
    cast = json.loads((HERE / "cast.json").read_text(encoding="utf-8"))
    return canaries_by_person()[cast[key]["sourcedId"]]


def found_in(text: str, wanted: frozenset[str] | None = None) -> frozenset[str]:
    """List the canaries, in lower case, that stand as whole words in a text that is already decoded."""
    starts, lowered = _by_first_word(canaries() if wanted is None else wanted), text.casefold()
    return frozenset(
        word
        for match in _WORD.finditer(lowered)
        for word in starts.get(match.group(), ())
        if lowered.startswith(word, match.start()) and not _goes_on(lowered, match.start() + len(word))
    )


def _goes_on(text: str, at: int) -> bool:
    return at < len(text) and _WORD.match(text, at) is not None


@cache
def _by_first_word(words: frozenset[str]) -> dict[str, list[str]]:
    starts: dict[str, list[str]] = {}
    for word in sorted({word.casefold() for word in words}):
        first = _WORD.match(word)
        if first is not None:
            starts.setdefault(first.group(), []).append(word)
    return starts


def _of(row: Row) -> Iterator[str]:
    yield f"{row['givenName']} {row['familyName']}"
    yield f"{row['familyName']}, {row['givenName']}"
    if len(row["familyName"]) >= SHORTEST_FAMILY_NAME:
        yield row["familyName"]
    for column in ("email", "metadata.samspill.postalAddress"):
        if row[column]:
            yield row[column]
    for column in ("metadata.samspill.familySubject", "metadata.samspill.staffSubject"):
        if row[column]:
            yield row[column]
    if row["sms"]:
        yield row["sms"]
        yield row["sms"].replace(" ", "")


def _staff() -> frozenset[str]:
    return frozenset(row["userSourcedId"] for row in _rows("roles.csv") if row["role"] not in _HOME_ROLES)


def _rows(file: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO((HERE / file).read_text(encoding="utf-8"))))
