from pathlib import Path

import pytest
import requests

from deploy.local import jars, tools
from deploy.local.failures import CannotRunError


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMSPILL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_downloaded_is_not_downloaded_again(cache: Path) -> None:
    filled: list[Path] = []
    first = tools.once("part", b"lock", filled.append)
    assert tools.once("part", b"lock", filled.append) == first
    assert len(filled) == 1
    assert first.parent == cache


def test_another_lock_is_another_download(cache: Path) -> None:
    assert tools.once("part", b"one", lambda _: None) != tools.once("part", b"two", lambda _: None)


def test_half_a_download_is_not_taken_for_a_whole_one(cache: Path) -> None:
    def interrupted(into: Path) -> None:
        (into / "half").write_text("…")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tools.once("part", b"lock", interrupted)

    assert list(cache.iterdir()) == []
    whole = tools.once("part", b"lock", lambda into: (into / "whole").touch())
    assert [path.name for path in whole.iterdir()] == ["whole"]


def test_who_finishes_second_takes_the_first_ones_download(cache: Path) -> None:
    def overtaken(into: Path) -> None:
        tools.once("part", b"lock", lambda first: (first / "first").touch())
        (into / "second").touch()

    assert [path.name for path in tools.once("part", b"lock", overtaken).iterdir()] == ["first"]


def test_a_full_disk_is_said_in_one_line(cache: Path) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotRunError, match=r"No space left on device\. Make room"):
        tools.once("part", b"lock", full)


def test_without_a_network_the_missing_jar_is_named(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offline(*_: object, **__: object) -> None:
        raise requests.ConnectionError

    monkeypatch.setattr("requests.request", offline)
    with pytest.raises(CannotRunError, match=r"Maven Central did not give .*ConnectionError.* network\?"):
        jars.download(tmp_path, tools.silence)


def test_every_jar_is_locked_by_its_checksum() -> None:
    locked = [line.split() for line in jars.LOCK.read_text().splitlines()[1:]]
    assert any(name.startswith("org.apache.kafka:kafka_2.13:") for name, _ in locked)
    assert all(len(sha256) == 64 for _, sha256 in locked)
