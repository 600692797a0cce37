"""A deadline in words: where it starts, how it is counted, what does not count, when it is due."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date

from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.term import Term
from shared.calendar import NotCounted, SkippedDay
from shared.i18n import Catalogue, Language, format_day, format_moment, local

_BABEL = {"nb": "nb", "nn": "nn", "en": "en_GB"}
_LAST_MINUTE = (23, 59)


class Explaining:
    """Writes explanations in one reader's language."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self._language = language

    def sentences(self, term: Term, code: ClockCode | None = None) -> list[str]:
        """The explanation, a sentence each."""
        start = format_day(term.start, self._language)
        told = [self.t("clock-why-start", day=start, why=self._why(code))]
        if term.wished_on is not None:
            told.append(self.t("clock-why-wished", day=format_day(term.wished_on, self._language)))
            told.append(self.t("clock-why-skipped", days=self._together(self._skipped(term.skipped))))
            told.append(self.t("clock-why-due", moment=self.due(term)))
            return told
        if term.counted_back_from is not None:
            meeting = format_day(term.counted_back_from, self._language)
            told.append(self.t("clock-why-ahead", days=term.days, day=meeting))
            told.append(self.t("clock-why-due", moment=self.due(term)))
            return told
        if term.values_place is not None and term.counting is None:
            hours = round((term.due_at - term.start).total_seconds() / 3600)
            told.append(self.t("clock-why-hours", hours=hours))
            told.append(self.t("clock-why-due", moment=self.due(term)))
            return told
        if term.counting is None:
            told.append(self.t("clock-why-promised", moment=self.due(term)))
            return told
        told.append(self.t("clock-why-count", days=term.days, counting=str(term.counting)))
        if term.skipped:
            told.append(self.t("clock-why-skipped", days=self._together(self._skipped(term.skipped))))
        told.append(self.t("clock-why-due", moment=self.due(term)))
        return told

    def task(self, code: str | None) -> str:
        """What was promised, where it is a task that has a name; nothing elsewhere."""
        known = code is not None and self._catalogue.has(f"task-{code}")
        return self.t(f"task-{code}") if known else ""

    def whose(self, term: Term) -> str:
        """Whose value it is and which version of it; nothing where somebody simply named a time."""
        if term.values_place is None or term.statutory:
            return ""
        return self.t("clock-values", place=term.values_place, version=str(term.values_version or ""))

    def due(self, term: Term) -> str:
        """The day; with the time of day only where it is not the whole day."""
        at = local(term.due_at)
        whole_day = (at.hour, at.minute) == _LAST_MINUTE
        return format_day(at, self._language) if whole_day else format_moment(at, self._language)

    def t(self, message_id: str, **args: object) -> str:
        return self._catalogue.t(self._language, message_id, **args)

    def _why(self, code: ClockCode | None) -> str:
        return str(code) if code is not None else "none"

    def _skipped(self, skipped: tuple[SkippedDay, ...]) -> Iterator[str]:
        for run in _runs(skipped):
            days = self._range(run[0].day, run[-1].day)
            if run[0].reason is NotCounted.PUBLIC_HOLIDAY:
                yield self.t("clock-skipped-holiday", days=days, name=self._holiday(run[0].holiday or ""))
            else:
                yield self.t(f"clock-skipped-{run[0].reason}", days=days, many=len(run))

    def _holiday(self, codes: str) -> str:
        return self._together(self.t(f"holiday-{code}") for code in codes.split("+"))

    def _range(self, first: date, last: date) -> str:
        if first == last:
            return self._day(first, "d MMMM")
        same_month = first.month == last.month
        return f"{self._day(first, 'd' if same_month else 'd MMMM')}–{self._day(last, 'd MMMM')}"

    def _day(self, day: date, pattern: str) -> str:
        if self._language != "en":
            pattern = pattern.replace("d", "d.", 1)
        return format_date(day, pattern, locale=_BABEL[self._language])

    def _together(self, parts: Iterator[str]) -> str:
        found = list(parts)
        if len(found) < 2:  # noqa: PLR2004 - one has nothing to be joined to
            return "".join(found)
        return self.t("words-and", first=", ".join(found[:-1]), last=found[-1])


def _runs(skipped: tuple[SkippedDay, ...]) -> list[list[SkippedDay]]:
    """Neighbouring days without the same reason apart; a public holiday is always named on its own."""
    runs = [[skipped[0]]]
    for before, day in pairwise(skipped):
        next_to = day.day - before.day == timedelta(days=1)
        if next_to and day.reason is before.reason and day.reason is not NotCounted.PUBLIC_HOLIDAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
