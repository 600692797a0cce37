"""The record of processing (GDPR article 30) and what a DPIA starts from, filled with what the code does.

What only the municipality knows stands as "to be filled in". Nothing here is legal advice: a data protection
officer must read it before use (row P19).
"""

from pathlib import Path
from string import Template

from deploy.generate.built import settings_class
from deploy.generate.contracts import contracts
from shared.contracts.topics import DAY_MS, SERVICES, TOPICS, Topic

WORDS = Path(__file__).with_name("record-of-processing.md")


def record_of_processing() -> str:
    """The whole page; stops when it says nothing of one of the services."""
    words = WORDS.read_text(encoding="utf-8")
    if missing := [service for service in SERVICES if f"| {service} |" not in words]:
        raise SystemExit(f"The record of processing says nothing of {', '.join(missing)}.")
    return Template(words).substitute(
        topics="\n".join(map(_row, TOPICS)),
        key_backup_days=settings_class("intake").model_fields["key_backup_days"].default,
    )


def _row(topic: Topic) -> str:
    said = [one for one in contracts() if one.topic == topic]
    sealed = ", ".join(f"`{one.type}`" for one in said if one.words is not None) or "–"
    readers = ", ".join(one for one in SERVICES if one in topic.readers)
    kept = "latest per key" if topic.state else f"{topic.retention_ms // DAY_MS} days"
    return f"| `{topic.name}` | {readers} | {kept} | {len(said)} | {sealed} |"
