"""Recovery sheets: what stands on the paper, and that used-up or mistyped words open nothing."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from s2w_desktop import paths
from s2w_desktop.domain.errors import PassphraseTooWeak, StoreInUse, WrongRecoveryWords
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.services.recovery_sheets import (
    SHEET_WORDS,
    change_by_sheet,
    draw_places,
    draw_words,
    recovery_paper,
    renew_sheet,
    sheet_made,
)
from s2w_desktop.services.sheets.recovery import recovery_sheet
from s2w_desktop.storage.kdf import LEAST_COST
from tests.pdf.reading import paragraphs
from tests.pdf.sheet_texts import expected
from tests.workplaces import PASSPHRASE, make_workplace, reopen

WORDS = ("amber", "ladder", "river", "pencil", "copper", "lantern", "hill", "window")
NEW = "seven lanterns over copper hills"
MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def catalogues() -> Catalogues:
    return Catalogues(paths.translations())


@pytest.mark.parametrize("code", ["en", "ar", "ti"])
def test_ux_68_the_sheet_holds_the_words_in_their_order_on_one_page(catalogues: Catalogues, tmp_path: Path, code: str) -> None:
    tr = catalogues.translator(code)
    pdf = recovery_paper(WORDS, "Laptop 07", MADE, tr, FontSet(paths.resources() / "fonts"))
    said = paragraphs(pdf, tmp_path)
    assert said == expected(recovery_sheet(WORDS, "Laptop 07", date(2026, 11, 22), tr))
    plain = [without_isolates(one) for one in said]
    assert [one for one in plain if one in WORDS] == list(WORDS)
    assert [one for one in plain if one.isdecimal()] == [str(place) for place in range(1, SHEET_WORDS + 1)]
    assert any("Laptop 07" in one for one in plain)
    assert b"amber" not in pdf  # nor anywhere in the clear: not in the title, not in the bookmarks


def test_words_are_drawn_by_chance_and_asked_for_in_order() -> None:
    random = Random(7)
    listed = [str(number) for number in range(2048)]
    drawn = draw_words(listed, random.randrange)
    assert len(drawn) == SHEET_WORDS
    assert drawn != draw_words(listed, random.randrange)
    for _ in range(200):
        first, second = draw_places(random.randrange)
        assert 0 <= first < second < SHEET_WORDS


def test_a_sheet_gives_a_new_passphrase_and_the_store_is_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    workplace = make_workplace(folder)
    officer, sources = workplace.officer, workplace.sources
    assert sheet_made(folder, officer) is None
    renew_sheet(folder, PASSPHRASE, WORDS, LEAST_COST, sources)
    made = sheet_made(folder, officer)
    assert made is not None
    assert sources.now() - made < timedelta(days=1)
    with pytest.raises(StoreInUse):
        change_by_sheet(folder, " ".join(WORDS), NEW, LEAST_COST, sources)
    workplace.close()
    with pytest.raises(PassphraseTooWeak):
        change_by_sheet(folder, " ".join(WORDS), "short", LEAST_COST, sources)
    with pytest.raises(WrongRecoveryWords):
        change_by_sheet(folder, " ".join(reversed(WORDS)), NEW, LEAST_COST, sources)
    change_by_sheet(folder, "  ".join(WORDS).title(), NEW, LEAST_COST, sources)
    again = reopen(folder, NEW)
    assert (again.officer, sheet_made(folder, officer)) == (officer, None)
    again.close()
