"""Which mails were in flight when a sender died: taken by the mail server, and not yet recorded as sent."""

import time
from dataclasses import dataclass, field
from typing import Any

from pymongo.errors import PyMongoError

from tests.chaos.town import Town

OPEN = {"c.state": {"$in": ["waiting", "deferred"]}}
# A living sender has recorded its mails within this time; a dead one's letters are taken over after 3 s.
SETTLED_S = 0.4


@dataclass
class InFlight:
    """Filled kill by kill; both looks are from outside, at the mail server's list and at the database."""

    town: Town
    at_kills: list[set[str]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(len(letters) for letters in self.at_kills)

    @property
    def letters(self) -> set[str]:
        return set().union(*self.at_kills)

    def after_a_senders_death(self) -> None:
        """Look right after a kill; returns within a second."""
        time.sleep(SETTLED_S)
        taken = {mail.letter_id for mail in self.town.sink.taken()}
        first = self._open(taken)
        time.sleep(SETTLED_S)
        self.at_kills.append(first & self._open(first))

    def while_nothing_could_be_recorded(self, since: float, until: float) -> None:
        """The database was away: what was taken from shortly before until shortly after."""
        self.at_kills.append(
            {mail.letter_id for mail in self.town.sink.taken() if since - 0.5 <= mail.at <= until + 0.5}
        )

    def _open(self, ids: set[str]) -> set[str]:
        letters: Any = self.town.databases["notify"]["letters"]
        try:
            return {row["_id"] for row in letters.find({"_id": {"$in": list(ids)}, **OPEN}, {"_id": 1})}
        except PyMongoError:
            # The database is being killed as well; its own look covers these.
            return set()
