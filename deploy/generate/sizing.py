"""What hardware 10, 100 and 700 schools need: computed from what was measured, with the computation shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from string import Template

FIGURES = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
WORDS = Path(__file__).with_name("sizing.md")
SIZES = (10, 100, 700)
YEARS = 5
LARGE = 30


@dataclass(frozen=True)
class School:
    """One school as we assume it; a municipality with other numbers changes these and runs it again."""

    staff: int = 40
    guardians: int = 500
    reports_a_year: int = 40
    cases_a_year: int = 12
    events_a_case: int = 150
    # A state, its history and what the other services keep of it, sealed.
    kilobytes_an_event: int = 8
    megabytes_of_files_a_case: int = 6
    # In the busiest hour: a Monday morning after something happened.
    share_of_staff_at_once: float = 0.25
    pages_each: int = 12
    share_of_reports: float = 0.02
    # One school in ten calls all its parents to a meeting.
    share_that_invites_all: float = 0.1


@dataclass(frozen=True)
class Need:
    """What so many schools ask for in their busiest hour, and after some years."""

    schools: int
    school: School

    @property
    def pages_s(self) -> float:
        one = self.school
        return self.schools * one.staff * one.share_of_staff_at_once * one.pages_each / 3600

    @property
    def reports_s(self) -> float:
        return self.schools * self.school.reports_a_year * self.school.share_of_reports / 3600

    @property
    def letters_s(self) -> float:
        return self.schools * self.school.share_that_invites_all * self.school.guardians / 3600

    @property
    def events_s(self) -> float:
        """Each letter is some three events, each report a whole new case's first thirty."""
        return 3 * self.letters_s + 30 * self.reports_s + self.pages_s / 4

    @property
    def gigabytes(self) -> float:
        one = self.school
        a_case = one.events_a_case * one.kilobytes_an_event / 1024 + one.megabytes_of_files_a_case
        return self.schools * one.cases_a_year * a_case * YEARS / 1024

    @property
    def nodes(self) -> str:
        """Three of each is for being able to lose one; from what size one of them must be larger."""
        cores, memory = (2, 4) if self.pages_s < 50 else (4, 8)  # noqa: PLR2004
        return f"3 with {cores} cores and {memory} GB"


def sizing() -> str:
    """The page."""
    needs = [Need(size, School()) for size in SIZES]
    effects, relayed = (_measured(name) for name in ("consume_effects", "relay_drain"))
    words = Template(WORDS.read_text(encoding="utf-8"))
    return words.substitute(
        {field.name: getattr(School(), field.name) for field in fields(School)},
        years=YEARS,
        schools=_row("", (f"{need.schools} schools" for need in needs)),
        rule="|---|" + "---|" * len(needs),
        hour="\n".join(_hour(needs, effects, relayed)),
        hardware="\n".join(_hardware(needs)),
    )


def _hour(needs: list[Need], effects: int, relayed: int) -> Iterator[str]:
    yield _row("pages a second", (f"{need.pages_s:.1f}" for need in needs))
    yield _row("reports a second", (f"{need.reports_s:.3f}" for need in needs))
    yield _row("letters a second", (f"{need.letters_s:.1f}" for need in needs))
    yield _row("events a second", (f"{need.events_s:.1f}" for need in needs))
    for who, rate in (("one worker took in", effects), ("one relay told", relayed)):
        yield _row(f"of what {who}, measured ({rate:,}/s)", (f"{need.events_s / rate:.2%}" for need in needs))
    yield _row(f"stored after {YEARS} years, GB", (f"{need.gigabytes:.0f}" for need in needs))


def _hardware(needs: list[Need]) -> Iterator[str]:
    yield _row("values", ("small" if need.schools < LARGE else "large" for need in needs))
    yield _row("Kubernetes nodes", (need.nodes for need in needs))
    yield _row("Kafka", ("3 brokers, 2 GB each" for _ in needs))
    yield _row("MongoDB", (f"3 nodes, {max(4, round(need.gigabytes / 25))} GB memory" for need in needs))
    yield _row("its disk, each node", (f"{max(20, round(need.gigabytes * 2.5))} GB" for need in needs))


def _row(name: str, cells: Iterator[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _measured(figure: str) -> int:
    """Of one process, a second, as the committed run of the benchmarks says it."""
    found = re.search(rf"\| `{figure}` \| ([\d,]+) events/s", FIGURES.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{FIGURES.name} has no figure for {figure}")
    return int(found[1].replace(",", ""))
