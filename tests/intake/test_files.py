"""Files with what was told: made safe, sealed, and taken home only by who may see."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.intake.files.scanning import Scanner
from shared.errors import Unavailable
from shared.identifiers import new_id
from tests.intake.town import Door, Town, person_id

pytestmark = pytest.mark.stack

GPS = 0x8825


def photo(kind: str = "JPEG") -> bytes:
    """A picture that knows where it was taken."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "Kanarikamera"
    exif[GPS] = {1: "N", 2: (60.0, 23.0, 11.0), 3: "E", 4: (5.0, 19.0, 1.0)}
    made = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 30, 30)).save(made, kind, exif=exif)
    return made.getvalue()


def pdf_with_script() -> bytes:
    import pikepdf

    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(made)
    return made.getvalue()


async def sends(door: Door, to: str, *files: tuple[str, bytes], key: str | None = None) -> httpx.Response:
    return await door.http.post(
        f"/files/{to}",
        data={"csrf": door.csrf, "idempotency_key": key or new_id("key")},
        files=[("file", (name, content, "image/jpeg")) for name, content in files],
        headers={"accept": "text/html"},
    )


@contextmanager
def with_parts(town: Town, **parts: Any) -> Iterator[None]:
    """The house with another scanner or other limits, for a while."""
    before = {name: getattr(town.house, name) for name in parts}
    for name, part in parts.items():
        object.__setattr__(town.house, name, part)
    yield
    for name, part in before.items():
        object.__setattr__(town.house, name, part)


@pytest.fixture
async def told(town: Town) -> dict[str, str]:
    found = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    return {"report": found["report_id"], "case": found["cases"][0]["case_id"], "receipt": found["receipt"]}


@pytest.mark.requirement("B1")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_picture_loses_its_place_and_lies_sealed(town: Town, told: dict[str, str], kind: str) -> None:
    mother = town.door("mother", "guardian")
    sent = await sends(mother, f"report/{told['report']}", ("Aksel Dahl.jpg", photo(kind)))
    assert sent.status_code == 303, sent.text
    found = (await town.house.attachments.find({"cases": told["case"]}))[0]
    rektor = town.door("rektor")
    assert f"/files/{found.id}" in (await rektor.get(f"/cases/{told['case']}")).html
    taken = await rektor.http.get(f"/files/{found.id}")
    assert taken.status_code == 200
    from PIL import Image

    with Image.open(io.BytesIO(taken.content)) as picture:
        assert picture.size == (64, 48)
        assert not picture.getexif()
    assert b"Kanarikamera" not in taken.content
    raw = await town.kernel.database["attachment_pieces"].find_one({"_id": f"{found.id}:0"})
    assert raw is not None
    assert taken.content not in raw["body"]
    heads = taken.headers
    assert heads["content-disposition"].startswith("attachment;")
    assert "Aksel" not in heads["content-disposition"]
    assert heads["x-content-type-options"] == "nosniff"
    assert "sandbox" in heads["content-security-policy"]


@pytest.mark.requirement("L9")
async def test_a_file_is_there_for_who_may_see_and_for_nobody_else(town: Town, told: dict[str, str]) -> None:
    await sends(town.door("mother", "guardian"), f"report/{told['report']}", ("a.jpg", photo()))
    found = (await town.house.attachments.find({"cases": told["case"]}))[0]
    statuses = {}
    for key, hat in (
        ("mother", "guardian"),
        ("rektor", "staff"),
        ("contact_teacher", "staff"),
        ("father", "guardian"),
        ("pupil", "pupil"),
        ("stranger", "guardian"),
        ("colleague", "staff"),
        ("mother", "staff"),
    ):
        door = town.door(key, hat)  # type: ignore[arg-type]
        statuses[key, hat] = (await door.http.get(f"/files/{found.id}")).status_code
    allowed = {("mother", "guardian"), ("rektor", "staff"), ("contact_teacher", "staff")}
    assert {one for one, status in statuses.items() if status == 200} == allowed
    assert {status for one, status in statuses.items() if one not in allowed} == {404}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MZ" + b"\x00" * 400, "Denne typen fil"),
        (b"<html><script>alert(1)</script>", "Denne typen fil"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Denne typen fil"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 300, "kunne ikke leses"),
        (b"%PDF-1.7 not really", "kunne ikke leses"),
        (b"", "tom"),
    ],
    ids=["program", "html", "svg", "half-a-picture", "not-a-pdf", "empty"],
)
async def test_a_broken_or_hostile_file_is_refused_with_a_reason_and_the_report_is_kept(
    town: Town, told: dict[str, str], content: bytes, reason: str
) -> None:
    mother = town.door("mother", "guardian")
    answer = await sends(mother, f"report/{told['report']}", ("bilde.jpg", content), ("ok.png", photo("PNG")))
    assert answer.status_code == 422
    assert reason in answer.text
    kinds = [one.kind for one in await town.house.attachments.find({"cases": told["case"]})]
    assert kinds == ["image/png"], "the good one beside it is kept"
    assert (await mother.get(told["receipt"])).status == 200


async def test_a_pdf_comes_out_without_its_script(town: Town, told: dict[str, str]) -> None:
    mother = town.door("mother", "guardian")
    await sends(mother, f"report/{told['report']}", ("a.pdf", pdf_with_script()))
    found = (await town.house.attachments.find({"cases": told["case"]}))[0]
    taken = (await mother.http.get(f"/files/{found.id}")).content
    assert b"JavaScript" not in taken
    import pikepdf

    with pikepdf.open(io.BytesIO(taken)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert len(pdf.pages) == 1


async def test_too_large_and_too_many_are_refused(town: Town, told: dict[str, str]) -> None:
    mother = town.door("mother", "guardian")
    with with_parts(town, file_limits=replace(town.house.file_limits, bytes=2000, count=1)):
        large = await sends(mother, f"report/{told['report']}", ("a.txt", b"ord " * 1000))
        await sends(mother, f"report/{told['report']}", ("a.txt", b"ord"))
        many = await sends(mother, f"report/{told['report']}", ("b.txt", b"ord"))
    assert "for stor" in large.text
    assert "for mange filer" in many.text


@pytest.mark.requirement("B3")
async def test_the_same_form_twice_is_one_file(town: Town, told: dict[str, str]) -> None:
    mother, key = town.door("mother", "guardian"), new_id("key")
    for _ in range(2):
        await sends(mother, f"report/{told['report']}", ("a.txt", b"ord"), key=key)
    assert await town.house.attachments.count({"cases": told["case"]}) == 1


async def test_a_file_cannot_be_put_with_anothers_report_or_case(town: Town, told: dict[str, str]) -> None:
    for key, hat in (("stranger", "guardian"), ("colleague", "staff")):
        door = town.door(key, hat)  # type: ignore[arg-type]
        for to in (f"report/{told['report']}", f"case/{told['case']}"):
            assert (await sends(door, to, ("a.txt", b"ord"))).status_code in (403, 404)
    nobody = await sends(town.door(None), "tell", ("a.txt", b"ord"))
    assert nobody.headers["location"] == "/tell/back"


@pytest.fixture
async def clamd(tmp_path: Path) -> AsyncIterator[Scanner]:
    """Speaks clamd's protocol: finds its virus in whatever holds the word EICAR."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        came = b""
        while size := int.from_bytes(await reader.readexactly(4), "big"):
            came += await reader.readexactly(size)
        found = b"stream: Eicar-Test-Signature FOUND" if b"EICAR" in came else b"stream: OK"
        writer.write(found + b"\0")
        await writer.drain()
        writer.close()

    path = tmp_path / "clamd.sock"
    server = await asyncio.start_unix_server(serve, path)
    yield Scanner(str(path))
    server.close()


async def test_a_scanner_that_finds_something_stops_the_file(
    town: Town, told: dict[str, str], clamd: Scanner
) -> None:
    mother = town.door("mother", "guardian")
    with with_parts(town, scanner=clamd):
        stopped = await sends(mother, f"report/{told['report']}", ("a.txt", b"EICAR"))
        await sends(mother, f"report/{told['report']}", ("b.txt", b"ord"))
    assert "Virussjekken" in stopped.text
    assert [one.scanned for one in await town.house.attachments.find({"cases": told["case"]})] == [True]


async def test_a_scanner_that_is_away_keeps_the_file_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"ord")
    with pytest.raises(Unavailable):
        await Scanner(str(tmp_path / "nobody.sock")).is_clean(tmp_path / "a")


async def test_where_no_scanner_is_set_up_health_and_the_staffs_page_say_so(
    town: Town, told: dict[str, str]
) -> None:
    health = (await town.door(None).http.get("/health")).json()
    assert health["roles"]["files"]["probes"]["clamav"]["code"] == "no-scanner"
    await sends(town.door("mother", "guardian"), f"report/{told['report']}", ("a.txt", b"ord"))
    assert "ikke satt opp virussjekk" in (await town.door("rektor").get(f"/cases/{told['case']}")).text
