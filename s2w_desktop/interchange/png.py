"""Plain pixels as a PNG, for files that take no others. The same pixels give the same bytes."""

import struct
import zlib

from s2w_desktop.domain.page_pictures import PagePicture


def png_bytes(picture: PagePicture) -> bytes:
    """The picture in eight bits of red, green and blue, without anything beside the pixels."""
    stride = 3 * picture.width
    rows = b"".join(b"\0" + picture.rgb[start : start + stride] for start in range(0, stride * picture.height, stride))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
