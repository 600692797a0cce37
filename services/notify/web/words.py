"""What the pages say of a letter, as codes and plain pieces."""

from services.notify.domain.letter import Letter

_WHY = frozenset(
    {
        "protected",
        "no_channel",
        "held",
        "frozen",
        "dead",
        "no_access",
        "not-for-me",
        "too-late",
        "outcome-unknown",
    }
)


def why(letter: Letter) -> str:
    """The code of why a letter stands where it stands; the mail server's codes are all one to a reader."""
    if letter.reason in _WHY:
        return letter.reason
    if letter.reason is not None and letter.reason.startswith("bounced-"):
        return "bounced"
    return "waits" if letter.is_open else "refused"


def notes(letter: Letter) -> list[str]:
    """What else became of a letter, as codes: nothing that changes what it is."""
    told = {
        "delayed": letter.delayed_at if letter.state == "sent" else None,
        "auto-replied": letter.auto_replied_at,
        "complained": letter.complained_at,
    }
    return [code for code, at in told.items() if at is not None]


def paragraphs(text: str) -> list[list[str]]:
    """A letter's plain text without its links: on paper nobody can press them, and they are its reader's."""
    pieces = [piece.strip().splitlines() for piece in text.split("\n\n")]
    return [piece for piece in pieces if piece and not piece[-1].startswith(("http", "…"))]
