"""What holds after a storm, seen from outside: the databases, the topics and the mail server's list."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from services.notify.domain.letter import letter_id
from shared.contracts.dossier import DossierMadeV1
from shared.contracts.envelope import event_id
from shared.identifiers import derived_id
from tests.chaos.errands import Errands
from tests.chaos.history import decided_by
from tests.chaos.in_flight import InFlight
from tests.chaos.senders import Acknowledged
from tests.chaos.topic import Said, everything_said
from tests.chaos.town import Town


@dataclass
class Proof:
    """The findings; a gate is a finding that must be 0 (or within its bound)."""

    accepted: int = 0
    not_stored: int = 0
    not_numbered_once: int = 0
    letters_missing: int = 0
    letters: int = 0
    duplicates: int = 0
    in_flight: int = 0
    duplicates_not_in_flight: int = 0
    events: int = 0
    events_lost: int = 0
    events_nobody_decided: int = 0
    events_repeated: int = 0
    events_altered: int = 0
    out_of_order: int = 0
    aggregates: int = 0
    histories_broken: int = 0
    dead_letters: int = 0
    taken_out: int = 0
    packages_missing: int = 0
    erased: int = 0
    erased_and_left: int = 0
    examples: dict[str, list[str]] = field(default_factory=dict)

    @property
    def lost(self) -> int:
        """Whatever was promised and is not there."""
        return self.not_stored + self.letters_missing + self.events_lost + self.dead_letters

    @property
    def gates(self) -> dict[str, bool]:
        return {
            "nothing lost": self.lost == 0,
            "numbered once": self.not_numbered_once == 0,
            "order per aggregate": self.out_of_order == 0,
            "duplicates only of what was in flight": self.duplicates <= self.in_flight
            and self.duplicates_not_in_flight == 0,
            "a repeat says the same": self.events_altered == 0 and self.events_nobody_decided == 0,
            "histories unbroken": self.histories_broken == 0,
            "what was asked for is taken out": self.taken_out > 0 and self.packages_missing == 0,
            "what was erased is gone": self.erased > 0 and self.erased_and_left == 0,
        }

    def plain(self) -> dict[str, Any]:
        return {"lost": self.lost, **asdict(self)}

    def show(self, name: str, found: Sequence[str]) -> int:
        """Count them, and keep a few to look at."""
        if found:
            self.examples[name] = sorted(found)[:5]
        return len(found)


def prove(town: Town, acknowledged: Sequence[Acknowledged], errands: Errands, in_flight: InFlight) -> Proof:
    """Look at everything once it is quiet."""
    proof = Proof(len(acknowledged), taken_out=len(errands.taken_out), erased=len(errands.erased))
    _reports(town, acknowledged, proof)
    _letters(town, acknowledged, in_flight, proof)
    said = everything_said(town.stack)
    _events(town, said, set(errands.erased), proof)
    made = {one.case_id for one in said if one.type == DossierMadeV1.type}
    proof.packages_missing = proof.show("packages_missing", sorted({*errands.taken_out} - made))
    _graves(town, errands.erased, proof)
    for service in town.stack.services:
        proof.dead_letters += town.databases[service]["dead_letters"].count_documents({})
    return proof


def _reports(town: Town, acknowledged: Sequence[Acknowledged], proof: Proof) -> None:
    intake: Any = town.databases["intake"]
    stored = {row["_id"]: row["c"]["cases"] for row in intake["reports"].find({}, {"c.cases": 1})}
    numbers = {row["_id"]: row["c"]["number"] for row in intake["cases"].find({}, {"c.number": 1})}
    missing, otherwise = [], []
    for one in acknowledged:
        cases = stored.get(one.report_id)
        if cases is None or any(case not in numbers for case in cases):
            missing.append(one.report_id)
        elif sorted(numbers[case] for case in cases) != sorted(one.numbers):
            otherwise.append(one.report_id)
    twice = [number for number, count in Counter(numbers.values()).items() if count > 1]
    repeated = [id_ for id_, count in Counter(one.report_id for one in acknowledged).items() if count > 1]
    proof.not_stored = proof.show("not_stored", missing)
    proof.not_numbered_once = proof.show("not_numbered_once", [*otherwise, *twice, *repeated])


def _letters(town: Town, acknowledged: Sequence[Acknowledged], in_flight: InFlight, proof: Proof) -> None:
    taken = town.sink.taken()
    to = {(mail.letter_id, mail.to) for mail in taken}
    times = Counter(mail.letter_id for mail in taken)
    missing = [
        one.report_id
        for one in acknowledged
        if (letter_id(event_id(one.report_id, 1), one.guardian.person_id), one.guardian.email) not in to
    ]
    repeated = {id_: count - 1 for id_, count in times.items() if count > 1}
    proof.letters = len(times)
    proof.letters_missing = proof.show("letters_missing", missing)
    proof.duplicates = sum(repeated.values())
    proof.in_flight = in_flight.count
    proof.duplicates_not_in_flight = proof.show(
        "duplicates_not_in_flight", [id_ for id_ in repeated if id_ not in in_flight.letters]
    )


def _graves(town: Town, erased: Sequence[str], proof: Proof) -> None:
    """No service has the key of an erased case, and each has answered for it."""
    left = []
    for service in town.stack.services:
        keys: Any = town.databases[f"{service}_keys"]["keys"]
        there = keys.find({"_id": {"$in": [*erased]}, "key": {"$exists": True}}, {"_id": 1})
        left += [f"{service}: key of {row['_id']}" for row in there]
        ids = {derived_id("erased", service, case_id) for case_id in erased}
        answers: Any = town.databases[service]["erased_here"]
        ids -= {row["_id"] for row in answers.find({"_id": {"$in": [*ids]}}, {"_id": 1})}
        left += [f"{service}: {id_} is missing" for id_ in ids]
    proof.erased_and_left = proof.show("erased_and_left", left)


def _events(town: Town, said: Sequence[Said], erased: Collection[str], proof: Proof) -> None:
    decided: dict[str, str] = {}
    broken: list[str] = []
    unrecorded: set[str] = set()
    for service in town.stack.services:
        found = decided_by(town, service)
        decided |= found.events
        broken += [*found.broken, *found.unreadable]
        unrecorded |= found.unrecorded
        proof.aggregates += found.aggregates
    first: dict[str, Said] = {}
    latest: dict[tuple[str, str], Said] = {}
    altered, disorder = [], []
    for one in said:
        before = first.setdefault(one.id, one)
        if before is not one:
            proof.events_repeated += 1
            if (before.topic, before.partition, before.value) != (one.topic, one.partition, one.value):
                altered.append(one.id)
            continue
        place = (one.source, one.topic)
        last = latest.get(place)
        # A sign of life is said in every partition, and keeps no history.
        moved = last is not None and (last.seq >= one.seq or last.partition != one.partition)
        if moved and one.source not in unrecorded:
            disorder.append(one.id)
        latest[place] = one
    lost = [id_ for id_, type_ in decided.items() if id_ not in first or first[id_].type != type_]
    proof.events = len(first)
    proof.events_altered = proof.show("events_altered", altered)
    proof.out_of_order = proof.show("out_of_order", disorder)
    proof.events_lost = proof.show("events_lost", lost)
    # An erased case has no history any more, and what was said of it stays until the topic forgets it.
    unknown = [
        id_
        for id_, one in first.items()
        if id_ not in decided and one.source not in unrecorded and one.case_id not in erased
    ]
    proof.events_nobody_decided = proof.show("events_nobody_decided", unknown)
    proof.histories_broken = proof.show("histories_broken", broken)
