"""A key is changed in three steps, and at each of them what was sealed before can be read."""

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest

from shared.keyring import Keyring
from shared.storage.encryption import Exchange
from shared.storage.keys import Buried, ScopeKeys
from tests.shared.storage.conftest import Room, room

__all__ = ["room"]

PLACE = {"type_": "samspill.a.b.v1", "event_id": "thing:1", "source": "thing"}


def _rotate(file: Path, *words: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "shared.rotating", words[0], str(file), *words[1:]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_words_on_their_way_open_at_every_step(tmp_path: Path) -> None:
    file = tmp_path / "exchange-keys"
    file.write_text(Keyring.of(k1=b"1" * 32).written(), encoding="utf-8")
    file.chmod(0o440)
    known = [Keyring.model_validate(file.read_text(encoding="utf-8"))]
    for step in (("add", "k2"), ("use",), ("drop", "k1")):
        code, told = _rotate(file, *step)
        assert code == 0, told
        known.append(Keyring.model_validate(file.read_text(encoding="utf-8")))
    assert [one.current for one in known] == ["k1", "k1", "k2", "k2"]
    assert file.stat().st_mode & 0o777 == 0o440
    # Processes restart one by one: at each step those before and after it read each other.
    for before, after in itertools.pairwise(known[:3]):
        for says, hears in ((before, after), (after, before)):
            box = Exchange(says.keys, says.current).seal(b"words", **PLACE)
            assert Exchange(hears.keys, hears.current).open(json.loads(box), **PLACE) == b"words"


def test_the_key_that_seals_is_not_taken_away_and_nothing_shows_a_key(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    keyring = Keyring.of(k1=b"1" * 32)
    file.write_text(keyring.written(), encoding="utf-8")
    secret = keyring.written().split('"k1": "')[1][:20]
    for words in (("drop", "k1"), ("use", "k9"), ("drop",), ("add", "k1")):
        code, told = _rotate(file, *words)
        assert code == 1
        assert secret not in told
    assert Keyring.model_validate(file.read_text(encoding="utf-8")).current == "k1"
    file.write_text("no keyring " + secret, encoding="utf-8")
    code, told = _rotate(file, "add")
    assert (code, secret in told) == (1, False)


@pytest.mark.stack
async def test_data_keys_are_wrapped_again_and_the_old_key_may_go(room: Room) -> None:
    old = Keyring.of(k1=b"1" * 32)
    both = Keyring(current="k2", keys={"k1": b"1" * 32, "k2": b"2" * 32})
    database = room.database
    before = ScopeKeys(database, old.keys, old.current)
    await before.ensure(["case_1", "case_2", "case_3"])
    sealed = (await before.cipher("case_1")).seal(b"words", b"place")
    await before.destroy("case_3")
    # A process that has not been restarted goes on while the keys are wrapped again.
    assert await ScopeKeys(database, both.keys, both.current).rewrap() == 2
    assert await ScopeKeys(database, both.keys, both.current).rewrap() == 0
    only_new = ScopeKeys(database, {"k2": b"2" * 32}, "k2")
    assert (await only_new.cipher("case_1")).open(sealed, b"place") == b"words"
    with pytest.raises(Buried):
        await only_new.cipher("case_3")
