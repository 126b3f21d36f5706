"""JPEG and PNG pictures, decoded and made anew: only what can be seen is carried over. Runs in a process of its own.

The points of a picture are painted on a new white one; its metadata, its colour profile (after it was applied), its
transparency and whatever stood behind its end stay behind. The caller has bound memory and time.
"""

import io
import zlib
from collections.abc import Callable, Iterable
from typing import Final

from PIL import Image, ImageCms, ImageOps

from s2w_desktop.attachments.values import LONGEST_SIDE, MOST_PIXELS
from s2w_desktop.domain.errors import CopyDamaged, CopyTooLarge, PictureTooBig
from s2w_desktop.domain.files import MOST_FILE_BYTES, FileKind

_FEW_COLOURS: Final = 256
_LADDER: Final = ((LONGEST_SIDE, 85), (LONGEST_SIDE, 75), (2480, 75), (1754, 70))
"""Longer side and JPEG quality: the first that is small enough is taken; the last still shows A4 at 150 dpi."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError, zlib.error)
"""What Pillow raises for files that are not what they begin as."""


def clean_picture(untrusted: bytes, kind: FileKind) -> tuple[FileKind, bytes]:
    """The picture anew: a PNG of few colours as PNG, anything else as JPEG. Equal input gives equal output.

    Raises PictureTooBig before anything is decoded, CopyDamaged, CopyTooLarge.
    """
    picture = open_picture(untrusted, kind)
    if kind is FileKind.PNG and picture.getcolors(_FEW_COLOURS) is not None:
        content = _png(picture)
        if len(content) <= MOST_FILE_BYTES:
            return FileKind.PNG, content
    return FileKind.JPEG, first_that_fits(lambda step: jpeg(_within(picture, step[0]), step[1]), _LADDER)


def open_picture(untrusted: bytes, kind: FileKind) -> Image.Image:
    """What a picture shows, upright, in sRGB, on white, and no longer than a side may be. Raises as `clean_picture`."""
    try:
        with Image.open(io.BytesIO(untrusted), formats=(kind.name,)) as found:
            if found.width * found.height > MOST_PIXELS:
                raise PictureTooBig
            found.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at a part of its size where that is enough
            found.load()
            return _painted(_within(_upright(_in_srgb(found)), LONGEST_SIDE))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as cause:
        raise PictureTooBig from cause
    except _BROKEN as cause:
        raise CopyDamaged from cause


def jpeg(picture: Image.Image, quality: int) -> bytes:
    """A JPEG of a picture that holds nothing but points."""
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()


def first_that_fits(make: Callable[[tuple[int, int]], bytes], steps: Iterable[tuple[int, int]]) -> bytes:
    """What the first step makes that is not larger than a copy may be. Raises CopyTooLarge."""
    for step in steps:
        made = make(step)
        if len(made) <= MOST_FILE_BYTES:
            return made
    raise CopyTooLarge


def _png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    """As the camera was held; an EXIF block that cannot be read says nothing."""
    try:
        return ImageOps.exif_transpose(picture)
    except _BROKEN:
        return picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours of another profile as sRGB; a profile that is broken or of another kind of picture is left out."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *_BROKEN):
        return picture
    if changed is None:
        return picture
    changed.info.update(picture.info)  # the orientation is still to be applied
    return changed


def _within(picture: Image.Image, longest: int) -> Image.Image:
    if max(picture.size) <= longest:
        return picture
    many = picture if picture.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else picture.convert("RGBA")
    scale = longest / max(picture.size)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return many.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _painted(picture: Image.Image) -> Image.Image:
    """The points on a new white picture, which has nothing else: grey ones stay grey."""
    if picture.mode in ("1", "L", "I;16", "I", "F"):
        fresh = Image.new("L", picture.size, 255)
        fresh.paste(_grey(picture))
        return fresh
    fresh = Image.new("RGB", picture.size, (255, 255, 255))
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        fresh.paste(seen.convert("RGB"), mask=seen.getchannel("A"))
    else:
        fresh.paste(picture.convert("RGB"))
    return fresh


def _grey(picture: Image.Image) -> Image.Image:
    """Eight bits of grey; of sixteen the upper half."""
    if picture.mode in ("I;16", "I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("L")
