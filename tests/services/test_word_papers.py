"""The papers of a person as Word files: the same texts as the PDF, and nobody's name where it does not belong."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest

from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.pdf.sheet import Sheet
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.sheets.making import EveryPaper
from tests.interchange.word_reading import Told, opened, told
from tests.pdf.sheet_texts import expected
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
    found = told(papers.word(nurse.id, kind, languages))
    assert texts(found) == wanted(papers.sheets.sheet(nurse.id, kind, languages))
    assert {one.is_rtl for one in found if one.languages} == {languages == ("ar",)}


@pytest.mark.parametrize("kind", [kind for kind in SHEETS if kind.is_for_two])
def test_two_languages_stand_one_after_the_other(kind: PaperKind, papers: EveryPaper, nurse: Profile) -> None:
    found, sheet = told(papers.word(nurse.id, kind, ("ar", "en"))), papers.sheets.sheet(nurse.id, kind, ("ar", "en"))
    assert Counter(texts(found)) == Counter(wanted(sheet))
    for language, is_rtl in (("ar", True), ("en", False)):
        own = [one for one in found if one.languages == {language}]
        assert {one.is_rtl for one in own} == {is_rtl}
        said = [_parts(one.text)[-1] for one in own]
        left = iter(wanted(sheet))
        assert all(text in left for text in said), "each language keeps its order"


@pytest.mark.parametrize("kind", SHEETS)
def test_equal_profiles_have_equal_bytes_and_no_name_in_the_properties(
    kind: PaperKind, papers: EveryPaper, nurse: Profile
) -> None:
    first, second = (papers.word(nurse.id, kind, ("en",)) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        about = b"".join(parts.read(name) for name in parts.namelist() if name.startswith(("docProps", "customXml")))
    for name in ("Mithal", "Layla", "ليلى"):
        assert name.encode() not in about
    title = opened(first).core_properties.title
    assert (CASE in title) is (kind not in (PaperKind.CV, PaperKind.CV_WITHOUT_NAME, PaperKind.WARNING))


def test_large_letters_are_larger(papers: EveryPaper, nurse: Profile) -> None:
    usual, large = (opened(papers.word(nurse.id, PaperKind.CV, ("en",), is_large=big)) for big in (False, True))
    sizes = [one.styles["Normal"].font.size.pt for one in (usual, large)]
    assert sizes[1] > 1.5 * sizes[0]
