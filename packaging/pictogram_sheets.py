"""Contact sheets of the pictograms: `python packaging/pictogram_sheets.py [FOLDER]` (default docs/images).

Every drawing at the two sizes that matter, 64 and 128 px, with its code: for reviewers, and for whoever draws.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, qRgb
from PySide6.QtWidgets import QApplication

from dev_arguments import folder_parser
from s2w_desktop import paths
from s2w_desktop.ui.kit.pictograms import DRAWN_LISTS
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.kit.tokens import Colour, Role

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "images"
SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    "pictograms-occupations.png": ("isco",),
    "pictograms-strengths.png": ("strength",),
    "pictograms-choices-1.png": (
        *("consent", "notice", "notice_mode", "agreement_method", "given_by", "withdrawal"),
        *("stage", "programme", "interpreter", "interview_mode", "place_type"),
    ),
    "pictograms-choices-2.png": ("sex", "legal_status", "right_to_work", "language_role", "cefr", "no_answer", "yes_no"),
    "pictograms-choices-3.png": (
        *("literacy", "latin_script", "form_help", "school", "isced"),
        *("ever_worked", "activity", "job_type"),
    ),
    "pictograms-choices-4.png": ("goal", "barrier", "health_barrier"),
    "pictograms-choices-5.png": ("recommendation", "priority", "responsible", "confirmation", "copy_given"),
}
"""What stands on each sheet, in the order of the interview."""

SIZES: Final = (128, 64)
AIR: Final = 12
CAPTION: Final = 20
COLUMNS: Final = 6
STEPS: Final = 15


def contact_sheet(theme: Theme, code_lists: tuple[str, ...]) -> QImage:
    """The drawings of the lists in the order of their codes, large and small side by side; codes without a drawing are left out.

    Where there are several lists, the list stands above the code.
    """
    codes = [
        (code_list, code)
        for code_list in code_lists
        for code in DRAWN_LISTS[code_list]
        if theme.pictogram(code_list, code, min(SIZES))
    ]
    lines = min(len(code_lists), 2)
    width, height = sum(SIZES) + 3 * AIR, max(SIZES) + 2 * AIR + lines * CAPTION
    sheet = QImage(COLUMNS * width, -(-len(codes) // COLUMNS) * height, QImage.Format.Format_RGB32)
    sheet.fill(theme.colour(Colour.SURFACE))
    painter = QPainter(sheet)
    painter.setFont(theme.font(Role.BODY))
    painter.setPen(theme.colour(Colour.TEXT))
    for place, (code_list, code) in enumerate(codes):
        row, column = divmod(place, COLUMNS)
        left, bottom = column * width + AIR, row * height + AIR + max(SIZES)
        caption = "\n".join((code_list, code)[-lines:])
        painter.drawText(QRectF(left, bottom, sum(SIZES), lines * CAPTION), Qt.AlignmentFlag.AlignCenter, caption)
        for size in SIZES:
            drawing = theme.pictogram(code_list, code, size)
            if drawing is not None:
                painter.drawPixmap(left, bottom - size, drawing)
            left += size + AIR
    painter.end()
    return sheet


def with_few_colours(sheet: QImage, theme: Theme) -> QImage:
    """The same picture with steps from ink to ground and from ink to soft alone: less than half the file."""
    ink, grounds = theme.colour(Colour.TEXT), (theme.colour(Colour.SURFACE), theme.colour(Colour.ACCENT_SOFT))

    def between(start: int, end: int, step: int) -> int:
        return start + (end - start) * step // STEPS

    table = [
        qRgb(between(ink.red(), to.red(), step), between(ink.green(), to.green(), step), between(ink.blue(), to.blue(), step))
        for to in grounds
        for step in range(STEPS + 1)
    ]
    return sheet.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def main(folder: Path) -> None:
    """Write all sheets into the folder."""
    app = QApplication.instance() or QApplication([])
    load_fonts(paths.resources() / "fonts")
    theme = Theme(paths.resources())
    for name, code_lists in SHEETS.items():
        sheet = with_few_colours(contact_sheet(theme, code_lists), theme)
        if not sheet.save(str(folder / name)):
            raise OSError(f"{name} could not be written")
    del app


if __name__ == "__main__":
    main(folder_parser("pictogram_sheets.py", "draw the contact sheets of the pictograms", FOLDER).parse_args().folder)
