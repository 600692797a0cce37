"""Keys by id, so that a new one can seal while the old ones still open."""

import base64
import binascii
import json
import os
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretBytes, model_validator

KEY_BYTES = 32


class Keyring(BaseModel):
    """Keys by id: the current one seals, all of them open. Never shows a key."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    current: str = Field(pattern=r"^[a-z0-9-]{1,16}$")
    keys: dict[str, bytes] = Field(repr=False, exclude=True)

    @model_validator(mode="before")
    @classmethod
    def _decode(cls, told: Any) -> Any:
        if isinstance(told, str):
            told = json.loads(told)
        if not isinstance(told, dict) or not isinstance(told.get("keys"), dict):
            raise ValueError("a keyring is {current, keys}")  # noqa: TRY004 - pydantic wants ValueError
        return {**told, "keys": {key_id: _key(key) for key_id, key in told["keys"].items()}}

    @model_validator(mode="after")
    def _holds_the_current_key(self) -> Self:
        if self.current not in self.keys:
            raise ValueError("the current key is not in the keyring")
        return self

    @property
    def key(self) -> bytes:
        """The key that seals."""
        return self.keys[self.current]

    def with_new(self, key_id: str) -> Self:
        """The same with a new key, which opens and does not seal yet."""
        if key_id in self.keys:
            raise ValueError("that key is there already")
        return type(self)(current=self.current, keys={**self.keys, key_id: os.urandom(KEY_BYTES)})

    def using(self, key_id: str) -> Self:
        """The same, sealing with that key from now on."""
        return type(self)(current=key_id, keys=self.keys)

    def without(self, key_id: str) -> Self:
        """The same without that key: what it sealed cannot be read any more."""
        if key_id == self.current:
            raise ValueError("the key that seals cannot be taken away")
        return type(self)(current=self.current, keys={k: v for k, v in self.keys.items() if k != key_id})

    def written(self) -> str:
        """The keyring as a setting holds it. Shows the keys: for the file they lie in, and nothing else."""
        keys = {key_id: base64.b64encode(key).decode() for key_id, key in self.keys.items()}
        return json.dumps({"current": self.current, "keys": keys})

    @classmethod
    def of(cls, **keys: bytes) -> Self:
        """A keyring of these keys; the last one named is current."""
        return cls(current=list(keys)[-1], keys=keys)


def _key(told: object) -> bytes:
    if isinstance(told, bytes):
        key = told
    else:
        try:
            key = base64.b64decode(str(told), validate=True)
        except binascii.Error:
            raise ValueError("a key is not base64") from None
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key is not {KEY_BYTES} bytes")
    return key


def _secret_key(told: Any) -> Any:
    return told if isinstance(told, SecretBytes) else _key(told)


SecretKey = Annotated[SecretBytes, BeforeValidator(_secret_key)]
