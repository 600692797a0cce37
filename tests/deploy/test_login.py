import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from bs4 import BeautifulSoup

from deploy.local import Stack, ports, tools
from deploy.local.login import SECRET, Login
from deploy.local.secrets import Secrets
from tests.deploy.sign_in import SignIn

pytestmark = pytest.mark.stack


def staff(stack: Stack) -> SignIn:
    secret = stack.secrets.password(SECRET)
    return SignIn(stack.login.staff_issuer, base_url=stack.base_url, secret=secret)


def family(stack: Stack) -> SignIn:
    secret = stack.secrets.password(SECRET)
    return SignIn(stack.login.family_issuer, base_url=stack.base_url, secret=secret)


async def test_staff_are_known_by_sub(stack: Stack) -> None:
    async with staff(stack) as browser:
        claims = await browser.claims(await browser.id_token("feide:rektor"))
    assert claims["sub"] == "feide:rektor"
    assert claims["iss"] == stack.login.staff_issuer
    assert claims["nonce"] == "nonce"
    assert claims["sid"]
    assert claims["auth_time"]
    assert "pid" not in claims


async def test_families_are_known_by_pid_with_high_assurance(stack: Stack) -> None:
    async with family(stack) as browser:
        claims = await browser.claims(await browser.id_token("05117512345", acr_values="idporten-loa-high"))
    assert claims["pid"] == "05117512345"
    assert claims["acr"] == "idporten-loa-high"
    assert claims["sub"] != claims["pid"]


@pytest.mark.parametrize("verifier", [{}, {"code_verifier": "x" * 43}], ids=["missing", "wrong"])
async def test_a_code_is_worth_nothing_without_its_verifier(stack: Stack, verifier: dict[str, str]) -> None:
    async with family(stack) as browser:
        refused = await browser.exchange(await browser.code_for("05117512345"), **verifier)
    assert refused.status_code == httpx.codes.BAD_REQUEST
    assert refused.json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "changed", [{"code_challenge": None, "code_challenge_method": None}, {"code_challenge_method": "plain"}]
)
async def test_no_one_signs_in_without_a_sha256_challenge(
    stack: Stack, changed: dict[str, str | None]
) -> None:
    async with staff(stack) as browser:
        refused = await browser.ask(**changed)
    assert parse_qs(urlsplit(refused.headers["location"]).query)["error"] == ["invalid_request"]


async def test_a_foreign_address_is_never_redirected_to(stack: Stack) -> None:
    async with staff(stack) as browser:
        refused = await browser.ask(redirect_uri="http://evil.example/callback")
    assert refused.status_code == httpx.codes.BAD_REQUEST


class Product:
    """Stands where the product would: takes the issuer's word that a login has ended."""

    def __init__(self) -> None:
        told: Queue[str] = Queue()

        class Hear(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                told.put(f"{self.path} {parse_qs(body)['logout_token'][0]}")
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.told = told
        self.server = HTTPServer(("127.0.0.1", 0), Hear)
        self.base_url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def product() -> Iterator[Product]:
    product = Product()
    yield product
    product.server.shutdown()
    product.server.server_close()


@pytest.fixture
def login(tmp_path: Path, product: Product) -> Iterator[Login]:
    people = tmp_path / "people.json"
    person = {"issuer": "family", "subject": "05117512345", "name": "Kari <Berg>", "note": "mor til Ola"}
    people.write_text(json.dumps([person, {"issuer": "staff", "subject": "feide:r", "name": "Rektor"}]))
    programs = tools.prepare()
    first, second = ports.free(2)
    login = Login(
        tmp_path,
        node=programs.node,
        modules=programs.node_modules,
        ports=(first, second),
        base_url=product.base_url,
        people=people,
        log=tmp_path / "log",
        secrets=Secrets(tmp_path / "secrets"),
    )
    login.start()
    yield login
    login.stop()


@pytest.fixture
async def browser(tmp_path: Path, login: Login, product: Product) -> SignIn:
    secret = Secrets(tmp_path / "secrets").password(SECRET)
    return SignIn(login.family_issuer, base_url=product.base_url, secret=secret)


async def test_the_demos_people_are_there_to_choose_from(browser: SignIn) -> None:
    async with browser:
        page = await browser.http.get((await browser.ask()).headers["location"])
    [button] = BeautifulSoup(page.text, "html.parser").select("button[name=login]")
    assert button["value"] == "05117512345"
    assert "Kari <Berg>" in button.text


async def test_signing_out_tells_the_product_and_leads_back_to_it(browser: SignIn, product: Product) -> None:
    async with browser:
        token = await browser.id_token("05117512345")
        home = f"{product.base_url}/"
        asked = {"id_token_hint": token, "post_logout_redirect_uri": home, "state": "bye"}
        page = await browser.http.get(f"/session/end?{urlencode(asked)}")
        form = BeautifulSoup(page.text, "html.parser").select_one("form")
        assert form is not None
        hidden = {str(field["name"]): str(field["value"]) for field in form.select("input")}
        left = await browser.http.post(str(form["action"]), data={**hidden, "logout": "yes"})

        path, _, logout_token = product.told.get(timeout=10).partition(" ")
        said = await browser.claims(logout_token)
        was = await browser.claims(token)

    assert left.headers["location"].startswith(home)
    assert path == "/sign-out/back-channel"
    assert said["sid"] == was["sid"]
    assert "http://schemas.openid.net/event/backchannel-logout" in said["events"]
