"""A sign-out at intake, as every built service must take it."""

from datetime import UTC, datetime, timedelta

import httpx

from shared.contracts.access import SignedOutV1
from shared.contracts.envelope import Heard
from shared.kernel import Kernel


async def signs_out_everywhere(
    kernel: Kernel, http: httpx.AsyncClient, headers: dict[str, str], path: str
) -> None:
    """The session in these headers is let in, then is heard to have been signed out, and is refused."""
    before = await http.get(path, headers=headers)
    assert before.status_code != 401, before.text
    sealed = headers["cookie"].partition("=")[2].partition(";")[0]
    session = kernel.sessions().read(sealed)
    assert session is not None
    event = SignedOutV1(session_id=session.sid, until=datetime.now(UTC) + timedelta(hours=8))
    for on in kernel.signed_out.subscriptions():
        assert on.react is not None
        await on.react(Heard(event, f"{session.sid}:1", session.sid, 1, datetime.now(UTC).isoformat()))
    after = await http.get(path, headers=headers)
    assert after.status_code == 401, after.text
