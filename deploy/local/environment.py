from __future__ import annotations

import os
from typing import TYPE_CHECKING

from deploy.local import login

if TYPE_CHECKING:
    from deploy.local.stack import Stack

# Services whose pages open personal links.
_LINKS = frozenset({"notify", "meetings"})

# The address that says "use mine" of each part, and what else belongs to it.
_ADDRESSES = {
    "kafka": "KAFKA_BOOTSTRAP_SERVERS",
    "mongodb": "MONGODB_URL",
    "mail": "SMTP_URL",
    "login": "OIDC_STAFF_ISSUER",
}
_BELONGING = ("KAFKA_", "MONGODB_", "SMTP_", "MAIL_", "OIDC_")


def outside() -> frozenset[str]:
    """Return the parts that somebody runs elsewhere, as the environment's addresses say."""
    return frozenset(part for part, variable in _ADDRESSES.items() if os.environ.get(variable))


def from_outside(service: str) -> dict[str, str]:
    """Return what the environment says of parts that run elsewhere, for all services and for this one."""
    prefixes = (*_BELONGING, *(f"{service.upper()}_{name}" for name in _BELONGING))
    return {name: value for name, value in os.environ.items() if name.startswith(prefixes)}


def of(stack: Stack, service: str) -> dict[str, str]:
    """Return what a service of this stack is told through its environment."""
    user, password = stack.kafka_credentials(service)
    settings = {
        # As in the image: an arena per thread would cost a service a quarter more memory.
        "MALLOC_ARENA_MAX": "2",
        "SAMSPILL_PROFILE": stack.profile,
        "SAMSPILL_CLOCK_FILE": os.fspath(stack.clock_file),
        "BASE_URL": stack.base_url,
        "KAFKA_BOOTSTRAP_SERVERS": stack.kafka_bootstrap,
        "KAFKA_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
        "KAFKA_SASL_MECHANISM": "SCRAM-SHA-256",
        "KAFKA_USERNAME": user,
        "KAFKA_PASSWORD": password,
        "MONGODB_URL": stack.mongodb_url(service),
        "MONGODB_KEYS_URL": stack.mongodb_url(f"{service}_keys"),
        "SMTP_URL": stack.mail_sink.smtp_url,
        "MAIL_FROM_ADDRESS": "samspill@skole.example",
        # A story is played at any hour of the day; nobody waits for its letters until the morning.
        "NOTIFY_QUIET_FROM": "0",
        "NOTIFY_QUIET_UNTIL": "0",
        # Its own key at rest; the others are shared by those who must read each other.
        "KEY_ENCRYPTION_KEYS": stack.secrets.keyring(f"key-encryption-{service}"),
        "EXCHANGE_KEYS": stack.secrets.keyring("exchange"),
        "COOKIE_KEYS": stack.secrets.keyring("cookie"),
        "SUBJECT_KEY": stack.secrets.key("subject"),
    }
    if service in _LINKS:
        settings["LINK_KEYS"] = stack.secrets.keyring("link")
    if service == "intake":
        settings["SIGNING_KEY"] = stack.secrets.key("signing")
        secret = stack.secrets.password(login.SECRET)
        for issuer, address in (("STAFF", stack.login.staff_issuer), ("FAMILY", stack.login.family_issuer)):
            settings[f"OIDC_{issuer}_ISSUER"] = address
            settings[f"OIDC_{issuer}_CLIENT_ID"] = login.CLIENT_ID
            settings[f"OIDC_{issuer}_CLIENT_SECRET"] = secret
    return settings
