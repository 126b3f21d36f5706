"""Files that want to do harm are refused, or lose everything that could do it."""

import pytest

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.interchange_errors import NotAProfileFile, OldEuropass, ProfileFileTooLarge, UnsafeXml
from s2w_desktop.domain.profile import Profile
from s2w_desktop.interchange.europass_tree import NAMESPACES
from s2w_desktop.interchange.europass_xml import MOST_BYTES, read_xml
from s2w_desktop.interchange.rich_text import plain_text, rich_text
from tests.interchange.someone import answered_rows, europass, person, read_back

_SPACES = " ".join(f'xmlns{":" if prefix else ""}{prefix}="{space}"' for prefix, space in NAMESPACES.items())


def document(profile: str = "", person: str = "", head: str = "") -> bytes:
    """A document with something in it."""
    parts = f'<CandidatePerson>{person}</CandidatePerson><CandidateProfile languageCode="en">{profile}</CandidateProfile>'
    return f"{head}<Candidate {_SPACES}>{parts}</Candidate>".encode()


def job(description: str) -> bytes:
    position = (
        f"<PositionHistory><PositionTitle>Baker</PositionTitle><oa:Description>{description}</oa:Description></PositionHistory>"
    )
    return document(f"<EmploymentHistory><EmployerHistory>{position}</EmployerHistory></EmploymentHistory>")


BILLION_LAUGHS = (
    "<!DOCTYPE lolz [<!ENTITY a0 'lol'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE Candidate>",
        "<!DOCTYPE Candidate SYSTEM 'http://127.0.0.1:9/evil.dtd'>",
        "<!DOCTYPE Candidate [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE Candidate [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p'> %p;]>",
        BILLION_LAUGHS,
    ],
    ids=["bare", "external subset", "external entity", "parameter entity", "billion laughs"],
)
def test_a_document_type_is_refused_whatever_it_says(head: str) -> None:
    with pytest.raises(UnsafeXml):
        read_xml(document(person="<hr:BirthDate>&x;</hr:BirthDate>" if "ENTITY x" in head else "", head=head))


@pytest.mark.parametrize(
    "untrusted",
    [
        b"x" * (MOST_BYTES + 1),
        b"<a>" * 50,
        b"<a>" + b"<b/>" * 30_000 + b"</a>",
        b"<a " + b" ".join(b"a%d='1'" % n for n in range(60)) + b"/>",
    ],
    ids=["large", "deep", "many elements", "many attributes"],
)
def test_xml_beyond_all_bounds_is_refused(untrusted: bytes) -> None:
    with pytest.raises(ProfileFileTooLarge):
        read_xml(untrusted)


def test_a_file_of_100_megabytes_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ProfileFileTooLarge):
        read_xml(bytes(100_000_000))


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"\0" * 100,
        b"<Candidate",
        b"<a></b>",
        b"<a>&undefined;</a>",
        b"\xff\xfe<Candidate/>",
        '<?xml version="1.0" encoding="UTF-8"?><a>é</a>'.encode("latin-1"),
        b'<?xml version="1.0" encoding="x-unheard-of"?><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        b'<?xml version="1.0" encoding="UTF-16"?><a/>',
        b"<a>\x01</a>",
    ],
)
def test_what_is_no_xml_is_refused(untrusted: bytes) -> None:
    with pytest.raises(NotAProfileFile):
        read_xml(untrusted)


def test_a_document_in_utf_16_is_read() -> None:
    text = document(person="<PersonName><oa:GivenName>Amina</oa:GivenName></PersonName>").decode()
    assert read_back(text.encode("utf-16")).profile.text("identity.given_names") == "Amina"


def test_the_old_format_is_called_by_its_name() -> None:
    with pytest.raises(OldEuropass):
        read_back(b'<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"/>')


@pytest.mark.parametrize("untrusted", [b"<Candidate/>", b'<Candidate xmlns="urn:x"/>', b"<html/>"])
def test_a_document_without_the_namespaces_is_refused(untrusted: bytes) -> None:
    with pytest.raises(NotAProfileFile):
        read_back(untrusted)


def test_elements_of_foreign_namespaces_are_counted_and_not_read() -> None:
    found = read_back(document('<x:Evil xmlns:x="urn:evil">boo</x:Evil>', "<BirthDate>1990</BirthDate>"))
    assert found.profile == Profile(found.profile.id)
    assert found.others == 1


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Bread</p><script>alert(1)</script><p>Cakes</p>", "Bread\nCakes"),
        ("<p onclick='x()'>Bread <a href='javascript:x()'>and</a> <b>cakes</b></p>", "Bread and cakes"),
        ("<ul><li>Bread</li><li>Cakes</li></ul>", "• Bread\n• Cakes"),
        ("<style>p{}</style>Bread<br>Cakes<br/>Tea", "Bread\nCakes\nTea"),
        ("<iframe src='x'>no</iframe><svg><text>no</text></svg>Bread", "Bread"),
        ("<script><script></script>Bread", "Bread"),
        ("Bread &amp; cakes &lt;3", "Bread & cakes <3"),
        ("5 < 10 and 10 > 5", "5 < 10 and 10 > 5"),
        ("<!-- note --><![CDATA[x]]><?php x ?>Bread", "Bread"),
        ("<div>" * 10_000 + "Bread", "Bread"),
    ],
)
def test_descriptions_are_cleaned_to_what_a_person_reads(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize("text", ["Bread", "5 < 10 & more", "<script>x</script>", "two\nlines", "&amp;"])
def test_plain_text_survives_as_a_description(text: str) -> None:
    assert plain_text(rich_text(text)) == text


def test_a_script_in_a_description_does_not_come_in() -> None:
    found = read_back(job("&lt;p&gt;Bread&lt;/p&gt;&lt;script&gt;steal()&lt;/script&gt;"))
    (row,) = answered_rows(found.profile)["work"]
    assert "steal" not in str(row)
    assert "Bread" in str(row)


def test_a_text_that_is_too_long_is_cut_and_told() -> None:
    found = read_back(job("x" * 200_000))
    (row,) = answered_rows(found.profile)["work"]
    assert found.shortened == ("work.tasks",)
    assert len(row["tasks"].said) == 1000  # type: ignore[union-attr]


def test_values_that_do_not_fit_are_told_by_their_question_and_not_taken() -> None:
    found = read_back(
        document(
            "<EmploymentHistory><EmployerHistory><hr:IndustryCode>Z9</hr:IndustryCode>"
            "<PositionHistory><PositionTitle>Baker</PositionTitle><Country>atlantis</Country></PositionHistory>"
            "</EmployerHistory></EmploymentHistory>"
            "<PersonQualifications><PersonCompetency><CompetencyID schemeName='NORMAL'>qqq</CompetencyID>"
            "<hr:TaxonomyID>language</hr:TaxonomyID></PersonCompetency></PersonQualifications>",
            "<hr:BirthDate>1990-02-31</hr:BirthDate><GenderCode>unicorn</GenderCode>",
        )
    )
    assert set(found.unfit) == {"identity.date_of_birth", "identity.sex", "work.sector", "work.country", "language.language"}
    assert answered_rows(found.profile) == {
        "work": [{"title_own_words": answered_rows(found.profile)["work"][0]["title_own_words"]}]
    }


def test_parts_without_a_question_are_named_as_the_format_names_them() -> None:
    found = read_back(
        document(
            "<hr:ExecutiveSummary>Hello</hr:ExecutiveSummary>"
            "<Others><Title>Pets</Title><Other><Title>A cat</Title></Other></Others>"
            "<Skills><PersonCompetency><hr:CompetencyName>Juggling</hr:CompetencyName></PersonCompetency></Skills>",
            "<Communication><ChannelCode>Web</ChannelCode><oa:URI>https://example.org</oa:URI></Communication>",
        )
    )
    assert found.unplaced == ("Communication", "ExecutiveSummary", "Others")
    assert found.others == 0
    (row,) = answered_rows(found.profile)["skill"]
    assert row["skill"].said == "Juggling"  # type: ignore[union-attr]


def test_two_positions_under_one_employer_become_two_jobs() -> None:
    positions = "".join(
        f"<PositionHistory><PositionTitle>{title}</PositionTitle></PositionHistory>" for title in ("Baker", "Seller")
    )
    one = f"<EmployerHistory><hr:OrganizationName>Shop</hr:OrganizationName>{positions}</EmployerHistory>"
    rows = answered_rows(read_back(document(f"<EmploymentHistory>{one}</EmploymentHistory>")).profile)["work"]
    assert [row["employer"] for row in rows] == ["Shop", "Shop"]
    assert {row["title_own_words"].said for row in rows} == {"Baker", "Seller"}  # type: ignore[union-attr]


def test_more_jobs_than_the_interview_takes_are_told() -> None:
    one = "<EmployerHistory><hr:OrganizationName>Shop</hr:OrganizationName></EmployerHistory>"
    found = read_back(document(f"<EmploymentHistory>{one * 16}</EmploymentHistory>"))
    assert len(answered_rows(found.profile)["work"]) == 15
    assert found.unfit == ("work.title_own_words",)


@pytest.mark.parametrize("step", range(7))
def test_a_damaged_document_is_read_or_refused_and_nothing_else(step: int) -> None:
    whole = europass(person()).content
    for place in range(step * 11, len(whole), 997):
        for damaged in (whole[:place], whole[:place] + b"\x00" + whole[place + 1 :], whole[:place] + b"<" + whole[place:]):
            try:
                read_back(damaged)
            except S2wError:
                continue
