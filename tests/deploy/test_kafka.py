import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import KafkaConnectionError, TopicAuthorizationFailedError

from deploy.local import Stack
from shared.contracts.topics import DEAD_LETTERS, INTAKE_CASE

pytestmark = pytest.mark.stack


def as_user(stack: Stack, user: str, password: str | None = None) -> dict[str, str]:
    name, own = stack.kafka_credentials(user)
    return {
        "bootstrap_servers": stack.kafka_bootstrap,
        "security_protocol": "SASL_PLAINTEXT",
        "sasl_mechanism": "SCRAM-SHA-256",
        "sasl_plain_username": name,
        "sasl_plain_password": password or own,
    }


async def test_what_a_service_says_on_its_topic_a_reader_hears(stack: Stack) -> None:
    async with (
        AIOKafkaConsumer(
            DEAD_LETTERS["notify"].name,
            **as_user(stack, "notify"),
            group_id="notify",
            auto_offset_reset="earliest",
        ) as hears,
        AIOKafkaProducer(**as_user(stack, "notify"), enable_idempotence=True) as says,
    ):
        await says.send_and_wait(DEAD_LETTERS["notify"].name, b"heard", key=b"local-stack")
        assert (await hears.getone()).value == b"heard"


async def test_a_service_may_not_write_the_topic_of_another(stack: Stack) -> None:
    async with AIOKafkaProducer(**as_user(stack, "notify")) as says:
        with pytest.raises(TopicAuthorizationFailedError):
            await says.send_and_wait(INTAKE_CASE.name, b"not mine to say")


async def test_a_wrong_password_opens_nothing(stack: Stack) -> None:
    says = AIOKafkaProducer(**as_user(stack, "intake", password="guessed"))
    with pytest.raises(KafkaConnectionError):
        await says.start()
    await says.stop()
