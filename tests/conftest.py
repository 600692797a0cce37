from collections.abc import Iterator

import pytest

from deploy.local import Stack

pytest_plugins = ("tests.requirements_plugin", "tests.house", "tests.browser.plugin")


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Real MongoDB, Kafka, mail sink, login and gateway, with topics and rights, and no service running.

    It is started once for all tests that ask for it; each keeps to databases, addresses and people of its
    own, or clears what it used.
    """
    with Stack(tmp_path_factory.mktemp("stack"), services=()) as running:
        yield running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the stack as such, so that the fast tests stay fast without anybody remembering."""
    for item in items:
        asked = set(item.fixturenames) if isinstance(item, pytest.Function) else set()
        if asked & {"stack", "scene"}:
            item.add_marker(pytest.mark.stack)
        if "browser" in asked:
            item.add_marker(pytest.mark.browser)
