"""The sample pack: complete, invented, and written in three languages throughout."""

from datetime import date

import pytest

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.country.codes import PROCEDURE_KIND_CODES
from s2w_desktop.domain.country.records import TABLES, CountryPack
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.paths import resources
from s2w_desktop.reference.country_source import read_source

LEAST = {"organizations": 6, "services": 15, "procedures": 8, "practices": 4, "stories": 3, "shortages": 10, "glossary": 20}


@pytest.fixture(scope="module")
def pack() -> CountryPack:
    return read_source(resources() / "country" / "sample", date(2026, 6, 1))


def test_it_is_large_enough_to_be_an_example(pack: CountryPack) -> None:
    assert {name: len(pack.table(name)) for name in LEAST if len(pack.table(name)) < LEAST[name]} == {}


def test_services_cover_every_next_step_and_procedures_every_kind(pack: CountryPack) -> None:
    assert {topic for service in pack.services for topic in service.topics} == set(CODE_LISTS["recommendation"])
    assert {procedure.kind for procedure in pack.procedures} == set(PROCEDURE_KIND_CODES)


def test_every_procedure_has_steps_and_documents(pack: CountryPack) -> None:
    names = {procedure.id for procedure in pack.procedures}
    assert {step.procedure_id for step in pack.procedure_steps} == names
    assert {document.procedure_id for document in pack.procedure_documents} == names


def test_every_service_has_a_contact_with_hours(pack: CountryPack) -> None:
    assert {contact.service_id for contact in pack.contacts if contact.hours} >= {service.id for service in pack.services}


def test_every_text_stands_in_all_three_languages(pack: CountryPack) -> None:
    texts = [
        value for name in TABLES for record in pack.table(name) for value in vars(record).values() if isinstance(value, LocalText)
    ]
    assert [text.best("en") for text in texts if text and text.languages != ("ar", "en", "fr")] == []
    assert [
        text.best("en") for text in texts if text and len({words for _, words in text.by_language}) < len(text.languages)
    ] == []


def test_nothing_leads_to_a_real_place(pack: CountryPack) -> None:
    assert pack.header.country == "XXS"
    assert all(contact.phone.startswith("+999") for contact in pack.contacts)
    assert all(contact.email.endswith("@example.org") for contact in pack.contacts if contact.email)
    links = [organization.website for organization in pack.organizations] + [procedure.link for procedure in pack.procedures]
    assert all(".example.org" in link for link in links if link)
