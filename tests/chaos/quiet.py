"""Waiting until nothing is under way any more."""

import time
from typing import Any

from confluent_kafka import KafkaException

from tests.chaos.in_flight import OPEN
from tests.chaos.topic import behind
from tests.chaos.town import Town

LOOK_AGAIN_S = 0.5
# Intake says every few seconds that it lives; somebody is nearly always a record or two behind.
ALWAYS = 5


def until_quiet(town: Town, *, within_s: float) -> str | None:
    """Return None when all is done, or what was still under way after `within_s` seconds."""
    until = time.monotonic() + within_s
    quiet = 0
    while quiet < 2:
        waiting = _waiting(town)
        quiet = quiet + 1 if waiting is None else 0
        if time.monotonic() > until:
            return waiting
        time.sleep(LOOK_AGAIN_S)
    return None


def _waiting(town: Town) -> str | None:
    for service in town.stack.services:
        database: Any = town.databases[service]
        names = set(database.list_collection_names())
        for name in names:
            if f"{name}_history" in names and name != "heartbeats":
                count = database[name].count_documents({"ob.0.ts": {"$gt": 0}})
                if count:
                    return f"{count} outboxes of {service}.{name}"
        if count := database["parked"].count_documents({}):
            return f"{count} events parked in {service}"
    if "intake" in town.stack.services:
        dossiers: Any = town.databases["intake"]["dossiers"]
        if count := dossiers.count_documents({"c.due_at": {"$ne": None}}):
            return f"{count} packages"
    if "notify" in town.stack.services:
        letters: Any = town.databases["notify"]["letters"]
        if count := letters.count_documents(OPEN):
            return f"{count} letters"
    try:
        records = behind(town.stack, town.stack.services)
    except KafkaException:
        return "Kafka"
    return f"{records} records" if records > ALWAYS else None
