"""An import can be tried first, stops before it takes away many, and no case loses its names."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.demo.roster.generate import HERE
from services.intake.commands.import_roster import TooManyRemoved, import_roster
from services.intake.domain.directory_entry import directory_id
from services.intake.domain.roster import Roster
from services.intake.roster_command_line import import_command, named_by_cases
from services.intake.storage.kept_roster import KeptRoster
from shared.identifiers import new_id
from tests.intake.town import SUBJECT_KEY, Town, person_id, roster

pytestmark = pytest.mark.stack


def without(*keys: str) -> Roster:
    gone = {person_id(one) for one in keys}
    people = {k: v for k, v in roster().people.items() if _id(k) not in gone}
    return replace(roster(), people=people)


def _id(sourced: str) -> str:
    return directory_id("person", sourced)


async def test_a_trial_tells_what_would_change_by_id_and_field_and_changes_nothing(town: Town) -> None:
    mother = person_id("mother")
    changed = {
        sourced: one.model_copy(update={"phone": "99 99 99 99", "language": "nn"})
        if _id(sourced) == mother
        else one
        for sourced, one in without("father").people.items()
    }
    report = await import_roster(
        replace(roster(), people=changed), stores=town.house.listed, subject_key=SUBJECT_KEY, trial=True
    )
    told = {(one.id, one.what): one.fields for one in report.changes}
    assert told[mother, "changed"] == ("language", "phone")
    assert (person_id("father"), "removed") in told
    assert "99 99" not in repr(report)
    assert (await town.imports()).wrote == 0


async def test_an_import_that_would_take_away_many_stops_before_the_first(town: Town) -> None:
    few = replace(roster(), people=dict(list(roster().people.items())[:100]))
    with pytest.raises(TooManyRemoved) as stopped:
        await import_roster(few, stores=town.house.listed, subject_key=SUBJECT_KEY, most_removed=0.1)
    assert stopped.value.going == stopped.value.there - 100
    assert (await town.imports()).wrote == 0


async def test_who_is_in_no_roster_any_more_leaves_and_can_come_back(town: Town) -> None:
    report = await town.imports(without("no_email"))
    assert report.kinds["people"].removed == 1
    assert (await town.imports()).kinds["people"].changed == 1


async def test_a_pupil_with_a_case_who_leaves_keeps_her_name_in_it(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    assert told
    named = await named_by_cases([person_id("pupil"), new_id("person")], house=town.house)
    assert named == {person_id("pupil")}

    async def needed(ids: object) -> set[str]:
        return await named_by_cases(list(ids), house=town.house)  # type: ignore[call-overload]

    report = await import_roster(
        without("pupil"), stores=town.house.listed, subject_key=SUBJECT_KEY, needed=needed
    )
    await town.deliver()
    assert (report.left, report.kinds["people"].removed) == (1, 0)
    aksel = await town.house.listed.person(person_id("pupil"))
    assert aksel is not None
    assert (aksel.words.given_name, aksel.listed.school_ids) == ("Aksel", ())
    assert (
        await import_roster(
            without("pupil"), stores=town.house.listed, subject_key=SUBJECT_KEY, needed=needed
        )
    ).wrote == 0
    await town.imports()


async def test_the_command_takes_files_then_a_delta_and_can_be_run_again(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "delta"
    folder.mkdir()
    assert await import_command(town.service, [str(HERE)]) == 0
    kept = await KeptRoster(town.kernel).read()
    assert "users.csv" in kept
    assert "02858400018" not in repr(kept)
    (folder / "manifest.csv").write_text(
        "propertyName,value\noneroster.version,1.2\nfile.users,delta\n", encoding="utf-8"
    )
    header, *rows = (HERE / "users.csv").read_text(encoding="utf-8-sig").splitlines()
    row = next(one for one in rows if ",Kari,Dahl," in one)
    users = "\n".join([header, row.replace(",Kari,Dahl,", ",Kari,Dahl-Strand,"), "broken"]) + "\n"
    (folder / "users.csv").write_text(users, encoding="utf-8")
    capsys.readouterr()
    assert await import_command(town.service, ["--dry-run", str(folder)]) == 1
    told = capsys.readouterr().out
    assert f"{person_id('mother')}  changed: family_name" in told
    assert "users.csv:3  wrong_width" in told
    assert "Strand" not in told
    assert await import_command(town.service, [str(folder)]) == 1
    mother = await town.house.listed.person(person_id("mother"))
    assert mother is not None
    assert mother.words.family_name == "Dahl-Strand"
    assert len(mother.identities) == 1
    capsys.readouterr()
    assert await import_command(town.service, [str(folder)]) == 1
    assert "nothing was written" in capsys.readouterr().out
    shutil.rmtree(folder)
    assert await import_command(town.service, [str(HERE)]) == 0
    await town.deliver()
