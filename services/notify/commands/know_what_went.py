"""After a restored backup: letters that went out since are known as sent, so that none goes twice."""

from datetime import datetime

from services.notify.storage.post import Post
from shared.contracts.envelope import read
from shared.contracts.notify import LetterSentV1
from shared.contracts.topics import NOTIFY_LETTER
from shared.errors import Unreadable
from shared.messaging.producing import KafkaAddress
from shared.messaging.rewinding import headers, said_since


async def know_what_went(since: datetime, *, post: Post, kafka: KafkaAddress) -> str:
    """Keep the ids of what our own topic says was sent; said in one line for the operator."""
    sent = {}
    async for record in said_since(kafka, NOTIFY_LETTER, since):
        told = headers(record)
        if told.get("ce_type") != LetterSentV1.type.encode():
            continue
        try:
            heard = read(LetterSentV1, record.value, told)
        except Unreadable:
            continue
        sent[heard.event.letter_id] = heard.time
    await post.gone.add(sent)
    return f"{len(sent)} letters went out since and will not go again"
