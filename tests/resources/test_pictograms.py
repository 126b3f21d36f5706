"""Pictograms are one family: one form, weight and area, told apart on a page, each in the register (visual language 4)."""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.occupations import SUB_MAJOR_GROUPS
from s2w_desktop.ui.kit.pictograms import DRAWN_LISTS
from tests.each import by_key, each

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "pictograms"
FILES = {file.relative_to(FOLDER).with_suffix("").as_posix(): file for file in sorted(FOLDER.rglob("*.svg"))}
SHAPES = {"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
GEOMETRY = {"d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "points"}
INK, GROUND, SOFT = "#000000", "#ffffff", "#cccccc"
LIVE = range(10, 86)  # of 96
# Mean darkness of the 96 px picture: soft counts a fifth of ink, much as the eye sees it. The first 64 drawings lie between
# 0.148 and 0.251; a drawing outside these bounds looks paler or darker than its neighbours on a page.
LIGHTEST, DARKEST = 0.14, 0.26
# Mean difference of two drawings at 32 px, where ink against ground is 1. Nearest are the two lowest steps of the ladder of
# levels (0.021), a sheet with and without its seal (0.022) and the three numbered badges (0.026).
FLOOR = 0.02
COMPLETE = {"isco": SUB_MAJOR_GROUPS, "strength": CODE_LISTS["strength"]}  # the codes that shall have one, and no other
HEADER = ["list", "code", "drawn", "author", "licence", "reviewer"]

every_drawing = each(by_key(FILES), "name")


@cache
def tree(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(FILES[name].read_bytes())  # noqa: S314  # our own files


def shapes(element: ElementTree.Element, inherited: dict[str, str]) -> Iterator[tuple[ElementTree.Element, dict[str, str]]]:
    """Every shape of the drawing with the paint that holds for it."""
    paint = inherited | {key: value for key, value in element.attrib.items() if key in PAINT}
    if element.tag.removeprefix("{http://www.w3.org/2000/svg}") in SHAPES:
        yield element, paint
    for child in element:
        yield from shapes(child, paint)


@cache
def greys(name: str, size: int) -> bytes:
    """The drawing on white, one byte a pixel, row by row."""
    image = QImage(size, size, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(FILES[name].read_bytes()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    assert image.bytesPerLine() == size
    return bytes(image.constBits())


def register() -> list[dict[str, str]]:
    with (FOLDER / "REGISTER.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def entry_name(entry: dict[str, str]) -> str:
    return f"{entry['list']}/{entry['code']}" if entry["list"] else entry["code"]


def list_of(name: str) -> str:
    return name.rpartition("/")[0]


@every_drawing
def test_a_drawing_is_made_of_plain_shapes_on_the_grid_of_96(name: str) -> None:
    root = tree(name)
    assert root.get("viewBox") == "0 0 96 96"
    assert (root.get("width"), root.get("height")) == ("96", "96")
    for element in root.iter():
        tag = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        assert tag in SHAPES | {"g", "svg"}
        assert set(element.attrib) <= PAINT | GEOMETRY | {"viewBox"}
        assert not (element.text or "").strip()
        assert not (element.tail or "").strip()


@every_drawing
def test_a_drawing_has_one_stroke_width_three_colours_and_one_soft_area(name: str) -> None:
    painted = [paint for _, paint in shapes(tree(name), {})]
    strokes = {paint.get("stroke", "none") for paint in painted}
    fills = [paint.get("fill", INK) for paint in painted]
    assert strokes <= {INK, "none"}
    assert set(fills) <= {INK, GROUND, SOFT, "none"}
    assert fills.count(SOFT) == 1
    for paint in painted:
        if paint.get("stroke", "none") != "none":
            assert (paint["stroke-width"], paint["stroke-linecap"], paint["stroke-linejoin"]) == ("4", "round", "round")


@every_drawing
def test_a_drawing_is_simple(name: str) -> None:
    assert 2 <= len(list(shapes(tree(name), {}))) <= 9


@pytest.mark.usefixtures("qapp")
@every_drawing
def test_a_drawing_stays_inside_the_live_area(name: str) -> None:
    picture = greys(name, 96)
    inked = [place for place, grey in enumerate(picture) if grey < 250]
    assert {place % 96 for place in inked} | {place // 96 for place in inked} <= set(LIVE)


@pytest.mark.usefixtures("qapp")
@every_drawing
def test_no_drawing_looks_darker_or_paler_than_its_family(name: str) -> None:
    darkness = sum(255 - grey for grey in greys(name, 96)) / 255 / 96**2
    assert LIGHTEST <= darkness <= DARKEST


@pytest.mark.usefixtures("qapp")
def test_no_two_drawings_of_a_list_look_alike() -> None:
    def difference(one: str, other: str) -> float:
        return sum(abs(a - b) for a, b in zip(greys(one, 32), greys(other, 32), strict=True)) / 255 / 32**2

    pairs = [(one, other) for one, other in combinations(FILES, 2) if list_of(one) == list_of(other)]
    assert len(pairs) > len(FILES)
    alike = {pair: round(apart, 4) for pair in pairs if (apart := difference(*pair)) < FLOOR}
    assert alike == {}


@pytest.mark.parametrize("code_list", COMPLETE)
def test_every_code_of_a_finished_list_has_a_drawing_and_no_other_has(code_list: str) -> None:
    drawn = {name.partition("/")[2] for name in FILES if name.startswith(f"{code_list}/")}
    assert drawn == set(COMPLETE[code_list])


def test_every_drawing_in_a_folder_belongs_to_a_code() -> None:
    for name in FILES:
        code_list, slash, code = name.rpartition("/")
        assert not slash or code in DRAWN_LISTS[code_list], name


def test_the_register_has_one_line_for_each_drawing_and_a_drawing_for_each_line() -> None:
    names = [entry_name(entry) for entry in register()]
    assert names == sorted(FILES)


def test_the_register_says_of_each_drawing_what_it_shows_whose_it_is_and_who_reviewed_it() -> None:
    licence = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license"]
    entries = register()
    for entry in entries:
        assert list(entry) == HEADER
        assert all(entry[column].strip() for column in ("code", "drawn", "author", "reviewer")), entry
        assert entry["licence"] == licence


def test_the_same_idea_is_the_same_drawing_in_the_same_words_wherever_it_comes_back() -> None:
    words = [(entry["drawn"], FILES[entry_name(entry)].read_bytes()) for entry in register()]
    assert len(set(words)) == len(dict(words)) == len({drawing for _, drawing in words}) < len(words)
