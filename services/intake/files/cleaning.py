"""`python -m services.intake.files.cleaning IN OUT`: what somebody sent, as a file that is safe to keep.

Runs in a process of its own with little memory and little time, because whatever reads a hostile file may
break on it. The type is what its content is read as, never what its name says. A picture is drawn anew
without anything about camera or place; a PDF loses its scripts, actions and attachments; plain text must be
text. Prints the type, or leaves with 1 and prints why not, as a code.
"""

import resource
import sys
from pathlib import Path

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_S = 20
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
MOST_PIXELS = 60_000_000
_TEXT_BYTES = 1024 * 1024


class NotTaken(Exception):
    """Why the file is not taken: `file-type`, `file-broken`, `file-locked`."""


def clean(source: Path, target: Path) -> str:
    """Write the safe file, and say its type."""
    with source.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise NotTaken("file-empty")
    if b"%PDF-" in head:
        return _pdf(source, target)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or head[8:12] == b"WEBP":
        return _picture(source, target)
    return _text(source, target)


def _picture(source: Path, target: Path) -> str:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow itself refuses at twice this
    try:
        with Image.open(source, formats=tuple(PICTURES)) as picture:
            kind = picture.format or ""
            picture.load()
            upright = ImageOps.exif_transpose(picture)
            bare = Image.new(upright.mode, upright.size)
            if upright.mode == "P":
                bare = upright.convert("RGBA")
            else:
                bare.paste(upright)
            bare.info.clear()
            if kind == "JPEG":
                bare = bare.convert("RGB")
            bare.save(target, kind, **({"quality": 90} if kind == "JPEG" else {}))
    except Exception:  # noqa: BLE001 - a broken picture breaks in many ways
        raise NotTaken("file-broken") from None
    return PICTURES[kind]


def _pdf(source: Path, target: Path) -> str:
    import pikepdf

    try:
        with pikepdf.open(source) as pdf:
            if pdf.is_encrypted:
                raise NotTaken("file-locked")
            for name in ("/OpenAction", "/AA", "/Metadata", "/AcroForm", "/Collection"):
                if name in pdf.Root:
                    del pdf.Root[name]
            if "/Names" in pdf.Root:
                for name in ("/JavaScript", "/EmbeddedFiles"):
                    if name in pdf.Root.Names:
                        del pdf.Root.Names[name]
            for page in pdf.pages:
                for name in ("/AA", "/Annots"):
                    if name in page.obj:
                        del page.obj[name]
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            pdf.remove_unreferenced_resources()
            pdf.save(target)
    except NotTaken:
        raise
    except pikepdf.PasswordError:
        raise NotTaken("file-locked") from None
    except Exception:  # noqa: BLE001 - a broken PDF breaks in many ways
        raise NotTaken("file-broken") from None
    return "application/pdf"


def _text(source: Path, target: Path) -> str:
    if source.stat().st_size > _TEXT_BYTES:
        raise NotTaken("file-type")
    try:
        text = source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise NotTaken("file-type") from None
    if any(ord(one) < 32 and one not in "\n\r\t\f" for one in text) or "<" in text[:256].lstrip()[:1]:  # noqa: PLR2004
        raise NotTaken("file-type")
    target.write_text(text, encoding="utf-8")
    return "text/plain"


def main(source: str, target: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    try:
        said = clean(Path(source), Path(target))
    except NotTaken as why:
        sys.stdout.write(str(why))
        return 1
    sys.stdout.write(said)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:3]))
