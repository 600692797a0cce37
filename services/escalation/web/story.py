"""A notice in words: what the owner is told, and what has happened to it since."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from services.escalation.domain.notice import Notice
from services.escalation.domain.term import Term
from services.escalation.storage.case_facts import CaseFact
from services.escalation.web.explaining import Explaining
from shared.i18n import Language, format_day, format_moment


def told_in(
    notice: Notice, case: CaseFact | None, pupil: str | None, explaining: Explaining, language: Language
) -> list[tuple[str, str]]:
    """What the owner is told, as rows of label and text; what is not told yet says so."""

    def answer(told: bool | None) -> str:
        return "" if told is None else explaining.t("answer-yes" if told else "answer-no")

    criteria = [explaining.t("criterion", code=code) for code in notice.criteria]
    content = notice.content
    evaluation = format_day(content.next_evaluation, language) if content.next_evaluation else ""
    known: list[tuple[str, str]] = []
    if case is not None:
        known += [("told-case", case.number)]
        known += [("told-pupil", pupil)] if pupil else []
        known += [("told-known", format_day(case.raised_with_rektor_at, language))]
    known += [("told-criteria", "; ".join(criteria) or explaining.t("told-no-criteria"))]
    known += [("told-reason", notice.reason)] if notice.reason else []
    told = [
        ("told-facts", content.facts),
        ("told-measures", content.measures),
        ("told-next-evaluation", evaluation),
        ("told-help", content.help_wanted),
        ("told-police", answer(content.police)),
        ("told-barnevern", answer(content.barnevern)),
    ]
    untold = explaining.t("told-not-yet")
    return [(explaining.t(label), text or untold) for label, text in (*known, *told)]


def story_of(
    notice: Notice, names: Mapping[str, str], explaining: Explaining, language: Language
) -> list[dict[str, Any]]:
    """What has happened to it, as entries of the timeline: newest first."""

    def name(person_id: str) -> str:
        return names.get(person_id) or explaining.t("somebody")

    told: list[tuple[datetime, str, str]] = [
        (notice.decided_at, "info", explaining.t("story-decided", name=name(notice.decided_by)))
    ]
    for passed in notice.passed:
        text = explaining.t("story-passed", name=name(passed.person_id), reason=passed.reason)
        told.append((passed.at, "warning", text))
    for asked in notice.asked:
        by = explaining.due(Term.promised(asked.at, asked.acknowledge_by))
        told.append((asked.at, "info", explaining.t("story-asked", name=name(asked.person_id), by=by)))
    for taken in notice.acknowledgements:
        day = format_day(taken.on, language)
        text = explaining.t("story-taken", name=taken.name, action=taken.next_action, day=day)
        told.append((taken.at, "success", text))
        if taken.kept_at is not None:
            told.append((taken.kept_at, "success", explaining.t("story-kept", name=taken.name)))
    if notice.state == "unanswered":
        last = max(at for at, _, _ in told)
        told.append((last, "danger", explaining.t("story-unanswered")))
    # What happened at the same moment keeps the order it was told in, the last on top.
    ordered = sorted(enumerate(told), key=lambda one: (one[1][0], one[0]), reverse=True)
    return [{"at": at, "kind": kind, "text": text} for _, (at, kind, text) in ordered]


def sent_to(
    notice: Notice, names: Mapping[str, str], explaining: Explaining, language: Language
) -> list[tuple[str, str, str, str]]:
    """Recipient by recipient: when asked, what became of the letter, and whether it was acknowledged."""
    rows = []
    for asked in notice.asked:
        letters = [one for one in notice.letters if one.person_id == asked.person_id and one.at >= asked.at]
        letter = max(letters, key=lambda one: (one.at, one.outcome == "bounced"), default=None)
        taken = [
            one.at
            for one in notice.acknowledgements
            if one.person_id == asked.person_id and one.at >= asked.at
        ]
        rows.append(
            (
                names.get(asked.person_id) or explaining.t("somebody"),
                format_moment(asked.at, language),
                explaining.t(
                    "sent-letter-is",
                    outcome=letter.outcome if letter else "none",
                    moment=format_moment(letter.at, language) if letter else "",
                ),
                format_moment(min(taken), language) if taken else explaining.t("sent-no-answer"),
            )
        )
    return rows
