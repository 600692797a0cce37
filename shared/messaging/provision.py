"""Make the topics and each service's rights on the broker, from the one list in `shared/contracts/topics.py`.

`python -m shared.messaging.provision` reads KAFKA_BOOTSTRAP_SERVERS, KAFKA_ADMIN_USERNAME and
KAFKA_ADMIN_PASSWORD; what is there already stays as it is, so it may run before every start.
"""

import os
import sys
from collections.abc import Iterable
from typing import Any

from confluent_kafka import KafkaException
from confluent_kafka.admin import (  # type: ignore[attr-defined]  # re-exported without saying so
    AclBinding,
    AclOperation,
    AclPermissionType,
    AdminClient,
    NewTopic,
    ResourcePatternType,
    ResourceType,
)

from shared.contracts.topics import SERVICES, TOPICS, Service

TIMEOUT_S = 30
ALREADY_THERE = "TOPIC_ALREADY_EXISTS"


def provision(
    bootstrap: str,
    username: str | None = None,
    password: str | None = None,
    *,
    security_protocol: str = "SASL_PLAINTEXT",
    mechanism: str = "SCRAM-SHA-256",
) -> None:
    """Create every topic and every right; raises `KafkaException` when the broker refuses."""
    settings: dict[str, Any] = {"bootstrap.servers": bootstrap, "log_level": 4}
    if username is not None:
        settings |= {
            "security.protocol": security_protocol,
            "sasl.mechanism": mechanism,
            "sasl.username": username,
            "sasl.password": password,
        }
    admin = AdminClient(settings)
    made = admin.create_topics(
        [NewTopic(topic.name, num_partitions=topic.partitions, config=topic.config()) for topic in TOPICS],
        operation_timeout=TIMEOUT_S,
        request_timeout=TIMEOUT_S,
    )
    for future in made.values():
        try:
            future.result()
        except KafkaException as failed:
            if failed.args[0].name() != ALREADY_THERE:
                raise
    if username is None:
        return
    for future in admin.create_acls(list(rights()), request_timeout=TIMEOUT_S).values():
        future.result()


def rights() -> Iterable[AclBinding]:
    """What each service may do on the broker: write its own topics, read what it subscribes to."""
    for service in SERVICES:
        yield _allow(service, ResourceType.BROKER, "kafka-cluster", AclOperation.IDEMPOTENT_WRITE)
        yield _allow(service, ResourceType.GROUP, service, AclOperation.READ)
        for topic in TOPICS:
            if topic.owner == service:
                yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.WRITE)
            if service in topic.readers:
                yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.READ)
            if topic.owner == service or service in topic.readers:
                # To see before the start whether a topic keeps what it must: `preflight`.
                yield _allow(service, ResourceType.TOPIC, topic.name, AclOperation.DESCRIBE_CONFIGS)


def _allow(service: Service, kind: ResourceType, name: str, operation: AclOperation) -> AclBinding:
    return AclBinding(
        kind,
        name,
        ResourcePatternType.LITERAL,
        f"User:{service}",
        "*",
        operation,
        AclPermissionType.ALLOW,
    )


def main() -> None:
    provision(
        os.environ["KAFKA_BOOTSTRAP_SERVERS"],
        os.environ.get("KAFKA_ADMIN_USERNAME"),
        os.environ.get("KAFKA_ADMIN_PASSWORD"),
        security_protocol=os.environ.get("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
        mechanism=os.environ.get("KAFKA_SASL_MECHANISM", "SCRAM-SHA-256"),
    )
    sys.stdout.write(f"{len(TOPICS)} topics and the rights of {len(SERVICES)} services are in place\n")


if __name__ == "__main__":
    main()
