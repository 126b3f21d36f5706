"""What is told of an entry of a country pack: in the officer's language wholly, in the person's where the pack has it."""

from dataclasses import replace
from datetime import date

import pytest

from s2w_desktop.domain.country.index import ENTRY_TABLES, Entry, PackIndex
from s2w_desktop.domain.country.records import CountryPack
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.i18n.country_lines import Teller
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.paths import resources
from s2w_desktop.reference.country_source import read_source


@pytest.fixture(scope="module")
def pack() -> CountryPack:
    return read_source(resources() / "country" / "sample", date(2026, 6, 1))


def told(tr: Translator, pack: CountryPack, name: str, *, falls_back: bool = True) -> dict[str, str]:
    entries: list[Entry] = [*pack.services, *pack.procedures, *pack.organizations, *pack.practices, *pack.shortages]
    entry = next(one for one in entries if one.id == name)
    lines = Teller(tr, PackIndex(pack), falls_back=falls_back).lines(entry)
    return {line.key: without_isolates(line.text) for line in lines}


def test_a_service_is_told_with_its_place_and_contact(en: Translator, pack: CountryPack) -> None:
    lines = told(en, pack, "women-meet")
    assert lines["owner"] == "Harbour House"
    assert lines["topics"] == "Career guidance\nMentor or buddy\nChild care"
    assert lines["features"] == "For women only\nChildren are looked after\nThere are interpreters"
    assert lines["statuses"] == "Everybody may come."
    assert lines["spoken"] == "English, Arabic, Somali and Tigrinya"
    assert lines["place harbour-house-place"] == "Harbour House\n7 Old Harbour, Amberhaven"
    assert lines["contact contact-women-meet"].split("\n")[1:] == ["+999 555 0118", "Thursday, 9 to 12"]


@pytest.mark.parametrize(
    ("name", "age"),
    [("language-course", "from 16 years on"), ("second-chance-school", "from 16 to 35 years"), ("mentors", None)],
)
def test_ages_are_told_as_far_as_they_are_bounded(en: Translator, pack: CountryPack, name: str, age: str | None) -> None:
    assert told(en, pack, name).get("age") == age


def test_a_procedure_is_told_step_by_step_with_what_helps_without_papers(en: Translator, pack: CountryPack) -> None:
    lines = told(en, pack, "recognise-university")
    assert [key for key in lines if key.startswith("step")] == ["step 1", "step 2", "step 3", "step 4"]
    assert lines["instead 1"].startswith("Lost: a description")
    assert lines["fee"] == "60.00 XTS"
    assert lines["duration"] == "about 60 days"


@pytest.mark.parametrize("table", ENTRY_TABLES)
@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_every_entry_has_a_name_and_something_to_tell(catalogues: Catalogues, pack: CountryPack, code: str, table: str) -> None:
    teller = Teller(catalogues.translator(code), PackIndex(pack), falls_back=False)
    entries: dict[str, tuple[Entry, ...]] = {
        "services": pack.services, "procedures": pack.procedures, "organizations": pack.organizations,
        "glossary": pack.glossary, "practices": pack.practices, "stories": pack.stories, "shortages": pack.shortages,
    }  # fmt: skip
    for entry in entries[table]:
        name = teller.name(entry)
        assert name is not None
        assert name.language == code
        lines = teller.lines(entry)
        assert lines
        assert len({line.key for line in lines}) == len(lines)
        assert {line.language for line in lines} == {code}


def test_the_officer_reads_english_where_the_pack_lacks_a_language_and_the_person_nothing(
    catalogues: Catalogues, pack: CountryPack
) -> None:
    course = replace(pack.services[0], description=LocalText((("en", "Only in English."),)))
    poorer = replace(pack, services=(course, *pack.services[1:]))
    arabic = catalogues.translator("ar")
    index = PackIndex(poorer)
    (officers,) = [line for line in Teller(arabic, index, falls_back=True).lines(course) if line.key == "description"]
    assert (officers.text, officers.language) == ("Only in English.", "en")
    assert not [line for line in Teller(arabic, index, falls_back=False).lines(course) if line.key == "description"]
