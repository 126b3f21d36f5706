"""A country pack as JSON: one spelling there and back, and nothing else is taken."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.country.columns import Code, Column, Day, Line, Many, Reference, Texts, Unfit, Whole, YesNo
from s2w_desktop.domain.country.records import TABLES, CountryPack, Term, columns_of
from s2w_desktop.domain.country.texts import LocalText, local_text
from s2w_desktop.domain.reference_errors import CountryPackDamaged, NewerCountryPack
from s2w_desktop.paths import resources
from s2w_desktop.reference.country_source import read_source
from s2w_desktop.reference.country_text import MOST_BYTES, pack_text, read_pack

SAMPLE = read_source(resources() / "country" / "sample", date(2026, 6, 1))
TEXT = pack_text(SAMPLE)
Plain = dict[str, Any]

letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=30)


def spelt(plain: object) -> bytes:
    return canonical(plain) + b"\n"  # type: ignore[arg-type]  # tests write what JSON can hold


def fitting(column: Column) -> st.SearchStrategy[object]:
    """Values of a column that say something."""
    drawn: st.SearchStrategy[object]
    match column:
        case Texts():
            drawn = st.builds(_texts, _lines(Line(200)), st.dictionaries(st.sampled_from(["fr", "ar"]), _lines(Line(200))))
        case Many():
            drawn = st.lists(fitting(column.of), min_size=1, max_size=3, unique=True).map(tuple)
        case Code():
            drawn = st.sampled_from(sorted(column.codes))
        case Whole():
            drawn = st.integers(column.low, column.high)
        case YesNo():
            drawn = st.booleans()
        case Day():
            drawn = st.integers(0, 20000).map(lambda days: date(1990, 1, 1) + timedelta(days))
        case Line():
            drawn = _lines(column)
        case _:
            raise TypeError(type(column))
    return drawn


def _texts(english: str, others: dict[str, str]) -> LocalText:
    return local_text({**others, "en": english})


def _lines(column: Line) -> st.SearchStrategy[str]:
    words = st.from_regex(column.form, fullmatch=True) if column.form else letters
    return words.filter(lambda text: fits(column, text))


def fits(column: Column, words: str) -> bool:
    try:
        column.of_plain(words)
    except Unfit:
        return False
    return True


KEPT = {"id", "n", "lat", "lon", "phone", "email", "fee_amount", "fee_currency"} | {
    f"{what}_{end}"
    for what, ends in (("age", ("min", "max")), ("year", ("from", "to")), ("valid", ("from", "to")))
    for end in ends
}
"""Columns that rules between records or columns hold together."""


@given(st.data())
@pytest.mark.parametrize("table", list(TABLES))
def test_a_record_survives_the_way_there_and_back(table: str, data: st.DataObject) -> None:
    first, *others = SAMPLE.table(table)
    free = {
        name: column
        for name, column in columns_of(type(first)).items()
        if name not in KEPT and not isinstance(column.of if isinstance(column, Many) else column, Reference)
    }
    changed = {
        name: data.draw(fitting(column) | st.just(column.nothing) if not column.is_needed else fitting(column), label=name)
        for name, column in free.items()
    }
    record = replace(first, **changed)  # type: ignore[arg-type]  # values were drawn by column
    pack = replace(SAMPLE, **{table: (record, *others)})  # type: ignore[arg-type]
    assert read_pack(pack_text(pack)) == pack


def test_the_sample_survives_the_way_there_and_back() -> None:
    assert read_pack(TEXT) == SAMPLE
    assert pack_text(read_pack(TEXT)) == TEXT


def test_what_says_nothing_is_left_out() -> None:
    empty = CountryPack(SAMPLE.header)
    plain = json.loads(pack_text(empty))
    assert set(plain) == {"format", "pack"}
    assert read_pack(pack_text(empty)) == empty


def other(change: Callable[[Plain], object]) -> bytes:
    plain = json.loads(TEXT)
    change(plain)
    return spelt(plain)


@pytest.mark.parametrize(
    ("untrusted", "at"),
    [
        (b"", ""),
        (b"[]\n", ""),
        (b"{}\n", "format"),
        (b"[" * 100_000, ""),
        (TEXT[:-1], ""),
        (TEXT[:2000], ""),
        (TEXT + b" ", ""),
        (b"\xef\xbb\xbf" + TEXT, ""),
        (TEXT.replace(b"{", b'{"format":"s2w-country/1",', 1), ""),
        (other(lambda plain: plain.update(format="s2w-country/x")), "format"),
        (other(lambda plain: plain.update(colour="red")), ""),
        (other(lambda plain: plain.pop("pack")), "pack"),
        (other(lambda plain: plain["pack"].update(version=True)), "pack, version"),
        (other(lambda plain: plain["services"][2].update(topics=["R98"])), "services 3, topics"),
        (other(lambda plain: plain["services"][2].update(colour="red")), ""),
        (other(lambda plain: plain["services"][2].update(description="plain")), "services 3, description"),
        (other(lambda plain: plain["services"][2].update(description={})), "services 3, description"),
        (other(lambda plain: plain["services"][2]["name"].pop("en")), "services 3, name"),
        (other(lambda plain: plain["services"][2]["name"].update(so="Adeeg")), "services 3, name"),
        (other(lambda plain: plain["services"][2]["name"].update({"../x": "Adeeg"})), "services 3, name"),
        (other(lambda plain: plain["services"][2].update(location_ids=["nowhere"])), "services 3, location_ids"),
        (other(lambda plain: plain["services"][2].update(age_min=10**30)), "services 3, age_min"),
        (other(lambda plain: plain["services"].append(plain["services"][0])), "services 21, id"),
        (other(lambda plain: plain.update(services=[])), ""),
        (other(lambda plain: plain.update(glossary=[{}] * 5001)), "glossary"),
        (other(lambda plain: plain["glossary"][0]["term"].update(en="e\u0301")), "glossary 1, term"),
        (other(lambda plain: plain["glossary"][0]["term"].update(en="a\u2066b")), "glossary 1, term"),
        (TEXT.replace(b'"version":1', b'"version":1.0'), "pack, version"),
        (TEXT.replace(b'"version":1', b'"version":NaN'), "pack, version"),
        (TEXT.replace(b"Open School", b"\\ud800", 1), None),
    ],
)
def test_nothing_else_is_taken(untrusted: bytes, at: str | None) -> None:
    with pytest.raises(CountryPackDamaged) as refused:
        read_pack(untrusted)
    if at is not None and at:
        assert refused.value.at == at


def test_a_pack_of_a_newer_program_is_told_as_such() -> None:
    with pytest.raises(NewerCountryPack):
        read_pack(other(lambda plain: plain.update(format="s2w-country/2")))


def test_a_pack_that_is_too_large_is_not_read() -> None:
    with pytest.raises(CountryPackDamaged):
        read_pack(TEXT + b" " * MOST_BYTES)


def test_a_story_that_has_expired_since_is_read() -> None:
    old = replace(SAMPLE, stories=tuple(replace(story, expires_on=date(2000, 1, 1)) for story in SAMPLE.stories))
    assert read_pack(pack_text(old)) == old


def test_a_text_falls_back_on_english() -> None:
    text = LocalText((("ar", "كلمة"), ("en", "word")))
    assert (text.best("ar"), text.best("fr"), text.within("fr")) == ("كلمة", "word", "")
    assert (text.language_of_best("ar"), text.language_of_best("fr")) == ("ar", "en")


def test_a_pack_is_overdue_from_the_day_after_its_review() -> None:
    assert not SAMPLE.is_overdue(SAMPLE.header.review_due)
    assert SAMPLE.is_overdue(SAMPLE.header.review_due + timedelta(1))


def test_a_term_is_a_record_like_any_other() -> None:
    assert isinstance(read_pack(TEXT).glossary[0], Term)
