"""What a service is told by its environment: typed, complete, and refused in one clear line.

`INTAKE_HTTP_PORT` wins over `HTTP_PORT`, for every setting. Any of them may lie in a file named by the
same variable with `_FILE` behind it, which is how secrets come in a container.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from shared.keyring import Keyring, SecretKey


class BadSettings(SystemExit):
    """The environment is not one a service can start in; leaving the process prints the one line."""


class Profile(StrEnum):
    """What kind of place this is: only production has real people in it."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


class Named:
    """Gives a setting another environment name than its own in capitals."""

    def __init__(self, variable: str) -> None:
        self.variable = variable


def _without_slash(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("not an http address")
    return url.rstrip("/")


Url = Annotated[str, BeforeValidator(_without_slash)]


class ServiceSettings(BaseSettings):
    """What every service needs; a service's own settings subclass it and set `service`."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    service: ClassVar[str] = "samspill"

    profile: Annotated[Profile, Named("SAMSPILL_PROFILE")] = Profile.PRODUCTION
    clock_file: Annotated[Path | None, Named("SAMSPILL_CLOCK_FILE")] = None

    base_url: Url
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8000, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    otel_exporter_otlp_endpoint: AnyHttpUrl | None = None

    kafka_bootstrap_servers: str
    kafka_security_protocol: Literal["PLAINTEXT", "SASL_PLAINTEXT", "SASL_SSL"] = "SASL_SSL"
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-256"
    kafka_username: str | None = None
    kafka_password: SecretStr | None = None

    mongodb_url: SecretStr
    mongodb_keys_url: SecretStr

    key_encryption_keys: Keyring
    exchange_keys: Keyring
    cookie_keys: Keyring

    @property
    def is_production(self) -> bool:
        return self.profile is Profile.PRODUCTION

    @model_validator(mode="after")
    def _production_is_strict(self) -> Self:
        if self.is_production and self.clock_file is not None:
            raise ValueError("SAMSPILL_CLOCK_FILE: business time moves only in the demo and the tests")
        if self.is_production and not self.base_url.startswith("https://"):
            raise ValueError("BASE_URL: must be https outside the demo and the tests")
        if self.kafka_security_protocol != "PLAINTEXT" and not (self.kafka_username and self.kafka_password):
            raise ValueError("KAFKA_USERNAME, KAFKA_PASSWORD: needed unless the protocol is PLAINTEXT")
        return self

    @classmethod
    def from_environment(cls) -> Self:
        """Read the environment; leaves the process with one line naming what is missing or wrong."""
        try:
            return cls()
        except ValidationError as error:
            raise BadSettings(f"{cls.service} cannot start: {cls._plainly(error)}") from None

    @classmethod
    def variables_of(cls, field: str) -> tuple[str, ...]:
        """The environment names of a setting, the one that wins first."""
        shared = next(
            (mark.variable for mark in cls.model_fields[field].metadata if isinstance(mark, Named)),
            field.upper(),
        )
        return (f"{cls.service.upper()}_{field.upper()}", shared)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - our own source takes its place
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings, _Environment(settings_cls))

    @classmethod
    def _plainly(cls, error: ValidationError) -> str:
        missing, wrong = [], []
        for fault in error.errors(include_input=False, include_url=False, include_context=False):
            field = str(fault["loc"][0]) if fault["loc"] else ""
            if field not in cls.model_fields:
                wrong.append(fault["msg"].removeprefix("Value error, "))
            elif fault["type"] == "missing":
                missing.append(cls.variables_of(field)[-1])
            else:
                wrong.append(f"{cls.variables_of(field)[-1]} is not usable ({fault['type']})")
        said = [f"missing {', '.join(missing)}"] if missing else []
        return "; ".join(said + wrong)


class SignInSettings(BaseModel):
    """What the service that signs people in needs besides."""

    oidc_staff_issuer: Url
    oidc_staff_client_id: str
    oidc_staff_client_secret: SecretStr
    oidc_staff_subject_claim: str = "sub"
    oidc_family_issuer: Url
    oidc_family_client_id: str
    oidc_family_client_secret: SecretStr
    oidc_family_subject_claim: str = "pid"
    oidc_family_acr_values: str = "idporten-loa-high"
    subject_key: SecretKey


class MailSettings(BaseModel):
    """What the service that sends letters needs besides."""

    smtp_url: SecretStr
    mail_from_address: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")


class LinkSettings(BaseModel):
    """What makes and checks personal links."""

    link_keys: Keyring


class _Environment(PydanticBaseSettingsSource):
    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        for variable in self._variables(field_name):
            if value := os.environ.get(variable):
                return value, field_name, False
            if path := os.environ.get(f"{variable}_FILE"):
                return _read(path, variable), field_name, False
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        told = {name: self.get_field_value(field, name)[0] for name, field in self._fields()}
        return {name: value for name, value in told.items() if value is not None}

    def _fields(self) -> list[tuple[str, FieldInfo]]:
        return list(self.settings_cls.model_fields.items())

    def _variables(self, field_name: str) -> tuple[str, ...]:
        assert issubclass(self.settings_cls, ServiceSettings)
        return self.settings_cls.variables_of(field_name)


def _read(path: str, variable: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError:
        raise BadSettings(f"cannot start: the file that {variable}_FILE names cannot be read") from None
