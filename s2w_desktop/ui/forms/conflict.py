"""Two or more values that colleagues gave for one question: all are shown, a person decides."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.history import Claim
from s2w_desktop.domain.reading import read_answer
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, Tone
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role


class _KeepButton(Button):
    """Keeps the value of one claim."""

    kept = Signal(object)  # Claim

    def __init__(self, theme: Theme, words: str, claim: Claim) -> None:
        super().__init__(theme, words)
        self._claim = claim
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.kept.emit(self._claim)


class ConflictChoice(Card):
    """The claims of a conflict, one line and one button each. Choosing writes a new step; nothing is deleted."""

    chosen = Signal(object)  # Answer | None

    def __init__(self, asked: Asked, path: str, claims: Sequence[Claim]) -> None:
        super().__init__(asked.theme, tone=Tone.WARN, gap=6)
        self._asked, self._path = asked, path
        _ = asked.voices.own.gettext
        title = Label(asked.theme, _("Two answers stand against each other. Which one is right?"), Role.STRONG, wrap=True)
        head = row(asked.theme, Mark(asked.theme, "fork", Colour.WARN, ground=Colour.WARN_SOFT), gap=8)
        head.box.addWidget(title, 1)
        self.add(head)
        for claim in claims:
            self._add_claim(claim)
        self.set_name(title.text())

    def _add_claim(self, claim: Claim) -> None:
        theme, own = self.theme, self._asked.voices.own
        _ = own.gettext
        text = self._words(claim.plain) or _("taken back")
        when = fill(
            _("laptop {device}, {day}"),
            device=Ltr(str(claim.revision.device)[-4:]),
            day=day(own, moment(claim.revision.clock).astimezone().date()),
        )
        keep = _KeepButton(theme, _("Keep this"), claim)
        keep.setAccessibleName(fill(_("Keep this answer: {answer}"), answer=text))
        keep.kept.connect(self._on_kept)
        line = row(theme, gap=8)
        line.box.addWidget(Label(theme, text, wrap=True), 1)
        line.box.addWidget(Label(theme, when, Role.CAPTION))
        line.box.addWidget(keep)
        self.add(line)

    def _on_kept(self, claim: Claim) -> None:
        self.chosen.emit(self._answer(claim.plain))

    def _answer(self, plain: Plain) -> object:
        if plain is None:
            return None
        try:
            return read_answer(self._asked.spec, self._path, plain)
        except InvalidAnswer:
            return None  # of a newer questionnaire: it cannot be chosen here, and stays in the history

    def _words(self, plain: Plain) -> str:
        answer = self._answer(plain)
        return answer_text(self._asked.voices.own, self._asked.section, self._asked.spec, answer)  # type: ignore[arg-type]
