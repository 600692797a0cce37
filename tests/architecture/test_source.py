"""What no file of the product may hold."""

import ast
import re

from tests.architecture.source import ROOT, files, imported, place, python_files, tree

# The driver's names that are the same under both drivers; to move into shared/storage.
_KNOWS_THE_DRIVER = {"shared/kernel.py", "shared/messaging/relay.py"}
_NOW = {"now", "utcnow", "today"}
# Machine time, which never moves: leases, sessions, signs of life.
MACHINE_TIME = {
    "services/escalation/commands/beat.py": "our being alive must not depend on the clock the demo moves",
    "services/escalation/reactions/when_beat_returns.py": "how long a beat took",
    "services/escalation/web/alive_pages.py": "whether we are alive now",
    "services/notify/reactions/when_escalation_beats.py": "whether a beat is a sign of life still",
    "services/intake/preflight.py": "whether our clock is the issuer's",
    "services/intake/commands/beat.py": "how old permission is must not depend on the clock the demo moves",
    "services/intake/commands/end_session.py": "sessions go by machine time",
    "services/notify/storage/post.py": "back-off goes by machine time",
}
_VAGUE = {"utils", "helpers", "common", "util", "helper", "misc"}


def test_only_the_storage_room_knows_the_driver_of_mongodb() -> None:
    knowing = {
        place(path)
        for path in python_files("services", "shared")
        for _, module in imported(path)
        if module.partition(".")[0] in {"motor", "pymongo", "bson"}
        and not place(path).startswith("shared/storage/")
    }
    assert knowing <= _KNOWS_THE_DRIVER


def test_business_time_is_given_and_never_read_in_services() -> None:
    found = [
        place(path, node)
        for path in python_files("services")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in _NOW
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
        and place(path) not in MACHINE_TIME
    ]
    assert found == []


def test_nothing_is_printed() -> None:
    found = [
        place(path, node)
        for path in python_files("services", "shared")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_no_test_is_skipped_and_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(pytest\.skip|mark\.skip|mark\.xfail|skipif|importorskip|TODO|FIXME|XXX)\b")
    found = [
        place(path)
        for path in python_files("services", "shared", "tests", "deploy")
        if path.resolve() != (ROOT / "tests/architecture/test_source.py") and marks.search(path.read_text())
    ]
    assert found == []


def test_files_and_folders_are_named_for_a_purpose() -> None:
    vague = [place(path) for path in files() if _VAGUE & {part.partition(".")[0] for part in path.parts}]
    assert vague == []


def test_nothing_in_the_product_needs_the_tests() -> None:
    found = [
        place(path, node)
        for path in python_files("services", "shared")
        for node, module in imported(path)
        if module.partition(".")[0] in {"tests", "deploy"}
    ]
    assert found == []


def test_the_top_level_holds_what_the_plan_names() -> None:
    allowed = {
        *("services", "shared", "deploy", "tests", ".ci"),
        *("docker-compose.yml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml"),
        "SECURITY.md",  # where forges, and whoever has found something, look for it
        *("requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt"),
        *(".gitignore", ".importlinter", ".dockerignore", ".hadolint.yaml", ".python-version"),
        *(".editorconfig", ".gitattributes"),
    }
    assert {path.relative_to(ROOT).parts[0] for path in files()} <= allowed
