"""Bench of the paper: one profile in two languages, against a bare page with as many words."""

from io import BytesIO
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench_measure import Line, in_turn, timed
from bench_places import Places
from s2w_desktop import paths
from s2w_desktop.storage.values import ListQuery

LANGUAGES = ("en", "ar")
FONT = "bench"
SIZE, LEADING, MARGIN = 8, 10, 40


def paper(places: Places, times: int) -> Line:
    """The paper of a profile, Arabic beside English, against words drawn one after the other in one embedded font."""
    profile = places.laptop.store.profiles.ids(ListQuery())[0]
    papers = places.laptop.papers
    words = _words(papers.profile_paper(profile, LANGUAGES))
    pdfmetrics.registerFont(TTFont(FONT, _latin_font()))
    pair = in_turn(timed(lambda: papers.profile_paper(profile, LANGUAGES)), timed(lambda: _bare(words)), times=times)
    return Line("paper, two languages", *pair, notes=(f"{len(words)} words",))


def _words(pdf: bytes) -> list[str]:
    """As many Latin words as the paper has of both kinds, each about as long."""
    document = pypdfium2.PdfDocument(pdf)
    found = [word for page in document for word in page.get_textpage().get_text_bounded().split()]
    document.close()
    return ["w" * len(word) for word in found]


def _latin_font() -> Path:
    return sorted((paths.resources() / "fonts").glob("*.ttf"))[0]


def _bare(words: list[str]) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont(FONT, SIZE)
    x, y = float(MARGIN), A4[1] - MARGIN
    for word in words:
        width = canvas.stringWidth(f"{word} ", FONT, SIZE)
        if x + width > A4[0] - MARGIN:
            x, y = float(MARGIN), y - LEADING
        canvas.drawString(x, y, word)
        x += width
    canvas.save()
    return target.getvalue()
