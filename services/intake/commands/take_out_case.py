"""Orders about the whole of a case as one signed package (rows L1, B14): ask for it, make it, deliver it."""

import asyncio
import base64
import hashlib
import json
import tempfile
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from services.intake.domain.case import Case
from services.intake.domain.dossier import OTHERS, Dossier, Made, Purpose, Variant
from services.intake.files.package import Package, Signer, chain_tip
from services.intake.files.readable import Readable
from services.intake.queries.masked_case import Entry, Masking, masking_for
from services.intake.queries.story import story_of
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.access import HAT_OF
from shared.errors import Conflict, Hidden, Refusal
from shared.i18n import Language
from shared.identifiers import derived_id
from shared.pdf import pdf_of
from shared.points import point


@dataclass(frozen=True)
class AskForDossier:
    case_id: str
    key: str
    variant: Variant
    purpose: Purpose
    by: str
    language: Language = "nb"
    party_id: str | None = None
    recipient: str | None = None


async def ask_for_dossier(command: AskForDossier, *, house: Intake) -> str:
    """Have the package put together; its id. The same key is the same package."""
    case = await house.cases.get(command.case_id)
    if case is None:
        raise Hidden
    if command.variant == "masked" and command.party_id not in await parties_of(case, house=house):
        raise Refusal("invalid", fields={"party_id": "required" if not command.party_id else "not-a-choice"})
    new = Dossier(
        id=derived_id("dossier", command.case_id, command.key),
        case_id=case.id,
        number=case.number,
        school_id=case.school_id,
        variant=command.variant,
        party_id=command.party_id if command.variant == "masked" else None,
        purpose=command.purpose,
        recipient=command.recipient,
        language=command.language,
        asked_by=command.by,
        asked_at=house.clock.now(),
    )
    await house.dossiers.add(new.ask(), by=command.by)
    return new.id


async def parties_of(case: Case, *, house: Intake) -> set[str]:
    """For whom a masked package can be made: who may follow the case from home, now or before."""
    access = await house.access.get(access_id_of(case.id))
    grants = access.grants if access else ()
    return {one.person_id for one in grants if HAT_OF[one.relation] != "staff"}


async def deliver_dossier(case_id: str, dossier_id: str, *, by: str, house: Intake) -> None:
    """Send the whole case to the archive; a receipt comes later. Twice is once."""
    if house.archive is None:
        raise Conflict("no-archive")
    found = await house.dossiers.get(dossier_id)
    if found is None or found.case_id != case_id:
        raise Hidden
    now = house.clock.now()
    await house.dossiers.change(dossier_id, lambda dossier: dossier.deliver(by, now), by=by)


async def make_dossier(dossier_id: str, *, house: Intake, signer: Signer, readable: Readable) -> None:
    """Put together what has come, sign it and keep it sealed; begun anew by whoever was killed in between."""
    dossier = await house.dossiers.get(dossier_id)
    if dossier is None or dossier.made is not None:
        return
    case = await house.cases.get(dossier.case_id)
    if case is None:
        raise Hidden
    with tempfile.TemporaryDirectory(prefix="samspill-") as folder:
        path = Path(folder) / "package"
        await _write(path, dossier, case, house=house, signer=signer, readable=readable)
        digest = await asyncio.to_thread(_hash, path)
        pieces = await house.files.put(dossier.id, dossier.scope(), path)
        size = path.stat().st_size
    point("dossier.before-made")
    made = Made(at=house.clock.now(), size=size, pieces=pieces, sha256=digest, missing=dossier.missing)
    await house.dossiers.change(dossier.id, lambda one: one.finish(made))
    await house.seen.drop_parts(dossier.id)


async def _write(
    path: Path, dossier: Dossier, case: Case, *, house: Intake, signer: Signer, readable: Readable
) -> None:
    masking: Masking | None = None
    if dossier.variant == "masked":
        masking = await masking_for(
            dossier, case, _all(dossier, house), house=house, other=readable.other(dossier.language)
        )
    package, chain, states = Package(path), [], []
    with package.file("case.json") as write:
        write(b'{"format":"samspill-dossier/1","case_id":%s,"services":{' % _json(case.id))
        for number, service in enumerate(("intake", *OTHERS)):
            write(b"%s%s:[" % (b"," if number else b"", _json(service)))
            first = True
            async for entry in _entries(service, dossier, house):
                told = entry if masking is None else masking.entry(entry)
                if told is None:
                    continue
                write((b"\n" if first else b",\n") + _json(told))
                first = False
                if "state" in told:
                    states.append((service, told))
                    if "tip" in told:
                        chain.append(
                            {"service": service, **{n: told[n] for n in ("kind", "id", "seq", "tip")}}
                        )
            write(b"]")
        write(b"}}\n")
    story = await story_of(case.id, house=house, most=0)
    people = await house.directory.people_by_id(sorted(story.people() | _people_in(states)))
    if masking is not None:
        people = {id_: one for id_, one in people.items() if id_ in masking.shown}
    page = readable.page(dossier, case, states=states, story=story, people=people, whole=masking is None)
    with package.file("case.html") as write:
        write(page.encode())
    document = readable.document(
        dossier, case, states=states, story=story, people=people, whole=masking is None
    )
    with package.file("case.pdf") as write:
        write(await pdf_of(document))
    for one in await house.attachments.find({"cases": case.id}):
        if masking is None or one.by in masking.party:
            await package.copy(
                f"attachments/{one.file_name}", house.files.read(one.id, one.scope(), one.pieces)
            )
    by = await house.directory.people_by_id([dossier.asked_by])
    package.seal(
        {
            "dossier_id": dossier.id,
            "case_id": case.id,
            "number": case.number,
            "variant": dossier.variant,
            "party_id": dossier.party_id,
            "purpose": dossier.purpose,
            "recipient": dossier.recipient,
            "made_by": by[dossier.asked_by].name if dossier.asked_by in by else dossier.asked_by,
            "asked_at": dossier.asked_at.isoformat(),
            "made_at": house.clock.now().isoformat(),
            "missing": list(dossier.missing),
            "chain": chain,
            "chain_tip": chain_tip(chain),
        },
        signer,
    )


async def _all(dossier: Dossier, house: Intake) -> AsyncIterator[Entry]:
    for service in ("intake", *OTHERS):
        async for entry in _entries(service, dossier, house):
            yield entry


async def _entries(service: str, dossier: Dossier, house: Intake) -> AsyncIterator[Entry]:
    """What one service has of the case, an aggregate or a record of its history at a time."""
    if service == "intake":
        async for line in house.whole.lines(dossier.case_id, history=dossier.variant == "full"):
            yield json.loads(line)
        return
    unpack, rest = zlib.decompressobj(wbits=31), b""
    for number in sorted(dossier.parts.get(service, ())):
        row = await house.seen.parts.get(part_id(dossier.id, service, number))
        if row is None or service in dossier.missing:
            return
        *lines, rest = (rest + unpack.decompress(base64.b64decode(row.content))).split(b"\n")
        for line in lines:
            yield json.loads(line)


def part_id(dossier_id: str, service: str, number: int) -> str:
    return f"{dossier_id}:{service}:{number}"


def _people_in(states: list[tuple[str, dict[str, Any]]]) -> set[str]:
    return {one for _, told in states for one in Readable.people_in(told["state"])}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def going_on(
    house: Intake, signer: Signer, readable: Readable, deliver: Callable[[Dossier, datetime], Any]
) -> Callable[[str, datetime], Any]:
    """What the clock does with a package whose moment has come: make it, or go on delivering it."""

    async def go_on(dossier_id: str, now: datetime) -> None:
        with suppress(Hidden):
            found = await house.dossiers.get(dossier_id)
            if found is None:
                return
            if found.made is None:
                await make_dossier(dossier_id, house=house, signer=signer, readable=readable)
            elif found.delivery is not None:
                await deliver(found, now)

    return go_on
