"""The search for words that must not be seen: in Kafka, in logs, in metrics and in mail.

Every encoding that hides words from a plain search is undone first: MIME, base64, quoted-printable, HTML, URL
and JSON. What a search finds is told by place, never in a way that could be about somebody else.
"""

from __future__ import annotations

import base64
import binascii
import email
import html
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from email import policy
from functools import cache
from urllib.parse import unquote_plus

import httpx

from deploy.demo.events import SERVICES, Event
from deploy.demo.roster.canaries import canaries, canaries_by_person, family_canaries, found_in
from deploy.demo.scene import Scene
from deploy.local.mail import Mail

# What a neighbour must not learn from a letter (voice: nothing that tells).
CASE_WORDS = frozenset(
    {
        "mobbing",
        "mobbet",
        "krenkelse",
        "krenking",
        "bullying",
        "§ 12-4",
        "skolemiljøsak",
        "elevsak",
        "aktivitetsplan",
        "tiltaksplan",
    }
)

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
_HOW_DEEP = 3


@dataclass(frozen=True)
class Leak:
    """A word where it must not be."""

    place: str
    word: str

    def __str__(self) -> str:
        return f"{self.place}: {self.word}"


async def leaks(scene: Scene) -> list[Leak]:
    """Everything found where it must not be, in all that this scene has caused."""
    private = frozenset(scene.told.private)
    every = private | frozenset(scene.told.shared)
    found = [*_in_kafka(scene, every), *_in_logs(scene, every), *await _in_metrics(scene, every)]
    for mail in await scene.stack.mail.everything():
        source = await scene.stack.mail.source(mail)
        found += [Leak(f"mail {mail.id}", word) for word in _telling(mail, source, private)]
    return found


def what_tells(mail: Mail, private: Collection[str]) -> frozenset[str]:
    """The words in a mail that its reader's neighbour must not see, as the mail's page shows it."""
    text = f"{mail.subject}\n{mail.text}\n{mail.html}"
    return _telling(mail, text.encode(), frozenset(private))


def unsealed(scene: Scene, event: Event) -> str:
    """What an event's sealed field says to a service; empty for one without."""
    return json.dumps(scene.events.words_of(event), ensure_ascii=False) if event.is_sealed else ""


def decoded(raw: bytes | str, depth: int = _HOW_DEEP) -> str:
    """A text together with all that is hidden in it by encodings, those within each other too."""
    text = raw.decode(errors="replace") if isinstance(raw, bytes) else raw
    found = [text]
    if depth:
        plainer = {html.unescape(text), _url_decoded(text), _json_unescaped(text)} - {text}
        found += [decoded(one, depth - 1) for one in plainer]
        hidden = b"\n".join(_from_base64(text))
        found += [decoded(hidden, depth - 1)] if hidden else []
    return "\n".join(found)


def mime_decoded(source: bytes) -> str:
    """A whole mail as its reader's program takes it apart: headers, texts and attachments."""
    message = email.message_from_bytes(source, policy=policy.default)
    found = [f"{name}: {value}" for name, value in message.items()]
    for part in message.walk():
        if not part.is_multipart():
            found += [f"{name}: {value}" for name, value in part.items()]
            content = part.get_content()
            text = content.decode(errors="replace") if isinstance(content, bytes) else str(content)
            # A calendar folds its lines in the middle of words.
            found += [text, text.replace("\r\n ", "").replace("\n ", "")]
    return "\n".join(found)


def _telling(mail: Mail, source: bytes, private: frozenset[str]) -> frozenset[str]:
    own = frozenset(word for address in mail.to for word in _words_by_address().get(address, ()))
    text = decoded(mime_decoded(source), depth=2)
    others = found_in(text, family_canaries()) - own
    return others | found_in(text, private | CASE_WORDS)


@cache
def _words_by_address() -> Mapping[str, frozenset[str]]:
    """Each person's own words by each of them, the address among them: what a letter to them may hold."""
    found: dict[str, frozenset[str]] = {}
    for words in canaries_by_person().values():
        folded = frozenset(word.casefold() for word in words)
        found |= dict.fromkeys((word for word in folded if "@" in word), folded)
    return found


def _in_kafka(scene: Scene, typed: frozenset[str]) -> Iterator[Leak]:
    return _in_pieces({_place(event): _in_clear(event) for event in scene.events.all}, canaries() | typed)


def _in_logs(scene: Scene, typed: frozenset[str]) -> Iterator[Leak]:
    for log in sorted((scene.stack.folder / "logs").glob("*.log")):
        if log.name.startswith((*SERVICES, "gateway")):
            lines = log.read_text(errors="replace").splitlines()
            pieces = {f"{log.name}:{number}": line for number, line in enumerate(lines, 1)}
            yield from _in_pieces(pieces, canaries() | typed)


def _in_pieces(pieces: Mapping[str, str], forbidden: frozenset[str]) -> Iterator[Leak]:
    """Search all pieces as one text, which is quick; only where that finds something, one by one."""
    if found_in(decoded("\n".join(pieces.values())), forbidden):
        for place, piece in pieces.items():
            yield from (Leak(place, word) for word in found_in(decoded(piece), forbidden))


def _place(event: Event) -> str:
    return f"{event.topic} {event.type} {event.id}"


def _in_clear(event: Event) -> str:
    """An event as anybody on the broker reads it; of the sealed field only that it is there."""
    open_part = {name: value for name, value in event.data.items() if name != "sealed"}
    body = json.dumps(open_part, ensure_ascii=False) if event.data else event.value.decode(errors="replace")
    headers = " ".join(f"{name}={value.decode(errors='replace')}" for name, value in event.headers)
    return f"{body} {event.key.decode(errors='replace')} {headers}"


async def _in_metrics(scene: Scene, typed: frozenset[str]) -> list[Leak]:
    found = []
    async with httpx.AsyncClient(trust_env=False) as http:
        for service in SERVICES:
            for page in ("/metrics", "/health"):
                answer = await http.get(scene.stack.service_url(service) + page)
                words = found_in(decoded(answer.text, depth=1), canaries() | typed)
                found += [Leak(f"{service}{page}", word) for word in words]
    return found


def _url_decoded(text: str) -> str:
    return unquote_plus(text) if "%" in text or "+" in text else text


def _json_unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def _from_base64(text: str) -> Iterator[bytes]:
    for found in _BASE64.findall(text):
        try:
            raw = base64.b64decode(found.replace("-", "+").replace("_", "/") + "==")
        except (binascii.Error, ValueError):
            continue
        if _is_text(raw):
            yield raw


def _is_text(raw: bytes) -> bool:
    try:
        return raw.decode().isprintable() or b"\n" in raw
    except UnicodeDecodeError:
        return False
