"""`/notices/figures`: the schools side by side over time, as pictures with their table, and as CSV."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from fastapi import Depends, Query, Request
from starlette.responses import Response

from services.escalation.domain.figures import Counts, Month, Shown, shown, side_by_side, together
from services.escalation.queries.figures import Figures, figures
from services.escalation.storage.house import Escalation
from services.escalation.web.notice_pages import OWNER
from shared.clock import OSLO
from shared.errors import Hidden
from shared.web.guards import GuardedRouter
from shared.web.layout import Pages
from shared.web.permissions import introduce

MONTHS = 12
COLUMNS = ("open_cases", "opened", "kept", "broken", "days_to_meeting", "evaluated")
_FIRST_YEAR, _LAST_YEAR = 2020, 2100


def figures_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/figures", allow=OWNER, include_in_schema=False)
    async def show(request: Request) -> Response:
        found = await figures(_this_month(house), MONTHS, house=house)
        return pages.render(
            request,
            "notices/figures.html",
            months=[one.text for one in found.months],
            schools=[_school(id_, name, found) for name, id_ in _in_order(found)],
            whole=shown(_whole(found)),
            year=found.months[-1].year,
            active="figures",
        )

    @router.get("/notices/figures.csv", allow=OWNER, include_in_schema=False)
    async def export() -> Response:
        found = await figures(_this_month(house), MONTHS, house=house)
        return Response(
            _as_csv(found),
            media_type="text/csv; charset=utf-8",
            headers={
                "content-disposition": 'attachment; filename="samspill.csv"',
                "cache-control": "no-store",
            },
        )

    @router.get("/notices/report/{year}", allow=OWNER, include_in_schema=False)
    async def report(request: Request, year: str) -> Response:
        """Say what a year was like, for those who govern the municipality."""
        if not year.isdigit() or not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
            raise Hidden
        found = await figures(Month(int(year), 12), MONTHS, house=house)
        return pages.render(
            request,
            "notices/report.html",
            year=year,
            whole=shown(_whole(found)),
            schools=[_school(id_, name, found) for name, id_ in _in_order(found)],
            active="figures",
        )

    return router


def figures_api(house: Escalation) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/escalation")

    @router.get("/figures", allow=OWNER)
    async def tell(months: int = Query(default=MONTHS, ge=1, le=36)) -> dict[str, Shown]:
        """Tell each school's figures over the latest months, and of all together; none: below five."""
        found = await figures(_this_month(house), months, house=house)
        told = {id_: shown(together(counts)) for id_, counts in found.counts.items()}
        return told | {"all": shown(_whole(found))}

    return router


def _school(school_id: str, name: str, found: Figures) -> dict[str, Any]:
    counts = found.counts[school_id]
    months = [shown(one) for one in counts]
    return {
        "name": name,
        "year": shown(together(counts)),
        "months": months,
        "pictures": {column: _bars([getattr(one, column) for one in months]) for column in COLUMNS},
    }


def _bars(values: Sequence[float | None]) -> list[dict[str, Any]]:
    """A bar a month: its height of 40, or a mark for a number that is not shown."""
    most = max((value for value in values if value), default=1)
    return [
        {
            "x": number * 10,
            "height": 4 if value is None else max(round(40 * value / most), 1 if value else 0),
            "hidden": value is None,
        }
        for number, value in enumerate(values)
    ]


def _as_csv(found: Figures) -> str:
    """A line a school and month; an empty cell is fewer than five, or nothing to take a mean of."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(["school", "month", *COLUMNS])
    for name, id_ in _in_order(found):
        for month, counts in zip(found.months, found.counts[id_], strict=True):
            told = shown(counts)
            values = ["" if (value := getattr(told, one)) is None else value for one in COLUMNS]
            rows.writerow([_harmless(name), month.text, *values])
    return "\ufeff" + out.getvalue()


def _harmless(text: str) -> str:
    """A school's name never becomes a formula in a spreadsheet."""
    return f"'{text}" if text[:1] in "=+-@\t" else text


def _in_order(found: Figures) -> list[tuple[str, str]]:
    return sorted((name, id_) for id_, name in found.schools.items())


def _whole(found: Figures) -> Counts:
    return side_by_side([together(counts) for counts in found.counts.values()])


def _this_month(house: Escalation) -> Month:
    return Month.of(house.clock.now().astimezone(OSLO).date())
