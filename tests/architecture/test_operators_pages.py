"""What the pages for operators tell to run and read is there: commands, settings, files."""

import re
from pathlib import Path

import pytest

from deploy.generate.built import settings_class
from shared import command_line
from shared.contracts.topics import SERVICES
from tests.architecture.source import ROOT, place

PAGES = sorted([*(ROOT / "deploy/docs").glob("*.md"), *(ROOT / "deploy/runbooks").glob("*.md")])
_COMMAND = re.compile(r"python -m services\.(?:<name>|\w+) ([a-z-]+)")
_MODULE = re.compile(r"python -m ((?:shared|deploy|tests)[\w.]*)")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_SETTING = re.compile(r"`([A-Z]+(?:_[A-Z]+)+)`")
_OF_OTHERS = {"SSL_CERT_FILE", "OIDC_STAFF", "OIDC_FAMILY"}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_it_tells_to_run_and_read_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    sources = [Path(command_line.__file__), *(ROOT / "services").glob("*/*command_line.py")]
    known = {name for path in sources for name in re.findall(r'"([a-z-]+)":', path.read_text("utf-8"))}
    assert set(_COMMAND.findall(text)) <= known, place(page)
    for module in _MODULE.findall(text):
        path = ROOT / module.rstrip(".").replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), f"{place(page)}: {module}"
    for target in _LINK.findall(text):
        assert (page.parent / target).exists(), f"{place(page)}: {target}"
    settings = {
        variable
        for service in SERVICES
        for field in settings_class(service).model_fields
        for variable in settings_class(service).variables_of(field)
    }
    assert set(_SETTING.findall(text)) - settings - _OF_OTHERS == set(), place(page)
