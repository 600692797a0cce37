"""What we keep of a meeting: when it is, and, of a group's, the words that everyone invited may read."""

from collections.abc import Sequence

from services.notify.storage.post import GroupWords, Known, Post
from shared.contracts.envelope import Heard
from shared.contracts.meetings import MeetingCalledV1, MeetingMovedV1
from shared.storage.projection import Row


async def when_meetings_called(heard: Sequence[Heard[MeetingCalledV1]], *, post: Post) -> None:
    await _keep_times(heard, post)
    await post.words.put(
        [
            Row(one.event.meeting_id, one.seq, GroupWords(invitation=one.words), {}, scope=one.event.case_id)
            for one in heard
            if one.words is not None
        ]
    )


async def when_meetings_moved(heard: Sequence[Heard[MeetingMovedV1]], *, post: Post) -> None:
    await _keep_times(heard, post)


async def _keep_times(heard: Sequence[Heard[MeetingCalledV1] | Heard[MeetingMovedV1]], post: Post) -> None:
    await post.known.put(
        [Row(one.event.meeting_id, one.seq, Known(at=one.event.starts_at), {}) for one in heard]
    )
