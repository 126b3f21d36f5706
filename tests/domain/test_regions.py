"""Every country lies in exactly one subregion of UN M49."""

from collections import Counter

import pytest

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes import regions
from s2w_desktop.domain.codes.regions import OF_TRAVEL_DOCUMENTS, REGION_OF, SUBREGIONS
from s2w_desktop.domain.codes.world import TRAVEL_DOCUMENT_CODES


def test_every_country_lies_in_exactly_one_subregion() -> None:
    written = [country for countries in regions._SUBREGIONS.values() for country in countries.split()]
    assert sorted(written) == sorted(CODE_LISTS["country"])
    assert len(written) == 250


def test_subregions_are_as_large_as_in_the_published_table() -> None:
    """Numbers of countries and areas in the M49 standard, with TWN, XKX and ATA added."""
    published = {
        "015": 7, "014": 22, "017": 9, "018": 5, "011": 17, "029": 28, "013": 8, "005": 16, "021": 5, "143": 5, "030": 7 + 1,
        "035": 11, "034": 9, "145": 18, "151": 10, "154": 16, "039": 16 + 1, "155": 9, "053": 6, "054": 5, "057": 8, "061": 10,
        "010": 1,
    }  # fmt: skip
    assert Counter(REGION_OF.values()) == published
    assert set(SUBREGIONS) == set(published)


@pytest.mark.parametrize(
    ("country", "region"),
    [("SYR", "145"), ("AFG", "034"), ("IRN", "034"), ("ERI", "014"), ("SDN", "015"), ("SSD", "014"), ("SOM", "014"),
     ("COD", "017"), ("NGA", "011"), ("UKR", "151"), ("XKX", "039"), ("VEN", "005"), ("CUB", "029"), ("TJK", "143")],
)  # fmt: skip
def test_countries_of_origin_stand_where_they_lie(country: str, region: str) -> None:
    assert REGION_OF[country] == region


def test_travel_documents_without_a_country_have_a_word_of_their_own() -> None:
    assert set(OF_TRAVEL_DOCUMENTS) == set(TRAVEL_DOCUMENT_CODES)
    assert not set(OF_TRAVEL_DOCUMENTS.values()) & set(SUBREGIONS)
