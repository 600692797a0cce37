"""Choices in forms, in the reader's language."""

from collections.abc import Callable

from babel import Locale

from shared.i18n import Language

T = Callable[..., str]

# The languages interpreters are asked for most in Norwegian schools; sign language by its own code.
_INTERPRETED = (
    "sq", "am", "ar", "bs", "my", "ckb", "prs", "en", "tl", "fr", "ka", "el", "hi", "zh", "kmr", "lv",
    "lt", "nsl", "om", "ps", "fa", "pl", "pt", "ro", "ru", "sr", "so", "es", "sw", "ta", "th", "ti", "tr",
    "uk", "hu", "ur", "vi",
)  # fmt: skip
_BABEL = {"nb": "nb", "nn": "nn", "en": "en_GB"}
# Names that the locale data lacks or calls by something parents would not look for.
_OURS = {"nsl": "language-nsl", "prs": "language-prs", "kmr": "language-kmr", "ckb": "language-ckb"}


def interpreters(language: Language, t: T) -> list[tuple[str, str]]:
    """The languages to ask an interpreter for, by their name in the reader's language."""
    locale = Locale.parse(_BABEL[language])
    named = [
        (code, t(_OURS[code]) if code in _OURS else str(locale.languages.get(code, code)))
        for code in _INTERPRETED
    ]
    return sorted(((code, name[:1].upper() + name[1:]) for code, name in named), key=lambda one: one[1])


def interpreter_name(code: str, language: Language, t: T) -> str:
    return dict(interpreters(language, t)).get(code, code)


def role_id(role: str) -> str:
    """The catalogue's id of a participant's role."""
    return f"role-{role.replace('_', '-')}"
