"""Everybody who may come to a service with a request: each relation to a case, with a session of its own."""

from dataclasses import dataclass

import httpx

from deploy.demo.scene import Scene
from shared.keyring import Keyring
from shared.web.sessions import Hat, Session, Sessions


@dataclass(frozen=True)
class Asker:
    """One relation: one of the cast in a hat. `outside`: has no business with the case at all."""

    name: str
    key: str = ""
    hat: Hat = "staff"
    outside: bool = False
    revoked: bool = False


SIGNED_OUT = Asker("signed out", outside=True)
REVOKED = Asker("rektor, signed out a second ago", "rektor", outside=True, revoked=True)

# Aksel's case: what each may do has been given by the story (leadership, his teacher, the notified contact).
OF_THE_CASE = (
    Asker("rektor", "rektor"),
    Asker("deputy", "deputy"),
    Asker("his teacher", "contact_teacher"),
    Asker("notified owner", "owner_2"),
    Asker("mother", "mother", "guardian"),
    Asker("father", "father", "guardian"),
    Asker("pupil", "pupil", "pupil"),
    SIGNED_OUT,
    REVOKED,
    Asker("stranger", "mother_fjellsyn", "guardian", outside=True),
    Asker("other family in the class", "stranger", "guardian", outside=True),
    Asker("other pupil in the class", "other_pupil", "pupil", outside=True),
    Asker("colleague without need", "teacher_parent", outside=True),
    Asker("other school's rektor", "rektor_fjellsyn", outside=True),
    Asker("administrator", "administrator", outside=True),
    Asker("mother as staff", "mother", outside=True),
    Asker("rektor as parent", "rektor", "guardian", outside=True),
    Asker("pupil as parent", "pupil", "guardian", outside=True),
)

# The class's case: every entitled guardian of 8A has part in it, and nobody else's parents.
OF_THE_GROUP = (
    Asker("rektor", "rektor"),
    Asker("deputy", "deputy"),
    Asker("a mother of the class", "mother", "guardian"),
    Asker("another family of the class", "stranger", "guardian"),
    Asker("protected family", "protected_guardian", "guardian"),
    SIGNED_OUT,
    REVOKED,
    Asker("former parent", "former_parent", "guardian", outside=True),
    Asker("parent of another class", "teacher_parent_at_home", "guardian", outside=True),
    Asker("stranger", "mother_fjellsyn", "guardian", outside=True),
    Asker("pupil of the class", "other_pupil", "pupil", outside=True),
    Asker("colleague without need", "teacher_parent", outside=True),
    Asker("other school's rektor", "rektor_fjellsyn", outside=True),
    Asker("mother as staff", "mother", outside=True),
)

# A pupil whose mother works at the school: she follows the case as his mother, and as staff it is not there.
OF_A_COLLEAGUES_CHILD = (
    Asker("rektor", "rektor"),
    Asker("the mother at home", "teacher_parent_at_home", "guardian"),
    Asker("the mother at work", "teacher_parent", outside=True),
    Asker("her colleague", "colleague", outside=True),
    Asker("another family", "mother", "guardian", outside=True),
)


class Doorman:
    """Makes the sessions, sealed under the keys that the running services have."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        keyring = Keyring.model_validate_json(scene.stack.secrets.keyring("cookie"))
        self._sessions = Sessions(keyring, secure=False)
        self._made: dict[Asker, Session] = {}

    def headers(self, asker: Asker, *, token: bool = True) -> dict[str, str]:
        """The cookie of this asker; with `token=False` what another site could send in their name."""
        if not asker.key:
            return {}
        session = self._session(asker)
        said = {"cookie": f"{self._sessions.cookie}={self._sessions.seal(session)}"}
        return {**said, "x-csrf-token": self._sessions.csrf_token(session) if token else "forged"}

    async def sign_out(self, asker: Asker, http: httpx.AsyncClient) -> None:
        """End that session at intake, as its owner would by pressing the button."""
        url = self._scene.stack.service_url("intake") + "/sign-out"
        answer = await http.post(url, headers=self.headers(asker))
        assert answer.status_code in {200, 302, 303}, answer.status_code

    def _session(self, asker: Asker) -> Session:
        if asker not in self._made:
            issuer = "family" if asker.hat == "guardian" else "staff"
            person = self._scene.person_id(asker.key)
            self._made[asker] = self._sessions.start(person_id=person, hat=asker.hat, issuer=issuer)
        return self._made[asker]
