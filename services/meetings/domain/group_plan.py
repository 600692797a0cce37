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
        title = first_sentence(LOCKED_PARAGRAPH[language])
        others = [item for item in agenda if item.title != title]
        left = length_minutes - sum(item.minutes for item in others)
        if left < 0:
            raise Refusal("group-meeting", fields={"agenda": "agenda-too-long"})
        items = [AgendaItem(title=title, minutes=min(left, LOCKED_ITEM_MINUTES) or 1), *others]
        if left == 0:
            items = _a_minute_shorter(items)
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


def _a_minute_shorter(items: list[AgendaItem]) -> list[AgendaItem]:
    """An agenda that fills the meeting gives the minute for the locked item from its longest one."""
    longest = max(items[1:], key=lambda item: item.minutes)
    shorter = longest.model_copy(update={"minutes": max(1, longest.minutes - 1)})
    return [shorter if item is longest else item for item in items]


def first_sentence(paragraph: str) -> str:
    return paragraph.partition(". ")[0] + "."
