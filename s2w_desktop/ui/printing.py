"""Printing a paper: the pages of the same PDF that the preview shows, painted onto the printer's sheet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from s2w_desktop.pdf.preview import page_count, render_page

PRINT_DPI = 300


def print_pages(pdf: bytes, *, parent: QWidget) -> None:
    """Ask for a printer and print; nothing happens when the person decides otherwise."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, page_count(pdf))
    if dialog.exec():
        paint_pages(pdf, printer)


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Paint every page over the whole sheet, so that its own margins are the margins."""
    printer.setFullPage(True)
    printer.setDocName("s2w")  # the queue of a shared printer shows it: no name, no code
    painter = QPainter(printer)
    for page in range(page_count(pdf)):
        if page:
            printer.newPage()
        picture = render_page(pdf, page, PRINT_DPI)
        image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        shrunk = min(sheet.width() / picture.width, sheet.height() / picture.height)
        painter.drawImage(QRectF(0, 0, picture.width * shrunk, picture.height * shrunk), image)
    painter.end()
