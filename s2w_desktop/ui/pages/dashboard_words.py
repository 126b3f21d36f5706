"""What the dashboard says while it counts."""

from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.progress import ProgressWords


def progress_words(tr: Translator) -> ProgressWords:
    """While tables are made."""
    _ = tr.gettext

    def left(done: int, total: int, _seconds: float) -> str:
        return fill(_("{done} of {total}"), done=number(tr, done), total=number(tr, total))

    return ProgressWords(doing=_("Counting…"), cancel=_("Stop"), left=left)
