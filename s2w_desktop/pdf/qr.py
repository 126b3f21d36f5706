"""QR codes, drawn as rectangles."""

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
        for column in range(count):
            if code.isDark(row, column):
                x, y = left + column * module, bottom + QR_SIDE - (row + 1) * module
                canvas.rect(x, y, module + _OVERLAP, module + _OVERLAP, stroke=0, fill=1)
