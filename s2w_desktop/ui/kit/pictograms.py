"""Pictograms of answers, found by code list and code: resources/pictograms/<code_list>/<code>.svg.

The reasons why there is no answer are found as if they were a code list, under NO_ANSWER, and so are the points of the
information notice.

A drawing never stands alone: the words of the answer are beside it (UX-31). What each drawing shows, and who has
reviewed it, stands in resources/pictograms/REGISTER.csv.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QPixmap

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.notice_words import NOTICE, Point
from s2w_desktop.ui.kit.icons import IconShelf, Tint

NO_ANSWER: Final = "no_answer"
DRAWN_LISTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {**CODE_LISTS, NO_ANSWER: tuple(reason.value for reason in NoAnswer), NOTICE: tuple(point.value for point in Point)}
)
"""What may have drawings, in the order of the codes."""


def pictogram_name(code_list: str, code: str) -> str:
    """The name on the shelf of the drawing of this code.

    Raises KeyError when there is no such list, or no such code in it: no path is made of unchecked text.
    """
    if code not in DRAWN_LISTS[code_list]:
        raise KeyError(code_list)
    return f"{code_list}/{code}"


class Pictograms:
    """The drawings of the codes of the code lists. Both methods raise KeyError as `pictogram_name` does."""

    def __init__(self, shelf: IconShelf) -> None:
        self._shelf = shelf

    def has(self, code_list: str, code: str) -> bool:
        """Whether this code has a drawing; a list without drawings is no error."""
        return self._shelf.has(pictogram_name(code_list, code))

    def pixmap(self, code_list: str, code: str, size: int, tint: Tint) -> QPixmap | None:
        """The drawing at `size` logical pixels, never mirrored; None when this code has none."""
        name = pictogram_name(code_list, code)
        return self._shelf.pixmap(name, size, tint) if self._shelf.has(name) else None
