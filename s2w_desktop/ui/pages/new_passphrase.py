"""Choosing a passphrase: advice in words, a suggestion, typed twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.passphrases import judge, suggest
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.passphrase import PassphraseField
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role
from s2w_desktop.ui.passphrase_words import advice, passphrase_words


class NewPassphrase(Panel):
    """`edited` after each change; `is_ready` once it is hard enough to guess and was repeated."""

    edited = Signal()
    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=10)
        self._desk = desk
        tr, theme = desk.translator, desk.theme
        _ = tr.gettext
        self.first = PassphraseField(theme, passphrase_words(tr, _("New passphrase")))
        self.again = PassphraseField(theme, passphrase_words(tr, _("Once more")))
        self._mark = Mark(theme, "empty", Colour.MUTED, size=ICON_SMALL)
        self._advice = Label(theme, _("Four or more ordinary words are best."), Role.BODY, wrap=True)
        self._repeat = Label(theme, "", Role.CAPTION, wrap=True)
        self._suggest = Button(theme, _("Suggest six words"), ButtonKind.LINK)
        self._suggestion = Label(theme, "", Role.STRONG, wrap=True)
        self._suggestion.hide()
        line = row(theme, self._mark, gap=8)
        line.box.addWidget(self._advice, 1)
        self.add(self.first, line, row(theme, self._suggest, None), self._suggestion, self.again, self._repeat)
        self.first.edited.connect(self._tell)
        self.again.edited.connect(self._tell)
        self.again.entered.connect(self.entered)
        self.first.entered.connect(self.again.line.setFocus)
        self._suggest.clicked.connect(self._on_suggest)

    def is_ready(self) -> bool:
        """Whether a store may be locked with it."""
        typed = self.first.text()
        return judge(typed).is_enough and typed == self.again.text()

    def text(self) -> str:
        """The passphrase."""
        return self.first.text()

    def set_texts(self, first: str, again: str) -> None:
        """Put typed passphrases back by program."""
        self.first.line.setText(first)
        self.again.line.setText(again)
        if first:
            self._tell()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _tell(self) -> None:
        tr, typed, again = self._desk.translator, self.first.text(), self.again.text()
        _ = tr.gettext
        judgement = judge(typed)
        self._advice.set_words(advice(tr, judgement))
        if judgement.is_enough:
            self._mark.set_mark("done", Colour.OK)
        else:
            self._mark.set_mark("alert", Colour.WARN)
        is_wrong = bool(again) and not typed.startswith(again)
        self._repeat.set_words(_("The two are not the same.") if is_wrong else "")
        self.edited.emit()

    def _on_suggest(self) -> None:
        _ = self._desk.translator.gettext
        suggested = suggest(self._words(), self._desk.sources.randbelow)
        self._suggestion.set_words(fill(_("Write down and type: {words}"), words=Ltr(suggested)))
        self._suggestion.show()
        self.first.line.setFocus()

    def _words(self) -> Sequence[str]:
        return (self._desk.resources / "words" / "en.txt").read_text("utf-8").split()
