"""Words that files of a report need beside those of the printed one: what its columns, parts and links are called."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.translator import Translator


class FileText(Enum):
    """Headings and links that are the same in every file."""

    CONTENTS = N_("Contents")
    SKIP = N_("Skip to the figures")
    CODEBOOK = N_("Codebook")


MEASURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "of_all": N_("of all, in per cent"),
        "of_step_before": N_("of the step before, in per cent"),
    }
)
"""Columns of the coverage."""

CODEBOOK_COLUMNS: Final = (N_("Variable"), N_("Code"), N_("Words"), N_("List"))
LOG_COLUMNS: Final = (N_("Table"), N_("Title"), N_("What was done"))


def file_text(tr: Translator, text: FileText) -> str:
    """The words in a language."""
    return tr.gettext(text.value)
