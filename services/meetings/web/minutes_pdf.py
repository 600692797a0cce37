"""The reader's own version of the minutes as a tagged PDF: the same parts, in the same order, as the page."""

from collections.abc import Sequence
from typing import Any

from services.meetings.queries.minutes_for import Told, Version
from services.meetings.queries.practicalities import Practicalities
from services.meetings.web.words import T
from shared.i18n import Language, format_day, format_moment
from shared.pdf import Block, Document, Fields, Heading, Items, Text


def minutes_document(told: dict[str, Any], *, t: T, language: Language) -> Document:
    """Drawn from what the page is drawn with, so that it can never say more."""
    version: Version = told["version"]
    practical: Practicalities = told["told"]
    meeting, minutes = told["meeting"], told["minutes"]
    when = format_moment(meeting.starts_at, language)
    blocks: list[Block] = [Fields([(t("practical-when"), when), (t("practical-where"), practical.school)])]
    if version.here:
        lines = [f"{one.label.capitalize()}: {t(f'came-{one.status}').lower()}" for one in version.here]
        blocks += [Heading(t("hold-who")), Items(lines)]
    blocks += _group(version, practical, t) if meeting.is_group else _case(version, t, language)
    for one in version.additions:
        blocks += [Heading(t("read-addition")), Text(one)]
    if minutes.next_meeting_on is not None:
        blocks.append(Text(t("read-next", day=format_day(minutes.next_meeting_on, language))))
    return Document(
        title=t("minutes-title-family"),
        language=language,
        made_at=minutes.approved_at,
        blocks=blocks,
        footer=practical.school,
    )


def _group(version: Version, practical: Practicalities, t: T) -> list[Block]:
    plan, content = practical.plan, version.content
    blocks: list[Block] = [Text(practical.locked)]
    blocks += _texts(
        t,
        ("group-purpose", plan.purpose if plan else None),
        ("read-summary", content.summary),
        ("group-strategy", content.strategy),
    )
    return [*blocks, *_list(t("group-asks"), content.asks)]


def _case(version: Version, t: T, language: Language) -> list[Block]:
    content = version.content
    blocks = _texts(
        t,
        ("read-plain", content.plain),
        ("what-happened", content.what_happened),
        ("what-we-do-now", content.what_we_do_now),
        ("read-own-account", version.account),
        ("read-pupil-account", version.pupil_account),
        ("read-notes", version.notes),
    )
    blocks += _list(t("read-facts"), [_line(one, t, language) for one in version.facts])
    for point in version.points:
        blocks.append(Heading(point.about or t("read-views")))
        blocks.append(Fields([(t("view-of", name=one.label), one.text) for one in point.sides]))
    for name, lines in (
        ("read-agreements", version.agreements),
        ("read-meanwhile", version.meanwhile),
        ("read-examine", version.examine),
        ("read-measures", version.measures),
    ):
        blocks += _list(t(name), [_line(one, t, language) for one in lines])
    return blocks


def _texts(t: T, *parts: tuple[str, str | None]) -> list[Block]:
    return [block for name, text in parts if text for block in (Heading(t(name)), Text(text))]


def _list(title: str, lines: Sequence[str]) -> list[Block]:
    return [Heading(title), Items(list(lines))] if lines else []


def _line(one: Told, t: T, language: Language) -> str:
    """A fact or a promise on one line, with who, when and where, as far as they are known."""
    more = [
        one.who,
        format_day(one.on, language) if one.on else None,
        one.where,
        t(f"source-{one.source}") if one.source else None,
        t("voluntary") if one.voluntary else None,
    ]
    said = ", ".join(part for part in more if part)
    return f"{one.text} ({said})" if said else one.text
