"""Make the passwords, keys and certificate that `docker-compose.yml` reads: `make secrets`, once.

What is there already stays, so it may be run again. Nothing has a default that somebody could know.

    make secrets
    make secrets SAMSPILL_HOST=skolemiljo.kommune.example

Keep the folder `secrets` as you keep the keys of the archive: who has it can read everything, and without
the key-encryption files in it nobody can read anything again.
"""

import base64
import json
import os
import secrets
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_SERVICES = ("intake", "meetings", "notify", "escalation")
_SYSTEM_AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
_AUTHORITY_DAYS = 825
_CERTIFICATE_DAYS = 397


def make_secrets(folder: Path, host: str) -> None:
    """Fill `folder` for `host` (the name people type); a file that is there is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    for user in ("admin", "broker", "controller", *_SERVICES):
        _keep(folder / f"kafka-{user}", _password())
    for user in ("admin", "cluster"):
        _keep(folder / f"mongodb-{user}", _password())
    for service in _SERVICES:
        for user in (service, f"{service}-keys"):
            password = _keep(folder / f"mongodb-{user}", _password())
            database = user.replace("-", "_")
            _keep(
                folder / f"mongodb-url-{user}",
                f"mongodb://{user}:{password}@mongo:27017/{database}?replicaSet=rs0&authSource=admin",
            )
        _keep(folder / f"key-encryption-{service}", _keyring())
    for name in ("exchange", "cookie", "link"):
        _keep(folder / f"{name}-keys", _keyring())
    _keep(folder / "subject-key", _key())
    _keep(folder / "signing-key", _key())
    for name in (
        "oidc-staff-client-secret",
        "oidc-family-client-secret",
        "keycloak-admin",
        "try-out-password",
    ):
        _keep(folder / name, _password())
    # The mail sink of the compose file; write your own server's address here to send real letters.
    _keep(folder / "smtp-url", "smtp://mailpit:1025")
    _certify(folder, host)


def _keep(path: Path, value: str) -> str:
    """What the file holds, after it was given this value if it held nothing.

    The folder is closed to others; the files are open to read, because containers read them as users of
    their own.
    """
    if not path.exists() or not path.stat().st_size:
        path.write_text(value, encoding="utf-8")
    path.chmod(0o444)
    return path.read_text(encoding="utf-8")


def _password() -> str:
    return secrets.token_hex(24)


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _keyring() -> str:
    return json.dumps({"current": "k1", "keys": {"k1": _key()}})


def _certify(folder: Path, host: str) -> None:
    """An authority of our own and a certificate for the gateway, for `host` and the sign-in under it."""
    if not (folder / "tls-certificate").exists():
        authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Samspill's own authority")])
        authority = (
            _certificate(name, name, authority_key, _AUTHORITY_DAYS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(_SIGNS_CERTIFICATES, critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key()), critical=False
            )
            .sign(authority_key, hashes.SHA256())
        )
        names = [x509.DNSName(host), x509.DNSName(f"login.{host}")]
        certificate = (
            _certificate(
                x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]), name, key, _CERTIFICATE_DAYS
            )
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
            )
            .sign(authority_key, hashes.SHA256())
        )
        _keep(folder / "authority-certificate", _pem(authority))
        _keep(folder / "tls-key", _private(key))
        _keep(folder / "authority-key", _private(authority_key))
        (folder / "authority-key").chmod(0o400)
        _keep(folder / "tls-certificate", _pem(certificate))
    # Whom the services trust: the usual authorities where the system has them, and this one.
    usual = _SYSTEM_AUTHORITIES.read_text(encoding="utf-8") if _SYSTEM_AUTHORITIES.exists() else ""
    _keep(folder / "trusted", usual + (folder / "authority-certificate").read_text(encoding="utf-8"))


_SIGNS_CERTIFICATES = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, days: int
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=days))
    )


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def _private(key: ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def main() -> None:
    """Fill the folder beside this file, or the one that SAMSPILL_SECRETS names."""
    os.umask(0o077)
    folder = Path(os.environ.get("SAMSPILL_SECRETS") or Path(__file__).with_name("secrets"))
    host = os.environ.get("SAMSPILL_HOST") or "samspill.localhost"
    make_secrets(folder, host)
    sys.stdout.write(
        f"The secrets are in {folder}.\n"
        f"The page:  https://{host}:{os.environ.get('SAMSPILL_PORT') or 8443}"
        f"   (trust {folder}/authority-certificate in the browser)\n"
        f"The people to sign in as have the password in {folder}/try-out-password.\n"
    )


if __name__ == "__main__":
    main()
