"""Where an officer is in an interview."""

from dataclasses import dataclass

from s2w_desktop.domain.ids import EntryId


@dataclass(frozen=True)
class Place:
    """Where the caret stands: section, open entry, field, position; and the language beside the officer's."""

    section: str
    entry: EntryId | None = None
    path: str = ""
    caret: int = -1
    second: str | None = None
