"""The log of looks: stored before anything is shown, one unbroken chain a case, checked without any key."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.exporting_looks import verify_log
from shared.storage.keys import Erased
from shared.storage.look_chain import first_line, last_line, line_of
from shared.storage.look_log import Look, LookLog
from tests.shared.moments import NOON
from tests.shared.storage.conftest import Room

LINES = Callable[[list[dict[str, object]]], list[dict[str, object]]]


def look(person: str = "person_a", route: str = "GET /cases/{case_id}") -> Look:
    return Look(at=NOON, person_id=person, hat="staff", relation="rektor", action="see", route=route)


def log_in(room: Room) -> LookLog:
    """A log of its own, as another process would have it."""
    return LookLog(room.database, keys=room.keys())


async def exported(log: LookLog, to: Path) -> Path:
    lines = [line_of(block) async for block in log.blocks()]
    return written(to, lines)


def written(to: Path, lines: list[str]) -> Path:
    to.write_text("\n".join([first_line("intake"), *lines, last_line(len(lines))]) + "\n", encoding="utf-8")
    return to


@pytest.mark.requirement("B9", "L9")
async def test_what_several_processes_write_at_once_is_one_unbroken_chain_for_each_case(
    room: Room, tmp_path: Path
) -> None:
    logs = [log_in(room) for _ in range(3)]
    await asyncio.gather(
        *(logs[n % 3].note(f"case_{n % 2}", look(f"person_{n}")) for n in range(60)),
    )
    seen = {one.person_id for case in ("case_0", "case_1") for one in await logs[0].looks_at(case)}
    assert seen == {f"person_{n}" for n in range(60)}
    assert verify_log([str(await exported(logs[0], tmp_path / "export"))]) == 0


@pytest.mark.requirement("B9")
async def test_a_case_whose_key_is_gone_leaves_a_chain_that_tells_nothing(room: Room, tmp_path: Path) -> None:
    log = log_in(room)
    for case in ("case_kept", "case_erased"):
        await log.note(case, look("person_canary"))
    keys = room.keys()
    await keys.destroy("case_erased")
    fresh = LookLog(room.database, keys=keys)
    with pytest.raises(Erased):
        await fresh.looks_at("case_erased")
    file = await exported(fresh, tmp_path / "export")
    assert verify_log([str(file)]) == 0
    told = [json.loads(line) for line in file.read_text().splitlines()[1:-1]]
    assert {one["case"]: "person_canary" in one.get("content", "") for one in told} == {
        "case_kept": True,
        "case_erased": False,
    }


def _altered(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    lines[1]["content"] = str(lines[1]["content"]).replace("person_1", "person_9")
    return lines


def _altered_with_its_mark(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    from shared.storage.look_chain import mark_of

    lines = _altered(lines)
    lines[1]["mark"] = mark_of(str(lines[1]["content"]).encode()).hex()
    return lines


def _taken_out(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [lines[0], *lines[2:]]


def _renumbered(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{**one, "n": number} for number, one in enumerate(_taken_out(lines), 1)]


def _moved_to_another_case(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{**one, "case": "case_other"} for one in lines]


@pytest.mark.requirement("B9")
@pytest.mark.parametrize(
    "done", [_altered, _altered_with_its_mark, _taken_out, _renumbered, _moved_to_another_case]
)
async def test_whatever_is_done_to_the_log_shows_offline(room: Room, tmp_path: Path, done: LINES) -> None:
    log = log_in(room)
    for number in range(4):
        await log.note("case_a", look(f"person_{number}"))
    file = await exported(log, tmp_path / "export")
    assert verify_log([str(file)]) == 0
    lines = done([json.loads(line) for line in file.read_text().splitlines()[1:-1]])
    written(file, list(map(json.dumps, lines)))
    assert verify_log([str(file)]) == 1


@pytest.mark.requirement("B9")
async def test_an_end_that_was_cut_off_shows_beside_an_earlier_export(room: Room, tmp_path: Path) -> None:
    log = log_in(room)
    for number in range(3):
        await log.note("case_a", look(f"person_{number}"))
    earlier = await exported(log, tmp_path / "earlier")
    await log.note("case_a", look("person_3"))
    later = await exported(log, tmp_path / "later")
    assert verify_log([str(later), str(earlier)]) == 0
    await room.database["case_looks"].delete_many({"_id": {"$in": ["case_a:000000003", "case_a:000000004"]}})
    cut = await exported(log_in(room), tmp_path / "cut")
    assert verify_log([str(cut)]) == 0
    assert verify_log([str(cut), str(earlier)]) == 1


def test_a_file_that_is_no_export_or_was_cut_off_is_said_to_be_none(tmp_path: Path) -> None:
    for name, text in {"other": "hello\n", "empty": "", "cut": first_line("intake") + "\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert verify_log([str(tmp_path / name)]) == 2
    assert verify_log([str(tmp_path / "nowhere")]) == 2
    assert verify_log([]) == 2
