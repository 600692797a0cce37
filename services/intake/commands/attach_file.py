"""Order: put a file with what was told, made safe first; what cannot be taken is refused with its reason."""

import asyncio
import contextlib
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from services.intake.domain.attachment import Attachment, attachment_id_of
from services.intake.storage.house import Intake
from shared.errors import Refusal
from shared.observability.logs import get_logger

COPY_BYTES = 256 * 1024
CLEANING_S = 40.0
_REASONS = frozenset({"file-type", "file-broken", "file-locked", "file-empty"})

log = get_logger()


@dataclass(frozen=True)
class AttachFile:
    """`subject_id` is what it is put with: a report, or a case. `by` is nobody for one without a name."""

    subject_id: str
    key: str
    case_ids: Sequence[str]
    school_id: str
    content: BinaryIO
    number: int = 0
    report_id: str | None = None
    by: str | None = None


async def attach_file(command: AttachFile, *, house: Intake) -> Attachment:
    """Check, clean, scan, seal and store it. The same file of the same form is the same attachment.

    Raises `Refusal` naming the field `file`: too large, too many, of no type we take, broken, locked, or
    with a virus; and `Unavailable` when there is a scanner and it does not answer.
    """
    id_ = attachment_id_of(command.subject_id, command.key, command.number)
    there = await house.attachments.get(id_)
    if there is not None:
        return there
    count = await house.attachments.count({"cases": command.case_ids[0]})
    if count >= house.file_limits.count:
        raise _refused("too-many-files")
    with tempfile.TemporaryDirectory(prefix="samspill-") as folder:
        came, safe = Path(folder) / "came", Path(folder) / "safe"
        await asyncio.to_thread(_copy, command.content, came, house.file_limits.bytes)
        kind = await _cleaned(came, safe)
        if house.scanner is not None and not await house.scanner.is_clean(safe):
            log.warning("attachment.infected", attachment_id=id_)
            raise _refused("file-infected")
        made = Attachment(
            id=id_,
            case_ids=tuple(command.case_ids),
            school_id=command.school_id,
            report_id=command.report_id,
            by=command.by,
            at=house.clock.now(),
            kind=kind,
            size=safe.stat().st_size,
            pieces=await house.files.put(id_, command.case_ids[0], safe),
            scanned=house.scanner is not None,
        )
    return await house.attachments.add(made.added(), by=command.by)


def _copy(content: BinaryIO, target: Path, limit: int) -> None:
    left = limit
    with target.open("wb") as file:
        while piece := content.read(COPY_BYTES):
            left -= len(piece)
            if left < 0:
                raise _refused("file-too-large")
            file.write(piece)


async def _cleaned(came: Path, safe: Path) -> str:
    """Its type, once another process has made it safe."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "services.intake.files.cleaning",
        str(came),
        str(safe),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ},
    )
    try:
        async with asyncio.timeout(CLEANING_S):
            said, _ = await process.communicate()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise _refused("file-broken") from None
    told = said.decode("ascii", "replace")
    if process.returncode == 0:
        return told
    raise _refused(told if told in _REASONS else "file-broken")


def _refused(code: str) -> Refusal:
    return Refusal("invalid", fields={"file": code})
