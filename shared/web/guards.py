"""Guards: no route exists without saying who may use it.

    router = GuardedRouter()

    @router.get("/cases/{case_id}", allow=case_access("read"))
    async def show(case_id: str, who: SignedIn) -> Response: ...

Who may see a case and who has which duty is asked through two ports on `app.state`: `access`, `duties`.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Protocol, cast

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.params import Depends as DependsParam
from fastapi.routing import iter_route_contexts

from shared.clock import Clock
from shared.contracts.access import Relation
from shared.errors import Forbidden, Hidden, NotSignedIn, Unavailable
from shared.i18n import Language
from shared.observability.metrics import ACCESS_ANSWERS
from shared.web.forgery import refuse_forgery
from shared.web.security import route_of
from shared.web.sessions import Hat, Session, language_of, session_of


@dataclass(frozen=True, slots=True)
class Who:
    """The person asking, in the hat of this session."""

    person_id: str
    hat: Hat
    language: Language


class Outcome(StrEnum):
    """What the look-up of a person and a case can say."""

    ALLOWED = "allowed"
    HIDDEN = "hidden"
    FORBIDDEN = "forbidden"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a person may do something with a case, and through which relation."""

    outcome: Outcome
    relation: str | None = None

    HIDDEN: ClassVar["Decision"]
    FORBIDDEN: ClassVar["Decision"]
    STALE: ClassVar["Decision"]

    @classmethod
    def allowed(cls, relation: str) -> "Decision":
        return cls(Outcome.ALLOWED, relation)


Decision.HIDDEN = Decision(Outcome.HIDDEN)
Decision.FORBIDDEN = Decision(Outcome.FORBIDDEN)
Decision.STALE = Decision(Outcome.STALE)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty someone holds now: at one school, or (`school_id` None) for the owner of them all."""

    role: str
    school_id: str | None = None


class Access(Protocol):
    """Who may do what with which case, as intake last said. Must not raise for an unknown case."""

    async def may(self, person_id: str, hat: Hat, case_id: str, action: str) -> Decision: ...


class Looks(Protocol):
    """Where it is written down who was let in to a case. Raises where that cannot be stored."""

    async def note(
        self, case_id: str, *, person_id: str, relation: Relation, action: str, route: str
    ) -> None: ...


class Duties(Protocol):
    """Which duties a person has today, stand-ins included, and whether they may open cases yet."""

    async def duties_of(self, person_id: str) -> Collection[Duty]: ...

    async def is_trained(self, person_id: str) -> bool: ...

    async def stays_until(self, person_id: str) -> datetime | None:
        """The moment after which a guest is not let in; None for everybody else."""
        ...


BY_CODE = "code"
"""The issuer of sessions that began with a code which a school has given out."""
CaseIdFrom = str | Callable[[Request], Awaitable[str | None]]


class Guard(ABC):
    """Lets a request through or raises; a FastAPI dependency that can say in words what it does."""

    async def __call__(self, request: Request) -> None:
        await refuse_after_their_time(request)
        await self.check(request)
        await refuse_forgery(request)

    @abstractmethod
    async def check(self, request: Request) -> None: ...

    @abstractmethod
    def describe(self) -> str: ...


@dataclass(frozen=True)
class anyone(Guard):  # noqa: N801 - reads as a word where routes are declared
    """Open to all, for the reason given."""

    reason: str

    async def check(self, request: Request) -> None: ...

    def describe(self) -> str:
        return f"anyone: {self.reason}"


class signed_in(Guard):  # noqa: N801
    """Only for those who are signed in, in one of these hats where any are named."""

    def __init__(self, hat: Hat | Collection[Hat] | None = None, *, trained: bool = False) -> None:
        """`trained`: staff only when they have learnt how this is used, for pages that name pupils."""
        self.hats: frozenset[str] = frozenset([hat] if isinstance(hat, str) else hat or ())
        self._trained = trained

    async def check(self, request: Request) -> None:
        session = _session(request)
        if self.hats and session.hat not in self.hats:
            raise Forbidden("wrong-hat")
        if self._trained:
            await refuse_untrained(request)

    def describe(self) -> str:
        return f"signed in as {' or '.join(sorted(self.hats))}" if self.hats else "signed in"


class case_access(Guard):  # noqa: N801
    """Only for those who may do this with the case.

    `case_id` names the path parameter, or is asked for the case that the request is about (None: hidden).
    The decision stands in `request.state.decision` afterwards.
    """

    def __init__(self, action: str, case_id: CaseIdFrom = "case_id") -> None:
        self.action = action
        self._case_id = case_id

    async def check(self, request: Request) -> None:
        session = _session(request)
        case_id = await self._case(request)
        if not case_id:
            raise Hidden
        access: Access = request.app.state.access
        decision = await access.may(session.person_id, session.hat, case_id, self.action)
        ACCESS_ANSWERS.labels(decision.outcome).inc()
        request.state.decision = decision
        request.state.case_id = case_id
        refuse(decision)
        await admit(request, case_id, cast("Relation", decision.relation), self.action)

    def describe(self) -> str:
        return f"may {self.action} the case"

    async def _case(self, request: Request) -> str | None:
        if isinstance(self._case_id, str):
            found: str | None = request.path_params.get(self._case_id)
            return found
        return await self._case_id(request)


class duty(Guard):  # noqa: N801
    """Only for staff who have one of these duties; at the school of path parameter `school`, if named.

    The duties that fit stand in `request.state.duties` afterwards.
    """

    def __init__(self, *roles: str, school: str | None = None) -> None:
        if not roles:
            raise TypeError("duty() needs at least one role")
        self.roles = frozenset(roles)
        self._school = school

    async def check(self, request: Request) -> None:
        session = _session(request)
        if session.hat != "staff":
            raise Forbidden("wrong-hat")
        duties: Duties = request.app.state.duties
        fitting = [held for held in await duties.duties_of(session.person_id) if self._fits(held, request)]
        if not fitting:
            raise Forbidden
        request.state.duties = fitting

    def describe(self) -> str:
        return f"has the duty {' or '.join(sorted(self.roles))}" + (" at the school" if self._school else "")

    def _fits(self, held: Duty, request: Request) -> bool:
        at_school = (
            self._school is None
            or held.school_id is None
            or held.school_id == request.path_params.get(self._school)
        )
        return held.role in self.roles and at_school


class GuardedRouter(APIRouter):
    """A router whose routes cannot be declared without `allow=`; leaving it out is a TypeError at import."""

    def get(self, path: str, *, allow: Guard, **options: Any) -> Callable[..., Any]:  # type: ignore[override]
        return super().get(path, **_guarded(allow, options))

    def post(self, path: str, *, allow: Guard, **options: Any) -> Callable[..., Any]:  # type: ignore[override]
        return super().post(path, **_guarded(allow, options))

    def put(self, path: str, *, allow: Guard, **options: Any) -> Callable[..., Any]:  # type: ignore[override]
        return super().put(path, **_guarded(allow, options))

    def patch(self, path: str, *, allow: Guard, **options: Any) -> Callable[..., Any]:  # type: ignore[override]
        return super().patch(path, **_guarded(allow, options))

    def delete(self, path: str, *, allow: Guard, **options: Any) -> Callable[..., Any]:  # type: ignore[override]
        return super().delete(path, **_guarded(allow, options))

    def add_api_route(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        if _guard_among(options.get("dependencies")) is None:
            raise TypeError(f"{path} says no word about who may use it")
        super().add_api_route(path, endpoint, **options)


@dataclass(frozen=True)
class GuardedRoute:
    """A route with its guard; None where somebody went past the guarded router."""

    path: str
    methods: frozenset[str]
    guard: Guard | None


def guarded_routes(app: FastAPI) -> Iterator[GuardedRoute]:
    """Every route of the application, for the tests that look at them all."""
    for route in iter_route_contexts(app.routes):
        guard = _guard_among(getattr(route, "dependencies", None))
        yield GuardedRoute(route.path or "", frozenset(route.methods or ()), guard)


async def refuse_after_their_time(request: Request) -> None:
    """Who came in by a school's code is out when the time is over, on pages that are open too (row P7).

    Every request is asked, in every service; the page that is on the screen leads out by itself then.
    """
    session = session_of(request)
    if session is None or session.issuer != BY_CODE:
        return
    duties: Duties = request.app.state.duties
    clock: Clock = request.app.state.clock
    until = await duties.stays_until(session.person_id)
    left = (until - clock.now()).total_seconds() if until is not None else 0
    if left <= 0:
        request.state.session = None
        return
    request.state.leads_out_after_s = min(left, getattr(request.state, "leads_out_after_s", left))


class NotTrained(Forbidden):
    """Staff who have not yet learnt how this is used: no case before that (forskrift § 20-2, row L9)."""

    def __init__(self) -> None:
        super().__init__("not-trained")


async def refuse_untrained(request: Request) -> None:
    """Raise `NotTrained` for staff who may not open cases yet."""
    session = _session(request)
    duties: Duties = request.app.state.duties
    if session.hat == "staff" and not await duties.is_trained(session.person_id):
        raise NotTrained


async def admit(request: Request, case_id: str, relation: Relation, action: str) -> None:
    """The last step before a case is shown or changed: refuse the untrained, and write the look down.

    `case_access` does it by itself. Only a door that opens by something else (a task, a duty) calls it.
    """
    session = _session(request)
    await refuse_untrained(request)
    looks: Looks = request.app.state.looks
    route = f"{request.method} {route_of(request.scope)}"
    await looks.note(case_id, person_id=session.person_id, relation=relation, action=action, route=route)


async def who(request: Request) -> Who:
    """The person asking, as a dependency; raises `NotSignedIn`."""
    session = _session(request)
    return Who(session.person_id, session.hat, language_of(request))


SignedIn = Annotated[Who, Depends(who)]


def refuse(decision: Decision) -> None:
    """Raise what a decision other than allowed means to the person asking."""
    match decision.outcome:
        case Outcome.ALLOWED:
            return
        case Outcome.FORBIDDEN:
            raise Forbidden
        case Outcome.STALE:
            raise Unavailable("access")
        case _:
            raise Hidden


def _session(request: Request) -> Session:
    session = session_of(request)
    if session is None:
        if getattr(request.state, "undecided", False):
            raise Unavailable("mongodb")
        raise NotSignedIn
    return session


def _guarded(allow: Guard, options: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(allow, Guard):
        raise TypeError("allow= takes a guard: anyone, signed_in, case_access or duty")
    return {**options, "dependencies": [Depends(allow), *(options.get("dependencies") or ())]}


def _guard_among(dependencies: Collection[DependsParam] | None) -> Guard | None:
    return next(
        (one.dependency for one in dependencies or () if isinstance(one.dependency, Guard)),
        None,
    )
