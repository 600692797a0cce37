"""Kafka as a service needs it: there, its topics as they must be set, and the rights to use them."""

import asyncio
from collections.abc import Iterator
from typing import Any

from confluent_kafka import KafkaError, KafkaException, TopicCollection
from confluent_kafka.admin import (  # type: ignore[attr-defined]  # re-exported without saying so
    AclOperation,
    AdminClient,
    ConfigResource,
    ResourceType,
)

from shared.contracts.topics import TOPICS, Service, Topic
from shared.findings import Finding
from shared.messaging.producing import KafkaAddress

TIMEOUT_S = 8
_MAKE_TOPICS = "Run the topics job (python -m shared.messaging.provision) with the administrator's password."
# What a topic may have more of than we ask for, without harm.
_AT_LEAST = frozenset({"max.message.bytes"})


async def look_at_kafka(address: KafkaAddress, service: Service) -> list[Finding]:
    """Everything about the broker that this service would stumble over; in a thread, for it blocks."""
    return await asyncio.to_thread(lambda: list(_look(address, service)))


def _look(address: KafkaAddress, service: Service) -> Iterator[Finding]:
    said: list[KafkaError] = []
    settings: dict[str, Any] = {**_options(address), "error_cb": said.append, "log_level": 0}
    admin = AdminClient(settings)
    try:
        known = admin.list_topics(timeout=TIMEOUT_S)
    except KafkaException as failed:
        # The last error is only "no answer in time"; what went before it says why.
        admin.poll(0)
        yield _unreachable([*said, failed.args[0]])
        return
    yield Finding("kafka: there")
    if len(known.brokers) < 3:  # noqa: PLR2004 - three is what survives the loss of one
        yield Finding("kafka: brokers", "fewer than three", "With one gone nothing is told.", grave=False)
    mine = [topic for topic in TOPICS if topic.owner == service or service in topic.readers]
    there = [topic for topic in mine if topic.name in known.topics and known.topics[topic.name].error is None]
    for topic in mine:
        if topic not in there:
            yield Finding(f"kafka: {topic.name}", "not there, or no right to it", _MAKE_TOPICS)
        elif (count := len(known.topics[topic.name].partitions)) != topic.partitions:
            remedy = "The number never changes: an aggregate's events would lose their order."
            yield Finding(f"kafka: {topic.name}", f"{count} partitions, not {topic.partitions}", remedy)
    yield from _rights(admin, service, there)
    yield from _settings(admin, there)
    if len(there) == len(mine):
        yield Finding(f"kafka: {len(mine)} topics")


def _rights(admin: AdminClient, service: Service, topics: list[Topic]) -> Iterator[Finding]:
    asked = TopicCollection([topic.name for topic in topics])
    if not topics:
        return
    told = admin.describe_topics(asked, include_authorized_operations=True, request_timeout=TIMEOUT_S)
    for topic in topics:
        allowed = set(told[topic.name].result().authorized_operations or ())
        if topic.owner == service and AclOperation.WRITE not in allowed:
            yield Finding(f"kafka: {topic.name}", "may not be written", _MAKE_TOPICS)
        if topic.owner != service and AclOperation.WRITE in allowed:
            remedy = "Take the right away: a service writes its own topics only."
            yield Finding(f"kafka: {topic.name}", "may be written, and is another's", remedy, grave=False)
        if service in topic.readers and AclOperation.READ not in allowed:
            yield Finding(f"kafka: {topic.name}", "may not be read", _MAKE_TOPICS)
    try:
        groups = admin.describe_consumer_groups(
            [service], include_authorized_operations=True, request_timeout=TIMEOUT_S
        )
        group = groups[service].result()
    except KafkaException as failed:
        # A group that nobody has joined yet is not there, which is as it should be before the first start.
        if failed.args[0].code() == KafkaError.GROUP_AUTHORIZATION_FAILED:
            yield Finding("kafka: group", "may not be joined", _MAKE_TOPICS)
        return
    if AclOperation.READ not in set(group.authorized_operations or ()):
        yield Finding("kafka: group", "may not be joined", _MAKE_TOPICS)


def _settings(admin: AdminClient, topics: list[Topic]) -> Iterator[Finding]:
    """What a topic is set to, against what `topics.py` asks for."""
    asked = {topic.name: ConfigResource(ResourceType.TOPIC, topic.name) for topic in topics}
    if not asked:
        return
    answers = admin.describe_configs(list(asked.values()), request_timeout=TIMEOUT_S)
    for topic in topics:
        try:
            told = answers[asked[topic.name]].result()
        except KafkaException:
            yield Finding(f"kafka: {topic.name}", "its settings may not be read", _MAKE_TOPICS, grave=False)
            continue
        for name, wanted in topic.config().items():
            found = told[name].value if name in told else None
            if found == wanted or (name in _AT_LEAST and found is not None and int(found) >= int(wanted)):
                continue
            grave = name in {"cleanup.policy", "max.message.bytes"}
            remedy = f"It must be {wanted}: kafka-configs --alter, or the topics job on an empty cluster."
            yield Finding(f"kafka: {topic.name}", f"{name} is {found}", remedy, grave=grave)


def _unreachable(errors: list[KafkaError]) -> Finding:
    codes = {error.code() for error in errors}
    text = " ".join(error.str().lower() for error in errors)
    if KafkaError._AUTHENTICATION in codes or "authentication" in text:  # noqa: SLF001 - its only name
        return Finding("kafka", "name or password refused", "Look at the secret, the user and the mechanism.")
    if KafkaError._SSL in codes or "certificate" in text or "ssl handshake" in text:  # noqa: SLF001
        return Finding("kafka", "certificate refused", "Give the authority's certificate in SSL_CERT_FILE.")
    if KafkaError._RESOLVE in codes:  # noqa: SLF001
        return Finding(
            "kafka", "name unknown", "Look at KAFKA_BOOTSTRAP_SERVERS and the cluster's name service."
        )
    remedy = "Look at host and port, the security protocol and the network policy."
    return Finding("kafka", "no answer", remedy)


def _options(address: KafkaAddress) -> dict[str, Any]:
    options: dict[str, Any] = {
        "bootstrap.servers": address.bootstrap,
        "security.protocol": address.security_protocol,
        "socket.timeout.ms": TIMEOUT_S * 1000,
    }
    if address.security_protocol.startswith("SASL"):
        options |= {
            "sasl.mechanism": address.mechanism,
            "sasl.username": address.username,
            "sasl.password": address.password,
        }
    return options
