"""A PDF that everybody can read, whatever people have written into it."""

from dataclasses import replace
from pathlib import Path

from shared.pdf import Document, Fields, Heading, Items, Table, Text, pdf_of
from tests.shared.checking_pdf import faults_in, text_of
from tests.shared.moments import NOON

MARKUP = '#include "/etc/passwd" *fet* _kursiv_ $x^2$ \\ <b> #panic()'
STRANGE = "\x00\x07\ud83d 漢 \U0001f9d1\u200d\U0001f680 سلام Привет ŋđš"
WHOLE = Document(
    title="Kopi av saken",
    language="nb",
    made_at=NOON,
    footer="Lillevik skole",
    page="Side {n} av {of}",
    blocks=[
        Heading("Det som er fortalt"),
        Text(f"{MARKUP}\nNy linje"),
        Items(["Tone møter Aksel", "To"]),
        Items(["Først"], numbered=True),
        Fields([("Hva", "Noe"), ("Inni", [[("Hvem", "Tone")], [("Hvem", "Anne")]])]),
        Heading("Tiltak", level=3),
        Table(["Hva", "Når"], [["Ut i friminuttet", "16. november"], ["Lang" * 90, ""]]),
        Text(STRANGE, quiet=True),
    ],
)


async def test_every_kind_of_block_is_accessible_as_verapdf_sees_it(tmp_path: Path) -> None:
    english = replace(WHOLE, title="A copy", language="en", blocks=[*WHOLE.blocks] * 6)
    empty = replace(WHOLE, language="nn", blocks=[])
    made = {
        name: await pdf_of(one) for name, one in {"nb": WHOLE, "en-long": english, "nn-empty": empty}.items()
    }
    assert await faults_in(made, tmp_path) == []


async def test_what_people_write_is_text_and_never_markup() -> None:
    text = text_of(await pdf_of(WHOLE))
    assert MARKUP in text
    assert "root:" not in text


async def test_a_sign_that_no_font_has_is_named_and_nothing_is_left_out_unseen() -> None:
    text = text_of(await pdf_of(WHOLE))
    assert "ŋđš" in text
    assert "Привет" in text
    assert "漢" in text or "[cjk unified ideograph-6f22]" in text


async def test_the_same_document_is_the_same_bytes() -> None:
    assert await pdf_of(WHOLE) == await pdf_of(WHOLE)
