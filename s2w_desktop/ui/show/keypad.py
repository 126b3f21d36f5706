"""Numbers and dates by a large keypad: people who cannot read words often read numerals (UX-31)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.i18n.digits import native_digits
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.show.board import Board, Shape
from s2w_desktop.ui.show.pictures import sign
from s2w_desktop.ui.show.tile import LEAST_TARGET, ShowTile, TileText

_GAP, _ROWS = 10, 4
_KEYS = "123456789"
_BLANK = "\u2013"
_POINTS = (".", ",", "\u066b")  # typed, they mean "and a half"


@dataclass(frozen=True)
class Slot:
    """A place for digits: how many fit, what it is called (before them) and what they count (after them).

    `counted` gives the figures of a number together with what it counts; without it the unit stands as it is.
    """

    most: int
    name: str = ""
    unit: str = ""
    counted: Callable[[Decimal, str], str] | None = None

    def words(self, typed: str, figures: str) -> str:
        """The slot with what stands in it: as it was typed, and as figures of the language."""
        if self.counted is not None and typed:
            return self.counted(Decimal(typed), figures)
        named = f"{self.name}: {figures}" if self.name else figures
        return f"{named} {self.unit}".strip()


@dataclass(frozen=True)
class Entry:
    """What stands on the keypad: Latin digits by slot (one may end in ".5"), and whether it is about right."""

    typed: tuple[str, ...]
    about: bool


@dataclass(frozen=True)
class PadWords:
    """Words of the keypad in the person's language."""

    about: Words
    delete: str
    half: str = ""


class PadBoard(Board):
    """Slots beside a keypad. `read` makes an answer of what stands there, or None; `write` is its inverse."""

    def __init__(
        self,
        theme: Theme,
        tr: Translator,
        slots: Sequence[Slot],
        words: PadWords,
        *,
        read: Callable[[Entry], Answer | None],
        write: Callable[[Answer | None], Entry],
    ) -> None:
        super().__init__()
        self.theme, self._tr, self._slots = theme, tr, tuple(slots)
        self._read, self._write = read, write
        self._entry, self._present = write(None), 0
        self._slot_tiles = [self._tile(TileText(Words(slot.words("", ""), tr.code)), self._on_slot) for slot in slots]
        for tile in self._slot_tiles:
            tile.setCheckable(True)
        self._about = self._tile(TileText(words.about), self._on_about)
        self._about.setCheckable(True)
        self._digits = [self._digit_tile(digit) for digit in _KEYS + "0"]
        self._half = self._tile(TileText(Words("½"), name=words.half), self._on_half) if words.half else None
        delete = TileText(Words(""), name=words.delete)
        self._delete = self._tile(delete, self._on_delete, icon="back")
        for key in (*self._digits, self._delete, *([self._half] if self._half else ())):
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who has a keyboard types the figures
        self._tell()

    @property
    def digits(self) -> Sequence[ShowTile]:
        """The keys 1 to 9, then 0."""
        return tuple(self._digits)

    @property
    def about(self) -> ShowTile:
        """The tile "about"."""
        return self._about

    # --- as a board ---

    def fits(self, shape: Shape, size: QSize, px: int) -> bool:
        del shape
        half = QSize((size.width() - 3 * _GAP) // 2, (size.height() - _GAP * (_ROWS - 1)) // _ROWS)
        if half.height() < LEAST_TARGET:
            return False
        return all(tile.arrangement(half, px) is not None for tile in (*self._slot_tiles, self._about))

    def settle(self, shape: Shape, px: int) -> None:
        del shape
        for tile in self._tiles():
            tile.set_px(px)
        self._lay_out()

    def show_answer(self, answer: Answer | None) -> None:
        if self._read(self._entry) != answer:
            self._entry = self._write(answer)
        self._tell()

    def press(self, event: QKeyEvent) -> bool:
        typed = latin_digits(event.text())
        if typed.isascii() and typed.isdigit() and len(typed) == 1:
            self._type(typed)
        elif self._half is not None and event.text() in _POINTS:
            self._on_half()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._on_delete()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go((self._present + (1 if event.key() == Qt.Key.Key_Down else -1)) % len(self._slots))
        else:
            return False
        return True

    def take_focus(self) -> bool:
        self._slot_tiles[self._present].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # --- what the person does ---

    def _go(self, slot: int) -> None:
        self._present = slot
        self._tell()
        self.take_focus()

    def _type(self, digit: str) -> None:
        held = self._entry.typed[self._present]
        if len(held) >= self._slots[self._present].most:
            if self._present + 1 == len(self._slots):
                return
            self._present, held = self._present + 1, self._entry.typed[self._present + 1]
        self._put(held + digit)

    def _on_slot(self) -> None:
        sender = self.sender()
        self._go([tile is sender for tile in self._slot_tiles].index(True))

    def _on_digit(self) -> None:
        sender = self.sender()
        self._type((_KEYS + "0")[[tile is sender for tile in self._digits].index(True)])

    def _on_half(self) -> None:
        whole = self._entry.typed[self._present].partition(".")[0] or "0"
        self._put(whole + ".5")

    def _on_delete(self) -> None:
        held = self._entry.typed[self._present]
        if not held and self._present:
            self._present -= 1
            held = self._entry.typed[self._present]
        self._put(held.partition(".")[0] if "." in held else held[:-1])

    def _on_about(self) -> None:
        self._change(Entry(self._entry.typed, self._about.isChecked()))

    def _put(self, text: str) -> None:
        typed = list(self._entry.typed)
        typed[self._present] = text
        self._change(Entry(tuple(typed), self._entry.about))

    def _change(self, entry: Entry) -> None:
        before, self._entry = self._read(self._entry), entry
        self._tell()
        if (now := self._read(entry)) != before:
            self.answered.emit(now)

    # --- parts ---

    def _tell(self) -> None:
        """Show what stands on the keypad."""
        for number, (slot, tile) in enumerate(zip(self._slots, self._slot_tiles, strict=True)):
            typed = self._entry.typed[number]
            figures = native_digits(self._tr, typed.replace(".5", "½")) or _BLANK
            tile.set_text(TileText(Words(slot.words(typed, figures), self._tr.code)))
            tile.setChecked(number == self._present)
        self._about.setChecked(self._entry.about)

    def _tile(self, text: TileText, act: Callable[[], None], icon: str = "") -> ShowTile:
        tile = ShowTile(self.theme, text, draw=sign(self.theme, icon) if icon else None)
        tile.setParent(self)
        tile.clicked.connect(act)
        return tile

    def _digit_tile(self, digit: str) -> ShowTile:
        return self._tile(TileText(Words(native_digits(self._tr, digit)), name=digit), self._on_digit)

    def _tiles(self) -> list[ShowTile]:
        last = [self._half] if self._half else []
        return [*self._slot_tiles, self._about, *self._digits, self._delete, *last]

    def _lay_out(self) -> None:
        """Slots at the leading half; the keypad at the other, from left to right as on every telephone."""
        half = (self.width() - 3 * _GAP) // 2
        high = (self.height() - _GAP * (_ROWS - 1)) // _ROWS
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, pad = (self.width() - half, 0) if rtl else (0, self.width() - half)
        for number, tile in enumerate((*self._slot_tiles, self._about)):
            tile.setGeometry(QRect(start, number * (high + _GAP), half, high))
        wide = (half - 2 * _GAP) // 3
        keys: list[ShowTile | None] = [*self._digits[:9], self._half, self._digits[9], self._delete]
        for number, key in enumerate(keys):
            row, column = divmod(number, 3)
            if key is not None:
                key.setGeometry(QRect(pad + column * (wide + _GAP), row * (high + _GAP), wide, high))
