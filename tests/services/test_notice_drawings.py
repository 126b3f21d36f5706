"""The notice on paper for people who read little: a drawing beside each point, which says nothing that the words do not say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from s2w_desktop.i18n.notice_words import NOTICE, Point
from s2w_desktop.paths import resources
from s2w_desktop.pdf.preview import page_count, render_page
from s2w_desktop.pdf.sheet import Choice, Passage, Sheet, Weight
from s2w_desktop.services.drawings import Drawings
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.workplace import Workplace
from tests.pdf.reading import paragraphs, run
from tests.pdf.sheet_texts import expected
from tests.services.sheet_people import person, sheets_of
from tests.workplaces import make_workplace

_DPI = 60
_MARGIN = range(45, 105)  # pixels of a page 496 wide in which the drawings stand, counted from the reader's side
_LEAST, _WHITE = 15, 3  # pixels: lower than this is no drawing, and so much white parts two


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    workplace = make_workplace(tmp_path_factory.mktemp("notice") / "store")
    yield workplace
    workplace.close()


def points(sheet: Sheet) -> list[Passage]:
    return [block for block in sheet.sections[0].blocks if isinstance(block, Passage) and block.weight is Weight.BODY]


def bands(pdf: bytes, *, is_rtl: bool) -> int:
    """How many drawings stand in the margin of the pages: ink with white above and below."""
    return sum(height >= _LEAST for page in range(page_count(pdf)) for height in _heights(pdf, page, is_rtl=is_rtl))


def _heights(pdf: bytes, page: int, *, is_rtl: bool) -> list[int]:
    picture = render_page(pdf, page, _DPI)
    columns = [picture.width - 1 - at for at in _MARGIN] if is_rtl else list(_MARGIN)
    rows = [picture.rgb[3 * y * picture.width : 3 * (y + 1) * picture.width] for y in range(picture.height)]
    inked = [0 < sum(row[3 * x] < 128 for x in columns) < len(columns) for row in rows]  # a line across is no drawing
    found, last = [0], 0
    for y in (y for y, is_inked in enumerate(inked) if is_inked):
        found = [*found, 1] if y - last > _WHITE else [*found[:-1], found[-1] + y - last]
        last = y
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("is_large", [False, True], ids=["ordinary", "large"])
def test_ux_35_each_point_of_the_notice_has_its_drawing_beside_it(
    language: str, is_large: bool, place: Workplace, tmp_path: Path
) -> None:
    sheets, profile, path = sheets_of(place), person(), tmp_path / "paper.pdf"
    place.interviews.add(profile)
    try:
        sheet = sheets.sheet(profile.id, PaperKind.NOTICE, (language,), is_large=is_large)
        pdf = sheets.make(profile.id, PaperKind.NOTICE, (language,), is_large=is_large)
    finally:
        place.store.profiles.forget(profile.id)
    drawings = Drawings(resources())
    assert [passage.drawing for passage in points(sheet)] == [drawings.read(NOTICE, point.value) for point in Point]
    assert bands(pdf, is_rtl=language == "ar") == len(Point)
    assert paragraphs(pdf, tmp_path) == expected(sheet)  # the words are whole without the drawings
    path.write_bytes(pdf)
    boxes = sum(len(block.options) for part in sheet.sections for block in part.blocks if isinstance(block, Choice))
    assert run("pdfinfo", "-struct", path).count("Figure") == boxes  # the drawings are decoration and are not read out
