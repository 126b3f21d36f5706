"""Choosing where a bundle is written: sticks by name as they come and go, or any folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.errors import TargetReadOnly
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.folders import FolderField
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.sticks import Stick

LOOK_MS: Final = 2_000


@dataclass(frozen=True)
class TargetPlace:
    """What is chosen, what stands in the line, and whether a person decided it."""

    key: str
    typed: str
    is_decided: bool


class TargetChoice(Panel):
    """Sticks that are in, or another folder. While it is seen it looks every two seconds for sticks that came or went.

    What a person chose or typed stays chosen as long as it is there; without that, the first stick is.
    """

    edited = Signal()
    _OTHER: Final = "other"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk = desk
        self._sticks: dict[str, Stick] = {}
        self._group: OptionGroup | None = None
        self._is_decided = False
        self._list = Panel(desk.theme, gap=0)
        self._field = FolderField(desk, desk.translator.gettext("Folder"))
        self.add(self._list, self._field)
        self._field.edited.connect(self._on_typed)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._show(desk.sticks())

    @property
    def field(self) -> FolderField:
        """The line for another folder."""
        return self._field

    @property
    def group(self) -> OptionGroup | None:
        """The sticks and "another folder"; None while no stick is in."""
        return self._group

    def folder(self) -> Path | None:
        """Where to write, if that is there."""
        key = self._chosen()
        return self._sticks[key].folder if key in self._sticks else self._field.folder()

    def set_folder(self, folder: str) -> None:
        """Choose by program the folder used last, where no stick is in."""
        self._field.set_folder(folder)

    def place(self) -> TargetPlace:
        """What a change of language must not lose."""
        return TargetPlace(self._chosen(), self._field.line.text(), self._is_decided)

    def restore(self, place: TargetPlace) -> None:
        """Be as at `place`, as far as the same sticks are in."""
        self._field.set_folder(place.typed)
        if place.is_decided and (place.key in self._sticks or place.key == self._OTHER):
            self._is_decided = True
            self._choose(place.key)

    def use_other(self) -> None:
        """Choose another folder by program, so that one can be typed."""
        self._is_decided = True
        self._choose(self._OTHER)
        self.edited.emit()

    def first_focus(self) -> QWidget:
        """Where choosing begins."""
        return self._field.line if self._group is None else next(row for row in self._group.rows if row.isEnabledTo(self._group))

    def look(self) -> None:
        """See which sticks are in now."""
        found = self._desk.sticks()
        if [(one.folder, one.name, one.is_protected) for one in found] != [
            (one.folder, one.name, one.is_protected) for one in self._sticks.values()
        ]:
            self._show(found)
            self.edited.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show(self, found: Sequence[Stick]) -> None:
        """List the sticks, with choice and focus where they were as far as that is possible."""
        before, had_focus, was_typing = self._chosen(), self._holds_focus(self), self._holds_focus(self._field)
        known = set(self._sticks)
        self._sticks = {str(stick.folder): stick for stick in found}
        if self._group is not None:
            self._list.box.removeWidget(self._group)
            self._group.hide()
            self._group.deleteLater()
        self._group = self._new_group() if found else None
        if self._group is not None:
            self._list.add(self._group)
        self._list.setVisible(self._group is not None)
        able = [key for key, stick in self._sticks.items() if not stick.is_protected]
        is_kept = self._is_decided and (before in able or before == self._OTHER)
        self._choose(before if is_kept else (able or [self._OTHER])[0])
        if had_focus and self._group is not None and (not was_typing or self._field.isHidden()):
            self._group.take_focus()
        elif had_focus:
            self._field.line.setFocus()
        if self.isVisible():
            for key in self._sticks.keys() - known:
                announce(self, self._stick_words(self._sticks[key]))

    def _new_group(self) -> OptionGroup:
        _, tr = self._desk.translator.gettext, self._desk.translator
        refusal = error_text(tr, TargetReadOnly())
        note = Words(" ".join((refusal.happened, refusal.todo)))
        choices = [
            Choice(key, Words(self._stick_words(stick), tr.code), note=note if stick.is_protected else None)
            for key, stick in self._sticks.items()
        ]
        group = OptionGroup(self.theme, [*choices, Choice(self._OTHER, Words(_("Another folder")))], _("Where to"))
        for row in group.rows:
            row.setEnabled(row.choice.note is None)
        group.edited.connect(self._on_chosen)
        return group

    def _stick_words(self, stick: Stick) -> str:
        if stick.is_protected:
            return stick.name
        _ = self._desk.translator.gettext
        room = file_size(self._desk.translator, stick.free_bytes)
        return fill(_("{name}, {size} free"), name=stick.name, size=room)

    def _chosen(self) -> str:
        return (self._group.value() or (self._OTHER,))[0] if self._group is not None else self._OTHER

    def _choose(self, key: str) -> None:
        if self._group is not None:
            self._group.set_value((key,))
        self._field.setVisible(key == self._OTHER)

    def _holds_focus(self, part: QWidget) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def _on_chosen(self) -> None:
        self._is_decided = True
        self._field.setVisible(self._chosen() == self._OTHER)
        self.edited.emit()

    def _on_typed(self) -> None:
        self._is_decided = True
        self.edited.emit()
