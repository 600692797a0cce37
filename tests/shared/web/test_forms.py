"""A form that does not fit comes back as it was typed, with each fault named."""

import httpx
import pytest

from shared.web.idempotency import new_idempotency_key, scoped_key
from tests.shared.web.conftest import PARENT, TEACHER, body_of


async def test_a_form_that_fits_becomes_its_model(http: httpx.AsyncClient) -> None:
    sent = "about=+Kari%0D%0Ali+&helpers=a&helpers=b&accounts.1.text=to&accounts.0.text=en&csrf=x"
    answer = await http.post("/fill", content=sent, headers=_form())
    assert body_of(answer)["value"] == {
        "about": "Kari\nli",
        "helpers": ["a", "b"],
        "accounts": [{"text": "en"}, {"text": "to"}],
    }


async def test_a_form_that_does_not_fit_keeps_what_was_typed(http: httpx.AsyncClient) -> None:
    sent = {"about": "lang tekst her", "accounts.0.text": "x" * 21, "idempotency_key": "k"}
    told = body_of(await http.post("/fill", data=sent))
    assert told["value"] is None
    assert told["errors"] == {"about": "too-long", "accounts.0.text": "too-long"}
    assert told["kept"] == {"about": "lang tekst her", "accounts.0.text": "x" * 21}


async def test_a_blank_field_is_an_absent_one(http: httpx.AsyncClient) -> None:
    assert body_of(await http.post("/fill", data={"about": "  "}))["errors"] == {"about": "required"}


async def test_names_that_contradict_each_other_break_nothing(http: httpx.AsyncClient) -> None:
    for sent in ("about=a&about.b=c", "a.b=c&a=d&about=x", ".=x&..=y&about=z", "accounts.x.text=1&about=q"):
        answer = await http.post("/fill", content=sent, headers=_form())
        assert answer.status_code == 200, sent


@pytest.mark.parametrize("key", ["k" * 16, "A-_9" * 32, f'"{"q" * 20}"'])
async def test_an_idempotency_key_of_the_right_form_is_read(http: httpx.AsyncClient, key: str) -> None:
    answer = await http.post("/api/intake/once", headers={"idempotency-key": key})
    assert body_of(answer) == {"key": key.strip('"')}


@pytest.mark.parametrize(
    ("key", "code"),
    [("", "required"), ("short", "wrong-form"), ("k" * 129, "wrong-form"), ("a b" * 9, "wrong-form")],
)
async def test_any_other_idempotency_key_is_refused(http: httpx.AsyncClient, key: str, code: str) -> None:
    answer = await http.post("/api/intake/once", headers={"idempotency-key": key})
    assert answer.status_code == 422
    assert body_of(answer)["errors"][0] | {"detail": ""} == {
        "field": "idempotency_key",
        "code": code,
        "detail": "",
    }


async def test_a_form_carries_its_key_in_a_hidden_field(http: httpx.AsyncClient) -> None:
    key = new_idempotency_key()
    assert body_of(await http.post("/api/intake/once", data={"idempotency_key": key})) == {"key": key}


def test_a_key_belongs_to_the_one_who_sent_it() -> None:
    assert scoped_key(PARENT, "k" * 16) == scoped_key(PARENT, "k" * 16)
    assert scoped_key(PARENT, "k" * 16) != scoped_key(TEACHER, "k" * 16)


def _form() -> dict[str, str]:
    return {"content-type": "application/x-www-form-urlencoded"}
