"""Drawings on paper look as they do on the screen, and what is no drawing of ours is refused."""

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.drawing import draw, read_drawing
from s2w_desktop.pdf.preview import render_page
from s2w_desktop.pdf.tagging import StructureTree

FOLDER = Path(__file__).parents[2] / "resources" / "pictograms"
FILES = sorted(FOLDER.rglob("*.svg"))
SIDE = 96
APART = 0.008  # mean of the whole picture, where ink against ground is 1: the edges are smoothed by two painters
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" stroke-width="4">'


def painted(svgs: list[str]) -> bytes:
    """A PDF with a page for each drawing."""
    target = BytesIO()
    canvas = TaggedCanvas(target, tree=StructureTree(), page_size=(SIDE, SIDE), language="en", title="drawings")
    for svg in svgs:
        with canvas.artifact():
            draw(canvas, read_drawing(svg), 0, 0, SIDE)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def on_screen(svg: str) -> bytes:
    """The drawing as the screen shows it, one byte a pixel, in the colours of the paper."""
    for ours, of_paper in (("#000000", "#14181B"), ("#cccccc", "#CFD9DC")):
        svg = svg.replace(ours, of_paper)
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return bytes(image.constBits())


def apart(pdf: bytes, page: int, svg: str) -> float:
    picture = render_page(pdf, page, 72)
    assert (picture.width, picture.height) == (SIDE, SIDE)
    greys = [sum(picture.rgb[at : at + 3]) / 3 for at in range(0, len(picture.rgb), 3)]
    return sum(abs(one - other) for one, other in zip(greys, on_screen(svg), strict=True)) / 255 / SIDE**2


@pytest.mark.usefixtures("qapp")
def test_every_drawing_looks_on_paper_as_on_the_screen() -> None:
    svgs = [file.read_text("utf-8") for file in FILES]
    pdf = painted(svgs)
    found = {
        file.relative_to(FOLDER).as_posix(): apart(pdf, page, svg)
        for page, (file, svg) in enumerate(zip(FILES, svgs, strict=True))
    }
    assert len(found) > 300
    assert {name: round(far, 4) for name, far in found.items() if far > APART} == {}
    assert apart(pdf, 0, svgs[1]) > APART  # another drawing is told apart


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "data",
    [
        "M20 50A28 14 0 0 1 76 50",
        "M20 50A28 14 0 0 0 76 50",
        "M30 30A30 20 0 1 1 60 60",
        "M30 30A30 20 0 1 0 60 60z",
        "M30 60A5 5 0 0 1 70 60",
        "M20 20h30v30H20V20zm40 40l10 10 10-10",
        "M20 60c0-30 20-30 20 0s20 30 20 0S76 30 76 60",
        "M30 30s20 0 20 20",
    ],
)
def test_every_command_of_a_path_is_followed(data: str) -> None:
    svg = f'{HEAD[:-1]} fill="none" stroke="#000000" stroke-linecap="round" stroke-linejoin="round"><path d="{data}"/></svg>'
    assert apart(painted([svg]), 0, svg) < APART


@pytest.mark.parametrize(
    "svg",
    [
        HEAD.replace("96 96", "24 24") + "</svg>",
        f'{HEAD}<rect width="3" height="3"/></svg>',
        f'{HEAD}<path d="M1 1Q3 3 4 4"/></svg>',
        f'{HEAD}<path d="M1 1A3 2 45 0 0 4 4"/></svg>',
        f'{HEAD}<path d="M1 1L3"/></svg>',
        f'{HEAD}<path d="3 3"/></svg>',
        f'{HEAD}<path fill="#ff0000" d="M1 1L3 3"/></svg>',
        f'{HEAD}<path stroke="#ff0000" d="M1 1L3 3"/></svg>',
    ],
)
def test_what_is_no_drawing_of_ours_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_drawing(svg)
