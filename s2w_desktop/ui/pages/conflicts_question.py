"""One question with several answers: what was before, every answer with who gave it, and the choice of a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from s2w_desktop.i18n.conflict_words import ConflictWords, said_by
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.conflicts import OpenConflict
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON, STACK_SCALE, Colour, Role
from s2w_desktop.ui.kit.words import Words, has_direction

_TITLE_WIDTH, _ANY_WIDTH = 196, 16_777_215  # the latter is Qt's QWIDGETSIZE_MAX
_BESIDE = 560  # a narrower question has its answers below


class ConflictQuestion(Panel):
    """One Tab stop. Arrows move, Space chooses; 1, 2 … choose and go on, 0 and Delete decide later."""

    edited = Signal(str)  # path: another side is chosen, or none
    went_on = Signal(str)  # path: chosen by its number, the next question may follow

    def __init__(self, desk: Desk, words: ConflictWords, asked: OpenConflict) -> None:
        super().__init__(desk.theme, vertical=False, gap=16)
        self._desk, self._words, self._asked = desk, words, asked
        self._mark = Mark(desk.theme, "empty", Colour.MUTED, size=ICON)
        self._side = row(desk.theme, gap=10)
        self._side.box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._side.box.addWidget(self._heading(), 1)
        self._group = OptionGroup(desk.theme, self._choices(), self._spoken())
        self.box.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(self._group, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.edited.connect(self._on_edited)
        desk.theme.changed.connect(self._fold)
        self._fold()

    @property
    def path(self) -> str:
        """What the question is about."""
        return self._asked.path

    @property
    def group(self) -> OptionGroup:
        """The answers."""
        return self._group

    def value(self) -> int | None:
        """The side chosen, from 0."""
        chosen = self._group.value()
        return int(chosen[0]) if chosen else None

    def choose(self, side: int | None) -> None:
        """Choose by program; emits nothing."""
        self._group.set_value(() if side is None else (str(side),))
        self._tell()

    def take_focus(self) -> None:
        """Put the focus on the answers."""
        self._group.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.NoModifier and 0 <= number <= min(9, len(self._asked.voices)):
            self.choose(number - 1 if number else None)
            self.edited.emit(self.path)
            self.went_on.emit(self.path)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _heading(self) -> Panel:
        theme, conflict = self._desk.theme, self._asked.conflict
        lines = [Label(theme, self._words.title(self.path), Role.STRONG, wrap=True)]
        place = self._words.place(conflict)
        if place:
            lines.append(Label(theme, place, Role.CAPTION, wrap=True))
        lines.append(Label(theme, self._words.before(conflict), Role.MUTED, wrap=True))
        return column(theme, *lines, gap=1)

    def _choices(self) -> list[Choice]:
        tr, now = self._desk.translator, self._desk.sources.now().astimezone()
        found = []
        for number, (side, voice) in enumerate(zip(self._asked.conflict.sides, self._asked.voices, strict=True)):
            text = self._words.answer(self._asked.conflict, side)
            own = Words(text, "" if has_direction(text) else tr.code)
            found.append(Choice(str(number), own, note=Words(said_by(tr, voice, now), tr.code)))
        return found

    def _spoken(self) -> str:
        _, words, conflict = self._desk.translator.gettext, self._words, self._asked.conflict
        named = ", ".join(part for part in (words.title(self.path), words.place(conflict), words.before(conflict)) if part)
        return fill(_("Which answer is right? {question}"), question=named)

    def _on_edited(self, _keys: object) -> None:
        self._tell()
        self.edited.emit(self.path)

    def _tell(self) -> None:
        is_decided = self.value() is not None
        self._mark.set_mark("done" if is_decided else "empty", Colour.OK if is_decided else Colour.MUTED)

    def _fold(self) -> None:
        px, theme = self.theme.px, self.theme
        beside = theme.text_scale < STACK_SCALE and self.width() >= px(_BESIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side.setMinimumWidth(px(_TITLE_WIDTH) if beside else 0)
        self._side.setMaximumWidth(px(_TITLE_WIDTH) if beside else _ANY_WIDTH)
        if self.box.direction() != (across if beside else down):
            self.box.setDirection(across if beside else down)
            self.updateGeometry()
