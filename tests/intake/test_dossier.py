"""The whole case as one signed package, full or for one party alone."""

import base64
import gzip
import io
import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from services.intake.command_line import verify_dossier
from services.intake.files.package import Signer, faults_in
from shared.contracts.dossier import (
    DossierMadeV1,
    DossierPart,
    DossierPartWords,
    DossierRequestedV1,
    EscalationDossierPartV1,
    MeetingsDossierPartV1,
    NotifyDossierPartV1,
)
from shared.identifiers import new_id
from tests.intake.town import Door, Town, person_id

pytestmark = pytest.mark.stack

PARTS: tuple[type[DossierPart], ...] = (MeetingsDossierPartV1, NotifyDossierPartV1, EscalationDossierPartV1)
TOLD = "Aksel og Nora ble holdt utenfor ved Fjøslåven."


async def a_case(town: Town) -> str:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], text=TOLD)
    return str(told["cases"][0]["case_id"])


async def asks(town: Town, case_id: str, **body: Any) -> str:
    answer = await town.door("rektor").send(
        f"/cases/{case_id}/dossiers", {"purpose": "supervision", **body}, key=new_id("key")
    )
    assert answer.status_code == 202, answer.text
    await town.deliver()
    return str(answer.json()["id"])


async def others_answer(
    town: Town, case_id: str, dossier_id: str, lines: list[dict[str, Any]] | None = None
) -> None:
    """Each says its part in two pieces."""
    for said in PARTS:
        told = lines if said is MeetingsDossierPartV1 and lines else []
        content = gzip.compress(b"".join(json.dumps(one).encode() + b"\n" for one in told))
        for number, piece in ((1, content[:10]), (2, content[10:])):
            await town.hears(
                said(
                    case_id=case_id,
                    dossier_id=dossier_id,
                    number=number,
                    last=number == 2,
                    at=town.clock.now(),
                ),
                DossierPartWords(content=base64.b64encode(piece).decode()),
            )


async def fire(town: Town) -> None:
    """The clock looks for what is due."""
    [due] = [one for one in town.service.dues if one.store is town.house.dossiers]
    now = town.clock.now()
    for id_ in await due.store.ids({"due_at": {"$lte": now}}):
        await due.fire(id_, now)
    await town.deliver()


async def fetches(door: Door, case_id: str, dossier_id: str, folder: Path) -> Path:
    answer = await door.api(f"/cases/{case_id}/dossiers/{dossier_id}/file")
    assert answer.status_code == 200, answer.text
    path = folder / "sak.zip"
    path.write_bytes(answer.content)
    return path


def texts_in(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "\n".join(
            [
                *package.namelist(),
                *(package.read(one).decode("utf-8", "replace") for one in package.namelist()),
            ]
        )


def entries_of(path: Path, service: str = "intake") -> list[dict[str, Any]]:
    with zipfile.ZipFile(path) as package:
        found: list[dict[str, Any]] = json.loads(package.read("case.json"))["services"][service]
    return found


@pytest.mark.requirement("L1", "B14")
async def test_one_call_gives_the_whole_case_with_its_history_signed(town: Town, tmp_path: Path) -> None:
    case_id = await a_case(town)
    rektor = town.door("rektor")
    fact = {"text": "De tok lua hans.", "source": "pupil"}
    assert (await rektor.send(f"/cases/{case_id}/facts", fact, key=new_id("key"))).status_code == 201
    png = await _a_picture()
    await rektor.http.post(
        f"/files/case/{case_id}",
        data={"csrf": rektor.csrf, "idempotency_key": new_id("key")},
        files={"file": ("Aksel.png", png, "image/png")},
    )
    await town.deliver()
    dossier_id = await asks(town, case_id)
    assert (await rektor.api(f"/cases/{case_id}/dossiers/{dossier_id}/file")).status_code == 404
    await others_answer(
        town, case_id, dossier_id, [{"kind": "minutes", "id": "m", "n": 1, "record": '{"prev": ""}'}]
    )
    await fire(town)
    path = await fetches(rektor, case_id, dossier_id, tmp_path)
    key = (await rektor.api("/signing-key")).json()["public_key"]
    assert faults_in(path, key) == []
    assert verify_dossier([str(path), key]) == 0
    case = await town.house.cases.get(case_id)
    assert case is not None
    [state] = [one for one in entries_of(path) if one["kind"] == "cases" and "state" in one]
    assert state["state"] == case.model_dump(mode="json")
    records = [one for one in entries_of(path) if one["id"] == case_id and "record" in one]
    assert json.loads(records[-1]["record"])["state"] == case.model_dump(mode="json")
    assert {"cases", "reports", "case_access"} <= {one["kind"] for one in entries_of(path)}
    assert [one["kind"] for one in entries_of(path, "meetings")] == ["minutes"]
    with zipfile.ZipFile(path) as package:
        page = package.read("case.html").decode()
        names = package.namelist()
    assert "De tok lua hans." in page
    assert TOLD in page
    people = await town.house.directory.people_by_id([person_id("pupil"), person_id("mother")])
    assert not [
        name for name in names for one in people.values() if one.words.given_name.lower() in name.lower()
    ]


@pytest.mark.requirement("L1", "L9", "B14")
async def test_each_export_stands_on_the_timeline_and_in_the_log_of_looks(town: Town, tmp_path: Path) -> None:
    case_id = await a_case(town)
    dossier_id = await asks(town, case_id)
    await others_answer(town, case_id, dossier_id)
    await fire(town)
    rektor = town.door("rektor")
    await fetches(rektor, case_id, dossier_id, tmp_path)
    assert [one.dossier_id for one in town.said_of(DossierMadeV1, case_id)] == [dossier_id]
    assert "Hele saken er tatt ut" in (await rektor.get(f"/cases/{case_id}")).text
    looks = await town.kernel.looks.log.looks_at(case_id)
    assert "GET /api/intake/cases/{case_id}/dossiers/{dossier_id}/file" in {one.route for one in looks}


@pytest.mark.requirement("L1", "R12", "R41")
async def test_one_partys_package_holds_no_name_and_no_id_of_another(town: Town, tmp_path: Path) -> None:
    pupils = [person_id("pupil"), person_id("other_pupil")]
    people = await town.house.directory.people_by_id(
        [person_id(one) for one in ("pupil", "mother", "father", "other_pupil", "stranger")]
    )
    other, stranger = people[person_id("other_pupil")], people[person_id("stranger")]
    text = f"{other.words.given_name} slo, og {stranger.name} vet om det."
    told = await town.door("rektor").tells(pupil_ids=pupils, told_as="staff", text=text)
    mine, theirs = told["cases"]
    case_id = mine["case_id"]
    rektor = town.door("rektor")
    fact = {"text": text + f" {other.words.given_name}s lue.", "source": "staff"}
    assert (await rektor.send(f"/cases/{case_id}/facts", fact, key=new_id("key"))).status_code == 201
    contact = {"person_id": person_id("father"), "means": "phone", "reached": True, "note": "Han var sint."}
    assert (await rektor.send(f"/cases/{case_id}/contacts", contact)).status_code == 204
    await town.deliver()
    minutes = {
        "kind": "minutes",
        "id": new_id("minutes"),
        "seq": 3,
        "tip": "",
        "state": {
            "case_id": case_id,
            "content": {
                "notes": text,
                "accounts": [
                    {"party_id": person_id("stranger"), "account": "Hemmelig ord: Trollkjerr"},
                    {"party_id": person_id("mother"), "account": "Han sover ikke."},
                ],
            },
            "attendance": {person_id("stranger"): "present", person_id("mother"): "present"},
            "linked": [theirs["case_id"]],
        },
    }
    dossier_id = await asks(town, case_id, variant="masked", party_id=person_id("mother"), purpose="access")
    await others_answer(town, case_id, dossier_id, [minutes])
    await fire(town)
    path = await fetches(rektor, case_id, dossier_id, tmp_path)
    assert faults_in(path) == []
    whole = texts_in(path)
    assert "Han sover ikke." in whole
    assert "en annen slo, og en annen vet om det." in whole
    for one in (other, stranger, people[person_id("father")]):
        assert one.id not in whole
        parts = {one.words.given_name, one.words.family_name} - {
            people[person_id("mother")].words.family_name
        }
        for part in parts - {people[person_id("pupil")].words.family_name}:
            assert not re.search(rf"\b{re.escape(part)}s?\b", whole), part
    for secret in ("Trollkjerr", "Han var sint.", theirs["case_id"], theirs["number"]):
        assert secret not in whole, secret


@pytest.mark.requirement("B14")
async def test_a_part_that_does_not_come_is_named_and_the_package_is_made(town: Town, tmp_path: Path) -> None:
    case_id = await a_case(town)
    dossier_id = await asks(town, case_id)
    await fire(town)
    rektor = town.door("rektor")
    assert (await rektor.api(f"/cases/{case_id}/dossiers/{dossier_id}")).json()["made_at"] is None
    town.clock.set(town.clock.now() + timedelta(minutes=11))
    try:
        await fire(town)
    finally:
        town.clock.set(town.clock.now() - timedelta(minutes=11))
    view = (await rektor.api(f"/cases/{case_id}/dossiers/{dossier_id}")).json()
    assert view["missing"] == ["meetings", "notify", "escalation"]
    path = await fetches(rektor, case_id, dossier_id, tmp_path)
    assert "Noe mangler" in texts_in(path)


@pytest.mark.requirement("B14")
async def test_who_is_killed_while_it_is_made_makes_it_again(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = await a_case(town)
    dossier_id = await asks(town, case_id)
    await others_answer(town, case_id, dossier_id)

    def killed(_: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as kill:
        kill.setattr("services.intake.commands.take_out_case.point", killed)
        with pytest.raises(KeyboardInterrupt):
            await fire(town)
    await fire(town)
    await fire(town)
    assert len(town.said_of(DossierMadeV1, case_id)) == 1
    assert faults_in(await fetches(town.door("rektor"), case_id, dossier_id, tmp_path)) == []


@pytest.mark.requirement("L1", "B14")
async def test_a_package_that_somebody_changed_is_found_out(town: Town, tmp_path: Path) -> None:
    case_id = await a_case(town)
    dossier_id = await asks(town, case_id)
    await others_answer(town, case_id, dossier_id)
    await fire(town)
    path = await fetches(town.door("rektor"), case_id, dossier_id, tmp_path)
    changed = tmp_path / "changed.zip"
    _change(path, changed, "manifest.json", b'"full"', b'"fool"')
    assert faults_in(changed) == ["signature-broken"]
    assert verify_dossier([str(changed)]) == 1
    _change(path, changed, "case.html", b"<h2>", b"<h3>")
    assert faults_in(changed) == ["changed-file case.html"]
    assert faults_in(path, Signer(b"x" * 32).public_key) == ["signed-by-another"]
    (tmp_path / "other.zip").write_bytes(b"PK not a zip")
    assert faults_in(tmp_path / "other.zip") == ["not-a-dossier"]


async def test_only_leadership_takes_it_out_and_the_same_key_is_one_package(town: Town) -> None:
    case_id = await a_case(town)
    body = {"purpose": "supervision"}
    for who, hat in (("contact_teacher", "staff"), ("mother", "guardian"), ("stranger", "guardian")):
        answer = await town.door(who, hat).send(f"/cases/{case_id}/dossiers", body, key=new_id("key"))  # type: ignore[arg-type]
        assert answer.status_code in (403, 404)
    key = new_id("key")
    for _ in range(2):
        await town.door("rektor").send(f"/cases/{case_id}/dossiers", body, key=key)
    await town.deliver()
    assert len(town.said_of(DossierRequestedV1, case_id)) == 1
    refused = await town.door("rektor").send(
        f"/cases/{case_id}/dossiers",
        {**body, "variant": "masked", "party_id": person_id("stranger")},
        key=new_id("key"),
    )
    assert refused.status_code == 422


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_the_page_asks_shows_and_keeps_what_was_chosen(town: Town, language: str) -> None:
    case_id = await a_case(town)
    rektor = town.door("rektor", language=language)
    page = await rektor.get(f"/cases/{case_id}/dossiers")
    assert page.status == 200
    key = page.field("idempotency_key")
    wrong = await rektor.post(
        f"/cases/{case_id}/dossiers",
        variant="masked",
        purpose="access",
        recipient="Fylket",
        idempotency_key=key,
    )
    assert wrong.status == 422
    assert 'value="Fylket"' in wrong.html
    right = await rektor.post(
        f"/cases/{case_id}/dossiers",
        variant="full",
        purpose="access",
        recipient="Fylket",
        idempotency_key=key,
    )
    assert right.status == 303
    assert "Fylket" in (await rektor.get(f"/cases/{case_id}/dossiers")).text


async def _a_picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(buffer, "PNG")
    return buffer.getvalue()


def _change(path: Path, to: Path, name: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(to, "w") as target:
        for one in source.namelist():
            content = source.read(one)
            target.writestr(one, content.replace(old, new, 1) if one == name else content)
