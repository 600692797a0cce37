"""Invented names that sound Norwegian and North Sámi, and that software gets wrong.

Vår, Dag, Liv and Even are also words; some names are long, hyphenated or outside Latin-1. Family names
are put together from two parts, so that they are rare enough to search for and belong to nobody we know.
"""

import unicodedata
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIRLS = _words(
    "Vår Liv Sol Gro Siv Signe Ronja Tiril Ylva Embla Aurora Oda Ingeborg Mathea Eline Julie Hedda Thea "
    "Åse Øydis Astrid Selma Maja Frida Amina Zofia Linh Ánná Máret Biret Sárá Risten Elle-Máijá "
    "Anna-Sofie Ella-Marie Ingrid Jorunn Solveig Turid Bodil Ragnhild "
)
BOYS = _words(
    "Dag Even Storm Bjørn Rein Stein Ask Jo Odd Tor Eirik Sindre Håkon Ola Ådne Øystein Magnus Sverre "
    "Isak Jakob Elias Trym Kasper Yusuf Mateusz Áilu Juhán Máhtte Niillas Lásse-Piera Jens-Petter "
    "Karl-Åge Torstein Vetle Halvor Gaute Ørjan Asbjørn Sigurd Leif "
)
_FIRST = _words(
    "Bjørke Gran Lerke Elve Foss Hegg Rogn Selje Tind Orre Trane Ravne Hassel Kvern Brenn Tømmer Lyng "
    "Måne Sølv Vindu Skodde Regn Tåke Snø Rype Kveld Morgen Øster Vester Jerv "
)
_LAST = _words("haugvoll liavik moseng vikstad rudshaug seterli bakkrud nestveit lundsåker åskleiv dalsnut ")
_SAMI = ("Jávreoaivváš", "Bávttesvággi", "Guoldujohka", "Čáhppesgeađgi", "Suoidnejeaggi", "Šiellavárri")

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŧ": "t", "ŋ": "n"})


class Names:
    """Draws names; no family name is drawn twice until all are used."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._families: list[str] = []

    def family(self) -> str:
        if not self._families:
            self._families = [first + last for first in _FIRST for last in _LAST] + list(_SAMI) * 3
            self._rng.shuffle(self._families)
        return self._families.pop()

    def girl(self) -> str:
        return self._rng.choice(GIRLS)

    def boy(self) -> str:
        return self._rng.choice(BOYS)

    def any(self) -> str:
        return self.girl() if self._rng.randrange(2) else self.boy()


def mailbox(given: str, family: str) -> str:
    """Write a name as the left side of an e-mail address, in ASCII."""
    lowered = f"{given}.{family}".lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return plain.replace(" ", "")
