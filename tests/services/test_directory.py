"""Looking things up in a country pack: what is found, in which order, and what the filters leave."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from s2w_desktop.domain.country.records import CountryPack
from s2w_desktop.domain.reference_errors import CountryPackDamaged
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import resources, translations
from s2w_desktop.reference.country_source import read_source
from s2w_desktop.reference.country_text import pack_text
from s2w_desktop.services.directory import CountryDirectory, Directories, DirectoryQuery, open_directory

TODAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def pack() -> CountryPack:
    return read_source(resources() / "country" / "sample", TODAY)


@pytest.fixture(scope="module")
def directory(pack: CountryPack) -> CountryDirectory:
    return open_directory(pack_text(pack), Catalogues(translations()))


def found(directory: CountryDirectory, query: DirectoryQuery) -> list[str]:
    return [entry.id for entry in directory.find(query, TODAY)]


@pytest.mark.parametrize(
    ("typed", "among_the_first"),
    [
        ("language course", "language-course"),
        ("langage cuorse", "language-course"),  # misspelt
        ("course lang", "language-course"),  # in any order, not finished
        ("cours de langue", "language-course"),
        ("دورة اللغة", "language-course"),
        ("دوره لغه", "language-course"),  # as many people type it
        ("nurse", "licence-nurse"),
        ("infirmier", "licence-nurse"),
        ("driving licence", "exchange-licence"),
        ("رخصة القيادة", "exchange-licence"),
        ("garde enfants", "childrens-corner"),
        ("Harbour House", "mentors"),  # by its organisation
        ("wages not paid", "law-advice"),  # by what is said of it
        ("qualifications passport", "recognition-advice"),  # by the words of its topic
        ("welder", "short-7212-xs12"),  # by the words of its occupation
        ("gross", "gross-net"),
    ],
)
def test_entries_are_found_by_what_people_type(directory: CountryDirectory, typed: str, among_the_first: str) -> None:
    assert among_the_first in found(directory, DirectoryQuery(typed))[:4]


def test_what_can_be_gone_to_stands_before_what_is_told(directory: CountryDirectory) -> None:
    tables = [type(entry).__name__ in ("Practice", "Story") for entry in directory.find(DirectoryQuery("nurse"), TODAY)]
    assert any(tables)
    assert tables == sorted(tables)


def test_nothing_typed_gives_everything_in_the_order_of_the_pack(directory: CountryDirectory, pack: CountryPack) -> None:
    everything = found(directory, DirectoryQuery())
    assert everything[: len(pack.services)] == [service.id for service in pack.services]
    assert len(everything) == sum(len(pack.table(table)) for table in directory.tables())


def test_what_no_entry_shares_a_letter_with_is_not_found(directory: CountryDirectory) -> None:
    assert found(directory, DirectoryQuery("ξψζ")) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (DirectoryQuery(topic="R20"), ["licence-help"]),
        (DirectoryQuery(topic="R12"), ["job-seekers-desk", "women-meet"]),
        (DirectoryQuery(topic="R12", town="Lindow"), ["job-seekers-desk"]),
        (DirectoryQuery(language="som"), ["reading-course", "women-meet"]),
        (DirectoryQuery("reading", language="som"), ["reading-course"]),
        (DirectoryQuery(table="procedures", topic="R20"), []),
    ],
)
def test_filters_leave_what_fits_all_of_them(directory: CountryDirectory, query: DirectoryQuery, expected: list[str]) -> None:
    assert found(directory, query)[: len(expected) or None] == expected
    assert all(name in {service.id for service in directory.pack.services} for name in found(directory, query))


def test_a_service_that_names_no_status_is_open_to_everybody(directory: CountryDirectory) -> None:
    for_tolerated = found(directory, DirectoryQuery(status="L14"))
    assert "reading-course" in for_tolerated
    assert "trade-training" not in for_tolerated
    assert "trade-training" in found(directory, DirectoryQuery(status="L03"))


def test_one_table_alone_can_be_looked_through(directory: CountryDirectory, pack: CountryPack) -> None:
    assert found(directory, DirectoryQuery(table="glossary")) == [term.id for term in pack.glossary]


def test_filters_offer_only_what_leads_somewhere(directory: CountryDirectory) -> None:
    offered = [DirectoryQuery(topic=code) for code in directory.topics()]
    offered += [DirectoryQuery(language=code) for code in directory.spoken()] + [
        DirectoryQuery(town=t) for t in directory.towns()
    ]
    assert len(offered) > 30
    assert all(found(directory, query) for query in offered)


def test_a_story_that_has_expired_is_not_told(pack: CountryPack) -> None:
    baker = replace(pack.stories[0], expires_on=TODAY)
    directory = CountryDirectory(replace(pack, stories=(baker,)), ())
    query = DirectoryQuery(table="stories")
    assert directory.find(query, TODAY) == [baker]
    assert directory.find(query, date(2026, 6, 2)) == []


@pytest.mark.parametrize("word", ["Trial period", "trial PERIOD", "periode d’essai", "فترة التجربة"])
def test_a_word_of_an_office_is_explained_in_any_language(directory: CountryDirectory, word: str) -> None:
    term = directory.explained(word)
    assert term is not None
    assert term.id == "trial-period"


def test_a_word_that_no_office_uses_is_not_explained(directory: CountryDirectory) -> None:
    assert directory.explained("trial") is None


def test_a_service_without_contacts_has_those_of_its_organisation(pack: CountryPack) -> None:
    course = pack.services[0]
    without = CountryDirectory(replace(pack, contacts=tuple(c for c in pack.contacts if c.service_id != course.id)), ())
    assert [contact.organization_id for contact in without.index.contacts_of(course)] == [course.organization_id]


def test_directories_follow_what_is_installed(pack: CountryPack) -> None:
    installed: list[bytes] = []
    directories = Directories(lambda: [partial(bytes, member) for member in installed], Catalogues(translations()))
    assert directories.present() is None
    assert not directories.are_there()
    installed.append(pack_text(pack))
    first = directories.present()
    assert first is not None
    assert directories.present() is first
    installed[0] = pack_text(replace(pack, header=replace(pack.header, version=2)))
    second = directories.present()
    assert second is not None
    assert second.pack.header.version == 2


def test_a_damaged_pack_is_no_directory() -> None:
    with pytest.raises(CountryPackDamaged):
        Directories(lambda: [lambda: b"{}"], Catalogues(translations())).all()
