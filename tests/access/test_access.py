"""Every route with every relation: what each is answered stands in `matrix.md`, and has no holes.

The table is written anew at each run (`build/access-matrix.md`) and compared. What must hold whatever stands
in it, is asserted beside it: nobody outside sees a word, and every door is closed to those it is not for.
"""

import asyncio
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path

import httpx
import pytest

from deploy.demo.scene import Scene
from deploy.demo.story import STEPS, play
from tests.access.askers import REVOKED, SIGNED_OUT, Asker, Doorman
from tests.access.doors import Door, doors
from tests.access.matrix import Cells, Knocker, Subject, table
from tests.access.matrix import __doc__ as cells_explained
from tests.access.subjects import a_colleagues_child, the_case, the_group
from tests.shared.waiting import until

COMMITTED = Path(__file__).with_name("matrix.md")
WRITTEN = Path(__file__).parents[2] / "build" / "access-matrix.md"
SERVICES = ("intake", "meetings", "notify", "escalation")

_MEANING = (cells_explained or "").partition("\n\n")[2]
HEAD = f"""# Who is answered what

<!-- Written by `tests/access/test_access.py` from the running services; it fails where the two differ. -->

{_MEANING}
"""

# Staff find the pupils of their own school by name when they report, and the administrator finds everybody.
NAMES_FOR_STAFF = {
    "GET /report",
    "POST /report",
    "GET /api/intake/report-choices",
    "GET /observations/new",
    "POST /observations/new",
}
NAMES_FOR_ALL_SCHOOLS = {"GET /directory"}
# A case in whose path it stands is nobody's but theirs who have part in it.
OF_A_CASE = {"case_id", "meeting_id", "notice_id", "report_id", "letter_id", "card_id"}
CLOSED = {"303", "401", "403", "404"}
# How long cases are kept is an office: who holds it orders by a case's number, and never sees into the case.
OF_AN_OFFICE = {
    "POST /api/intake/disposal/cases/{case_id}",
    "POST /disposal/cases/{case_id}/erase",
    "POST /disposal/cases/{case_id}/hold",
}

Matrix = dict[str, tuple[Subject, list[Door], Cells]]


@pytest.fixture(scope="module")
async def matrix(scene: Scene) -> Matrix:
    """Everybody at every door of the running services, once the whole story has been played."""
    await play(scene, through=len(STEPS))
    subjects = [await the_case(scene), the_group(scene), await a_colleagues_child(scene)]
    every = await doors()
    doorman = Doorman(scene)
    async with httpx.AsyncClient(trust_env=False, timeout=30, follow_redirects=False) as http:
        # Nobody goes on in the session of whoever asked before.
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        await doorman.sign_out(REVOKED, http)
        await until(lambda: _is_refused_everywhere(scene, doorman, http))
        knocker = Knocker(scene.stack, doorman, http)
        told = {}
        for subject in subjects:
            # A door that names no case is the same whatever the subject: once is enough.
            asked = [d for d in every if d.parameters & OF_A_CASE or d.name in subject.query]
            asked = every if subject is subjects[0] else asked
            told[subject.title] = (subject, asked, await knocker.all_cells(subject, asked))
    return told


def test_every_door_answers_everybody_as_the_committed_table_says(matrix: Matrix) -> None:
    text = "\n".join([HEAD, *(table(*one) for one in matrix.values())])
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(text, encoding="utf-8")
    committed = COMMITTED.read_text(encoding="utf-8") if COMMITTED.exists() else ""
    differs = sorted(set(text.splitlines()) ^ set(committed.splitlines()))
    assert differs == [], f"read {WRITTEN}, and put it in the place of {COMMITTED.name} when it is right"


def test_nobody_outside_sees_a_word_of_the_case(matrix: Matrix) -> None:
    assert _where(matrix, lambda door, asker, cell: asker.outside and "w" in cell) == []


def test_nobody_outside_sees_the_name_of_the_child_or_its_family(matrix: Matrix) -> None:
    def wrongly_named(door: Door, asker: Asker, cell: str) -> bool:
        may = NAMES_FOR_STAFF if asker.hat == "staff" and not asker.revoked else set()
        may |= NAMES_FOR_ALL_SCHOOLS if asker.name == "administrator" else set()
        return asker.outside and "n" in cell.removeprefix("in") and door.name not in may

    assert _where(matrix, wrongly_named) == []


def test_what_belongs_to_a_case_is_closed_to_those_outside(matrix: Matrix) -> None:
    def open_to_a_stranger(door: Door, asker: Asker, cell: str) -> bool:
        if asker.name == "administrator" and door.name in OF_AN_OFFICE:
            return False
        return bool(asker.outside and not door.is_open and door.parameters & OF_A_CASE) and cell not in CLOSED

    assert _where(matrix, open_to_a_stranger) == []


def test_who_is_not_signed_in_comes_to_the_sign_in_or_is_refused(matrix: Matrix) -> None:
    def let_in(door: Door, asker: Asker, cell: str) -> bool:
        return asker in {SIGNED_OUT, REVOKED} and not door.is_open and cell not in {"303", "401"}

    assert _where(matrix, let_in) == []


def test_no_request_breaks_a_service_or_is_carried_out(matrix: Matrix) -> None:
    def broke(door: Door, asker: Asker, cell: str) -> bool:
        signed_in = asker.key and not asker.revoked
        # Who comes to an open door without its code and phrase is led to where they are asked for.
        done = cell[0] == "2" or (cell[0] == "3" and not door.is_open)
        return cell.startswith("5") or (door.changes and bool(signed_in) and done)

    assert _where(matrix, broke) == []


def test_those_whose_case_it_is_do_see_it(matrix: Matrix) -> None:
    """The words are there to be found: a matrix of closed doors would prove nothing."""
    subject, _, cells = matrix["The case"]
    seen = {asker.name for (_, asker), cell in cells.items() if cell.startswith("200w")}
    assert seen == {asker.name for asker in subject.askers if not asker.outside}


def _where(matrix: Matrix, fits: Callable[[Door, Asker, str], bool]) -> list[str]:
    return [
        f"{subject.title}: {door.name} as {asker.name}: {cell}"
        for subject, _, cells in matrix.values()
        for (door, asker), cell in cells.items()
        if fits(door, asker, cell)
    ]


async def _is_refused_everywhere(scene: Scene, doorman: Doorman, http: httpx.AsyncClient) -> bool:
    said = {"accept": "application/json", **doorman.headers(REVOKED)}
    urls = [f"{scene.stack.service_url(service)}/api/{service}/session" for service in SERVICES]
    answers = await asyncio.gather(*(http.get(url, headers=said) for url in urls))
    return all(answer.status_code == httpx.codes.UNAUTHORIZED for answer in answers)
