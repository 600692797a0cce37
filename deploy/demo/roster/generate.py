"""Write Lillevik kommune's roster: `python -m deploy.demo.roster.generate`. The same bytes every time."""

import csv
import io
import json
import sys
from pathlib import Path

from deploy.demo.roster.crowd import Crowd
from deploy.demo.roster.layout import COLUMNS, EVENTS, MANIFEST, ORGS, ROOMS, SESSIONS
from deploy.demo.roster.story import Classes, add_story
from deploy.demo.roster.town import AASEN, FJELLSYN, LILLEVIK, Row, Town

SEED = 20261116
HERE = Path(__file__).parent
SHORT = {LILLEVIK: "lillevik", FJELLSYN: "fjellsyn", AASEN: "aasen"}


def generate() -> dict[str, str]:
    """Give the text of every file by name. Pure: nothing is read or written."""
    town = Town()
    classes = _classes()
    add_story(town, classes)
    Crowd(town, classes, SEED).fill()
    rows = {
        "orgs.csv": ORGS,
        "academicSessions.csv": SESSIONS,
        "courses.csv": [_course(school) for school in SHORT],
        "classes.csv": list(classes.values()),
        "users.csv": [human.row for human in town.users],
        "demographics.csv": [
            {"sourcedId": human.id, "birthDate": human.born.isoformat()}
            for human in town.users
            if "grades" in human.row
        ],
        "roles.csv": town.roles,
        "enrollments.csv": town.enrollments,
        "rooms.csv": ROOMS,
    }
    texts = {file: _table(COLUMNS[file], those) for file, those in rows.items()}
    texts["manifest.csv"] = _table(("propertyName", "value"), MANIFEST)
    texts["school-calendar.ics"] = _calendar()
    texts["cast.json"] = json.dumps(town.cast, ensure_ascii=False, indent=2) + "\n"
    return texts


def _classes() -> Classes:
    titles = {
        LILLEVIK: [f"{grade}A" for grade in range(1, 8)]
        + [f"{grade}{x}" for grade in (8, 9, 10) for x in "AB"],
        FJELLSYN: [f"{grade}A" for grade in range(1, 8)],
        AASEN: [f"{grade}A" for grade in range(1, 8)],
    }
    return {(school, title): _class(school, title) for school, those in titles.items() for title in those}


def _class(school: str, title: str) -> Row:
    return {
        "sourcedId": f"class-{SHORT[school]}-{title.lower()}",
        "title": title,
        "grades": f"{int(title[:-1]):02}",
        "courseSourcedId": f"course-{SHORT[school]}",
        "classCode": title,
        "classType": "homeroom",
        "schoolSourcedId": school,
        "termSourcedIds": "term-2026-host,term-2027-vaar",
    }


def _course(school: str) -> Row:
    return {
        "sourcedId": f"course-{SHORT[school]}",
        "schoolYearSourcedId": "year-2026-2027",
        "title": "Klasse",
        "courseCode": "KLASSE",
        "orgSourcedId": school,
    }


def _table(columns: tuple[str, ...], rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _calendar() -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lillevik kommune//Skolerute//NO"]
    for uid, title, first, after in EVENTS:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}@lillevik.example",
            "DTSTAMP:20260601T080000Z",
            f"DTSTART;VALUE=DATE:{first}",
            f"DTEND;VALUE=DATE:{after}",
            f"SUMMARY:{title}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def main() -> None:
    for file, text in generate().items():
        (HERE / file).write_bytes(text.encode())
        sys.stdout.write(f"{file}: {len(text.splitlines())} lines\n")


if __name__ == "__main__":
    main()
