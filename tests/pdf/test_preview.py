"""Pictures of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from s2w_desktop.pdf.preview import page_count, render_page

if TYPE_CHECKING:
    from tests.pdf.conftest import Build, MakePaper


def test_a_page_becomes_a_picture_without_padding(make_paper: MakePaper, build: Build) -> None:
    pdf = build(make_paper("en", "ar"))
    assert page_count(pdf) == 2
    for dpi, size in ((72, (596, 842)), (101, (836, 1182))):
        picture = render_page(pdf, 0, dpi)
        assert (picture.width, picture.height) == pytest.approx(size, abs=1)
        assert len(picture.rgb) == 3 * picture.width * picture.height
        assert picture.rgb[:3] == b"\xff\xff\xff"


def test_colours_come_as_red_green_blue(make_paper: MakePaper, build: Build) -> None:
    picture = render_page(build(make_paper("en")), 0, 144)
    pixels = {picture.rgb[at : at + 3] for at in range(0, len(picture.rgb), 3)}
    assert bytes.fromhex("17475a") in pixels  # the accent
    assert bytes.fromhex("5a4717") not in pixels


def test_the_same_page_gives_the_same_picture(make_paper: MakePaper, build: Build) -> None:
    pdf = build(make_paper("ar"))
    assert render_page(pdf, 0, 60) == render_page(pdf, 0, 60)


@pytest.mark.parametrize("page", [-1, 2])
def test_a_page_that_is_not_there_is_refused(make_paper: MakePaper, build: Build, page: int) -> None:
    with pytest.raises(IndexError):
        render_page(build(make_paper("ar")), page, 60)
