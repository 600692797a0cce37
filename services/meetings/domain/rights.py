"""That the family was told of the pupil's rights: which text, in which language, to whom, when (R33)."""

from datetime import datetime

from pydantic import BaseModel

from shared.i18n import Language

# The texts `rights-…` of the catalogues; a new wording of them is a new version.
RIGHTS_VERSION = "2026-08"


class RightsTold(BaseModel):
    """Told once; `to` are persons, and the code `pupil`."""

    version: str = RIGHTS_VERSION
    language: Language
    to: tuple[str, ...] = ()
    by: str
    at: datetime
