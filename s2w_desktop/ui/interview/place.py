"""Where an officer stands in an interview."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QApplication, QLineEdit

from s2w_desktop.services.places import Spot


class End(StrEnum):
    """The pages after the last section."""

    CHECK = "check"
    READ_BACK = "read_back"


@dataclass(frozen=True)
class Place(Spot):
    """A spot, with the language beside the officer's and, after the last section, a page of the end."""

    second: str | None = None
    end: End | None = None


def caret() -> int:
    """Where the caret stands in the focused line; -1 where no line has the focus."""
    focused = QApplication.focusWidget()
    return focused.cursorPosition() if isinstance(focused, QLineEdit) else -1


def put_caret(caret: int) -> None:
    """Put the caret of the focused line back; nothing happens without a line or a place."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and caret >= 0:
        focused.setCursorPosition(caret)
