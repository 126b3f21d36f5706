"""Pictures on a paper: plain pixels, written as they come. Nothing is decoded here (decisions/0210)."""

from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.pdf.canvas import TaggedCanvas

PHOTO_BOX: Final = (22 * mm, 28 * mm)
"""Width and height into which a photo is fitted: that of a passport photo, a little smaller."""
LOGO_BOX: Final = (28 * mm, 9 * mm)
"""A logo is quiet: it fits between the columns and above the text."""


def fitted(picture: PagePicture, box: tuple[float, float]) -> tuple[float, float]:
    """Width and height in points at which a picture fills the box as far as its shape allows; never stretched."""
    scale = min(box[0] / picture.width, box[1] / picture.height)
    return picture.width * scale, picture.height * scale


def draw_picture(canvas: TaggedCanvas, picture: PagePicture, left: float, bottom: float, size: tuple[float, float]) -> None:
    """Paint a picture at a size in points. The same picture is in the file once."""
    name = canvas.picture_name(picture)
    width, height = size
    canvas.addLiteral(f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm /{name} Do Q")
