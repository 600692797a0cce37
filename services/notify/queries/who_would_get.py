"""Who would get a letter to a group, and how, without anything being written (B64)."""

from dataclasses import dataclass

from services.notify.domain.address import address_id
from services.notify.domain.verdict import ByHand, Recipient, way_to
from services.notify.storage.post import Post
from shared.clock import OSLO
from shared.directory import Group


@dataclass(frozen=True)
class Would:
    """One guardian: `way` is "mail", or why it must go by hand."""

    name: str
    language: str
    way: str


@dataclass(frozen=True)
class Mailing:
    """`protected` guardians are only counted: they stand in no list."""

    recipients: list[Would]
    protected: int

    @property
    def by_mail(self) -> int:
        return sum(one.way == "mail" for one in self.recipients)


async def who_would_get(group: Group, *, post: Post) -> Mailing:
    """The guardians entitled today of all pupils in the group, each once."""
    assert post.directory.contacts is not None
    today = post.clock.now().astimezone(OSLO).date()
    school = await post.directory.school(group.listed.school_id)
    pupils = await post.directory.pupils_in(group.listed.group_id)
    ids = sorted({id_ for pupil in pupils for id_ in pupil.guardians_on(today)})
    people = await post.directory.people_by_id(ids)
    contacts = await post.directory.contacts.get_many(ids)
    known = await post.addresses.find({"_id": {"$in": [address_id(id_) for id_ in ids]}})
    addresses = {one.person_id: one for one in known}
    # A family with a protected child is as little in a list as the child.
    hidden = {id_ for pupil in pupils if pupil.protected for id_ in pupil.guardians_on(today)}
    found: list[Would] = []
    for id_ in ids:
        person = people.get(id_)
        if person is None or person.protected or id_ in hidden:
            continue
        contact, told = contacts.get(id_), addresses.get(id_)
        mail = contact.words.email if contact is not None and contact.listed.channel == "mail" else None
        way = way_to(
            Recipient(
                is_guardian=True,
                protected=False,
                address=mail,
                address_frozen=mail is not None and told is not None and told.is_frozen(mail),
                address_dead=mail is not None and told is not None and told.is_dead(mail),
            )
        )
        found.append(
            Would(
                person.name,
                person.listed.language or school.listed.language,
                way.reason if isinstance(way, ByHand) else "mail",
            )
        )
    found.sort(key=lambda one: one.name)
    protected = {id_ for id_ in ids if (one := people.get(id_)) is not None and one.protected} | hidden
    return Mailing(found, len(protected))
