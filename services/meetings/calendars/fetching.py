"""Read an address that a person has typed: in little time, in little space, and never from our own house.

A server that fetches what it is told to is a way into the network it stands in. So, outside demo and test:
https only, every address that the name has must be public, the connection goes to the very address that was
looked at (a name cannot change its mind in between), a redirection is looked at like the first address, and
nothing of our own goes along. The address may hold a secret: it is never logged (ADR 0080).
"""

import asyncio
import ipaddress
import socket

import httpx

from services.meetings.domain.own_calendar import CalendarNotRead

MOST_BYTES = 2 * 1024 * 1024
TIMEOUT_S = 8.0
WHOLE_S = 15.0
MOST_REDIRECTIONS = 3
_PORTS = frozenset({443, 80, None})


class Fetcher:
    """`strict` everywhere but in demo and test, where the other end is a part of the same machine."""

    def __init__(self, *, strict: bool, verify: bool = True) -> None:
        self._strict = strict
        self._verify = verify

    async def get(self, url: str) -> bytes:
        """The body; raises `CalendarNotRead` with a code that says why not."""
        try:
            async with asyncio.timeout(WHOLE_S):
                return await self._follow(url)
        except (TimeoutError, httpx.HTTPError):
            raise CalendarNotRead("unreachable") from None

    async def is_there(self, url: str) -> bool:
        """Whether something answers at the address; for links in the library."""
        try:
            await self.get(url)
        except CalendarNotRead as not_read:
            return not_read.why == "too-large"
        return True

    async def _follow(self, url: str) -> bytes:
        at = _parsed(url)
        async with httpx.AsyncClient(
            timeout=TIMEOUT_S, trust_env=False, follow_redirects=False, verify=self._verify
        ) as client:
            for _ in range(MOST_REDIRECTIONS + 1):
                address = await self._address(at)
                # To that very address, under the name's own certificate: no second look-up in between.
                async with client.stream(
                    "GET",
                    at.copy_with(host=address),
                    headers={"host": at.netloc.decode(), "accept": "text/calendar, */*;q=0.1"},
                    extensions={"sni_hostname": at.host},
                ) as answer:
                    if answer.has_redirect_location:
                        at = at.join(answer.headers["location"])
                        continue
                    if answer.status_code != httpx.codes.OK:
                        raise CalendarNotRead("unreachable")
                    return await _bounded(answer)
        raise CalendarNotRead("unreachable")

    async def _address(self, at: httpx.URL) -> str:
        """The address to connect to, looked at; of several names' addresses all must be allowed."""
        if at.scheme not in ({"https"} if self._strict else {"https", "http"}) or at.userinfo or not at.host:
            raise CalendarNotRead("not-allowed")
        if self._strict and at.port not in _PORTS:
            raise CalendarNotRead("not-allowed")
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(at.host, at.port or 443, type=socket.SOCK_STREAM)
        except OSError:
            raise CalendarNotRead("unreachable") from None
        addresses = [str(one[4][0]) for one in found]
        if not addresses or (self._strict and not all(is_public(one) for one in addresses)):
            raise CalendarNotRead("not-allowed")
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is out in the world, also when it hides an old one inside a new one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _parsed(url: str) -> httpx.URL:
    """`webcal://` is what calendars call https."""
    told = url.strip()
    if told.lower().startswith("webcal://"):
        told = "https://" + told[len("webcal://") :]
    try:
        return httpx.URL(told)
    except (httpx.InvalidURL, UnicodeError):
        raise CalendarNotRead("not-allowed") from None


async def _bounded(answer: httpx.Response) -> bytes:
    body = bytearray()
    async for piece in answer.aiter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            raise CalendarNotRead("too-large")
    return bytes(body)
