"""Topics and rights on the local broker, made by the same command as in production."""

from functools import partial

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from deploy.local.failures import CannotRunError
from deploy.local.kafka import Kafka
from shared.contracts.topics import SERVICES, TOPICS
from shared.messaging.provision import provision as create


def provision(kafka: Kafka) -> None:
    """Create every topic and every right, and return when each service sees its own.

    The controller says "done" about a second before a broker that has just started acts on it.
    """
    try:
        create(kafka.bootstrap, *kafka.credentials("admin"))
        for service in SERVICES:
            own = {topic.name for topic in TOPICS if service in topic.readers or topic.owner == service}
            kafka.process.wait_until(partial(_sees, kafka.client(service), own), within_s=30)
    except KafkaException as error:
        raise CannotRunError(f"Kafka refused a topic or a right: {error}") from error


def _sees(client: AdminClient, topics: set[str]) -> bool:
    return topics <= set(client.list_topics(timeout=5).topics)
