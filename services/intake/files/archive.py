"""Delivery to the archive (row P17) in the shape of Fiks Arkiv: a message goes, an answer comes later.

Two ways: a folder that the archive's own import watches, and an address that speaks HTTP. Both pass the same
tests (`tests/intake/test_archive.py`); KS's own client takes their place behind the same port.
"""

import asyncio
import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx

from services.intake.storage.house import ArchiveAnswer, ArchiveMessage
from shared.errors import Unavailable

NAMESPACE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1"
SEND = "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett"
RECEIPT = f"{SEND}.kvittering"
REFUSED = "no.ks.fiks.arkiv.v1.feilmelding.ugyldigforespoersel"
MESSAGE, ANSWER = "arkivmelding.xml", "answer.json"
_PIECE = 1024 * 1024
_TIMEOUT_S = 30.0


@dataclass(frozen=True)
class Filing:
    """What is filed: a saksmappe for the case, one journalpost, one document. No name of anybody."""

    system: str
    case_number: str
    case_key: str
    dossier_key: str
    at: datetime
    file: str
    size: int
    sha256: str


def arkivmelding(filing: Filing) -> bytes:
    """The message in Noark 5's words. Titles say which case, not whom it is about."""
    ET.register_namespace("", NAMESPACE)
    root = _add(None, "arkivmelding")
    _add(root, "system", filing.system)
    _add(root, "antallFiler", "1")
    folder = _add(root, "mappe")
    folder.set("{http://www.w3.org/2001/XMLSchema-instance}type", "saksmappe")
    _key(folder, filing.system, filing.case_key)
    _add(folder, "tittel", f"Skolemiljøsak {filing.case_number}")
    _screen(folder)
    _add(folder, "saksdato", filing.at.date().isoformat())
    post = _add(root, "registrering")
    post.set("{http://www.w3.org/2001/XMLSchema-instance}type", "journalpost")
    _key(post, filing.system, filing.dossier_key)
    _key(_add(_add(post, "referanseForelderMappe"), "referanse"), filing.system, filing.case_key)
    document = _add(post, "dokumentbeskrivelse")
    _add(document, "dokumenttype", "SAKSMAPPE")
    _add(document, "dokumentstatus", "F")
    _add(document, "tittel", f"Hele skolemiljøsak {filing.case_number}")
    _add(document, "tilknyttetRegistreringSom", "H")
    _screen(document)
    _add(document, "dokumentnummer", "1")
    found = _add(document, "dokumentobjekt")
    for name, value in (
        ("versjonsnummer", "1"),
        ("variantformat", "A"),
        ("format", "ZIP"),
        ("opprettetDato", filing.at.isoformat()),
        ("referanseDokumentfil", filing.file),
        ("sjekksum", filing.sha256),
        ("sjekksumAlgoritme", "SHA-256"),
        ("filstoerrelse", str(filing.size)),
    ):
        _add(found, name, value)
    _add(post, "tittel", f"Hele skolemiljøsak {filing.case_number}")
    _screen(post)
    _add(post, "journalposttype", "X")
    _add(post, "journalstatus", "J")
    _add(post, "dokumentetsDato", filing.at.date().isoformat())
    message: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return message


class FolderArchive:
    """A folder for each message, that shows only when it is whole; the archive puts its answer beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, message: ArchiveMessage, content: Path) -> None:
        await asyncio.to_thread(self._put, message, content)

    async def answer(self, message_id: str) -> ArchiveAnswer:
        return await asyncio.to_thread(self._read, message_id)

    def _put(self, message: ArchiveMessage, content: Path) -> None:
        place, half = self._folder / message.id, self._folder / f".{message.id}"
        if place.exists():
            return
        try:
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir(parents=True, mode=0o700)
            (half / MESSAGE).write_bytes(message.arkivmelding)
            shutil.copyfile(content, half / message.document)
            half.replace(place)
        except OSError as failed:
            raise Unavailable("archive") from failed

    def _read(self, message_id: str) -> ArchiveAnswer:
        try:
            told = json.loads((self._folder / message_id / ANSWER).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ArchiveAnswer()
        except (OSError, ValueError) as failed:
            raise Unavailable("archive") from failed
        return _answer(told)


class HttpArchive:
    """`POST /messages/{id}` with the arkivmelding and the document, `GET /messages/{id}` for the answer."""

    def __init__(
        self, url: str, token: str | None = None, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.AsyncClient(
            base_url=url, headers=headers, timeout=_TIMEOUT_S, transport=transport, trust_env=False
        )

    async def send(self, message: ArchiveMessage, content: Path) -> None:
        headers = {
            "x-message-type": SEND,
            "x-document": message.document,
            "x-arkivmelding-bytes": str(len(message.arkivmelding)),
            "content-type": "application/octet-stream",
        }
        try:
            answer = await self._http.post(
                f"/messages/{message.id}", headers=headers, content=_body(message.arkivmelding, content)
            )
        except httpx.HTTPError as failed:
            raise Unavailable("archive") from failed
        # 409: it has it already, which is what we wanted.
        if not (answer.is_success or answer.status_code == httpx.codes.CONFLICT):
            raise Unavailable("archive")

    async def answer(self, message_id: str) -> ArchiveAnswer:
        try:
            answer = await self._http.get(f"/messages/{message_id}")
            if answer.status_code == httpx.codes.NO_CONTENT:
                return ArchiveAnswer()
            if not answer.is_success:
                raise Unavailable("archive")
            return _answer(answer.json())
        except (httpx.HTTPError, ValueError) as failed:
            raise Unavailable("archive") from failed


async def _body(arkivmelding_: bytes, content: Path) -> AsyncIterator[bytes]:
    """The message and behind it the document, a piece at a time."""
    yield arkivmelding_
    with content.open("rb") as file:
        while piece := await asyncio.to_thread(file.read, _PIECE):
            yield piece


def _answer(told: object) -> ArchiveAnswer:
    if not isinstance(told, dict):
        raise Unavailable("archive")
    if told.get("type") == RECEIPT and told.get("journalpostnummer"):
        return ArchiveAnswer(receipt=str(told["journalpostnummer"]))
    if told.get("type") == REFUSED:
        return ArchiveAnswer(refused=str(told.get("code") or "refused"))
    return ArchiveAnswer()


def _key(parent: ET.Element, system: str, key: str) -> None:
    found = _add(parent, "referanseEksternNoekkel")
    _add(found, "fagsystem", system)
    _add(found, "noekkel", key)


def _screen(parent: ET.Element) -> None:
    found = _add(parent, "skjerming")
    _add(found, "tilgangsrestriksjon", "UO")
    _add(found, "skjermingshjemmel", "Offl. § 13 jf. fvl. § 13")


def _add(parent: ET.Element | None, name: str, text: str | None = None) -> ET.Element:
    full = f"{{{NAMESPACE}}}{name}"
    found = ET.Element(full) if parent is None else ET.SubElement(parent, full)
    found.text = text
    return found
