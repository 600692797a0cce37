"""The reader has marked a letter as unwanted: somebody asks why, and letters go on as they must."""

from services.notify.domain.letter import Letter
from services.notify.storage.post import Post


async def take_complaint(letter: Letter, *, post: Post) -> None:
    now = post.clock.now()
    owner_id = await post.contact_of(letter)
    await post.letters.change(letter.id, lambda it: it.complained(at=now, owner_id=owner_id))
