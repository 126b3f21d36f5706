"""Documents for tests: pictures and PDFs as cameras, scanners and enemies make them. Invented content only."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas

SECRET = "Zubaida-7741"  # stands in everything that must not be kept
GPS_IFD, MAKER, DESCRIPTION, ORIENTATION = 0x8825, 0x010F, 0x010E, 0x0112


def page_of_writing(size: tuple[int, int] = (900, 1200), words: str = "Certificate of apprenticeship") -> Image.Image:
    """A white page with lines of words and a red stamp."""
    picture = Image.new("RGB", size, (255, 255, 255))
    pen = ImageDraw.Draw(picture)
    for top in range(40, size[1] - 40, 40):
        pen.text((40, top), f"{words} {top}", fill=(0, 0, 0))
    pen.ellipse((size[0] - 200, size[1] - 200, size[0] - 60, size[1] - 60), fill=(200, 20, 20))
    return picture


def photograph(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Many colours, as a camera gives them; the same in every run."""
    wide, high = size
    points = ((255 * x // wide, 255 * y // high, (x + y) * 127 // wide) for y in range(high) for x in range(wide))
    return Image.frombytes("RGB", size, bytes(value for point in points for value in point))


def jpeg_of(picture: Image.Image, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", **{"quality": 90, **options})
    return stream.getvalue()


def png_of(picture: Image.Image, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", **options)
    return stream.getvalue()


def telling_exif(orientation: int = 1) -> Image.Exif:
    """Where and with what a picture was taken, with names."""
    exif = Image.Exif()
    exif[MAKER], exif[DESCRIPTION], exif[ORIENTATION] = SECRET, SECRET, orientation
    exif.get_ifd(GPS_IFD).update({1: "N", 2: (36.0, 30.0, 12.0), 3: "E", 4: (27.0, 14.0, 3.0), 29: SECRET})
    return exif


def telling_jpeg() -> bytes:
    """A JPEG with everything that a camera, an editor and an enemy put beside the picture."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = jpeg_of(photograph(), exif=telling_exif(), comment=SECRET.encode(), icc_profile=profile)
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET.encode() + b"</x:xmpmeta>"
    return made[:2] + b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp + made[2:] + SECRET.encode()


def telling_png() -> bytes:
    """A PNG of few colours with texts, EXIF, a time, and bytes behind its end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET)
    texts.add_itxt("Comment", SECRET, zip=True)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = png_of(page_of_writing(), pnginfo=texts, exif=telling_exif(), icc_profile=profile)
    return made + SECRET.encode()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb(wide: int = 60_000, high: int = 60_000) -> bytes:
    """Says that it is very large; some of its points are even there."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(20_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", body) + png_chunk(b"IEND", b"")


def document(pages: int = 2, draw: Callable[[Canvas, int], None] | None = None) -> bytes:
    """A PDF with words on each page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    for number in range(pages):
        canvas.drawString(100, 700, f"Page {number + 1}")
        if draw:
            draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@cache
def hostile_document() -> bytes:
    """A PDF with scripts, an attachment, links, a form, hidden words, metadata, and a layer that is switched off."""
    with pikepdf.open(io.BytesIO(document())) as pdf:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{SECRET}')"))
        pdf.Root.OpenAction = pdf.make_indirect(script)
        pdf.Root.Names = pikepdf.Dictionary(
            JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("x"), pdf.make_indirect(script)]))
        )
        pdf.attachments["notes.txt"] = SECRET.encode()
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 500, 500],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"http://example.org/{SECRET}")),
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.pages[0].contents_add(pdf.make_stream(f"BT /F1 12 Tf 3 Tr 10 10 Td ({SECRET}) Tj ET".encode()))
        pdf.docinfo["/Author"] = SECRET
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = [SECRET]
        stream = io.BytesIO()
        pdf.save(stream, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return stream.getvalue()


def protected_document(user: str = "open sesame", owner: str = "owner") -> bytes:
    """A PDF under a password."""
    with pikepdf.open(io.BytesIO(document())) as pdf:
        stream = io.BytesIO()
        pdf.save(stream, encryption=pikepdf.Encryption(user=user, owner=owner))
    return stream.getvalue()


def filled_form() -> bytes:
    """A PDF whose only black words stand in a field that was filled in."""

    def draw(canvas: Canvas, _number: int) -> None:
        canvas.acroForm.textfield(name="grade", value="EXCELLENT", x=100, y=400, width=300, height=60, fontSize=40)

    return document(1, draw)
