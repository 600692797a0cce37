"""A letter as its reader would get it, for the person who is to hand it over or read it on the telephone."""

from services.notify.domain.letter import Letter
from services.notify.letters.writing import Writer, Written
from services.notify.mail.message import CannotBeWritten
from services.notify.queries.wording_of import wording_of
from services.notify.storage.post import Post
from shared.errors import Hidden


async def letter_in_words(letter: Letter, *, post: Post, writer: Writer) -> Written | None:
    """The letter in the reader's language; None when something it needs is not known any more."""
    words_id = letter.facts.words_id
    words = None if words_id is None else await post.words.get(words_id)
    try:
        reader = await post.directory.person(letter.person_id)
        wording = await wording_of(letter.name, letter.school_id, letter.made_at, post=post)
        return await writer.write(letter, reader, words, wording)
    except (Hidden, CannotBeWritten):
        return None
