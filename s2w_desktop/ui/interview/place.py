"""Where an officer stands in an interview."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QApplication, QLineEdit

from s2w_desktop.domain.ids import EntryId


class End(StrEnum):
    """The pages after the last section."""

    CHECK = "check"
    READ_BACK = "read_back"


@dataclass(frozen=True)
class Place:
    """Where the caret stands: section, open entry, field, position; the language beside the officer's; a page of the end."""

    section: str
    entry: EntryId | None = None
    path: str = ""
    caret: int = -1
    second: str | None = None
    end: End | None = None


def put_caret(caret: int) -> None:
    """Put the caret of the focused line back; nothing happens without a line or a place."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and caret >= 0:
        focused.setCursorPosition(caret)
