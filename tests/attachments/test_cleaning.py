"""What a file from outside becomes before it is kept: what can be seen of it, and nothing else; or a refusal with a reason."""

import io
import os
import sys
import threading

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from s2w_desktop.attachments import process
from s2w_desktop.attachments.process import clean, show
from s2w_desktop.attachments.values import LONGEST_SIDE, Attachment
from s2w_desktop.domain import errors
from s2w_desktop.domain.files import MOST_FILE_BYTES, MOST_FILE_PAGES, FileKind, kind_of
from tests.attachments.making import (
    ORIENTATION,
    SECRET,
    document,
    filled_form,
    hostile_document,
    jpeg_of,
    page_of_writing,
    photograph,
    png_bomb,
    png_of,
    protected_document,
    telling_exif,
    telling_jpeg,
    telling_png,
)


def opened(made: Attachment) -> Image.Image:
    picture = Image.open(io.BytesIO(made.content))
    picture.load()
    return picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean distance of two pictures' points, 0 to 255."""
    pairs = zip(one.convert("RGB").tobytes(), other.convert("RGB").tobytes(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (3 * one.width * one.height)


# --- pictures ---


@pytest.mark.parametrize("raw", [telling_jpeg(), telling_png()], ids=["jpeg", "png"])
def test_nothing_is_left_of_what_stood_beside_a_picture(raw: bytes) -> None:
    assert SECRET.encode() in raw
    made = clean(raw)
    assert SECRET.encode() not in made.content
    picture = opened(made)
    assert not picture.getexif()
    assert not {"exif", "icc_profile", "comment", "xmp", "photoshop", "Author", "Comment"} & picture.info.keys()
    for mark in (b"Exif", b"GPS", b"ICC_PROFILE", b"iCCP", b"http", b"tEXt", b"iTXt", b"eXIf", b"tIME"):
        assert mark not in made.content


def test_the_picture_itself_stays_what_it_was() -> None:
    seen = opened(clean(telling_jpeg()))
    assert seen.size == (640, 480)
    assert difference(seen, photograph()) < 12
    assert difference(opened(clean(telling_png())), page_of_writing()) == 0


def test_a_picture_lies_as_the_camera_was_held() -> None:
    picture = page_of_writing((300, 200))
    made = clean(jpeg_of(picture, exif=telling_exif(orientation=6)))
    assert opened(made).size == (200, 300)
    assert difference(opened(made), picture.rotate(-90, expand=True)) < 6
    assert ORIENTATION not in opened(made).getexif()


def test_few_colours_stay_a_png_and_many_become_a_jpeg() -> None:
    assert clean(png_of(page_of_writing())).kind is FileKind.PNG
    assert clean(png_of(photograph())).kind is FileKind.JPEG
    assert clean(jpeg_of(page_of_writing())).kind is FileKind.JPEG


def test_what_is_transparent_is_seen_on_white() -> None:
    hidden = Image.new("RGBA", (60, 60), (10, 200, 30, 0))
    hidden.paste((0, 0, 0, 255), (0, 0, 30, 60))
    shown = opened(clean(png_of(hidden)))
    assert shown.mode in ("RGB", "L", "P")
    assert {colour for _, colour in shown.convert("RGB").getcolors() or ()} == {(0, 0, 0), (255, 255, 255)}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_pictures_of_every_kind_of_points_are_taken(mode: str) -> None:
    if mode == "I;16":
        half = Image.new(mode, (64, 64), 0x7FFF)
        half.paste(0xFFFF, (32, 0, 64, 64))
    else:
        grey = Image.new("L", (64, 64), 0 if mode == "1" else 0x7F)
        grey.paste(255, (32, 0, 64, 64))
        half = grey.convert("RGB").quantize(4) if mode == "P" else grey.convert(mode)
    assert half.mode == mode
    seen = opened(clean(png_of(half))).convert("L")
    dark, bright = seen.crop((0, 0, 32, 64)).getextrema(), seen.crop((32, 0, 64, 64)).getextrema()
    assert bright == (255, 255)
    assert dark == ((0, 0) if mode == "1" else (0x7F, 0x7F))


def test_pictures_for_print_are_taken_too() -> None:
    made = clean(jpeg_of(photograph().convert("CMYK")))
    assert opened(made).mode == "RGB"
    assert difference(opened(made), photograph().convert("CMYK").convert("RGB")) < 14


def test_colours_of_another_profile_are_shown_as_they_were_meant() -> None:
    red = Image.new("RGB", (40, 40), (255, 0, 0))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    crossed = srgb.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")  # its red is our blue
    seen = opened(clean(jpeg_of(red, icc_profile=crossed))).convert("RGB")
    assert difference(seen, Image.new("RGB", (40, 40), (0, 0, 255))) < 4
    assert difference(opened(clean(jpeg_of(red, icc_profile=b"not a profile"))), red) < 4
    grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()  # not of pictures with three colours
    assert difference(opened(clean(jpeg_of(red, icc_profile=grey))), red) < 4


def test_a_picture_is_made_no_finer_than_print() -> None:
    made = clean(jpeg_of(Image.new("RGB", (6000, 4000), "white")))
    assert max(opened(made).size) <= LONGEST_SIDE


def test_a_large_photograph_is_made_to_fit() -> None:
    noisy = Image.effect_noise((3000, 2200), 90).convert("RGB")
    raw = jpeg_of(noisy, quality=70)
    assert len(raw) <= MOST_FILE_BYTES
    assert clean(raw).size_bytes <= MOST_FILE_BYTES


# --- documents ---


def test_a_document_keeps_what_can_be_seen_and_nothing_else() -> None:
    raw = hostile_document()
    assert SECRET.encode() in raw
    made = clean(raw)
    assert (made.kind, made.pages) == (FileKind.PDF, 2)
    for mark in (SECRET, "JavaScript", "OpenAction", "EmbeddedFile", "/Annot", "/URI", "/Font", "/Info", "/Metadata", "/ID"):
        assert mark.encode() not in made.content
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert not pdf.attachments
        assert not pdf.docinfo
        for page in pdf.pages:
            assert set(page.obj.keys()) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}
            assert [str(step.operator) for step in pikepdf.parse_content_stream(page)] == ["q", "cm", "Do", "Q"]
            assert [image.Filter for image in page.get_images().values()] == [pikepdf.Name.DCTDecode]
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert len(streams) == 4
        assert not [one for one in streams if SECRET.encode() in one.read_raw_bytes()]


def test_a_page_looks_as_it_did() -> None:
    before, after = (pypdfium2.PdfDocument(raw)[0] for raw in (document(1), clean(document(1)).content))
    assert [round(side) for side in after.get_size()] == pytest.approx([round(side) for side in before.get_size()], abs=1)
    small = [page.render(scale=1).to_pil().resize((595, 842)) for page in (before, after)]
    assert difference(*small) < 1


def test_what_was_filled_in_is_kept() -> None:
    picture = pypdfium2.PdfDocument(clean(filled_form()).content)[0].render(scale=1).to_pil().convert("L")
    field = picture.crop((100, picture.height - 460, 400, picture.height - 400))
    assert field.getextrema()[0] < 60


def test_equal_files_become_equal_copies() -> None:
    for raw in (document(), telling_jpeg(), telling_png()):
        assert clean(raw) == clean(raw)


def test_a_document_that_opens_without_a_password_is_taken_though_its_owner_set_one() -> None:
    assert clean(protected_document(user="")).pages == 2


def test_cleaning_tells_of_each_page() -> None:
    told: list[tuple[int, int]] = []
    clean(document(3), progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_document_of_as_many_pages_as_allowed_is_taken() -> None:
    made = clean(document(MOST_FILE_PAGES))
    assert made.pages == MOST_FILE_PAGES
    assert made.size_bytes <= MOST_FILE_BYTES


def test_a_page_as_large_as_a_house_becomes_a_picture_of_the_usual_size() -> None:
    with pikepdf.open(io.BytesIO(document(1))) as pdf:
        pdf.pages[0].MediaBox = [0, 0, 14_400, 7_200]
        stream = io.BytesIO()
        pdf.save(stream)
    with pikepdf.open(io.BytesIO(clean(stream.getvalue()).content)) as pdf:
        image = next(iter(pdf.pages[0].get_images().values()))
        assert max(image.Width, image.Height) <= LONGEST_SIDE + 1


# --- files that are both, or something else ---


def test_the_content_tells_the_kind_and_a_file_that_is_two_things_becomes_one() -> None:
    picture, paper = jpeg_of(photograph()), hostile_document()
    made = clean(picture + paper)
    assert made.kind is FileKind.JPEG
    assert b"%PDF" not in made.content
    assert SECRET.encode() not in made.content
    led = clean(b"\0\0GIF89a junk before\n" + document())
    assert led.kind is FileKind.PDF
    assert led.content.startswith(b"%PDF-1.4\n")


@pytest.mark.parametrize(
    "raw",
    [b"", b"hello", b"GIF89a", b"PK\x03\x04", b"<html>", b"RIFF\0\0\0\0WEBPVP8 ", b"MZ", b"II*\0", b" " * 2000 + b"%PDF-1.4"],
)
def test_anything_else_is_refused(raw: bytes) -> None:
    with pytest.raises(errors.NotACopy):
        clean(raw)


# --- refusals ---


def test_one_byte_too_many_is_too_large_and_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = jpeg_of(photograph())
    assert clean(whole + bytes(MOST_FILE_BYTES - len(whole))).kind is FileKind.JPEG
    monkeypatch.setattr(process, "_command", lambda: ["/nowhere"])
    with pytest.raises(errors.CopyTooLarge):
        clean(whole + bytes(MOST_FILE_BYTES - len(whole) + 1))


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    for wide, high in ((60_000, 60_000), (50_001, 1_000), (2**31 - 1, 1)):
        with pytest.raises(errors.PictureTooBig):
            clean(png_bomb(wide, high))


def test_a_bomb_in_a_text_beside_the_picture_is_refused() -> None:
    with pytest.raises(errors.CopyDamaged):
        clean(telling_png_with_bomb())


def telling_png_with_bomb() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "0" * 200_000_000, zip=True)
    return png_of(page_of_writing((90, 90)), pnginfo=texts)


def test_too_many_pages_are_refused_with_the_number_that_is_allowed() -> None:
    with pytest.raises(errors.TooManyPages) as refused:
        clean(document(MOST_FILE_PAGES + 1))
    assert refused.value.most == MOST_FILE_PAGES


def test_a_password_is_told_apart_from_damage() -> None:
    with pytest.raises(errors.CopyProtected):
        clean(protected_document())


@pytest.mark.parametrize("kind", FileKind)
def test_a_file_that_is_cut_is_damaged(kind: FileKind) -> None:
    wholes = {FileKind.JPEG: jpeg_of(photograph()), FileKind.PNG: png_of(photograph()), FileKind.PDF: document()}
    whole = wholes[kind]
    for size in (12, len(whole) // 4, len(whole) // 2):
        with pytest.raises(errors.CopyDamaged):
            clean(whole[:size])


@given(st.sampled_from([FileKind.JPEG, FileKind.PNG, FileKind.PDF]), st.data())
@settings(max_examples=25)
def test_a_broken_file_is_refused_or_becomes_a_sound_copy(kind: FileKind, data: st.DataObject) -> None:
    sound = {FileKind.JPEG: jpeg_of, FileKind.PNG: png_of}
    raw = bytearray(sound[kind](page_of_writing((90, 60))) if kind in sound else document(1))
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(st.integers(8, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = clean(bytes(raw))
    except (errors.CopyDamaged, errors.PictureTooBig, errors.CopyTooHeavy, errors.CopyProtected):
        return
    assert kind_of(made.content) is made.kind
    assert show(made.content, 0, 200).width > 0


def test_a_process_that_breaks_down_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("pass", "print('nonsense' * 10)", "import sys; sys.stdout.buffer.write(b'C\\0\\0\\0\\2{}')"):
        monkeypatch.setattr(process, "_command", lambda program=program: [sys.executable, "-c", program])
        with pytest.raises(errors.CopyDamaged):
            clean(document())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_process_at_its_limit_is_a_file_too_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    overrun = "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)"  # what the system sends at the limit
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", overrun])
    with pytest.raises(errors.CopyTooHeavy):
        clean(document())


def test_cleaning_stops_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    stop.set()
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(600)"])
    with pytest.raises(errors.Cancelled):
        clean(document(), is_cancelled=stop.is_set)


# --- showing ---


def test_a_kept_page_is_shown_as_pixels() -> None:
    copy = clean(document(2))
    first, second = (show(copy.content, page, 500) for page in (0, 1))
    assert max(first.width, first.height) == 500
    assert len(first.rgb) == 3 * first.width * first.height
    assert first.rgb != second.rgb
    picture = show(clean(png_of(page_of_writing())).content, 0, 300)
    assert (picture.width, picture.height) == (225, 300)


def test_a_page_that_is_not_there_is_damage() -> None:
    for page in (-1, 2, 10**6):
        with pytest.raises(errors.CopyDamaged):
            show(clean(document(2)).content, page, 300)
