"""The repository stands alone: no address of a registry, no path of a machine, no secret."""

import json
import re

from tests.architecture.source import ROOT, files, place

_BINARY = {".woff2", ".png", ".jpg", ".ico", ".pdf", ".xlsx"}
_MACHINE = re.compile(r"(?<![\w.:-])/(?:work|root|home/\w+|Users/\w+|tmp/samspill)/\w")
_REGISTRY = re.compile(r"(?i)(?:--(?:extra-)?index-url|--find-links|--trusted-host)[= ]\S*//")
_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|eyJ[\w-]{20,}\.[\w-]{20,}\.")
_URL = re.compile(r"https?://")


def _texts() -> list[tuple[str, str]]:
    own = "tests/architecture/test_repository.py"
    return [
        (place(path), path.read_text(encoding="utf-8"))
        for path in files()
        if path.suffix not in _BINARY and place(path) != own
    ]


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert [(name, found[0]) for name, text in _texts() if (found := _MACHINE.search(text))] == []


def test_no_file_names_a_package_registry() -> None:
    assert [name for name, text in _texts() if _REGISTRY.search(text)] == []


def test_no_file_holds_a_secret() -> None:
    assert [name for name, text in _texts() if _KEY.search(text)] == []


def test_requirements_are_pinned_with_hashes_and_name_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not _URL.search(text), name
        for package in re.split(r"\n(?=[a-z])", text):
            if re.match(r"[A-Za-z]", package):
                assert "==" in package, package
                assert "--hash=sha256:" in package, package


def test_node_locks_are_pinned_with_hashes_and_name_no_address() -> None:
    for path in files():
        if path.name == "package-lock.json":
            packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
            for name, package in packages.items():
                assert "resolved" not in package, f"{place(path)}: {name}"
                assert not name or "integrity" in package, f"{place(path)}: {name}"
