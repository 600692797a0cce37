"""A letter that is filled in is, to the character, the letter that would have been rendered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notify.letters.mould import Personal, mould
from services.notify.letters.rendering import letters
from shared.i18n import LANGUAGES, Language
from tests.notify.letters.samples import SAMPLES

EVERY_SAMPLE = pytest.mark.parametrize("sample", SAMPLES, ids="-".join)
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
OWN = ("reader", "link", "wrong_address_link", "call_me_link")


@EVERY_SAMPLE
@EVERY_LANGUAGE
def test_a_filled_in_letter_is_the_rendered_one(sample: tuple[str, str], language: Language) -> None:
    name, context = sample[0], SAMPLES[sample]
    told = {field: getattr(context, field) for field in type(context).model_fields if field not in OWN}
    own = Personal(
        reader=context.reader,
        link=context.link,
        wrong_address_link=context.wrong_address_link or "https://samspill.example/not-for-me/x",
        call_me_link=getattr(context, "call_me_link", ""),
    )
    whole = context.model_copy(update={"wrong_address_link": own.wrong_address_link})
    made = mould(letters(), name, language, told, own)
    assert made.fill(own) == letters().render(name, language, whole)


@settings(max_examples=200, deadline=None)
@given(name=st.text(min_size=1, max_size=120))
def test_no_name_bends_the_letter(name: str) -> None:
    context = SAMPLES["report-received", "hour"].model_copy(update={"reader": name})
    told = {field: getattr(context, field) for field in type(context).model_fields if field not in OWN}
    assert context.wrong_address_link is not None
    own = Personal(name, context.link, context.wrong_address_link, "")
    filled = mould(letters(), "report-received", "nb", told, own).fill(own)
    rendered = letters().render("report-received", "nb", context)
    assert filled.html == rendered.html
    # A name's own blank lines are the only thing that the whole text's tidying would have changed.
    assert filled.text.split() == rendered.text.split()
