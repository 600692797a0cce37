"""`python -m shared.rotating add|use|drop KEYRING-FILE [KEY]`: change a key without a moment of standstill.

    add    a new key that opens and does not seal yet      then restart, so that every process knows it
    use    seal with the newest (or the named) key         then restart; what the old ones sealed still opens
    drop   take the named key away                         when nothing sealed with it is needed any more

When that is stands in deploy/docs/rotation.md, for each keyring.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from shared.keyring import Keyring


def changed(keyring: Keyring, step: str, key_id: str | None, *, today: str) -> Keyring:
    """The keyring after that step; raises `ValueError` when it cannot be."""
    if step == "add":
        return keyring.with_new(key_id or today)
    if step == "use":
        return keyring.using(key_id or list(keyring.keys)[-1])
    if key_id is None:
        raise ValueError("name the key to take away")
    return keyring.without(key_id)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m shared.rotating")
    parser.add_argument("step", choices=("add", "use", "drop"))
    parser.add_argument("file", type=Path)
    parser.add_argument("key", nargs="?")
    told = parser.parse_args()
    try:
        before = Keyring.model_validate(told.file.read_text(encoding="utf-8"))
        after = changed(before, told.step, told.key, today=f"{datetime.now(UTC):k%Y%m%d}")
    except (OSError, ValueError) as wrong:
        # Never the input: it holds keys.
        sys.stderr.write(f"nothing changed: {wrong if type(wrong) is ValueError else 'no keyring there'}\n")
        return 1
    _put(told.file, after.written())
    sys.stdout.write(f"seals: {after.current}; opens: {', '.join(after.keys)}\n")
    return 0


def _put(file: Path, text: str) -> None:
    """All of it or nothing, with the rights that the file had."""
    half = file.with_name(f"{file.name}.half")
    half.touch(mode=0o600)
    half.write_text(text, encoding="utf-8")
    half.chmod(file.stat().st_mode & 0o777)
    half.replace(file)


if __name__ == "__main__":
    raise SystemExit(main())
