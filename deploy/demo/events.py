"""Everything that goes over Kafka, as an onlooker with the administrator's user sees it. Reads only."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from confluent_kafka import Consumer, ConsumerGroupTopicPartitions, KafkaException, Message, TopicPartition

from deploy.local import Stack
from shared.contracts.topics import TOPICS
from shared.keyring import Keyring
from shared.storage.encryption import Exchange

SERVICES = ("intake", "meetings", "notify", "escalation")

_POLL_S = 0.1
_ASK_S = 5


@dataclass(frozen=True)
class Event:
    """One record: what its CloudEvents headers say, its body, and its bytes as they crossed."""

    topic: str
    type: str
    id: str
    source: str
    data: Mapping[str, Any]
    key: bytes
    value: bytes
    headers: tuple[tuple[str, bytes], ...]

    @property
    def is_sealed(self) -> bool:
        return "sealed" in self.data

    def __getitem__(self, name: str) -> Any:
        return self.data.get(name)


class Events:
    """Collects every record of every topic from the first on, in a thread of its own."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._seen: list[Event] = []
        self._ends: dict[tuple[str, int], int] = {}
        self._listening: dict[str, frozenset[str]] = {}
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._read, name="onlooker", daemon=True)

    def start(self) -> None:
        """Begin to read; the stack's broker runs."""
        self._admin = self._stack.kafka.client("admin")
        self._thread.start()

    def stop(self) -> None:
        """Stop reading; returns when the connection is closed."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join(10)

    @property
    def all(self) -> list[Event]:
        """Every record so far, in the order of arrival here."""
        return list(self._seen)

    @property
    def count(self) -> int:
        """How many there are, heartbeats apart: they never end."""
        return sum(not event.type.endswith("heartbeat.v1") for event in self.all)

    def of(self, type_: str, **told: Any) -> list[Event]:
        """The events of that type whose fields are as told; `report-received` is short for intake's."""
        return [
            event
            for event in self.all
            if event.type.endswith(f".{type_}.v1") and all(event[name] == is_ for name, is_ in told.items())
        ]

    def one(self, type_: str, **told: Any) -> Event | None:
        """The first of them, or None as long as there is none."""
        return next(iter(self.of(type_, **told)), None)

    def words_of(self, event: Event) -> dict[str, Any]:
        """What its sealed field says, opened with the exchange key that only services hold."""
        keyring = Keyring.model_validate_json(self._stack.secrets.keyring("exchange"))
        words = Exchange(keyring.keys, keyring.current).open(
            event.data["sealed"], type_=event.type, event_id=event.id, source=event.source
        )
        found: dict[str, Any] = json.loads(words)
        return found

    def behind(self) -> int:
        """How many records the four services together have not yet worked through; -1 if it is not known."""
        try:
            return sum(self._lag_of(service) for service in self._stack.services)
        except (KafkaException, ValueError):
            # A client that knew the broker before it was restarted may go on asking the one that is gone.
            self._admin = self._stack.kafka.client("admin")
            return -1

    def _lag_of(self, service: str) -> int:
        asked = self._admin.list_consumer_group_offsets(
            [ConsumerGroupTopicPartitions(service)], request_timeout=_ASK_S
        )
        committed = asked[service].result().topic_partitions or []
        done = {(place.topic, place.partition): max(place.offset, 0) for place in committed}
        listens_to = self._topics_of(service)
        return sum(
            max(0, end - done.get(place, 0))
            for place, end in list(self._ends.items())
            if place[0] in listens_to
        )

    def _topics_of(self, service: str) -> frozenset[str]:
        """What the service's consumers are assigned, as the broker has it."""
        if not self._listening.get(service):
            asked = self._admin.describe_consumer_groups([service], request_timeout=_ASK_S)
            members = asked[service].result().members
            places = [place for one in members if one.assignment for place in one.assignment.topic_partitions]
            self._listening[service] = frozenset(place.topic for place in places)
        return self._listening[service]

    def _read(self) -> None:
        name, password = self._stack.kafka_credentials("admin")
        consumer = Consumer(
            {
                "bootstrap.servers": self._stack.kafka_bootstrap,
                "security.protocol": "SASL_PLAINTEXT",
                "sasl.mechanism": "SCRAM-SHA-256",
                "sasl.username": name,
                "sasl.password": password,
                "group.id": "onlooker",
                "enable.auto.commit": False,
                "auto.offset.reset": "earliest",
                "reconnect.backoff.max.ms": 200,
                "log_level": 0,
            }
        )
        places = [
            TopicPartition(topic.name, partition, 0)
            for topic in TOPICS
            for partition in range(topic.partitions)
        ]
        consumer.assign(places)
        try:
            while not self._stopping.is_set():
                for message in consumer.consume(500, _POLL_S):
                    if message.error() is None:
                        self._keep(message)
        finally:
            consumer.close()

    def _keep(self, message: Message) -> None:
        topic, partition, offset = message.topic(), message.partition(), message.offset()
        assert topic is not None
        assert partition is not None
        assert offset is not None
        # What we have seen is what the services have to work through.
        self._ends[topic, partition] = offset + 1
        self._seen.append(_event(topic, message))


def _event(topic: str, message: Message) -> Event:
    headers = tuple((name, value or b"") for name, value in _headers(message))
    found = {name: value.decode(errors="replace") for name, value in headers}
    value = message.value() or b""
    return Event(
        topic=topic,
        type=found.get("ce_type", ""),
        id=found.get("ce_id", ""),
        source=found.get("ce_subject", ""),
        data=_body(value),
        key=_bytes(message.key()),
        value=_bytes(value),
        headers=headers,
    )


def _headers(message: Message) -> Iterable[tuple[str, bytes]]:
    told: Any = message.headers() or []
    pairs = told.items() if isinstance(told, dict) else told
    return [(str(name), _bytes(value)) for name, value in pairs]


def _bytes(told: Any) -> bytes:
    return told if isinstance(told, bytes) else str(told or "").encode()


def _body(value: Any) -> Mapping[str, Any]:
    try:
        found = json.loads(value)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
