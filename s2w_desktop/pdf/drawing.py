"""Drawings of this project on paper: paths and circles on a grid of 96, painted as lines, sharp at every size.

Of SVG only that is read which docs/pictograms.md allows; anything else is refused, so that no drawing comes out half.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from reportlab.lib.colors import Color, HexColor

from s2w_desktop.pdf.arcs import Point, arc
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.styles import INK, WHITE

GRID: Final = 96.0
_STROKE: Final = 4.0
_SVG: Final = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 96 96"([^<>]*)>\s*((?:<[^<>]*/>\s*)*)</svg>\s*')
_SHAPE: Final = re.compile(r"<([a-z]+)((?: [a-z]+=\"[^\"]*\")*) ?/>")
_ATTRIBUTE: Final = re.compile(r" ([a-z]+)=\"([^\"]*)\"")
_TOKEN: Final = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}


class Fill(Enum):
    """What is inside of a shape, by the colour that stands for it in the file."""

    NONE = "none"
    INK = "#000000"
    GROUND = "#ffffff"
    SOFT = "#cccccc"


_PAINT: Final[dict[Fill, Color]] = {Fill.INK: INK, Fill.GROUND: WHITE, Fill.SOFT: HexColor("#CFD9DC")}


@dataclass(frozen=True, slots=True)
class Move:
    """Begin at a point."""

    to: Point


@dataclass(frozen=True, slots=True)
class Curve:
    """Go on to a point, by two others that draw the line to their side; for a straight line both lie on it."""

    first: Point
    second: Point
    to: Point


class Close(Enum):
    """Go back to where it began."""

    CLOSE = "close"


Step: TypeAlias = Move | Curve | Close


@dataclass(frozen=True, slots=True)
class Shape:
    """A line of ink around its fill; y runs downwards, as in the file."""

    steps: tuple[Step, ...]
    fill: Fill


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is painted, from behind to the front."""

    shapes: tuple[Shape, ...]


def read_drawing(svg: str) -> Drawing:
    """A drawing of the project. Raises ValueError for what is none."""
    found = _SVG.fullmatch(svg)
    if found is None or 'stroke-width="4"' not in found[1]:
        raise ValueError("not a drawing on the grid")
    return Drawing(tuple(_shape(element) for element in re.findall(r"<[^<>]*>", found[2])))


def draw(canvas: TaggedCanvas, drawing: Drawing, left: float, bottom: float, side: float) -> None:
    """Paint a drawing into a square, inside of whatever is being tagged."""
    canvas.saveState()
    canvas.translate(left, bottom + side)
    canvas.scale(side / GRID, -side / GRID)
    canvas.setLineWidth(_STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(INK)
    for shape in drawing.shapes:
        path = canvas.beginPath()
        for step in shape.steps:
            if isinstance(step, Move):
                path.moveTo(*step.to)
            elif isinstance(step, Curve):
                path.curveTo(*step.first, *step.second, *step.to)
            else:
                path.close()
        if shape.fill in _PAINT:
            canvas.setFillColor(_PAINT[shape.fill])
        canvas.drawPath(path, stroke=1, fill=int(shape.fill in _PAINT))
    canvas.restoreState()


def _shape(element: str) -> Shape:
    found = _SHAPE.fullmatch(element)
    if found is None:
        raise ValueError("no shape of ours")
    said = dict(_ATTRIBUTE.findall(found[2]))
    fill, names = Fill(said.pop("fill", Fill.NONE.value)), set(said)
    if found[1] == "circle" and names == {"cx", "cy", "r"}:
        return Shape(tuple(_circle(float(said["cx"]), float(said["cy"]), float(said["r"]))), fill)
    if found[1] != "path" or names != {"d"}:
        raise ValueError("no shape of ours")
    return Shape(tuple(_Pen().along(said["d"])), fill)


def _circle(x: float, y: float, radius: float) -> Iterator[Step]:
    right, left = (x + radius, y), (x - radius, y)
    yield Move(right)
    for start, end in ((right, left), (left, right)):
        yield from (Curve(*curve) for curve in arc(start, end, (radius, radius), is_large=False, is_clockwise=True))
    yield Close.CLOSE


class _Pen:
    """Follows the commands of a path."""

    def __init__(self) -> None:
        self._at: Point = (0.0, 0.0)
        self._begun: Point = (0.0, 0.0)
        self._pulled: Point | None = None  # the second point of the curve before

    def along(self, data: str) -> Iterator[Step]:
        """The steps. Raises ValueError for a command that is not known, or with too few numbers."""
        tokens, place = _TOKEN.findall(data), 0
        command = ""
        while place < len(tokens):
            if tokens[place].isalpha():
                command, place = tokens[place], place + 1
            if command.upper() not in _TAKES:
                raise ValueError(f"no command of ours: {command}")
            takes = _TAKES[command.upper()]
            numbers = [float(token) for token in tokens[place : place + takes]]
            if len(numbers) < takes:
                raise ValueError("a path that breaks off")
            place += takes
            yield from self._step(command.upper(), numbers, is_relative=command.islower())
            command = {"M": "L", "m": "l"}.get(command, command)

    def _step(self, command: str, numbers: Sequence[float], *, is_relative: bool) -> Iterator[Step]:
        base = self._at if is_relative else (0.0, 0.0)
        pulled, self._pulled = self._pulled, None
        if command == "Z":
            self._at = self._begun
            yield Close.CLOSE
        elif command == "A":
            yield from self._arc(numbers, _plus(base, numbers[5:7]))
        elif command in ("C", "S"):
            points = [_plus(base, numbers[place : place + 2]) for place in range(0, len(numbers), 2)]
            if command == "S":
                points.insert(0, (2 * self._at[0] - pulled[0], 2 * self._at[1] - pulled[1]) if pulled else self._at)
            self._at, self._pulled = points[2], points[1]
            yield Curve(*points)
        else:
            yield self._straight(command, numbers, base)

    def _straight(self, command: str, numbers: Sequence[float], base: Point) -> Step:
        x, y = self._at
        match command:
            case "H":
                to = (base[0] + numbers[0], y)
            case "V":
                to = (x, base[1] + numbers[0])
            case _:
                to = _plus(base, numbers)
        before, self._at = self._at, to
        if command == "M":
            self._begun = to
            return Move(to)
        return Curve(before, to, to)

    def _arc(self, numbers: Sequence[float], to: Point) -> Iterator[Step]:
        if numbers[2]:
            raise ValueError("an ellipse that is turned")
        before, self._at = self._at, to
        radii = (abs(numbers[0]), abs(numbers[1]))
        yield from (Curve(*curve) for curve in arc(before, to, radii, is_large=bool(numbers[3]), is_clockwise=bool(numbers[4])))


def _plus(base: Point, numbers: Sequence[float]) -> Point:
    return base[0] + numbers[0], base[1] + numbers[1]
