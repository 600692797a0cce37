"""Lillevik kommune as a heap of OneRoster rows that is added to and then written."""

import uuid
from dataclasses import dataclass, field
from datetime import date

from deploy.demo.roster.names import mailbox

Row = dict[str, str]

KOMMUNE = "org-lillevik-kommune"
LILLEVIK = "org-lillevik-skole"
FJELLSYN = "org-fjellsyn-skule"
AASEN = "org-aasen-skole"

_SUBJECTS = uuid.UUID("6b1f2c1e-5d0a-4c53-9d0e-1f3c7a6a2b11")


@dataclass
class Human:
    """One person on the way to a users row."""

    id: str
    given: str
    family: str
    born: date
    home: str = ""
    note: str = ""
    number: int = 0
    row: Row = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def sub(self) -> str:
        """The Feide subject: random to look at, the same every time."""
        return str(uuid.uuid5(_SUBJECTS, self.id))

    @property
    def pid(self) -> str:
        """Eleven digits that can be nobody's: 80 is added to the month, as for synthetic test persons."""
        return (
            f"{self.born.day:02}{self.born.month + 80:02}{self.born.year % 100:02}{self.number % 100_000:05}"
        )


class Town:
    """Everybody and everything; ids are given in the order of arrival."""

    def __init__(self) -> None:
        self.users: list[Human] = []
        self.roles: list[Row] = []
        self.classes: list[Row] = []
        self.enrollments: list[Row] = []
        self.cast: dict[str, dict[str, str]] = {}
        self._mailboxes: set[str] = set()
        self._with_role: set[str] = set()

    def human(self, given: str, family: str, born: date, home: str, **columns: str) -> Human:
        number = len(self.users) + 1
        human = Human(id=f"user-{number:05}", given=given, family=family, born=born, home=home, number=number)
        human.row = {
            "sourcedId": human.id,
            "enabledUser": "true",
            "username": human.id,
            "givenName": given,
            "familyName": family,
            "primaryOrgSourcedId": home,
            **columns,
        }
        self.users.append(human)
        return human

    def adult(self, given: str, family: str, born: date, home: str, mail_at: str, **columns: str) -> Human:
        """Someone with an e-mail address of her own and a phone number that cannot exist."""
        box = mailbox(given, family)
        address, extra = f"{box}@{mail_at}", 2
        while address in self._mailboxes:
            address, extra = f"{box}{extra}@{mail_at}", extra + 1
        self._mailboxes.add(address)
        human = self.human(given, family, born, home, email=address)
        # No Norwegian subscriber number begins with 1; the rest is spread so that it is no counter's value.
        digits = f"1{(human.number * 7_368_787) % 10_000_000:07}"
        human.row["sms"] = f"{digits[:3]} {digits[3:5]} {digits[5:]}"
        human.row.update(columns)
        return human

    def role(self, human: Human, role: str, org: str, **columns: str) -> None:
        self.roles.append(
            {
                "sourcedId": f"role-{len(self.roles) + 1:05}",
                "userSourcedId": human.id,
                "roleType": "secondary" if human.id in self._with_role else "primary",
                "role": role,
                "orgSourcedId": org,
                **columns,
            }
        )
        self._with_role.add(human.id)

    def staff(self, human: Human, role: str, org: str, duty: str = "", **columns: str) -> None:
        human.row["metadata.samspill.staffSubject"] = human.sub
        human.row["metadata.samspill.trainedOn"] = "2026-08-17"
        self.role(human, role, org, **{"metadata.samspill.duty": duty, **columns})

    def enroll(self, human: Human, klass: Row, role: str, *, primary: bool = False) -> None:
        self.enrollments.append(
            {
                "sourcedId": f"enr-{len(self.enrollments) + 1:05}",
                "classSourcedId": klass["sourcedId"],
                "schoolSourcedId": klass["schoolSourcedId"],
                "userSourcedId": human.id,
                "role": role,
                "primary": "true" if primary else "false",
                "beginDate": "2026-08-17",
                "endDate": "2027-06-18",
            }
        )

    def pupil(self, given: str, family: str, klass: Row, born: date, **columns: str) -> Human:
        school = klass["schoolSourcedId"]
        human = self.human(given, family, born, school, grades=klass["grades"], **columns)
        human.row["metadata.samspill.staffSubject"] = human.sub
        self.role(human, "student", school)
        self.enroll(human, klass, "student")
        return human

    def guardian_of(
        self,
        guardian: Human,
        pupil: Human,
        relation: str = "parent",
        *,
        responsible: bool = True,
        first: str = "",
        last: str = "",
    ) -> None:
        """One row for each stretch of time; the agent link once."""
        guardian.row["metadata.samspill.familySubject"] = guardian.pid
        agents = [agent for agent in pupil.row.get("agentSourcedIds", "").split(",") if agent]
        pupil.row["agentSourcedIds"] = ",".join(dict.fromkeys([*agents, guardian.id]))
        role = {"parent": "parent", "barnevern": "guardian", "foster": "guardian"}.get(relation, "relative")
        self.role(
            guardian,
            role,
            pupil.home,
            beginDate=first or pupil.born.isoformat(),
            endDate=last,
            **{
                "metadata.samspill.pupil": pupil.id,
                "metadata.samspill.relation": relation,
                "metadata.samspill.responsibility": "true" if responsible else "false",
            },
        )

    def play(self, key: str, human: Human, note: str, issuer: str) -> None:
        """Give a person a part in the story."""
        subject = human.sub if issuer == "staff" else human.pid
        self.cast[key] = {
            "sourcedId": human.id,
            "name": human.name,
            "note": note,
            "issuer": issuer if subject else "",
            "subject": subject,
            "school": human.home,
            "email": human.row.get("email", ""),
        }
