"""The files that pages are drawn with: read once, named by their content, kept by browsers for a year.

Everything lies under one version, `/static/<version>/samspill.css`, so that a style sheet can name its
font beside itself and a new release never meets an old file.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from shared.errors import Hidden
from shared.web.guards import GuardedRouter, anyone

STATIC = Path(__file__).parent / "static"

_FOREVER = "public, max-age=31536000, immutable"
_WORTH_SQUEEZING = frozenset({".css", ".js", ".svg"})


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; `squeezed` is its gzip form where that is worth the while."""

    media_type: str
    body: bytes
    squeezed: bytes | None


class Assets:
    """The files of one folder, and the addresses they are found at. Raises `KeyError` for others."""

    def __init__(self, folder: Path = STATIC) -> None:
        self._files = {path.name: _read(path) for path in sorted(folder.iterdir()) if path.is_file()}
        digest = hashlib.blake2b(digest_size=6)
        for name, one in self._files.items():
            digest.update(name.encode() + b"\0" + one.body)
        self.version = digest.hexdigest()

    def url(self, name: str) -> str:
        """The address of this file, which changes whenever any of the files does."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.version}/{name}"

    def respond(self, version: str, name: str, accept_encoding: str) -> Response:
        """Send the file; an old version gets today's, which then must not be kept."""
        found = self._files.get(name)
        if found is None:
            raise Hidden
        headers = {
            "cache-control": _FOREVER if version == self.version else "no-cache",
            "vary": "accept-encoding",
            "x-content-type-options": "nosniff",
        }
        if found.squeezed is not None and "gzip" in accept_encoding:
            return Response(
                found.squeezed, media_type=found.media_type, headers={**headers, "content-encoding": "gzip"}
            )
        return Response(found.body, media_type=found.media_type, headers=headers)


@lru_cache(maxsize=1)
def shared_assets() -> Assets:
    """Return the assets that all four services share; they are part of the release and never change."""
    return Assets()


def static_router(assets: Assets) -> GuardedRouter:
    """Route `/static/<version>/<name>`; a release's own files are open to all."""
    router = GuardedRouter(include_in_schema=False)

    @router.get("/static/{version}/{name}", allow=anyone("the product's own files"))
    async def static(version: str, name: str, request: Request) -> Response:
        return assets.respond(version, name, request.headers.get("accept-encoding", ""))

    return router


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    media_type = {".woff2": "font/woff2", ".js": "text/javascript"}.get(path.suffix, media_type)
    squeezed = gzip.compress(body, 9, mtime=0) if path.suffix in _WORTH_SQUEEZING else None
    return Asset(media_type, body, squeezed)
