"""`import-roster`, as an administrator meets it at a terminal, and `roster-template`.

Nothing here goes to the log but numbers; what is printed names files, lines, ids and fields, never people.
"""

import gc
import re
import sys
import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from services.intake.app import build_house
from services.intake.commands.correct_directory import Laying
from services.intake.commands.import_roster import ImportReport, TooManyRemoved, import_roster
from services.intake.domain.feide_groups import as_delta
from services.intake.domain.roster import FILES, RefusedRow, Taken, take_in
from services.intake.files.feide import FolderFeide, GroupSource, HttpFeide
from services.intake.files.workbook import read_workbook, write_template
from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from services.intake.storage.kept_roster import KeptRoster, with_hashes
from shared.kernel import Service
from shared.observability.logs import get_logger
from shared.web.identities import subject_hash

BAR = 30
SHOWN = 200
USAGE = """import-roster [--dry-run] [--yes] [--all] FOLDER|WORKBOOK.xlsx
  --dry-run  show what would change, and change nothing
  --yes      go on even if more people than usual would be taken away
  --all      show every line and not only the first 200
"""
_SUBJECT = re.compile(r"[A-Za-z0-9._:/@+{}-]{1,255}")
_FLAGS = frozenset({"--dry-run", "--yes", "--all"})

log = get_logger()


async def import_command(service: Service, arguments: Sequence[str]) -> int:
    """0 when all was taken, 1 when rows were refused, 2 when there is no roster, 3 when it was stopped."""
    flags = {one for one in arguments if one.startswith("-")}
    given = [Path(one) for one in arguments if not one.startswith("-")]
    if flags - _FLAGS or len(given) != 1 or not given[0].exists():
        sys.stderr.write(USAGE)
        return 2
    texts, broken = _read(given[0])
    if not texts:
        sys.stderr.write("import-roster found none of the roster's files there\n")
        sys.stdout.write("\n".join(_refusals(broken, None if "--all" in flags else SHOWN)) + "\n")
        return 2
    return await _take(service, texts, broken, flags)


async def feide_command(service: Service, arguments: Sequence[str]) -> int:
    """`import-feide [--dry-run] [--all]`: classes and who is in them, laid over the roster that is kept."""
    flags = set(arguments)
    settings = cast("IntakeSettings", service.kernel.settings)
    source = feide_of(settings)
    if flags - _FLAGS or source is None:
        sys.stderr.write(
            "import-feide needs FEIDE_GROUPS_FOLDER, or FEIDE_GROUPS_URL with its token and org\n"
        )
        return 2
    groups = [(one, await source.members(one.id)) async for one in source.groups()]
    kept = await KeptRoster(service.kernel).read()
    key = settings.subject_key.get_secret_value()
    delta = as_delta(groups, kept, partial(subject_hash, key, "staff"))
    if delta.unknown_schools:
        sys.stdout.write(f"No school has these numbers: {', '.join(delta.unknown_schools)}\n")
    if not delta.files:
        sys.stdout.write("Feide had no classes of schools that are known here.\n")
        return 1 if delta.unknown_schools else 0
    return await _take(service, delta.files, (), flags, hashed=True)


def feide_of(settings: IntakeSettings) -> GroupSource | None:
    """Where classes come from, if the municipality has said."""
    if settings.feide_groups_folder:
        return FolderFeide(settings.feide_groups_folder)
    if settings.feide_groups_url and settings.feide_groups_token and settings.feide_groups_org:
        token = settings.feide_groups_token.get_secret_value()
        return HttpFeide(settings.feide_groups_url, token, org=settings.feide_groups_org)
    return None


async def _take(
    service: Service,
    texts: Mapping[str, str],
    broken: tuple[RefusedRow, ...],
    flags: Collection[str],
    *,
    hashed: bool = False,
) -> int:
    """Lay what came over what is kept, and store what that changes. `hashed`: identities are so already."""
    shown = None if "--all" in flags else SHOWN
    began = time.monotonic()
    for store in service.kernel.stores:
        await store.prepare()
    house = build_house(service.kernel, cast("IntakeSettings", service.kernel.settings))
    await house.listed.prepare()
    kept = KeptRoster(service.kernel)
    settings = cast("IntakeSettings", service.kernel.settings)
    hashing = partial(_hashed, settings.subject_key.get_secret_value())
    before = await kept.read()
    given = texts if hashed else with_hashes(texts, hashing)
    taken = take_in(before, given, lambda file, rows: _show(f"reading {file}", rows, 0))
    # What was read stays until the end: the cycle collector need not walk it again and again.
    gc.freeze()
    roster = replace(taken.roster, refused=(*broken, *taken.roster.refused))
    laying = Laying(house, trial="--dry-run" in flags)
    try:
        report = await import_roster(
            roster,
            stores=house.listed,
            subject_key=None,
            progress=lambda kind, done, count: _show(f"storing {kind}", done, count),
            trial="--dry-run" in flags,
            most_removed=1.0 if "--yes" in flags else settings.roster_most_removed,
            needed=partial(named_by_cases, house=house),
            laid=laying.over,
        )
    except TooManyRemoved as stopped:
        _end_line()
        sys.stdout.write(_stopped(stopped, settings.roster_most_removed))
        return 3
    if not report.trial and taken.files != before:
        await kept.keep(with_hashes(taken.files, _only_hashes))
    _end_line()
    seconds = time.monotonic() - began
    sys.stdout.write(_said(report, taken, seconds, settings.roster_most_removed, shown))
    sys.stdout.write(_by_hand(laying))
    log.info("roster.imported", trial=report.trial, wrote=report.wrote, refused=len(roster.refused))
    return 1 if any(one.scope != "field" for one in report.refused) else 0


async def template_command(_service: Service, arguments: Sequence[str]) -> int:
    """`roster-template FILE.xlsx`: an empty workbook with every sheet and column."""
    if len(arguments) != 1 or not arguments[0].endswith(".xlsx"):
        sys.stderr.write("roster-template needs the name of the workbook to write, ending in .xlsx\n")
        return 2
    write_template(Path(arguments[0]))
    return 0


async def named_by_cases(ids: Sequence[str], *, house: Intake) -> set[str]:
    """Those of these people whom a case is about, or who follow one from home."""
    wanted = list(ids)
    named = {"$or": [{name: {"$in": wanted}} for name in ("pupil_id", "through", "home")]}
    found: set[str] = set()
    for access in await house.access.find(named):
        clear = access.clear()
        found.update([clear["pupil_id"], *clear["through"], *clear["home"]])
    return found.intersection(wanted)


def _read(given: Path) -> tuple[dict[str, str], tuple[RefusedRow, ...]]:
    if given.is_file():
        sheets = read_workbook(given)
        return sheets.texts, sheets.refused
    present = [name for name in FILES if (given / name).is_file()]
    return {n: (given / n).read_text(encoding="utf-8-sig", errors="replace") for n in present}, ()


def _hashed(key: bytes, issuer: str, subject: str) -> str | None:
    """The keyed hash in place of an identity; what is none is left for the report."""
    return subject_hash(key, issuer, subject) if _SUBJECT.fullmatch(subject) else None


def _only_hashes(_issuer: str, subject: str) -> str | None:
    return None if subject.startswith("identity_") else ""


def _said(report: ImportReport, taken: Taken, seconds: float, share: float, shown: int | None) -> str:
    lines = [f"{'':10}{'new':>8}{'changed':>9}{'removed':>9}{'unchanged':>11}"]
    lines += [
        f"{kind:10}{one.new:8}{one.changed:9}{one.removed:9}{one.unchanged:11}"
        for kind, one in report.kinds.items()
    ]
    for count, sentence in (
        (report.left, "{} left the schools and stay listed, because a case names them."),
        (taken.stale, "{} rows were older than what is known already, and changed nothing."),
        (taken.stood, "{} rows were refused; the rows from before that they were to replace stay in force."),
    ):
        if count:
            lines.append(sentence.format(count))
    if report.absences_unsure:
        lines.append("Rows of users were refused, so nobody was removed for not being in it.")
    lines += _changes(report, shown)
    removed = report.kinds["people"].removed + report.left
    if report.trial:
        lines.append("A trial: nothing was written.")
        if removed > share * report.people_before > 0:
            lines.append(f"It takes away more than {share:.0%} of the people; the import will ask for --yes.")
    elif not report.wrote:
        lines.append("Nothing has changed, and nothing was written.")
    lines.append(f"Done in {seconds:.1f} s.")
    return "\n".join([*lines, *_refusals(report.refused, shown)]) + "\n"


def _changes(report: ImportReport, shown: int | None) -> list[str]:
    lines = [
        f"  {one.kind:9} {one.id}  {one.what}{': ' + ', '.join(one.fields) if one.fields else ''}"
        for one in report.changes[:shown]
    ]
    more = len(report.changes) - len(lines)
    return [*lines, f"  … and {more} more (--all shows them)"] if more else lines


def _by_hand(laying: Laying) -> str:
    """Where a school has put something right that the roster still says otherwise."""
    lines = [f"  {id_}  {name}" for id_, name in sorted(laying.differs)]
    told = ["Put right by hand, and otherwise in the roster; what was put right stands:", *lines]
    return "\n".join([*told, ""]) if lines else ""


def _stopped(stopped: TooManyRemoved, share: float) -> str:
    return (
        f"Stopped, and nothing was written: {stopped.going} of {stopped.there} people are not in this roster"
        f" any more, which is more than {share:.0%}.\n"
        "Is a file missing or cut off? Look with --dry-run; if it is right, run it again with --yes.\n"
    )


def _refusals(refused: Sequence[RefusedRow], shown: int | None) -> list[str]:
    """Where and why, never what stood there."""
    if not refused:
        return ["Every row was taken."]
    scopes = Counter(one.scope for one in refused)
    told = ", ".join(f"{count} {scope}{'s' * (count > 1)}" for scope, count in scopes.items())
    lines = [f"Refused: {told}."]
    lines += [
        f"  {one.file}:{one.line}  {one.code}{'  ' + one.column if one.column else ''}  ({one.scope})"
        for one in refused[:shown]
    ]
    more = len(refused) - (len(lines) - 1)
    return [*lines, f"  … and {more} more"] if more else lines


def _show(what: str, done: int, count: int) -> None:
    if not sys.stderr.isatty():
        return
    full = BAR if not count else BAR * done // count
    bar = f"[{'█' * full}{'·' * (BAR - full)}]" if count else ""
    sys.stderr.write(f"\r\x1b[K{what:24} {bar} {done}")
    sys.stderr.flush()


def _end_line() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
