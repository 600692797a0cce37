"""The record of processing says what is done here, and leaves open only what the municipality knows."""

import pytest

from deploy.generate.privacy import WORDS, record_of_processing
from shared.contracts.topics import SERVICES, TOPICS

pytestmark = pytest.mark.requirement("P19")


def test_the_record_is_filled_from_what_the_code_does() -> None:
    told = record_of_processing()
    assert [topic.name for topic in TOPICS if f"| `{topic.name}` |" not in told] == []
    assert [service for service in SERVICES if f"| {service} |" not in told] == []
    assert "`samspill.meetings.meeting-called.v1`" in told
    assert "for at most 30 days" in told
    assert "$" not in told


def test_a_service_that_the_record_forgets_stops_the_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.generate.privacy.SERVICES", (*SERVICES, "archive"))
    with pytest.raises(SystemExit, match="says nothing of archive"):
        record_of_processing()
    assert "to be filled in" in WORDS.read_text(encoding="utf-8")
