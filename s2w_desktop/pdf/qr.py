"""QR codes, drawn as rectangles."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.styles import INK

QR_SIDE: Final = 20 * mm
_OVERLAP: Final = 0.05  # closes the hairlines that some printers leave between neighbours


def draw_qr(canvas: TaggedCanvas, value: str, left: float, bottom: float) -> None:
    """Draw the code, `QR_SIDE` wide, with error level M. The caller leaves four modules of white around it."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)  # its methods carry no types
    code.addData(value)
    code.make()
    count = code.getModuleCount()
    module = QR_SIDE / count
    canvas.setFillColor(INK)
    for row in range(count):
        y = bottom + QR_SIDE - (row + 1) * module
        for first, last in _dark_runs([code.isDark(row, column) for column in range(count)]):
            canvas.rect(left + first * module, y, (last - first) * module + _OVERLAP, module + _OVERLAP, stroke=0, fill=1)


def _dark_runs(modules: list[bool]) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of what is dark in a row."""
    start = 0
    for is_dark, run in groupby(modules):
        end = start + len(list(run))
        if is_dark:
            yield start, end
        start = end
