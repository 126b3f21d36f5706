"""Printing really prints: what the dialog sends to a printer are the pages of the paper, whole and in order."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.preview import page_count, render_page
from s2w_desktop.pdf.sheet import Item, Section
from s2w_desktop.pdf.sheet_paper import build_sheet
from s2w_desktop.services.recovery_sheets import recovery_paper
from s2w_desktop.ui.printing import print_pages
from tests.pdf.test_sheet import a_sheet, both
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key
from tests.ui.pages.test_recovery_sheet import panel_of, to_recovery
from tests.ui.pages.test_settings import preview

_DPI = 40
_GREY_APART = 12  # of 255, for a page that was painted as a picture and rendered once more


def two_pages() -> bytes:
    target = BytesIO()
    items = tuple(Item(both(f"Entry {n}", f"مدخل {n}"), str(n)) for n in range(60))
    build_sheet(a_sheet("en", "ar", sections=(Section(items),)), FontSet(paths.resources() / "fonts"), target)
    return target.getvalue()


def answer_dialog(*, target: Path | None) -> None:
    """Once the dialog stands: print to a file there, or cancel."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    if target is None:
        dialog.reject()
        return
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    dialog.done(QPrintDialog.DialogCode.Accepted.value)


def greys(pdf: bytes, page: int) -> list[int]:
    picture = render_page(pdf, page, _DPI)
    return [sum(picture.rgb[at : at + 3]) // 3 for at in range(0, len(picture.rgb), 3)]


def assert_printed(target: Path, pdf: bytes) -> None:
    """The file that the printer made shows the same pages, as a grey picture tells."""
    printed = target.read_bytes()
    assert page_count(printed) == page_count(pdf)
    for page in range(page_count(pdf)):
        before, after = greys(pdf, page), greys(printed, page)
        assert len(before) == len(after)
        assert sum(abs(one - other) for one, other in zip(before, after, strict=True)) / len(before) < _GREY_APART
        assert sum(one < 128 for one in after) > 100  # letters, not an empty sheet


def test_every_page_of_a_paper_comes_out_of_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    parent, target, pdf = QWidget(), tmp_path / "printed.pdf", two_pages()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: answer_dialog(target=target))
    print_pages(pdf, parent=parent)
    assert page_count(pdf) == 2
    assert_printed(target, pdf)


def test_ux_62_the_paper_on_the_screen_comes_out_of_the_printer(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    window, area = desktop.unlocked(stores.field)
    page = preview(area)
    assert page.paper is not None
    button = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "Print…")
    QTimer.singleShot(0, lambda: answer_dialog(target=tmp_path / "printed.pdf"))
    key(button, Qt.Key.Key_Space)
    assert_printed(tmp_path / "printed.pdf", page.paper.pdf)
    window.close()


def test_ux_68_the_recovery_sheet_comes_out_of_the_printer(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    panel, target = panel_of(to_recovery(window)), tmp_path / "printed.pdf"
    QTimer.singleShot(0, lambda: answer_dialog(target=target))
    key(panel.print_button, Qt.Key.Key_Space)
    tr, fonts = Catalogues(paths.translations()).translator("en"), FontSet(paths.resources() / "fonts")
    assert_printed(target, recovery_paper(panel.sheet.words, "Laptop 07", datetime.now(UTC), tr, fonts))


def test_nothing_is_printed_when_the_person_decides_otherwise(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    panel = panel_of(to_recovery(window))
    QTimer.singleShot(0, lambda: answer_dialog(target=None))
    key(panel.print_button, Qt.Key.Key_Space)
    assert list(tmp_path.rglob("*.pdf")) == []
    assert panel.spot.notice is None
