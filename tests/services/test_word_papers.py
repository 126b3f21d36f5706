"""The papers of a person as Word files: the same texts as the PDF, and nobody's name where it does not belong."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.interchange.paper_xlsx import paper_xlsx
from s2w_desktop.interchange.word_blocks import ListEntry, Paragraph, WordDocument
from s2w_desktop.interchange.word_file import word_file
from s2w_desktop.paths import resources
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.order import PaperOrder, PaperSize
from s2w_desktop.pdf.sheet import Sheet
from s2w_desktop.reference.country_source import read_source
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.sheets.making import EveryPaper
from s2w_desktop.services.word_papers import profile_document
from tests.interchange.word_reading import Told, opened, told
from tests.pdf.sheet_texts import expected
from tests.services.lives import Office, full_life
from tests.services.sheet_people import CASE, person, sheets_of
from tests.workplaces import make_workplace

SHEETS = [kind for kind in PaperKind if kind is not PaperKind.PROFILE]
BOXES = ("☐", "☑")


@pytest.fixture(scope="module")
def nurse() -> Profile:
    return person()


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, nurse: Profile) -> Iterator[EveryPaper]:
    workplace = make_workplace(tmp_path_factory.mktemp("word") / "store")
    workplace.interviews.add(nurse)
    yield EveryPaper(workplace.papers, sheets_of(workplace))
    workplace.close()


def texts(found: list[Told]) -> list[str]:
    """The texts of a file: years before an entry and a date before what is ticked are of their own, boxes are none."""
    return [text for one in found for text in _parts(one.text)]


def _parts(text: str) -> list[str]:
    before, tab, behind = text.partition("\t")
    if before in BOXES:
        return behind.split("\n")
    return [before, behind] if tab else [text]


def wanted(sheet: Sheet) -> list[str]:
    return [without_isolates(text).replace("\u2028", "\n") for text in expected(sheet)]


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("languages", [("en",), ("ar",)], ids="-".join)
def test_every_text_comes_out_whole_once_and_in_order(
    kind: PaperKind, languages: tuple[str, ...], papers: EveryPaper, nurse: Profile
) -> None:
    found = told(papers.word(nurse.id, kind, PaperOrder(languages)))
    assert texts(found) == wanted(papers.sheets.sheet(nurse.id, kind, languages))
    assert {one.is_rtl for one in found if one.languages} == {languages == ("ar",)}


@pytest.mark.parametrize("kind", [kind for kind in SHEETS if kind.is_for_two])
def test_two_languages_stand_one_after_the_other(kind: PaperKind, papers: EveryPaper, nurse: Profile) -> None:
    found, sheet = told(papers.word(nurse.id, kind, PaperOrder(("ar", "en")))), papers.sheets.sheet(nurse.id, kind, ("ar", "en"))
    assert Counter(texts(found)) == Counter(wanted(sheet))
    for language, is_rtl in (("ar", True), ("en", False)):
        own = [one for one in found if one.languages == {language}]
        assert {one.is_rtl for one in own} == {is_rtl}
        said = [_parts(one.text)[-1] for one in own]
        left = iter(wanted(sheet))
        assert all(text in left for text in said), "each language keeps its order"


@pytest.mark.parametrize("kind", SHEETS)
def test_a_spreadsheet_has_every_text_of_the_word_file_and_no_formula(
    kind: PaperKind, papers: EveryPaper, nurse: Profile
) -> None:
    order = PaperOrder(("en", "ar") if kind.is_for_two else ("ar",))
    content = papers.excel(nurse.id, kind, order)
    assert content == papers.excel(nurse.id, kind, order)
    (sheet,) = openpyxl.load_workbook(BytesIO(content)).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    found = "\n".join(without_isolates(str(cell.value)) for cell in cells)
    for one in texts(told(papers.word(nurse.id, kind, order))):
        assert all(part in found for part in one.split("\n")), one
    directions = {cell.alignment.readingOrder for cell in cells if not str(cell.value).isascii()}
    assert 2.0 in directions
    with ZipFile(BytesIO(content)) as parts:
        about = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("docProps"))
    assert not any(name.encode() in about for name in ("Mithal", "Layla", "ليلى"))


@pytest.mark.parametrize("kind", SHEETS)
def test_equal_profiles_have_equal_bytes_and_no_name_in_the_properties(
    kind: PaperKind, papers: EveryPaper, nurse: Profile
) -> None:
    first, second = (papers.word(nurse.id, kind, PaperOrder(("en",))) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        about = b"".join(parts.read(name) for name in parts.namelist() if name.startswith(("docProps", "customXml")))
    for name in ("Mithal", "Layla", "ليلى"):
        assert name.encode() not in about
    title = opened(first).core_properties.title
    assert (CASE in title) is (kind not in (PaperKind.CV, PaperKind.CV_WITHOUT_NAME, PaperKind.WARNING))


def test_large_letters_are_larger(papers: EveryPaper, nurse: Profile) -> None:
    usual, large = (opened(papers.word(nurse.id, PaperKind.CV, PaperOrder(("en",), size=size))) for size in PaperSize)
    sizes = [one.styles["Normal"].font.size.pt for one in (usual, large)]
    assert sizes[1] > 1.5 * sizes[0]


@pytest.fixture(scope="module")
def office() -> Office:
    return Office(read_source(resources() / "country" / "sample", date(2026, 6, 1)))


@pytest.mark.parametrize("languages", [("en",), ("ar",), ("en", "ar")], ids="-".join)
def test_every_text_of_a_profile_paper_is_there_in_its_order(languages: tuple[str, ...], office: Office) -> None:
    paper = office.paper(full_life(), PaperOrder(languages))
    found = texts(told(word_file(profile_document(paper))))
    for code in languages:
        left = iter(found)
        for text in _said(paper, code):
            assert without_isolates(text).strip() in left, (code, text)


def test_marks_and_levels_are_said_in_words(office: Office) -> None:
    paper = office.paper(full_life(), PaperOrder(("en",)))
    found = texts(told(word_file(profile_document(paper))))
    for station in paper.stations:
        mark = paper.words.evidence[station.evidence]["en"] if station.evidence else None
        here = found.index(without_isolates(station.title["en"]))
        assert mark is None or mark in found[here : here + 4]
    for known in paper.known_languages:
        levels = [level.value for level in known.levels.values()]
        assert known.is_first or any(all(level in text for level in levels) for text in found)


def test_parts_are_headings_above_those_of_their_sections(office: Office) -> None:
    paper = office.paper(full_life(), PaperOrder(("en",)))
    styles = {one.text: one.style for one in told(word_file(profile_document(paper)))}
    assert [styles[text["en"]] for text in (paper.words.title, paper.words.part_ahead, paper.words.steps)] == [
        "Title",
        "Heading 1",
        "Heading 2",
    ]


@pytest.mark.parametrize("is_named", [True, False])
def test_only_a_profile_paper_with_a_name_says_who_it_is(is_named: bool, office: Office) -> None:  # a parameter
    content = word_file(profile_document(office.paper(full_life(), PaperOrder(("en", "ar"), is_named=is_named))))
    with ZipFile(BytesIO(content)) as parts:
        whole = b"".join(map(parts.read, parts.namelist()))
    assert b"S2W-GR-7K4M-92QD" in whole
    for word in ("Layla", "Mithal", "ليلى", "Furn al-Noor"):
        assert (word.encode() in whole) is is_named


def _said(paper: Paper, code: str) -> Iterator[str]:
    """Texts of a profile in one language, in the order of its parts."""
    strengths = [text for entry in paper.strengths for text in (entry.title, entry.detail)]
    stations = [text for one in paper.stations for text in (one.title, one.detail, one.words)]
    steps = [text for one in paper.steps for text in (one.title, one.who, one.detail, *one.service, one.bring)]
    said = paper.explanation
    about = (*said.paragraphs, *said.facts, said.marks_note, *paper.words.evidence_full.values()) if said else ()
    agreed = (paper.agreement.statement, paper.agreement.words) if paper.agreement else ()
    rows = (
        *(paper.words.title, paper.name, paper.sentence, paper.words.part_profile, *strengths),
        *(one.name for one in paper.known_languages),
        *(*stations, *(one.title for one in (*paper.skills, *paper.documents)), *about),
        *(*paper.goals, *steps, *agreed, paper.words.signature),
    )
    return (row[code] for row in rows if row and row.get(code, "").strip())


def test_a_profile_is_a_spreadsheet_too_with_its_marks_in_words(office: Office) -> None:
    paper = office.paper(full_life(), PaperOrder(("en",)))
    (sheet,) = openpyxl.load_workbook(BytesIO(paper_xlsx(profile_document(paper)))).worksheets
    found = [without_isolates(str(cell.value)) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for text in _said(paper, "en"):
        assert any(without_isolates(text).strip() in one for one in found), text
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}


@pytest.mark.parametrize("hostile", ["=1+1", "+SUM(A1)", "@x", "https://x.example/", "one\x00two", "a" * 65_536])
def test_nothing_that_somebody_typed_is_a_formula_or_breaks_the_sheet(hostile: str) -> None:
    paper = WordDocument("Paper", "en", (Paragraph(hostile, "en"), ListEntry((Paragraph(hostile, "en"),), hostile)))
    (sheet,) = openpyxl.load_workbook(BytesIO(paper_xlsx(paper))).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) == 3
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}
