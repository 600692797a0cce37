"""The chain of who has looked at a case: how a block hangs on the one before, and how a stranger checks it.

A block holds the looks that were written together. Its *mark* is the hash of its content, which begins with
a salt; its *link* is the hash of the link before it, of its place and of its mark. So the chain can be
checked without any key, also after the case's key is gone: the marks then tell nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

FORMAT = "samspill-looks-1"
START = b""


class NotAnExport(ValueError):
    """The file is not an export of looks, or is cut off."""


@dataclass(frozen=True)
class Block:
    """One block of one case's chain. `content` is None where the key is gone, or was not asked for."""

    case_id: str
    number: int
    mark: bytes
    link: bytes
    content: bytes | None = None


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: `gap`, `altered`, `broken` (the chain), or `gone` since an earlier export."""

    case_id: str
    number: int
    what: str


@dataclass
class Verdict:
    """What a check found. Whole where there are no faults."""

    blocks: int = 0
    cases: int = 0
    unreadable: int = 0
    """Blocks without content: their place in the chain is proved, what they said is not known."""
    faults: list[Fault] = field(default_factory=list)


def mark_of(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def link_of(previous: bytes, case_id: str, number: int, mark: bytes) -> bytes:
    return hashlib.sha256(b"\x1f".join([previous, case_id.encode(), str(number).encode(), mark])).digest()


def verify(blocks: Iterable[Block], earlier: Iterable[Block] = ()) -> Verdict:
    """Check every chain from its beginning; `earlier` must be how each of them began.

    Blocks come in the order of the export: all of one case together, the oldest first.
    """
    awaited = {(one.case_id, one.number): one.link for one in earlier}
    verdict = Verdict()
    case_id, number, link = "", 0, START
    for block in blocks:
        if block.case_id != case_id:
            case_id, number, link = block.case_id, 0, START
            verdict.cases += 1
        verdict.blocks += 1
        verdict.unreadable += block.content is None
        if what := _fault(block, number, link):
            verdict.faults.append(Fault(block.case_id, block.number, what))
        elif awaited.get((case_id, block.number), block.link) != block.link:
            verdict.faults.append(Fault(case_id, block.number, "broken"))
        awaited.pop((case_id, block.number), None)
        number, link = block.number, block.link
    verdict.faults += [Fault(case, gone, "gone") for case, gone in sorted(awaited)]
    return verdict


def _fault(block: Block, number: int, link: bytes) -> str | None:
    if block.number != number + 1:
        return "gap"
    if block.content is not None and mark_of(block.content) != block.mark:
        return "altered"
    if link_of(link, block.case_id, block.number, block.mark) != block.link:
        return "broken"
    return None


# --- the file ----------------------------------------------------------------------------------------


def first_line(service: str) -> str:
    return json.dumps({"format": FORMAT, "service": service})


def line_of(block: Block) -> str:
    told = {"case": block.case_id, "n": block.number, "mark": block.mark.hex(), "link": block.link.hex()}
    if block.content is not None:
        told["content"] = block.content.decode()
    return json.dumps(told)


def last_line(blocks: int) -> str:
    return json.dumps({"blocks": blocks})


def read_export(lines: Iterable[str]) -> Iterator[Block]:
    """The blocks of an export; raises `NotAnExport` when it is something else, or ends too early."""
    first, count, ended = True, 0, False
    for line in lines:
        told = _object(line)
        if first:
            if told.get("format") != FORMAT:
                raise NotAnExport
            first = False
        elif "blocks" in told:
            ended = told["blocks"] == count
        else:
            ended, count = False, count + 1
            yield _block(told)
    if not ended:
        raise NotAnExport


def _object(line: str) -> Mapping[str, Any]:
    try:
        told = json.loads(line)
    except ValueError:
        raise NotAnExport from None
    if not isinstance(told, dict):
        raise NotAnExport
    return told


def _block(told: Mapping[str, Any]) -> Block:
    try:
        content = told.get("content")
        return Block(
            case_id=str(told["case"]),
            number=int(told["n"]),
            mark=bytes.fromhex(told["mark"]),
            link=bytes.fromhex(told["link"]),
            content=None if content is None else str(content).encode(),
        )
    except (KeyError, TypeError, ValueError):
        raise NotAnExport from None
