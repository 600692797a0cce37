"""veraPDF's word on whether PDFs keep to PDF/UA-1; several at once, for starting it costs the most."""

import asyncio
import io
from pathlib import Path

import pikepdf

from deploy.local import tools


async def faults_in(pdfs: dict[str, bytes], folder: Path) -> list[str]:
    """The files that are not accessible, each with what veraPDF says; empty when all are."""
    for name, content in pdfs.items():
        (folder / f"{name}.pdf").write_bytes(content)
    command = [*tools.verapdf(), "-f", "ua1", "--format", "text", "-v", *(f"{name}.pdf" for name in pdfs)]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    lines = said.decode().splitlines()
    assert sum(line.startswith("PASS ") for line in lines) + len(_failed(lines)) == len(pdfs), said
    return _failed(lines)


def text_of(pdf: bytes) -> str:
    """All text of a PDF, as a reader copies it out, and all that stands beside it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = [_text_on(page) for page in opened.pages]
        beside = [str(opened.docinfo), opened.Root.Metadata.read_bytes().decode()]
    return "\n".join([*pages, *beside])


def _failed(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("FAIL ")]


def _text_on(page: pikepdf.Page) -> str:
    maps = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found, font = [], ""
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, instruction.operator
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in ("Tj", "TJ"):
            shown = operands[0] if str(operator) == "TJ" else [operands[0]]
            for one in shown:
                if isinstance(one, pikepdf.String):
                    raw = bytes(one)
                    codes = [raw[at : at + 2].hex() for at in range(0, len(raw), 2)]
                    found.append("".join(maps[font].get(code, "") for code in codes))
        elif str(operator) in ("ET", "Td", "Tm"):
            found.append(" " if str(operator) == "ET" else "")
    return "".join(found)


def _to_unicode(font: pikepdf.Object) -> dict[str, str]:
    """Which letters each code of a font stands for, from its own table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    codes: dict[str, str] = {}
    for block in table.split("beginbfchar")[1:]:
        for line in block.split("endbfchar")[0].strip().splitlines():
            code, _, letters = line.strip("<>").partition("> <")
            codes[code.lower()] = bytes.fromhex(letters).decode("utf-16-be")
    return codes
