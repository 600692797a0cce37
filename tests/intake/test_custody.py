"""The population register beside the roster: neither lets anybody in by itself, and what is settled stays."""

from collections.abc import AsyncIterator

import pytest

from deploy.demo.roster.people import cast
from services.intake.commands.correct_directory import Laying
from services.intake.commands.hear_register import Heard, RegisterRow, hear_register
from services.intake.commands.import_roster import import_roster
from services.intake.domain.custody import Custody, differences
from shared.contracts.directory import GuardianLink
from tests.intake.town import SUBJECT_KEY, Town, person_id, roster, school_id


@pytest.mark.requirement("L8")
@pytest.mark.parametrize(
    ("register", "told", "expected"),
    [
        ([("m", True)], [("m", True)], {}),
        ([("m", True)], [], {"m": "only_register"}),
        ([("m", False)], [], {}),
        ([], [("m", True)], {"m": "only_roster"}),
        ([], [("m", False)], {}),
        ([("m", True)], [("m", False)], {"m": "more_in_register"}),
        ([("m", False)], [("m", True)], {"m": "less_in_register"}),
        ([("m", True), ("f", True)], [("m", True), ("f", False)], {"f": "more_in_register"}),
    ],
)
def test_where_the_two_differ(
    register: list[tuple[str, bool]], told: list[tuple[str, bool]], expected: dict[str, str]
) -> None:
    facts = [Custody(person_id=id_, responsibility=has) for id_, has in register]
    links = [GuardianLink(person_id=id_, relation="parent", responsibility=has) for id_, has in told]
    assert differences(facts, links) == expected


def row(guardian: str, *, responsibility: bool, pupil: str = "pupil") -> RegisterRow:
    return RegisterRow(cast()[pupil]["sourcedId"], cast()[guardian]["sourcedId"], responsibility)


@pytest.fixture
async def settled_nothing(town: Town) -> AsyncIterator[None]:
    yield
    await town.imports()


async def hears(town: Town, *rows: RegisterRow) -> Heard:
    found = await hear_register(rows, house=town.house)
    await town.deliver()
    return found


@pytest.mark.stack
@pytest.mark.requirement("L8")
@pytest.mark.usefixtures("settled_nothing")
async def test_nothing_changes_before_the_school_has_looked_and_then_it_stays(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    father, rektor = town.door("father", "guardian"), town.door("rektor")
    register = (row("mother", responsibility=True), row("father", responsibility=False))
    for _ in range(2):
        assert await hears(town, *register) == Heard(pupils=1, differing=1, unknown=0)
    assert (await father.get(f"/cases/{case_id}/family")).status == 200
    path = f"/directory/{school_id()}/custody"
    page = await rektor.get(path)
    assert "Folkeregisteret sier at Jon Nordgardsmyr ikke har foreldreansvar" in page.text
    fields = {"pupil_id": person_id("pupil"), "person_id": person_id("father"), "counts": "register"}
    assert (await town.door("colleague").post(path, **fields, reason="x")).status == 403
    assert (await town.door("rektor_fjellsyn").get(path)).status == 403
    assert (await rektor.post(path, **fields)).status == 422
    assert (await rektor.post(path, **fields, reason="Dom fra tingretten.")).status == 303
    await town.deliver()
    assert (await father.get(f"/cases/{case_id}/family")).status == 404
    assert "Jon Nordgardsmyr" not in (await rektor.get(path)).text
    # The roster comes again and still says otherwise: what was settled stands, and nothing is written.
    again = await import_roster(
        roster(), stores=town.house.listed, subject_key=SUBJECT_KEY, laid=Laying(town.house).over
    )
    assert again.wrote == 0
    assert (await father.get(f"/cases/{case_id}/family")).status == 404
    # The register changes its mind, and back: what was settled counts while it says what it said then.
    assert (await hears(town, *register[:1], row("father", responsibility=True))).differing == 0
    assert (await father.get(f"/cases/{case_id}/family")).status == 200
    assert (await hears(town, *register)).differing == 0
    assert (await father.get(f"/cases/{case_id}/family")).status == 404


@pytest.mark.stack
async def test_lines_about_nobody_are_counted_and_the_rest_is_taken(town: Town) -> None:
    found = await hears(
        town, row("mother", responsibility=True), RegisterRow("nobody", "no-one", responsibility=True)
    )
    assert (found.pupils, found.unknown) == (1, 1)
