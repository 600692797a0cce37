"""The clocks of a case as a page shows them: how each stands, why then, and what if nobody acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from services.escalation.domain.clock import Clock, Step
from services.escalation.domain.term import Term
from services.escalation.domain.tomorrow import TomorrowWatch
from services.escalation.web.explaining import Explaining
from shared.i18n import Language, format_moment

_EVENING_BEFORE = timedelta(hours=12)
"""A card has no beginning of its own: on the line it begins where it is easy to see."""


@dataclass(frozen=True)
class ClockRow:
    """`state` is one of the steps' own: done, now, later, overdue."""

    title: str
    state: str
    when: str
    start: datetime
    due_at: datetime
    basis: str
    met_at: datetime | None = None
    whose: str = ""
    explained: list[str] = field(default_factory=list)
    if_nobody_acts: list[str] = field(default_factory=list)


def row_of(
    clock: Clock, explaining: Explaining, names: Mapping[str, str], now: datetime, language: Language
) -> ClockRow:
    """`names` has the owner's name, and under `leader`, `deputy`, `school_owner` who acts in that place."""
    due = explaining.due(clock.term)
    if clock.state == "met" and clock.met_at is not None:
        state = "done"
        late = clock.met_at > clock.term.due_at
        key = "clock-kept-late" if late else "clock-kept"
        when = explaining.t(key, moment=format_moment(clock.met_at, language), due=due)
    elif now > clock.term.due_at:
        state, when = "overdue", explaining.t("clock-was-due", due=due)
    else:
        soon = clock.remind_at is not None and now >= clock.remind_at
        state, when = "now" if soon else "later", explaining.t("clock-is-due", due=due)
    return ClockRow(
        title=explaining.task(clock.wish)
        or explaining.t("clock-name", code=str(clock.code), name=_owner(clock, names)),
        state=state,
        when=when,
        start=clock.term.start,
        due_at=clock.term.due_at,
        met_at=clock.met_at if clock.state == "met" else None,
        whose=explaining.whose(clock.term),
        basis=explaining.t(f"clock-basis-{_basis(clock.term)}"),
        explained=explaining.sentences(clock.term, clock.code),
        if_nobody_acts=[
            explaining.t(
                "clock-then-told", name=_name(step, clock, names), moment=format_moment(step.at, language)
            )
            for step in clock.steps[len(clock.rung) :]
        ]
        if clock.state == "running"
        else [],
    )


def row_of_watch(
    watch: TomorrowWatch, explaining: Explaining, names: Mapping[str, str], language: Language
) -> ClockRow | None:
    """The card that is watched; None while only its tick is known."""
    if watch.alert_at is None or watch.starts_at is None or watch.state == "withdrawn":
        return None
    adult = names.get(watch.adult_id or "", explaining.t("somebody"))
    colleague = names.get(watch.colleague_id or "", explaining.t("somebody"))
    alert = format_moment(watch.alert_at, language)
    told = {
        "met": ("done", "watch-met", format_moment(watch.ticked_at or watch.alert_at, language)),
        "missed": ("overdue", "watch-missed", format_moment(watch.missed_at or watch.alert_at, language)),
        "watching": ("now", "watch-waits", alert),
    }[watch.state]
    then = [explaining.t("clock-then-told", name=colleague, moment=alert)]
    return ClockRow(
        title=explaining.t("watch-name", adult=adult),
        state=told[0],
        when=explaining.t(told[1], moment=told[2]),
        start=watch.starts_at - _EVENING_BEFORE,
        due_at=watch.alert_at,
        met_at=watch.ticked_at,
        basis=explaining.t("clock-basis-promise"),
        explained=explaining.sentences(Term.promised(watch.starts_at, watch.alert_at)),
        if_nobody_acts=then if watch.state == "watching" else [],
    )


def _basis(term: Term) -> str:
    return term.basis if term.values_place not in (None, "agreed") else "promise"


def _owner(clock: Clock, names: Mapping[str, str]) -> str:
    return names.get(clock.owner_id or "", names["somebody"])


def _name(step: Step, clock: Clock, names: Mapping[str, str]) -> str:
    who = (clock.owner_id or "leader") if step.tell == "owner" else step.tell
    return names.get(who) or names.get("leader") or names["somebody"]
