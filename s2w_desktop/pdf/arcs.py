"""Arcs of circles and upright ellipses as cubic curves (SVG 1.1, appendix F.6)."""

from collections.abc import Iterator
from math import atan2, ceil, cos, hypot, pi, sin, sqrt, tan
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
_SMALL = 1e-9


def arc(
    start: Point, end: Point, radii: tuple[float, float], *, is_large: bool, is_clockwise: bool
) -> Iterator[tuple[Point, Point, Point]]:
    """Curves from `start` to `end`, each of a quarter at most: two points that pull, and the end. y runs downwards.

    Radii that are too short for the way grow until they reach, as the standard says.
    """
    if hypot(end[0] - start[0], end[1] - start[1]) < _SMALL:
        return
    if min(radii) < _SMALL:
        yield start, end, end
        return
    (x, y), (rx, ry) = _centre(start, end, radii, is_large=is_large, is_clockwise=is_clockwise)
    first = atan2((start[1] - y) / ry, (start[0] - x) / rx)
    last = atan2((end[1] - y) / ry, (end[0] - x) / rx)
    turn = (last - first) % (2 * pi) if is_clockwise else -((first - last) % (2 * pi))
    parts = max(1, ceil(abs(turn) / (pi / 2) - _SMALL))
    step = turn / parts
    pull = 4 / 3 * tan(step / 4)
    for part in range(parts):
        begin, stop = first + part * step, first + (part + 1) * step
        yield (
            (x + rx * (cos(begin) - pull * sin(begin)), y + ry * (sin(begin) + pull * cos(begin))),
            (x + rx * (cos(stop) + pull * sin(stop)), y + ry * (sin(stop) - pull * cos(stop))),
            (x + rx * cos(stop), y + ry * sin(stop)),
        )


def _centre(
    start: Point, end: Point, radii: tuple[float, float], *, is_large: bool, is_clockwise: bool
) -> tuple[Point, tuple[float, float]]:
    """The middle of the ellipse, and its radii where they are long enough."""
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    reach = (half_x / radii[0]) ** 2 + (half_y / radii[1]) ** 2
    grown = max(1.0, sqrt(reach))
    rx, ry = radii[0] * grown, radii[1] * grown
    away = sqrt(max(0.0, grown**2 / reach - 1)) * (1 if is_large != is_clockwise else -1)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return (middle[0] + away * rx * half_y / ry, middle[1] - away * ry * half_x / rx), (rx, ry)
