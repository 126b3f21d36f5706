"""The logo that a template carries: a PNG or JPEG of a modest size that holds pixels alone."""

from typing import Final

from s2w_desktop.bundle.jpeg import MAGIC as JPEG_MAGIC
from s2w_desktop.bundle.jpeg import check_jpeg
from s2w_desktop.bundle.png import check_png
from s2w_desktop.domain.template_errors import UnfitLogo

MOST_BYTES: Final = 200_000
MOST_SIDE: Final = 1000


def check_logo(untrusted: bytes) -> bytes:
    """The same bytes, when their frame holds. Whether they can be decoded, the process for that finds out. Raises UnfitLogo."""
    if len(untrusted) > MOST_BYTES:
        raise UnfitLogo
    if untrusted.startswith(JPEG_MAGIC):
        check_jpeg(untrusted, MOST_SIDE)
    else:
        check_png(untrusted, MOST_SIDE)
    return untrusted
