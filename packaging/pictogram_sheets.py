"""Contact sheets of the pictograms: `python packaging/pictogram_sheets.py [FOLDER]` (default docs/images).

Every drawing of a code list at the two sizes that matter, 64 and 128 px, with its code: for reviewers, and for whoever draws.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, qRgb
from PySide6.QtWidgets import QApplication

from dev_arguments import folder_parser
from s2w_desktop import paths
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.kit.tokens import Colour, Role

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "images"
SHEETS: Final = {"isco": "pictograms-occupations.png", "strength": "pictograms-strengths.png"}
SIZES: Final = (128, 64)
AIR: Final = 12
CAPTION: Final = 20
COLUMNS: Final = 6
STEPS: Final = 15


def contact_sheet(theme: Theme, code_list: str) -> QImage:
    """The drawings of the list in the order of its codes, large and small side by side; codes without a drawing are left out."""
    codes = [code for code in CODE_LISTS[code_list] if theme.pictogram(code_list, code, min(SIZES))]
    width, height = sum(SIZES) + 3 * AIR, max(SIZES) + 2 * AIR + CAPTION
    sheet = QImage(COLUMNS * width, -(-len(codes) // COLUMNS) * height, QImage.Format.Format_RGB32)
    sheet.fill(theme.colour(Colour.SURFACE))
    painter = QPainter(sheet)
    painter.setFont(theme.font(Role.BODY))
    painter.setPen(theme.colour(Colour.TEXT))
    for place, code in enumerate(codes):
        row, column = divmod(place, COLUMNS)
        left, bottom = column * width + AIR, row * height + AIR + max(SIZES)
        painter.drawText(QRectF(left, bottom, sum(SIZES), CAPTION), Qt.AlignmentFlag.AlignCenter, code)
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
    for code_list, name in SHEETS.items():
        sheet = with_few_colours(contact_sheet(theme, code_list), theme)
        if not sheet.save(str(folder / name)):
            raise OSError(f"{name} could not be written")
    del app


if __name__ == "__main__":
    main(folder_parser("pictogram_sheets.py", "draw the contact sheets of the pictograms", FOLDER).parse_args().folder)
