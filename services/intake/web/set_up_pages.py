"""Testing how people sign in: the connection, what comes of a claim, and who came in when it failed (P16)."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.sign_in import ISSUERS, SET_UP, TRIAL
from shared.errors import Hidden
from shared.web.guards import GuardedRouter, duty
from shared.web.sessions import language_of
from shared.web.signin_client import SignInClient

MOST_ENTRIES = 20
RESULTS = frozenset(
    {"ok", "wrong-secret", "wrong-claim", "wrong-clock", "wrong-keys", "wrong-audience", "wrong-issuer"}
    | {"too-weak", "code-refused", "not-trusted"}
)
HATS = frozenset({"staff", "guardian", "pupil", "nobody"})
MOST_CLAIMS = 40


def set_up_pages(house: Intake, draw: Drawing, router: GuardedRouter, *, sign_in: SignInClient) -> None:
    administrator = duty("administrator")

    @router.get(SET_UP, allow=administrator)
    async def show(request: Request) -> Response:
        checks = await sign_in.checks() if "check" in request.query_params else {}
        issuers = [
            {
                "name": one.name,
                "url": one.url,
                "client_id": one.client_id,
                "claim": one.subject_claim,
                "acr": ", ".join(one.acr_values),
                "checks": checks.get(one.name, []),
                "trial": f"{TRIAL}{one.name}",
            }
            for one in sign_in.issuers
        ]
        entries = await house.entries.find({}, sort=[("at", -1)], limit=MOST_ENTRIES)
        return draw.page(
            request,
            "directory/sign-in.html",
            issuers=issuers,
            result=_result(request),
            entries=entries,
            active="directory",
        )

    @router.get(TRIAL + "{issuer}", allow=administrator)
    async def try_out(request: Request, issuer: str) -> Response:
        if issuer not in ISSUERS:
            raise Hidden
        answer: RedirectResponse = await sign_in.begin(
            issuer, return_to=f"{TRIAL}{issuer}", language=language_of(request)
        )
        return answer


def _result(request: Request) -> dict[str, Any] | None:
    """What a trial said, as far as it is something that a trial says."""
    told = request.query_params
    if told.get("issuer") not in ISSUERS or told.get("result") not in RESULTS:
        return None
    claims = [one for one in told.get("claims", "").split(",") if one.isprintable() and one]
    return {
        "issuer": told["issuer"],
        "code": told["result"],
        "claims": claims[:MOST_CLAIMS],
        "acr": told.get("acr", ""),
        "hat": told["hat"] if told.get("hat") in HATS else "",
    }
