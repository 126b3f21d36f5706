"""Own SVG drawings: tinted for the theme and turned for the reading direction.

In the files black means ink, white means ground (it knocks a shape out) and light grey, cccccc, means soft fill.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDERS = ("icons", "pictograms")
MIRRORED = frozenset({"back", "next", "undo", "redo", "half", "sound"})  # what points along the line of reading
_INK, _GROUND, _SOFT = (b"#" + six * 6 for six in (b"0", b"f", b"c"))


@dataclass(frozen=True)
class Tint:
    """The three colours that replace those of the file, each #RRGGBB."""

    ink: str
    ground: str
    soft: str


@lru_cache(maxsize=256)
def tinted(svg: bytes, tint: Tint) -> bytes:
    """The drawing in the theme's colours."""
    one_pass = svg.replace(_INK, b"@ink").replace(_GROUND, b"@ground").replace(_SOFT, b"@soft")
    for name, value in ((b"@ink", tint.ink), (b"@ground", tint.ground), (b"@soft", tint.soft)):
        one_pass = one_pass.replace(name, value.encode("ascii"))
    return one_pass


def blank(width: float, height: float) -> QPixmap:
    """An empty picture of this size in logical pixels, sharp on the first screen."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


class IconShelf:
    """The drawings of one resources folder, rendered once per size, tint and direction."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._files: dict[str, bytes] = {}
        self._pictures: dict[tuple[str, int, Tint, bool], QPixmap] = {}

    def pixmap(self, name: str, size: int, tint: Tint, *, mirrored: bool = False) -> QPixmap:
        """The drawing at `size` logical pixels. Raises FileNotFoundError for a name that has no file."""
        turned = mirrored and name in MIRRORED
        key = (name, size, tint, turned)
        if key not in self._pictures:
            self._pictures[key] = self._render(name, size, tint, turned)
        return self._pictures[key]

    def has(self, name: str) -> bool:
        """Whether there is a drawing of this name; a name may stand in a folder, as in `isco/71`."""
        return self._path(name) is not None

    def forget(self) -> None:
        """Drop all rendered pictures, because the theme changed."""
        self._pictures.clear()

    def _file(self, name: str) -> bytes:
        if name not in self._files:
            path = self._path(name)
            if path is None:
                raise FileNotFoundError(f"no drawing named {name}")
            self._files[name] = path.read_bytes()
        return self._files[name]

    def _path(self, name: str) -> Path | None:
        places = (self._resources / folder / f"{name}.svg" for folder in FOLDERS)
        return next((path for path in places if path.exists()), None)

    def _render(self, name: str, size: int, tint: Tint, turned: bool) -> QPixmap:
        drawing = QSvgRenderer(QByteArray(tinted(self._file(name), tint)))
        made = blank(size, size)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if turned:
            painter.translate(size, 0)
            painter.scale(-1, 1)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return made
