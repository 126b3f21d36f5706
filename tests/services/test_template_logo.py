"""The logo of a centre: made anew when it is signed, refused when it is none, shown on the paper and nowhere else decoded."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.template_file import signed_template
from s2w_desktop.domain.template_errors import UnfitLogo
from s2w_desktop.domain.templates import Template
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.attachments.making import SECRET, document, jpeg_of, page_of_writing, photograph, png_bomb, png_of, telling_jpeg
from tests.services.pictures import chunk, png
from tests.services.places import interview
from tests.services.test_photo import pictures

SOURCE = '{"format": "s2w-template/1", "id": "lyon", "version": %d, "title": "Lyon", "valid_from": "2026-01-01"}'


def made(hq: Workplace, folder: Path, picture: bytes, version: int = 1) -> Path:
    source, target, logo = folder / "t.json", folder / f"t-{version}.s2wt", folder / "logo"
    source.write_text(SOURCE % version, encoding="utf-8")
    logo.write_bytes(picture)
    hq.templates.make(source, target, logo=logo)
    return target


@pytest.mark.parametrize("picture", [telling_jpeg(), png_of(page_of_writing((400, 120))), png()], ids=["JPEG", "PNG", "small"])
def test_the_logo_is_made_anew_and_stands_on_the_paper(hq: Workplace, field: Workplace, tmp_path: Path, picture: bytes) -> None:
    profile = interview(field)
    assert pictures(field.papers.profile_paper(profile, ("en", "ar"))) == []
    installed = field.templates.install(made(hq, tmp_path, picture))
    logo = installed.template.logo
    assert SECRET.encode() not in logo
    with Image.open(io.BytesIO(logo)) as seen:
        size = seen.size
    (on_paper,) = pictures(field.papers.profile_paper(profile, ("en", "ar")))
    assert on_paper[0] / on_paper[1] == pytest.approx(size[0] / size[1], rel=0.02)
    assert field.papers.profile_paper(profile, ("ar",)) == field.papers.profile_paper(profile, ("ar",))
    field.templates.remove()
    assert pictures(field.papers.profile_paper(profile, ("en",))) == []


@pytest.mark.parametrize(
    "picture",
    [b"", b"hello", document(), png_bomb(), jpeg_of(photograph())[:2000], png_of(photograph((1280, 20)))],
    ids=["nothing", "words", "PDF", "bomb", "cut off", "too wide"],
)
def test_what_is_no_logo_is_refused_and_nothing_is_written(hq: Workplace, tmp_path: Path, picture: bytes) -> None:
    with pytest.raises(UnfitLogo):
        made(hq, tmp_path, picture)
    assert not list(tmp_path.glob("*.s2wt"))


def test_a_logo_that_is_none_inside_refuses_the_template_and_the_one_before_stays(
    hq: Workplace, field: Workplace, tmp_path: Path
) -> None:
    """Its frame is sound and its signature too: only decoding tells."""
    before = field.templates.install(made(hq, tmp_path, png())).template
    sound = png()
    start = sound.index(b"IDAT") - 4
    hollow = sound[:start] + chunk(b"IDAT", b"no pixels") + chunk(b"IEND", b"")
    key = SigningKey.parse(hq.store.stations.keys().signing_secret)
    file = tmp_path / "hollow.s2wt"
    file.write_bytes(signed_template(Template("lyon", 2, "Lyon", date(2026, 1, 1), logo=hollow), key))
    for attempt in (field.templates.look, field.templates.install):
        with pytest.raises(UnfitLogo):
            attempt(file)
    assert field.templates.in_force() == before
    assert [told.template.version for told in field.templates.installed()] == [1]


def test_the_paper_of_an_interview_that_is_not_kept_has_the_logo_too(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    field.templates.install(made(hq, tmp_path, png()))
    session = field.interviews.begin_unkept(Pair("en", "ara"))
    assert len(pictures(field.papers.profile_paper(session.profile.id, ("en",)))) == 1
