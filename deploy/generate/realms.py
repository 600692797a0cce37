"""The two issuers of docker-compose.yml's Keycloak, with the demo's people to sign in as.

Keycloak fills in `${…}` from its environment when it imports them, so no secret is written down.
"""

import json
from pathlib import Path
from typing import Any

_CAST = Path(__file__).resolve().parents[1] / "demo" / "roster" / "cast.json"
_TITLES = {"staff": "Feide, for trying out", "family": "ID-porten, for trying out"}
_ACR = "idporten-loa-high"


def realms() -> dict[str, Any]:
    """Each issuer's realm by its name; none while there are no people."""
    if not _CAST.exists():
        return {}
    cast = json.loads(_CAST.read_text(encoding="utf-8"))
    return {issuer: _realm(issuer, cast) for issuer in _TITLES}


def _realm(issuer: str, cast: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {
        "realm": issuer,
        "displayName": _TITLES[issuer],
        "enabled": True,
        "loginTheme": "keycloak.v2",
        "clients": [
            {
                "clientId": "samspill",
                "secret": f"${{OIDC_{issuer.upper()}_CLIENT_SECRET}}",
                "protocol": "openid-connect",
                "publicClient": False,
                "standardFlowEnabled": True,
                "directAccessGrantsEnabled": False,
                "redirectUris": ["${SAMSPILL_URL}/callback"],
                "defaultClientScopes": ["basic", "profile"],
                "attributes": {
                    "pkce.code.challenge.method": "S256",
                    "post.logout.redirect.uris": "${SAMSPILL_URL}/*",
                    "backchannel.logout.url": "${SAMSPILL_URL}/sign-out/back-channel",
                    "backchannel.logout.session.required": "true",
                },
                "protocolMappers": _mappers() if issuer == "family" else [],
            }
        ],
        "users": [_user(key, person) for key, person in cast.items() if person["issuer"] == issuer],
    }


def _mappers() -> list[dict[str, Any]]:
    """What ID-porten says besides: the number (here the user name), how strong the login was."""
    token = {"id.token.claim": "true", "access.token.claim": "false", "userinfo.token.claim": "true"}
    number = {**token, "user.attribute": "username", "claim.name": "pid", "jsonType.label": "String"}
    strength = {**token, "claim.name": "acr", "claim.value": _ACR, "jsonType.label": "String"}
    return [
        {
            "name": "pid",
            "protocol": "openid-connect",
            "protocolMapper": "oidc-usermodel-property-mapper",
            "config": number,
        },
        {
            "name": "acr",
            "protocol": "openid-connect",
            "protocolMapper": "oidc-hardcoded-claim-mapper",
            "config": strength,
        },
    ]


def _user(key: str, person: dict[str, str]) -> dict[str, Any]:
    given, _, family = person["name"].rpartition(" ")
    user: dict[str, Any] = {
        "username": person["subject"] if person["issuer"] == "family" else key,
        "enabled": True,
        "emailVerified": True,
        "email": person.get("email") or f"{key}@lillevik.example",
        "firstName": given or family,
        "lastName": family,
        "credentials": [{"type": "password", "value": "${TRY_OUT_PASSWORD}", "temporary": False}],
    }
    # The staff's `sub` is what the roster knows them by.
    return {"id": person["subject"], **user} if person["issuer"] == "staff" else user
