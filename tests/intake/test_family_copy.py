"""A copy to take along, and a leak test: whatever a home can read holds no trace of another home's child."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.identifiers import new_id
from tests.intake.course import PLAN, opened, writes
from tests.intake.test_dossier import asks, fetches, fire, others_answer
from tests.intake.town import Door, Town, person_id
from tests.shared.checking_pdf import faults_in, text_of

pytestmark = pytest.mark.stack

OFFENDED = "Ordet som bare hører til den andre: Trollkjerr."
MAGNUS = directory_id("person", "user-00130")


async def copy_of(door: Door, case_id: str) -> bytes:
    answer = await door.http.get(f"/cases/{case_id}/family/copy")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="kopi.pdf"'
    assert "no-store" in answer.headers["cache-control"]
    return answer.content


async def test_the_copy_holds_what_the_page_does_and_everybody_can_read_it(
    town: Town, tmp_path: Path
) -> None:
    case_id = await opened(town)
    await writes(town.door("rektor"), case_id, do="activate")
    mother = town.door("mother", "guardian")
    words = {"text": "Han gruer seg 😀 *hver* dag.", "do": "confirm"}
    await mother.post(f"/cases/{case_id}/family/account", **words, idempotency_key=new_id("key"))
    made = {
        language: await copy_of(town.door("mother", "guardian", language), case_id)
        for language in ("nb", "nn", "en")
    }
    assert await faults_in(made, tmp_path) == []
    text = text_of(made["nb"])
    for said in (
        "Kopi av det som står på siden deres",
        "Kari Dahl",
        "Tone går ut sammen med Aksel",
        "*hver* dag.",
    ):
        assert said in text
    assert "What happens next" in text_of(made["en"])


async def test_a_stranger_and_the_staff_get_no_copy(town: Town) -> None:
    case_id = await opened(town)
    for door in (town.door("stranger", "guardian"), town.door("rektor")):
        assert (await door.http.get(f"/cases/{case_id}/family/copy")).status_code in (403, 404)


@pytest.mark.requirement("B8", "R41", "R43")
async def test_no_page_answer_pdf_or_package_of_one_home_holds_a_trace_of_another(
    town: Town, tmp_path: Path
) -> None:
    """Two who were hurt and one who hurt them, of one event; each home at everything it can open."""
    rektor = town.door("rektor")
    pupils = {"aksel": person_id("pupil"), "storm": person_id("other_pupil"), "magnus": MAGNUS}
    told = await rektor.tells(
        pupil_ids=list(pupils.values()), told_as="staff", text="Magnus slo Aksel og Storm."
    )
    cases = {name: str(one["case_id"]) for name, one in zip(pupils, told["cases"], strict=True)}
    for name, case_id in cases.items():
        await rektor.post(f"/cases/{case_id}/assess")
        text = OFFENDED if name == "magnus" else "Magnus slo. Storm gråt, og Aksel gikk."
        await rektor.send(f"/cases/{case_id}/facts", {"text": text, "source": "staff"}, key=new_id("key"))
        common = {**PLAN, "problem": "Eleven er utsatt.", "do": "activate", "pupil_words": f"Ord fra {name}."}
        common |= {"measures.0.what": "Tone går ut med eleven", "pupil_part": "Vi har spurt."}
        common["best_interest"] = "Trygghet først."
        answer = await rektor.post(f"/cases/{case_id}/plan/edit", **common)
        assert answer.status == 303, answer.text
    await town.deliver()
    people = await town.house.directory.people_by_id(
        [*pupils.values(), person_id("stranger"), person_id("mother"), person_id("father")]
    )
    for own, reader in (
        ("aksel", town.door("mother", "guardian")),
        ("storm", town.door("stranger", "guardian")),
    ):
        others = [one for name, one in pupils.items() if name != own]
        traces = {
            word for one in others for word in (people[one].words.given_name, people[one].words.family_name)
        }
        traces |= set(others)
        traces |= {cases[name] for name in cases if name != own}
        traces |= {told["cases"][list(pupils).index(name)]["number"] for name in cases if name != own}
        traces |= {f"Ord fra {name}." for name in cases if name != own} | {"Trollkjerr", "Magnus"}
        own_names = {people[pupils[own]].words.family_name}
        said = await everything(town, reader, cases[own], tmp_path)
        for where, text in said.items():
            found = {one for one in traces - own_names if re.search(rf"\b{re.escape(one)}", text)}
            assert found == set(), where


async def everything(town: Town, reader: Door, case_id: str, folder: Path) -> dict[str, str]:
    """All that somebody at home can open of their case, as text."""
    paths = ("family", "family/plan", "family/account", "seen")
    said = {path: (await reader.get(f"/cases/{case_id}/{path}")).html for path in paths}
    said["/"] = (await reader.get("/")).html
    said["copy"] = text_of(await copy_of(reader, case_id))
    said["api list"] = (await reader.api("/cases")).text
    said["api case"] = (await reader.api(f"/cases/{case_id}")).text
    for closed in ("plan", "facts", "dossiers", "plan/versions", "steps"):
        answer = await reader.get(f"/cases/{case_id}/{closed}")
        assert answer.status in (403, 404, 405), closed
        said[closed] = answer.html
    assert reader.person is not None
    dossier_id = await asks(town, case_id, variant="masked", party_id=reader.person, purpose="access")
    await others_answer(town, case_id, dossier_id, [])
    await fire(town)
    package = await fetches(town.door("rektor"), case_id, dossier_id, folder)
    with zipfile.ZipFile(package) as opened_:
        for name in opened_.namelist():
            content = opened_.read(name)
            said[f"dossier {name}"] = text_of(content) if name.endswith(".pdf") else content.decode()
        pdf = opened_.read("case.pdf")
    assert json.loads(said["dossier case.json"])["case_id"] == case_id
    assert await faults_in({"dossier": pdf}, folder) == []
    return said
