"""What a meeting for all the parents of a group needs besides a time and a place."""

from datetime import date

from pydantic import BaseModel, Field

from shared.contracts.meetings import AgendaItem, GroupMeetingWords
from shared.errors import Refusal
from shared.i18n import Language

# Said in every invitation and again at the beginning of the meeting. It stands in code so that no form can
# leave it out (R50); the letters carry the same paragraph.
LOCKED_PARAGRAPH: dict[Language, str] = {
    "nb": (
        "På møtet snakker vi ikke om enkelthendelser eller enkeltelever. "
        "Ingen trenger å være redde for hva som kommer fram."
    ),
    "nn": (
        "På møtet snakkar vi ikkje om enkelthendingar eller enkeltelevar. "
        "Ingen treng å vere redde for kva som kjem fram."
    ),
    "en": (
        "At the meeting we do not talk about single incidents or individual pupils. "
        "Nobody needs to be afraid of what may come up."
    ),
}
LOCKED_ITEM_MINUTES = 5


class Preparation(BaseModel):
    """How the school will meet something hard that may come up; for the school only (R46)."""

    situation: str
    reply: str | None = None
    who: str | None = None


class GroupPlan(BaseModel):
    """Purpose, agenda and what comes of it. The first item of the agenda is the locked one."""

    purpose: str
    agenda: list[AgendaItem]
    strategy: str | None = None
    asks: list[str] = Field(default_factory=list)
    preparations: list[Preparation] = Field(default_factory=list)
    evaluation_on: date | None = None

    @classmethod
    def of(
        cls,
        *,
        purpose: str,
        agenda: list[AgendaItem],
        length_minutes: int,
        language: Language,
        strategy: str | None = None,
        asks: list[str] | None = None,
        preparations: list[Preparation] | None = None,
        evaluation_on: date | None = None,
    ) -> "GroupPlan":
        """A plan with the locked item first.

        Raises `Refusal` without a purpose (R49), and when the items do not fit into the meeting (R53).
        """
        if not purpose.strip():
            raise Refusal("group-meeting", fields={"purpose": "required"})
        locked = AgendaItem(title=first_sentence(LOCKED_PARAGRAPH[language]), minutes=LOCKED_ITEM_MINUTES)
        items = [locked, *(item for item in agenda if item.title != locked.title)]
        if sum(item.minutes for item in items) > length_minutes:
            raise Refusal("group-meeting", fields={"agenda": "agenda-too-long"})
        return cls(
            purpose=purpose.strip(),
            agenda=items,
            strategy=strategy,
            asks=asks or [],
            preparations=preparations or [],
            evaluation_on=evaluation_on,
        )

    def words(self) -> GroupMeetingWords:
        """What everyone invited may read; the preparations are not part of it."""
        return GroupMeetingWords(
            purpose=self.purpose, agenda=tuple(self.agenda), strategy=self.strategy, asks=tuple(self.asks)
        )


def first_sentence(paragraph: str) -> str:
    return paragraph.partition(". ")[0] + "."
