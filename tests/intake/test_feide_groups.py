"""Classes from Feide: the same from its interface and from a folder, laid over the roster that is there."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.demo.roster.generate import HERE
from deploy.demo.roster.people import cast
from services.intake.domain.feide_groups import FeideGroup, FeideMember, as_delta
from services.intake.domain.roster import FILES, take_in
from services.intake.files.feide import GROUPS, MEMBERS, FolderFeide, GroupSource, HttpFeide
from shared.errors import Unavailable, Unreadable
from tests.intake.town import Town, person_id, school_id

ORG = "100000002"
CLASS = "fc:gogroup:lillevik.example:b:NO100000002:8a:2026-08-17:2027-06-18"
TOLD: list[dict[str, Any]] = [
    {"id": "fc:org:lillevik.example", "type": "fc:org", "displayName": "Lillevik kommune"},
    {
        "id": CLASS,
        "type": "fc:gogroup",
        "go_type": "b",
        "displayName": "8A",
        "parent": "fc:org:lillevik.example:unit:NO100000002",
        "notBefore": "2026-08-17T00:00:00Z",
        "notAfter": "2027-06-18T00:00:00Z",
    },
    {
        "id": "fc:gogroup:lillevik.example:u:NO100000002:NOR",
        "type": "fc:gogroup",
        "go_type": "u",
        "displayName": "Norsk 8",
        "parent": "fc:org:lillevik.example:unit:NO100000002",
    },
]
PEOPLE: list[dict[str, Any]] = [
    {
        "userid": "feide:nye.nora@lillevik.example",
        "name": "Nora Marie Ny",
        "membership": {"affiliation": "student", "basic": "member"},
    },
    {"name": "Uten Brukernavn", "membership": {"affiliation": "student"}},
    {"userid": "feide:x", "name": "Ukjent Rolle", "membership": {"affiliation": "guest"}},
]


class Feide:
    """Feide's side of both ways."""

    def __init__(self, folder: Path, way: str) -> None:
        self.folder, self.way = folder, way
        self.says: dict[str, Any] = {GROUPS: TOLD, MEMBERS.format(1): PEOPLE}
        self.down = 0
        transport = httpx.MockTransport(self._serve)
        http = HttpFeide("http://feide.test", "token", org="lillevik.example", transport=transport)
        self.source: GroupSource = FolderFeide(folder) if way == "folder" else http
        self.write()

    def write(self) -> None:
        for name, told in self.says.items():
            text = told if isinstance(told, str) else json.dumps(told)
            (self.folder / name).write_text(text, "utf-8")

    def goes_down(self) -> None:
        self.down = 99
        for one in self.folder.iterdir():
            one.unlink()

    async def _serve(self, request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer token"
        if self.down:
            self.down -= 1
            return httpx.Response(503)
        path = request.url.path
        if path == "/groups/orgs/lillevik.example/groups":
            told = self.says[GROUPS]
        else:
            ids = [one["id"] for one in TOLD]
            asked = path.removeprefix("/groups/groups/").removesuffix("/members")
            if asked not in ids:
                return httpx.Response(404)
            told = self.says[MEMBERS.format(ids.index(asked))]
        return httpx.Response(200, content=told if isinstance(told, str) else json.dumps(told))


@pytest.fixture(params=["folder", "http"])
def feide(request: pytest.FixtureRequest, tmp_path: Path) -> Feide:
    return Feide(tmp_path, request.param)


async def test_groups_come_with_school_kind_and_days(feide: Feide) -> None:
    found = [one async for one in feide.source.groups()]
    assert found[0] == FeideGroup(CLASS, "8A", ORG, "b", date(2026, 8, 17), date(2027, 6, 18))
    assert [one.go_type for one in found] == ["b", "u"]


async def test_members_without_a_subject_or_a_role_are_left_out(feide: Feide) -> None:
    assert await feide.source.members(CLASS) == [
        FeideMember("feide:nye.nora@lillevik.example", "Nora Marie", "Ny", "student")
    ]


async def test_a_group_that_is_not_there_is_named(feide: Feide) -> None:
    with pytest.raises(Unreadable, match="feide-404"):
        await feide.source.members("fc:gogroup:none")


async def test_what_does_not_answer_is_waited_for_and_then_said_to_be_down(
    feide: Feide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.intake.files.feide._TRIES", (0.0,))
    feide.goes_down()
    with pytest.raises(Unavailable):
        [one async for one in feide.source.groups()]


@pytest.mark.parametrize("told", ["{", "null", '{"error": 1}', '[{"type": "fc:gogroup"}]', "[1]"])
async def test_an_answer_that_means_nothing_is_refused_and_not_guessed_at(feide: Feide, told: str) -> None:
    feide.says[GROUPS] = told
    feide.write()
    with pytest.raises(Unreadable):
        [one async for one in feide.source.groups()]


def kept() -> dict[str, str]:
    return {name: (HERE / name).read_text("utf-8-sig") for name in FILES if (HERE / name).is_file()}


NORA = FeideMember("feide:nora", "Nora", "Ny", "student")
GROUP = FeideGroup(CLASS, "8A", ORG, "b", date(2026, 8, 17), date(2027, 6, 18))
_as_it_is: Callable[[str], str] = str


def test_whoever_the_roster_knows_keeps_the_name_and_is_not_doubled() -> None:
    rektor = FeideMember(cast()["rektor"]["subject"], "Annet", "Navn", "faculty")
    delta = as_delta([(GROUP, [NORA, rektor])], kept(), _as_it_is)
    taken = take_in(kept(), delta.files)
    people = taken.roster.people
    assert people[cast()["rektor"]["sourcedId"]].name == "Anne Berg"
    assert [one.name for one in people.values() if one.id.startswith("feide-")] == ["Nora Ny"]
    assert "classes.csv" not in delta.files
    added = [one for one in taken.roster.enrollments if one.id.startswith("feide-")]
    assert {one.group for one in added} == {"class-lillevik-8a"}
    assert not [one for one in taken.roster.refused if one.scope == "row"]


def test_who_is_in_the_class_no_longer_is_taken_out_and_what_a_roster_said_stays() -> None:
    first = take_in(kept(), as_delta([(GROUP, [NORA])], kept(), _as_it_is).files)
    again = as_delta([(GROUP, [])], first.files, _as_it_is)
    second = take_in(first.files, again.files)
    assert not [one for one in second.roster.enrollments if one.id.startswith("feide-")]
    assert len(second.roster.enrollments) == len(take_in({}, kept()).roster.enrollments)
    third = as_delta([(GROUP, [])], second.files, _as_it_is)
    assert not third.files


def test_a_new_class_is_made_and_a_school_that_nobody_knows_is_named() -> None:
    new = FeideGroup("fc:gogroup:9x", "9X", ORG, "b")
    stranger = FeideGroup("fc:gogroup:1a", "1A", "999999999", "b")
    delta = as_delta([(new, [NORA]), (stranger, [NORA])], kept(), _as_it_is)
    assert delta.unknown_schools == ("999999999",)
    roster = take_in(kept(), delta.files).roster
    assert "9X" in {one.title for one in roster.groups.values()}


def test_the_same_answer_twice_changes_nothing() -> None:
    first = take_in(kept(), as_delta([(GROUP, [NORA])], kept(), _as_it_is).files)
    second = take_in(first.files, as_delta([(GROUP, [NORA])], first.files, _as_it_is).files)
    assert dict(first.files) == dict(second.files)


@pytest.mark.stack
async def test_a_pupil_that_feide_brings_can_have_a_case_and_the_next_school_year_moves_the_class(
    town: Town,
) -> None:
    """What one year's class may see, the next year's does not: access goes by the days of the groups."""
    taken = take_in(kept(), as_delta([(GROUP, [NORA])], kept(), _as_it_is).files)
    try:
        await town.imports(taken.roster)
        rektor = town.door("rektor")
        pupils = (await rektor.api("/report-choices")).json()["pupils"]
        nora = next(one["pupil_id"] for one in pupils if "Nora Ny" in one["name"])
        told = await rektor.tells(pupil_ids=[nora], told_as="staff")
        case_id = told["cases"][0]["case_id"]
        teacher = town.door("contact_teacher")
        assert (await teacher.get(f"/cases/{case_id}")).status == 200
        next_year = FeideGroup("fc:gogroup:9a", "9A ny", ORG, "b", date(2026, 11, 1))
        turned = take_in(
            taken.files, as_delta([(GROUP, []), (next_year, [NORA])], taken.files, _as_it_is).files
        )
        await town.imports(turned.roster)
        listed = await town.house.directory.person(nora)
        assert [(await town.house.directory.group(one)).name for one in listed.listed.group_ids] == ["9A ny"]
        assert (await teacher.get(f"/cases/{case_id}")).status == 404
        assert (await rektor.get(f"/cases/{case_id}")).status == 200
        assert school_id() in listed.listed.school_ids
        assert person_id("rektor")
    finally:
        await town.imports()
