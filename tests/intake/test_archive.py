"""Delivery to the archive: the same promises from a folder and an address, and a receipt that comes later."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.intake.files.archive import (
    ANSWER,
    MESSAGE,
    NAMESPACE,
    RECEIPT,
    REFUSED,
    Filing,
    FolderArchive,
    HttpArchive,
    arkivmelding,
)
from services.intake.storage.house import Archive, ArchiveAnswer, ArchiveMessage
from shared.contracts.dossier import DossierDeliveredV1
from shared.errors import Unavailable
from tests.intake.test_dossier import a_case, asks, fire, others_answer
from tests.intake.town import Town, person_id
from tests.shared.moments import NOON

FILING = Filing("Samspill", "2026-000001", "case_x", "dossier_x", NOON, "sak.zip", 4, "ab" * 32)


class Office:
    """The archive's side of both ways: what has come, and what it answers."""

    def __init__(self, folder: Path, way: str) -> None:
        self.folder, self.way = folder, way
        self.came: dict[str, tuple[bytes, bytes]] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.down = False
        transport = httpx.MockTransport(self._serve)
        http = HttpArchive("http://archive.test", "token", transport=transport)
        self.archive: Archive = FolderArchive(folder) if way == "folder" else http

    def taken(self, id_: str) -> tuple[bytes, bytes]:
        if self.way == "http":
            return self.came[id_]
        place = self.folder / id_
        return (place / MESSAGE).read_bytes(), (place / "sak.zip").read_bytes()

    def says(self, id_: str, **told: Any) -> None:
        if self.way == "http":
            self.answers[id_] = told
        else:
            (self.folder / id_ / ANSWER).write_text(json.dumps(told))

    def goes_down(self) -> None:
        self.down = True
        if self.way == "folder":
            self.folder.rmdir()
            self.folder.write_text("no folder any more")

    async def _serve(self, request: httpx.Request) -> httpx.Response:
        if self.down:
            raise httpx.ConnectError("down")
        id_ = request.url.path.rpartition("/")[2]
        if request.method == "GET":
            return httpx.Response(200, json=self.answers[id_]) if id_ in self.answers else httpx.Response(204)
        assert request.headers["authorization"] == "Bearer token"
        if id_ in self.came:
            return httpx.Response(409)
        body, size = await request.aread(), int(request.headers["x-arkivmelding-bytes"])
        self.came[id_] = (body[:size], body[size:])
        return httpx.Response(202)


@pytest.fixture(params=["folder", "http"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    (tmp_path / "in").mkdir()
    return Office(tmp_path / "in", request.param)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "sak.zip").write_bytes(b"PK..")
    return tmp_path / "sak.zip"


@pytest.mark.requirement("P17")
async def test_message_and_document_come_whole_and_sent_twice_are_filed_once(
    office: Office, content: Path
) -> None:
    message = ArchiveMessage("dossier_x", arkivmelding(FILING), "sak.zip")
    await office.archive.send(message, content)
    content.write_bytes(b"something else")  # noqa: ASYNC240 - four bytes
    await office.archive.send(message, content)
    assert office.taken("dossier_x") == (message.arkivmelding, b"PK..")


@pytest.mark.requirement("P17")
async def test_nothing_yet_then_a_receipt_or_a_refusal(office: Office, content: Path) -> None:
    for id_ in ("one", "two"):
        await office.archive.send(ArchiveMessage(id_, arkivmelding(FILING), "sak.zip"), content)
        assert await office.archive.answer(id_) == ArchiveAnswer()
    office.says("one", type=RECEIPT, journalpostnummer="2026/17-3")
    office.says("two", type=REFUSED, code="ukjent-format")
    assert await office.archive.answer("one") == ArchiveAnswer(receipt="2026/17-3")
    assert await office.archive.answer("two") == ArchiveAnswer(refused="ukjent-format")


@pytest.mark.requirement("P17")
async def test_an_archive_that_is_down_is_unavailable(office: Office, content: Path) -> None:
    office.goes_down()
    with pytest.raises(Unavailable):
        await office.archive.send(ArchiveMessage("one", arkivmelding(FILING), "sak.zip"), content)


@pytest.mark.requirement("P17")
def test_the_message_is_a_saksmappe_a_journalpost_and_a_document() -> None:
    root = ET.fromstring(arkivmelding(FILING))

    def found(path: str) -> str | None:
        return root.findtext("/".join(f"{{{NAMESPACE}}}{one}" for one in path.split("/")))

    assert found("mappe/referanseEksternNoekkel/noekkel") == "case_x"
    assert found("registrering/journalposttype") == "X"
    document = "registrering/dokumentbeskrivelse/dokumentobjekt"
    assert found(f"{document}/referanseDokumentfil") == "sak.zip"
    assert found(f"{document}/sjekksum") == "ab" * 32


@pytest.fixture
def connected(town: Town, office: Office) -> Any:
    """Intake with this archive; afterwards with none."""
    _connect(town)(office.archive)
    yield office
    _connect(town)(None)


@pytest.mark.stack
@pytest.mark.requirement("P17", "L1")
async def test_a_case_is_delivered_and_its_receipt_stands_on_the_timeline(
    town: Town, connected: Office
) -> None:
    case_id = await a_case(town)
    dossier_id = await asks(town, case_id, purpose="archive")
    rektor, path = town.door("rektor"), f"/cases/{case_id}/dossiers/{dossier_id}"
    early = await rektor.send(f"{path}/delivery", {})
    assert (early.status_code, early.json()["code"]) == (409, "dossier-not-made")
    await others_answer(town, case_id, dossier_id)
    await fire(town)
    connected.down = connected.way == "http"
    assert (await rektor.send(f"{path}/delivery", {})).status_code == 202
    await fire(town)
    connected.down = False
    for _ in range(2):
        town.clock.set(town.clock.now() + timedelta(minutes=6))
        await fire(town)
    connected.says(dossier_id, type=RECEIPT, journalpostnummer="2026/17-3")
    town.clock.set(town.clock.now() + timedelta(minutes=6))
    await fire(town)
    town.clock.set(NOON)
    assert (await rektor.api(path)).json()["receipt"] == "2026/17-3"
    assert [one.receipt for one in town.said_of(DossierDeliveredV1, case_id)] == ["2026/17-3"]
    assert "Saken er levert til arkivet" in (await rektor.get(f"/cases/{case_id}")).text
    people = await town.house.directory.people_by_id([person_id("pupil")])
    message = _message(connected, dossier_id)
    assert people[person_id("pupil")].words.given_name not in message


@pytest.mark.stack
async def test_without_an_archive_it_says_so(town: Town) -> None:
    case_id = await a_case(town)
    dossier_id = await asks(town, case_id)
    answer = await town.door("rektor").send(f"/cases/{case_id}/dossiers/{dossier_id}/delivery", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "no-archive")


def _message(office: Office, id_: str) -> str:
    if office.way == "http":
        return office.came[id_][0].decode()
    return (office.folder / id_ / MESSAGE).read_text()


def _connect(town: Town) -> Callable[[Archive | None], None]:
    return lambda archive: object.__setattr__(town.house, "archive", archive)
