"""`s2w ref search`: a code for what people call their job, one query a line."""

import pytest

from tests.cli.program import s2w


def found(query: str, *arguments: object) -> list[dict[str, str]]:
    ran = s2w("ref", "search", *arguments, stdin=f"{query}\n".encode())
    assert ran.code == 0, ran.err
    (line,) = ran.lines
    assert line["query"] == query
    results: list[dict[str, str]] = line["results"]
    return results


@pytest.mark.parametrize(
    ("query", "language", "code"),
    [
        ("tractor driver", "en", "8341"),
        ("driver tractor", "en", "8341"),
        ("nures", "en", "2221"),
        ("سائق", "ar", "8322"),
        ("ساءق تكسى", "ar", "8322"),
        ("зварювальник", "uk", "7212"),
        ("зварювальнк", "uk", "7212"),
        ("macon", "fr", "7112"),
        ("خیاط", "fa", "7531"),
    ],
)
def test_the_right_group_comes_first(query: str, language: str, code: str) -> None:
    assert found(query, "--lang", language)[0]["isco"] == code


def test_a_result_tells_the_group_in_the_language_asked_and_what_matched() -> None:
    first = found("tailor", "--lang", "fr", "--limit", 1)[0]
    assert first == {
        "uri": "http://data.europa.eu/esco/isco/C7531",
        "isco": "7531",
        "label": first["label"],
        "lang": "en",
        "matched": "tailor",
    }
    assert first["label"] not in ("", "7531", "tailor")


def test_nurse_offers_the_nurse_and_not_the_nanny() -> None:
    assert found("nurse", "--lang", "en")[0]["isco"] == "2221"


def test_without_a_language_all_are_searched() -> None:
    assert found("зварювальник")[0]["isco"] == found("soudeur")[0]["isco"] == "7212"


def test_every_line_is_answered_in_its_order_an_empty_one_too() -> None:
    ran = s2w("ref", "search", "--lang", "en", "--limit", 1, stdin=b"\xef\xbb\xbfbaker\n\n!!\ncook")
    assert [(line["query"], [one["isco"] for one in line["results"]]) for line in ran.lines] == [
        ("baker", ["7512"]),
        ("", []),
        ("!!", []),
        ("cook", ["5120"]),
    ]


def test_nonsense_finds_nothing_rather_than_anything() -> None:
    assert found("qqqqzzzzxxxx", "--lang", "en") == []


@pytest.mark.parametrize("bad", [b"\xff\xfe\n", b"a" * 5_000])
def test_a_line_that_is_no_text_is_told_by_its_number_after_the_answers_before_it(bad: bytes) -> None:
    ran = s2w("ref", "search", "--lang", "en", "--json", stdin=b"cook\n" + bad)
    assert (ran.code, len(ran.lines), ran.failure["code"], ran.failure["line"]) == (1, 1, "E-REF-2", 2)


def test_an_unknown_language_is_told() -> None:
    assert s2w("ref", "search", "--lang", "zz", stdin=b"cook\n").code != 0


@pytest.mark.parametrize(
    ("kind", "query", "language", "code"),
    [
        ("country", "jermany", "en", "DEU"),
        ("country", "suria", "ar", "SYR"),
        ("country", "Україна", "uk", "UKR"),
        ("language", "tigrnya", "fr", "tir"),
        ("language", "عربي", "ar", "ara"),
        ("field", "nursing", "en", "0913"),
    ],
)
def test_codes_of_other_lists_are_found_through_slips_and_romanised_words(
    kind: str, query: str, language: str, code: str
) -> None:
    assert found(query, "--kind", kind, "--lang", language)[0]["code"] == code
