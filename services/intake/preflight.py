"""The two issuers people sign in at: reachable, what they must be able to do, our secret, and their clock."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote_plus

import httpx

from shared.findings import Finding
from shared.web.oidc import Issuer
from shared.web.signin_client import CALLBACK

WELL_KNOWN = "/.well-known/openid-configuration"
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")
MOST_SKEW = timedelta(seconds=60)
_OK = 200


async def look_at_issuers(issuers: Sequence[Issuer], *, base_url: str) -> list[Finding]:
    """Ask each issuer for what it says of itself, and whether it knows us."""
    async with httpx.AsyncClient(timeout=8.0) as http:
        return [finding for issuer in issuers for finding in await _look(issuer, http, base_url)]


async def _look(issuer: Issuer, http: httpx.AsyncClient, base_url: str) -> list[Finding]:
    about, variable = f"sign-in {issuer.name}", f"OIDC_{issuer.name.upper()}"
    try:
        answer = await http.get(issuer.url.rstrip("/") + WELL_KNOWN)
        told = answer.json() if answer.status_code == _OK else None
    except httpx.HTTPError as failed:
        code = "certificate refused" if "certificate" in str(failed).lower() else "no answer"
        return [Finding(about, code, f"Look at {variable}_ISSUER and the network policy.")]
    except ValueError:
        told = None
    if not isinstance(told, Mapping):
        return [Finding(about, "describes itself nowhere", f"{variable}_ISSUER must be the issuer itself.")]
    findings = [Finding(f"{about}: there"), *_described(issuer, told, about, variable)]
    findings += _same_time(answer, about)
    if not any(finding.fault and finding.grave for finding in findings):
        findings += await _known(issuer, told, http, base_url)
    return findings


def _described(issuer: Issuer, told: Mapping[str, Any], about: str, variable: str) -> list[Finding]:
    findings = []
    if str(told.get("issuer", "")).rstrip("/") != issuer.url.rstrip("/"):
        findings.append(Finding(about, "calls itself something else", f"Write {variable}_ISSUER as it does."))
    if missing := [name for name in NEEDED if not told.get(name)]:
        grave = missing != ["end_session_endpoint"]
        remedy = "Signing out will not reach it." if not grave else "It cannot be signed in at."
        findings.append(Finding(about, f"lacks {', '.join(missing)}", remedy, grave=grave))
    if "S256" not in told.get("code_challenge_methods_supported", ["S256"]):
        findings.append(Finding(about, "does not know PKCE with S256", "It must."))
    offered = told.get("acr_values_supported")
    if offered and issuer.acr_values and not set(issuer.acr_values) & set(offered):
        remedy = f"{variable}_ACR_VALUES must be among what it offers."
        findings.append(Finding(about, "offers no sign-in as strong as asked for", remedy))
    return findings


def _same_time(answer: httpx.Response, about: str) -> list[Finding]:
    told = answer.headers.get("date")
    if told is None:
        return []
    skew = abs(parsedate_to_datetime(told).astimezone(UTC) - datetime.now(UTC))
    if skew <= MOST_SKEW:
        return []
    remedy = "Its tokens would be too old or too new: put this node's time service right."
    return [Finding(f"{about}: clock", f"{round(skew.total_seconds())} s apart", remedy)]


async def _known(
    issuer: Issuer, told: Mapping[str, Any], http: httpx.AsyncClient, base_url: str
) -> list[Finding]:
    """Whether it shows its keys, and knows our name and secret: asked with a code that cannot be right."""
    about, variable = f"sign-in {issuer.name}", f"OIDC_{issuer.name.upper()}"
    try:
        keys = (await http.get(told["jwks_uri"])).json().get("keys")
        answer = await http.post(
            told["token_endpoint"],
            data={
                "grant_type": "authorization_code",
                "code": "preflight",
                "redirect_uri": base_url + CALLBACK,
                "code_verifier": "preflight" * 6,
            },
            auth=httpx.BasicAuth(quote_plus(issuer.client_id), quote_plus(issuer.client_secret)),
        )
        error = answer.json().get("error")
    except (httpx.HTTPError, ValueError):
        return [Finding(about, "does not answer where it says", "Look at the network policy.")]
    if not keys:
        return [Finding(about, "shows no keys", "It cannot be signed in at.")]
    if error in {"invalid_client", "unauthorized_client"}:
        remedy = f"Look at {variable}_CLIENT_ID and {variable}_CLIENT_SECRET."
        return [Finding(about, "does not know us by this id and secret", remedy)]
    return [Finding(f"{about}: knows us")]
