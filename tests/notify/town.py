"""A small town as notify knows it: a school, its leader, families, and what others say about them."""

from datetime import date
from typing import Any

from shared.contracts.access import AccessSnapshotV1, Grant
from shared.contracts.directory import (
    ContactListedV1,
    ContactWords,
    Duty,
    GroupListedV1,
    GroupWords,
    GuardianLink,
    PersonListedV1,
    PersonWords,
    RoomListedV1,
    RoomWords,
    SchoolListedV1,
    SchoolWords,
)
from shared.contracts.envelope import Contract, Words
from shared.identifiers import new_id

Said = tuple[Contract, Words | None]


class Town:
    """Ids of one test's own people, so that tests never meet each other's mail."""

    def __init__(self) -> None:
        self.school = new_id("school")
        self.room = new_id("room")
        self.group = new_id("group")
        self.leader = new_id("person")
        self.teacher = new_id("person")
        self.mother = new_id("person")
        self.father = new_id("person")
        self.pupil = new_id("person")
        self.case = new_id("case")
        self.emails: dict[str, str] = {}

    def email(self, person_id: str) -> str:
        return self.emails.setdefault(person_id, f"{person_id[-12:]}@post.example")

    def directory(self, language: str = "nb") -> list[Said]:
        """What intake says of the school and its people."""
        rektor = Duty(role="rektor", school_id=self.school, since=date(2020, 1, 1))
        contact = Duty(role="contact_teacher", school_id=self.school)
        return [
            (
                SchoolListedV1.model_validate({"school_id": self.school, "language": language}),
                SchoolWords(name="Lillevik skole", phone="22 00 00 00"),
            ),
            (RoomListedV1(room_id=self.room, school_id=self.school), RoomWords(name="Møterom 2")),
            (GroupListedV1(group_id=self.group, school_id=self.school), GroupWords(name="7B")),
            *self.person(self.leader, "Anne", "Berg", kinds=("staff",), duties=(rektor,)),
            *self.person(self.teacher, "Tone", "Lie", kinds=("staff",), duties=(contact,)),
            *self.person(self.mother, "Kari", "Dahl"),
            *self.person(self.father, "Ola", "Dahl"),
        ]

    def person(
        self,
        person_id: str,
        given: str,
        family: str,
        *,
        kinds: tuple[Any, ...] = ("guardian",),
        channel: str | None = "mail",
        **more: Any,
    ) -> list[Said]:
        """A person and, unless `channel` is None, how to write to them."""
        listed = PersonListedV1(person_id=person_id, kinds=kinds, school_ids=(self.school,), **more)
        said: list[Said] = [(listed, PersonWords(given_name=given, family_name=family))]
        if channel is not None:
            contact = ContactListedV1.model_validate({"person_id": person_id, "channel": channel})
            said.append((contact, ContactWords(email=self.email(person_id) if channel == "mail" else None)))
        return said

    def pupil_of(self, *guardians: str) -> list[Said]:
        """The pupil, in the group, with these guardians."""
        links = tuple(
            GuardianLink(person_id=one, relation="parent", responsibility=True) for one in guardians
        )
        listed = PersonListedV1(
            person_id=self.pupil,
            kinds=("pupil",),
            school_ids=(self.school,),
            group_ids=(self.group,),
            guardians=links,
        )
        return [(listed, PersonWords(given_name="Aksel", family_name="Dahl"))]

    def access(self, *guardians: str, **more: Any) -> Said:
        """The case's snapshot with these guardians; both parents if none are named."""
        grants = [Grant(person_id=self.leader, relation="rektor")]
        grants += [
            Grant(person_id=one, relation="guardian") for one in guardians or (self.mother, self.father)
        ]
        snapshot = AccessSnapshotV1(
            case_id=self.case, school_id=self.school, pupil_id=self.pupil, grants=tuple(grants), **more
        )
        return snapshot, None
