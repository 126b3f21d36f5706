"""Pictograms are found by code list and code, wear the theme, and never turn."""

from pathlib import Path

import pytest

from s2w_desktop.ui.kit.icons import IconShelf, Tint
from s2w_desktop.ui.kit.pictograms import Pictograms, pictogram_name
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Look

RESOURCES = Path(__file__).parents[3] / "resources"
TINT = Tint("#112233", "#fefefe", "#aabbcc")


def test_an_occupation_group_has_a_drawing_and_a_country_has_none(theme: Theme) -> None:
    del theme
    pictograms = Pictograms(IconShelf(RESOURCES))
    assert pictograms.has("isco", "71")
    assert not pictograms.has("country", "SYR")
    assert pictograms.pixmap("country", "SYR", 64, TINT) is None


def test_a_drawing_has_the_size_and_the_colours_that_were_asked_for(theme: Theme) -> None:
    del theme
    drawing = Pictograms(IconShelf(RESOURCES)).pixmap("isco", "71", 128, TINT)
    assert drawing is not None
    image = drawing.toImage()
    ratio = drawing.devicePixelRatio()
    assert (image.width() / ratio, image.height() / ratio) == (128, 128)
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {TINT.ink, TINT.soft} <= seen


def test_equal_codes_of_two_lists_are_two_drawings(theme: Theme) -> None:
    occupation, strength = theme.pictogram("isco", "01", 96), theme.pictogram("strength", "01", 96)
    assert occupation is not None
    assert strength is not None
    assert occupation.toImage() != strength.toImage()


def test_a_drawing_follows_the_look_and_the_ground_it_lies_on(theme: Theme) -> None:
    def picture(ground: Colour) -> object:
        drawing = theme.pictogram("isco", "71", 96, ground=ground)
        assert drawing is not None
        return drawing.toImage()

    plain, chosen = picture(Colour.SURFACE), picture(Colour.ACCENT_SOFT)
    assert plain != chosen
    theme.set_look(Look.DARK)
    assert picture(Colour.SURFACE) != plain


@pytest.mark.parametrize(("code_list", "code"), [("isco", "../other"), ("isco", "99"), ("no_list", "71"), ("..", "icons/add")])
def test_no_path_is_made_of_a_code_that_is_not_of_its_list(theme: Theme, code_list: str, code: str) -> None:
    with pytest.raises(KeyError):
        pictogram_name(code_list, code)
    with pytest.raises(KeyError):
        theme.pictogram(code_list, code, 64)
