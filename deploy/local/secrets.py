import base64
import json
import os
import secrets
from pathlib import Path

_KEY_BYTES = 32


class Secrets:
    """Passwords and keys of one run, made when first asked for, in a folder only its owner may open."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._folder = folder

    def password(self, name: str) -> str:
        """Return the password of that name: letters and digits only, so that no format must escape it."""
        return self._kept(name, secrets.token_hex(24))

    def key(self, name: str) -> str:
        """Return 32 random bytes in base64."""
        return self._kept(name, _key())

    def keyring(self, name: str) -> str:
        """Return a keyring with one key, in the JSON form the services read."""
        return self._kept(name, json.dumps({"current": "k1", "keys": {"k1": _key()}}))

    def file(self, name: str) -> Path:
        """Return the file that holds the secret of that name; it exists once the secret was asked for."""
        return self._folder / name

    def write(self, name: str, content: str) -> None:
        """Keep something beside the secrets that holds some of them, readable by its owner only."""
        with os.fdopen(os.open(self.file(name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(content)

    def _kept(self, name: str, new: str) -> str:
        path = self.file(name)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text()
        with os.fdopen(descriptor, "w") as file:
            file.write(new)
        return new


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()
