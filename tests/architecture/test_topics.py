"""Every topic has one owner, and only the owner says anything there."""

import ast

import pytest

from deploy.generate.built import build, heard_by, subscriptions_of
from deploy.generate.contracts import contracts
from shared.contracts.topics import SERVICES, TOPICS, Service
from tests.architecture.source import place, python_files, tree

# The words that must cross between services, and lie sealed. Adding one takes a decision record.
WORDS_THAT_CROSS = {
    "samspill.intake.contact-listed.v1": "addresses, read by notify alone",
    "samspill.intake.fact-recorded.v1": "facts, to link and freeze in minutes",
    "samspill.intake.group-listed.v1": "names in the directory",
    "samspill.intake.person-listed.v1": "names in the directory",
    "samspill.intake.room-listed.v1": "names in the directory",
    "samspill.intake.school-listed.v1": "names in the directory",
    "samspill.escalation.dossier-part.v1": "parts of a whole case, on a topic that forgets",
    "samspill.meetings.dossier-part.v1": "parts of a whole case, on a topic that forgets",
    "samspill.notify.dossier-part.v1": "parts of a whole case, on a topic that forgets",
    "samspill.meetings.case-minutes-approved.v1": "facts, accounts and agreements become intake's",
    "samspill.meetings.minutes-added-to.v1": "a fact or an account that came after the minutes",
    "samspill.meetings.group-minutes-approved.v1": "purpose, strategy and asks, for the letters",
    "samspill.meetings.meeting-called.v1": "purpose and agenda of a group meeting, for the letters",
}


def test_every_topic_is_named_for_its_owner_and_read_by_somebody() -> None:
    for topic in TOPICS:
        assert topic.name.startswith(f"samspill.{topic.owner}."), topic.name
        assert topic.readers, topic.name
        assert topic.partitions == 12
    assert len({topic.name for topic in TOPICS}) == len(TOPICS)


def test_an_event_is_said_by_the_owner_of_its_topic() -> None:
    for contract in contracts():
        assert contract.topic in TOPICS, contract.type
        prefix, service, name, version = contract.type.split(".")
        assert (prefix, service) == ("samspill", contract.topic.owner), contract.type
        assert version == "v1", contract.type
        words = [word.lower() for word in name.split("-")]
        assert contract.__name__.lower().endswith("".join(words) + version), contract.type


def test_no_service_makes_an_event_of_another() -> None:
    owner = {contract.__name__: contract.topic.owner for contract in contracts()}
    found = [
        f"{place(path, node)} makes {node.func.id}"
        for path in python_files("services")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and owner.get(node.func.id, _service_of(path.parts)) != _service_of(path.parts)
    ]
    assert found == []


def test_only_the_words_that_must_cross_do() -> None:
    assert {contract.type for contract in contracts() if contract.words} == set(WORDS_THAT_CROSS)


def test_addresses_are_readable_by_notify_alone() -> None:
    [contact] = [one for one in contracts() if one.type == "samspill.intake.contact-listed.v1"]
    assert contact.topic.readers == {"notify"}
    assert [one.type for one in contracts() if one.topic == contact.topic] == [contact.type]


def test_one_place_names_the_topics() -> None:
    names = {topic.name for topic in TOPICS}
    found = [
        place(path, node)
        for path in python_files("services", "shared")
        if place(path) != "shared/contracts/topics.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert found == []


@pytest.mark.parametrize("name", SERVICES)
async def test_a_service_may_read_what_it_subscribes_to(name: Service) -> None:
    service = build(name)
    try:
        assert {one.topic.name for one in heard_by(service) if name not in one.topic.readers} == set()
        assert service.inbox().topics
        for on in subscriptions_of(service):
            assert (on.react is None) != (on.batch is None), on.contract.type
    finally:
        await service.kernel.close()


def _service_of(parts: tuple[str, ...]) -> str:
    return parts[parts.index("services") + 1]
