"""Cards and what stands on pages: notices, headings, facts, empty states, key caps, hairlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

from s2w_desktop.ui.kit.panel import Margins, Panel, PanelKind, Part, column, row
from s2w_desktop.ui.kit.text import BilingualLabel, Label, Mark, restyle
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_NOTICE, SMALLEST_TARGET, STACK_SCALE, Colour, Role
from s2w_desktop.ui.kit.words import Words

CARD_MARGINS: Margins = (18, 11, 18, 14)
_EMPTY_PICTURE = 96


class Tone(StrEnum):
    """What a card says by its ground and outline; shape and words always say it too."""

    PLAIN = "plain"
    ACTIVE = "active"
    QUIET = "quiet"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    TRAINING = "training"


_TONE_MARKS = {
    Tone.OK: ("done", Colour.OK, Colour.OK_SOFT),
    Tone.WARN: ("alert", Colour.WARN, Colour.WARN_SOFT),
    Tone.BAD: ("stop", Colour.BAD, Colour.BAD_SOFT),
    Tone.TRAINING: ("info", Colour.TRAINING, Colour.TRAINING_SOFT),
}
_PLAIN_MARK = ("info", Colour.ACCENT, Colour.RAISED)


class Card(Panel):
    """A white sheet on the canvas with one hairline around it and no shadow."""

    def __init__(
        self,
        theme: Theme,
        *parts: Part,
        tone: Tone = Tone.PLAIN,
        gap: int = 7,
        margins: Margins = CARD_MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, kind=PanelKind.CARD, gap=gap, margins=margins, parent=parent)
        self.tone = tone
        self.setProperty("tone", tone.value)
        self.add(*parts)

    def set_tone(self, tone: Tone) -> None:
        """Change ground and outline; nothing moves."""
        if tone is not self.tone:
            self.tone = tone
            self.setProperty("tone", tone.value)
            restyle(self)

    def set_name(self, name: str) -> None:
        """Name the card for a screen reader, as a group."""
        self.setAccessibleName(name)


@dataclass(frozen=True)
class NoticeText:
    """The four parts of every message, always in this order."""

    what: str
    safe: str
    do: str
    code: str = ""


class Notice(Card):
    """What happened, whether the data is safe, what to do, and a short code; at the place where it matters."""

    def __init__(self, theme: Theme, text: NoticeText, tone: Tone = Tone.BAD, *, actions: Sequence[QPushButton] = ()) -> None:
        super().__init__(theme, tone=tone, margins=(16, 12, 16, 13))
        icon, colour, ground = _TONE_MARKS.get(tone, _PLAIN_MARK)
        self._mark = Mark(theme, icon, colour, size=ICON_NOTICE, ground=ground)
        self._what = Label(theme, text.what, Role.STRONG, wrap=True)
        self._safe = Label(theme, text.safe, wrap=True)
        self._do = Label(theme, text.do, wrap=True)
        self._code = Label(theme, text.code, Role.CAPTION)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = column(theme, self._what, self._safe, self._do, gap=2)
        self._last = row(theme, *actions, None, self._code, gap=8, margins=(0, 6, 0, 0))
        words.add(self._last)
        self._has_actions = bool(actions)
        line = row(theme, gap=12)
        line.box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.box.addWidget(words, 1)
        self.add(line)
        self.set_text(text)

    def set_text(self, text: NoticeText) -> None:
        """Show another message; the whole of it is the accessible name."""
        for label, words in (
            (self._what, text.what),
            (self._safe, text.safe),
            (self._do, text.do),
            (self._code, text.code),
        ):
            label.set_words(words)
            label.setVisible(bool(words))
        self._last.setVisible(self._has_actions or bool(text.code))
        self.setAccessibleName(" ".join(part for part in (text.what, text.safe, text.do, text.code) if part))


class SectionHeading(Panel):
    """Title of an interview page in both languages, and one quiet line in both."""

    def __init__(
        self, theme: Theme, own: Words, other: Words | None = None, quiet: tuple[Words, Words | None] | None = None
    ) -> None:
        super().__init__(theme, gap=2)
        self.add(BilingualLabel(theme, own, other, Role.TITLE))
        if quiet is not None:
            self.add(BilingualLabel(theme, quiet[0], quiet[1], Role.MUTED))


class PageHead(Panel):
    """Title of a page, one quiet line below it, actions at the trailing end."""

    def __init__(self, theme: Theme, title: str, quiet: str = "", actions: Sequence[QWidget] = ()) -> None:
        super().__init__(theme, vertical=False, gap=8)
        self._title = Label(theme, title, Role.TITLE)
        self._quiet = Label(theme, quiet, Role.MUTED, wrap=True)
        words = column(theme, self._title, self._quiet, gap=0)
        self.box.addWidget(words, 1)
        for action in actions:
            self.box.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_quiet(quiet)

    def set_quiet(self, quiet: str) -> None:
        """Show another quiet line; an empty one takes no room."""
        self._quiet.set_words(quiet)
        self._quiet.setVisible(bool(quiet))


class EmptyState(Panel):
    """A quiet drawing, one sentence, one action."""

    def __init__(self, theme: Theme, icon: str, sentence: str, action: QPushButton | None = None) -> None:
        super().__init__(theme, gap=12, margins=(24, 32, 24, 32))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._words = Label(theme, sentence, wrap=True)
        self._words.setAlignment(middle)
        self.box.addStretch(1)
        self.box.addWidget(Mark(theme, icon, Colour.MUTED, size=_EMPTY_PICTURE, ground=Colour.CANVAS), 0, middle)
        self.box.addWidget(self._words)
        if action is not None:
            self.box.addWidget(action, 0, middle)
        self.box.addStretch(2)


class KeyCap(Label):
    """The name of a key or of keys pressed together; never mirrored."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__(theme, keys, Role.BODY)
        self.setProperty("kind", "keycap")
        self.setProperty("role", Role.CAPTION.value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("tone", Colour.TEXT.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        restyle(self)
        self._size()
        theme.changed.connect(self._size)

    def _size(self) -> None:
        self.setMinimumWidth(self.theme.px(66 if "+" in self.text() else 44))
        self.setFixedHeight(self.theme.px(SMALLEST_TARGET))


class Hairline(QFrame):
    """One quiet line between groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")
        self.setFixedHeight(1)


class Facts(QWidget):
    """Names and values in two columns, for reading; with large text each value stands below its name."""

    def __init__(self, theme: Theme, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._rows = [(Label(theme, name, Role.MUTED), Label(theme, value, wrap=True)) for name, value in facts]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange()
        theme.changed.connect(self._arrange)

    def _arrange(self) -> None:
        theme, grid = self._theme, self._grid
        is_stacked = theme.text_scale >= STACK_SCALE
        grid.setHorizontalSpacing(0 if is_stacked else theme.gap(32))
        grid.setVerticalSpacing(theme.gap(9))
        grid.setColumnStretch(0, int(is_stacked))
        grid.setColumnStretch(1, int(not is_stacked))
        for line, (name, value) in enumerate(self._rows):
            name.setWordWrap(is_stacked)
            grid.addWidget(name, 2 * line, 0, Qt.AlignmentFlag(0) if is_stacked else Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, 2 * line + is_stacked, int(not is_stacked))
