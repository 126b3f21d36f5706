"""QR codes, drawn as rectangles."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.qr_masks import best_mask
from s2w_desktop.pdf.styles import INK

QR_SIDE: Final = 20 * mm
_OVERLAP: Final = 0.02  # of a module: closes the hairlines that some printers leave between neighbours


def draw_qr(canvas: TaggedCanvas, value: str, left: float, bottom: float) -> None:
    """Draw the code, `QR_SIDE` wide, with error level M. The caller leaves four modules of white around it."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)  # its methods carry no types
    code.addData(value)
    code.version = code.calculate_version()
    code.makeImpl(test=True, maskPattern=0)
    code.makeImpl(test=False, maskPattern=best_mask(code.modules, code.dataPosIterator()))
    rows: list[list[bool]] = code.modules
    module = QR_SIDE / len(rows)
    bars = [
        f"{first} {len(rows) - 1 - row} {last - first + _OVERLAP:g} {1 + _OVERLAP:g} re"
        for row, modules in enumerate(rows)
        for first, last in _dark_runs(modules)
    ]
    canvas.setFillColor(INK)
    canvas.addLiteral(f"q {module:.5f} 0 0 {module:.5f} {left:.3f} {bottom:.3f} cm")
    canvas.addLiteral("\n".join([*bars, "f Q"]))


def _dark_runs(modules: list[bool]) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of what is dark in a row."""
    start = 0
    for is_dark, run in groupby(modules):
        end = start + len(list(run))
        if is_dark:
            yield start, end
        start = end
