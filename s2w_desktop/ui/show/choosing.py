"""A page of tiles to choose from, with arrows to further pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.i18n.digits import native_digits
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.show.board import Board, Shape
from s2w_desktop.ui.show.pictures import Draw, sign
from s2w_desktop.ui.show.tile import LEAST_TARGET, ShowTile, TileText

GAP = 18
_SHAPES: Sequence[Shape] = ((3, 2), (2, 3), (2, 2), (1, 4), (1, 3), (2, 1), (1, 2), (1, 1))
_LEAST_HEIGHT = 80
_SHORT_LIST = 12
_UNEVEN = 1.5
_SMALLER = (36, 30)  # pixels of Latin script, for the longest words of a long list only


@dataclass(frozen=True)
class TileChoice:
    """One answer: its code, its words in the person's language, its drawing."""

    code: str
    words: Words
    draw: Draw | None = None


class TileBoard(Board):
    """Tiles in reading order, as many on a page as the words allow. One stop for Tab; arrows move, digits choose."""

    def __init__(self, theme: Theme, tr: Translator, choices: Sequence[TileChoice], *, many: bool) -> None:
        super().__init__()
        self._tr, self._many, self._page, self._shape = tr, many, 0, _SHAPES[0]
        self._choices = tuple(choices)
        self._tiles = [self._make_tile(theme, choice) for choice in choices]
        self._before = ShowTile(theme, TileText(Words("")), draw=sign(theme, "back", mirrored=tr.is_rtl), quiet=True)
        self._after = ShowTile(theme, TileText(Words("")), draw=sign(theme, "next", mirrored=tr.is_rtl), quiet=True)
        for arrow in (self._before, self._after):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Page keys turn pages too
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)

    @property
    def tiles(self) -> Sequence[ShowTile]:
        """All tiles, in reading order."""
        return tuple(self._tiles)

    @property
    def arrows(self) -> tuple[ShowTile, ...]:
        """To the page before and to the next; they stand above the board."""
        return self._before, self._after

    @property
    def on_page(self) -> Sequence[ShowTile]:
        """The tiles of the present page."""
        first = self._page * self._each
        return tuple(self._tiles[first : first + self._each])

    @property
    def _spared(self) -> int:
        """How many tiles of a long list may be set smaller, so that a few long names do not make it many pages longer."""
        return len(self._tiles) // 5 if len(self._tiles) > _SHORT_LIST else 0

    @property
    def _each(self) -> int:
        return self._shape[0] * self._shape[1]

    @property
    def _pages(self) -> int:
        return -(-len(self._tiles) // self._each)

    # --- as a board ---

    def shapes(self) -> Sequence[Shape]:
        count = len(self._tiles)
        if count <= 3:
            return ((count, 1), (1, count), *_SHAPES[5:])
        return _SHAPES[2:] if count == 4 else _SHAPES

    def fits(self, shape: Shape, size: QSize, px: int) -> bool:
        cell = self._cell(shape, size)
        if cell.height() < _LEAST_HEIGHT or cell.width() < LEAST_TARGET:
            return False
        too_long = [tile for tile in self._tiles if tile.arrangement(cell, px) is None]
        if len(too_long) > self._spared:
            return False
        return all(tile.arrangement(cell, _SMALLER[-1]) is not None for tile in too_long)

    def needs_arrows(self, shape: Shape) -> bool:
        return len(self._tiles) > shape[0] * shape[1]

    def settle(self, shape: Shape, px: int) -> None:
        held = self._page * self._each
        self._shape = shape
        self._page = min(held // self._each, self._pages - 1)
        cell = self._cell(shape, self.size())
        for tile in self._tiles:
            tile.set_px(next((step for step in (px, *_SMALLER) if tile.arrangement(cell, step)), _SMALLER[-1]))
        self._even_out(cell)
        self._lay_out()

    def _even_out(self, cell: QSize) -> None:
        """Pictures of one board differ by a half at most: what is drawn larger seems to be more."""
        found = (tile.arrangement(cell, tile.px) for tile in self._tiles)
        sides = [one.picture.w for one in found if one is not None and one.picture is not None]
        for tile in self._tiles if sides else ():
            tile.set_most_picture(round(_UNEVEN * min(sides)))

    def show_answer(self, answer: Answer | None) -> None:
        chosen = {answer} if isinstance(answer, str) else set(answer) if isinstance(answer, tuple) else set()
        for choice, tile in zip(self._choices, self._tiles, strict=True):
            tile.setChecked(choice.code in chosen)

    def press(self, event: QKeyEvent) -> bool:
        digit = latin_digits(event.text())
        if digit.isascii() and digit.isdigit() and 0 < int(digit) <= len(self.on_page):
            self.on_page[int(digit) - 1].click()
            return True
        step = self._step_of(event)
        if step is None:
            return False
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self._turn(self._page + step)
            case _:
                self._move(step)
        return True

    def take_focus(self) -> bool:
        chosen = [number for number, tile in enumerate(self._tiles) if tile.isChecked()]
        self._focus(chosen[0] if chosen else 0)
        return True

    # --- pages and focus ---

    def _step_of(self, event: QKeyEvent) -> int | None:
        """By how many tiles (arrows) or pages (Page keys) a key moves."""
        on = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: on,
            Qt.Key.Key_Left: -on,
            Qt.Key.Key_Down: self._shape[0],
            Qt.Key.Key_Up: -self._shape[0],
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return steps.get(Qt.Key(event.key())) if plain else None

    def _move(self, steps: int) -> None:
        held = next((number for number, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        if held is None:
            self.take_focus()
            return
        self._focus(min(len(self._tiles) - 1, max(0, held + steps)))

    def _focus(self, number: int) -> None:
        self._page = number // self._each
        self._lay_out()
        self._rove(self._tiles[number])
        self._tiles[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _turn(self, page: int) -> None:
        if not 0 <= page < self._pages or page == self._page:
            return
        self._focus(page * self._each)
        announce(self, self._page_words(page))

    def _page_words(self, page: int) -> str:
        _ = self._tr.gettext
        return fill(_("Page {number} of {count}"), number=page + 1, count=self._pages)

    def _on_before(self) -> None:
        self._turn(self._page - 1)

    def _on_after(self) -> None:
        self._turn(self._page + 1)

    def _rove(self, stop: ShowTile) -> None:
        """Leave one Tab stop among the tiles."""
        for tile in self._tiles:
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus)

    # --- choosing ---

    def _make_tile(self, theme: Theme, choice: TileChoice) -> ShowTile:
        tile = ShowTile(theme, TileText(choice.words), draw=choice.draw)
        tile.setCheckable(True)
        tile.setParent(self)
        tile.clicked.connect(self._on_clicked)
        return tile

    def _on_clicked(self) -> None:
        sender = self.sender()
        for tile in self._tiles:
            if not self._many and tile is not sender:
                tile.setChecked(False)
            elif tile is sender and not self._many:
                tile.setChecked(True)  # a second tap is no other answer
        codes = [c.code for c, tile in zip(self._choices, self._tiles, strict=True) if tile.isChecked()]
        if self._many:
            self.answered.emit(tuple(sorted(codes)) or None)
        else:
            self.answered.emit(codes[0])

    # --- geometry ---

    @staticmethod
    def _cell(shape: Shape, size: QSize) -> QSize:
        columns, rows = shape
        return QSize((size.width() - GAP * (columns - 1)) // columns, (size.height() - GAP * (rows - 1)) // rows)

    def _lay_out(self) -> None:
        cell, columns = self._cell(self._shape, self.size()), self._shape[0]
        present = self.on_page
        for tile in self._tiles:
            tile.setVisible(tile in present)
        for number, tile in enumerate(present):
            row, column = divmod(number, columns)
            numeral = native_digits(self._tr, str(number + 1))
            tile.set_text(TileText(tile.text_shown.words, numeral))
            place = QRect(column * (cell.width() + GAP), row * (cell.height() + GAP), cell.width(), cell.height())
            tile.setGeometry(self._mirrored(place))
        if not any(tile.focusPolicy() == Qt.FocusPolicy.StrongFocus for tile in present):
            self._rove(present[0])
        for arrow, page in ((self._before, self._page - 1), (self._after, self._page + 1)):
            arrow.setEnabled(0 <= page < self._pages)
            arrow.set_text(TileText(Words(""), name=self._page_words(page)))

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.x() - place.width())
        return place
