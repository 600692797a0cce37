"""What intake is told by its environment."""

from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field, SecretStr

from shared.keyring import SecretKey
from shared.settings import ServiceSettings, SignInSettings


class IntakeSettings(ServiceSettings, SignInSettings):
    """The common settings, and the two issuers people sign in at."""

    service: ClassVar[str] = "intake"

    tell_pace_per_place: int = Field(
        default=5, ge=1, description="reports without a name from one place in ten minutes before they queue"
    )
    tell_pace_per_school: int = Field(
        default=40, ge=1, description="the same, to one school from everywhere together"
    )

    file_bytes: int = Field(
        default=20 * 1024 * 1024, ge=1024, description="how large a file with a report may be, in bytes"
    )
    files_per_report: int = Field(default=20, ge=0, description="how many files may come with one report")
    clamav_address: str | None = Field(
        default=None,
        description="virus scanner: host:port or the path of its socket; without it files are kept unscanned",
    )
    signing_key: SecretKey = Field(
        description="signs the packages that leave the house: the 32 bytes of an Ed25519 key, in base64"
    )
    archive_folder: Path | None = Field(
        default=None, description="deliver cases to an archive that fetches them from this folder"
    )
    archive_url: str | None = Field(
        default=None,
        description="deliver cases to an archive behind this address, in the shape of Fiks Arkiv",
    )
    archive_token: SecretStr | None = Field(default=None, description="what the archive lets us in by")
    key_backup_days: int = Field(
        default=30, ge=0, description="how long backups of the key databases are kept; stands on certificates"
    )
    plan_label: Literal["aktivitetsplan", "tiltaksplan"] = Field(
        default="aktivitetsplan", description="what the municipality calls the written plan of § 12-4"
    )
    countersign_serious: bool = Field(
        default=False,
        description="whether the school owner signs too when a case is closed of which it was notified",
    )
    feide_groups_url: str | None = Field(
        default=None, description="Feide's Groups API, where classes and who is in them come from"
    )
    feide_groups_token: SecretStr | None = Field(default=None, description="what it lets us in by")
    feide_groups_org: str | None = Field(default=None, description="the municipality's realm there")
    feide_groups_folder: Path | None = Field(
        default=None, description="take what the Groups API says from the files in this folder instead"
    )
    roster_most_removed: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="share of the people a roster may take away before import-roster stops and wants --yes",
    )
