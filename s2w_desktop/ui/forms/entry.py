"""One entry of a repeating section: a folded line that tells it, or its questions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.answers import Words as SaidWords
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.derived.levels import overall_level
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Need, SectionSpec, entry_path, field_path, is_remark
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile, is_resolved
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.putting import put_fields
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.card import Card, Tone
from s2w_desktop.ui.kit.panel import NO_MARGINS, Margins, column, row
from s2w_desktop.ui.kit.text import BilingualLabel, Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role
from s2w_desktop.ui.kit.words import Words

_ANEW: Margins = (0, 20, 0, 0)  # ladders, which have no question above them
_APART: Margins = (0, 8, 0, 0)  # so that a question stands nearer to its own answers than to those above
_ALL = 1_000  # lines; more than any section has


class EntryCard(Card):
    """An entry as a card. The heading always stands; the questions only while the card is open."""

    reached = Signal(object)  # EntryId: the focus came to the line of the entry
    climbed = Signal(object, int)  # EntryId, and the lines to go down
    fold_asked = Signal(object)  # EntryId
    removal_asked = Signal(object)  # EntryId

    def __init__(self, theme: Theme, voices: Voices, section: SectionSpec, entry: EntryId, parent: QWidget | None = None) -> None:
        super().__init__(theme, gap=8, parent=parent)
        self.entry = entry
        self.is_open = False
        self._blocks: list[QuestionBlock] = []
        self._voices, self._section = voices, section
        self._mark = Mark(theme, "empty", Colour.MUTED)
        self._title = BilingualLabel(theme, Words(""), None)
        self._quiet = Label(theme, "", Role.CAPTION, wrap=True)
        self._fold = _FoldButton(theme, "down", "")
        self._fold.clicked.connect(self._on_fold)
        self._fold.reached.connect(self._on_reached)
        self._fold.climbed.connect(self._on_climbed)
        self._remove = IconButton(theme, "trash", "")
        self._remove.clicked.connect(self._on_remove)
        head = row(theme, self._mark, gap=10)
        head.box.addWidget(column(theme, self._title, self._quiet, gap=0), 1)
        self._note = Mark(theme, "note", Colour.ACCENT, size=ICON_SMALL)
        self._note.hide()
        head.add(self._note, self._remove, self._fold)
        self.add(head)
        self._meaning: LevelMeaning | None = None

    def open(self) -> None:
        """From now on the card shows questions, see `add_question`."""
        self.is_open = True
        self.set_tone(Tone.ACTIVE)

    def add_question(self, block: QuestionBlock) -> None:
        """Show the next question of the entry; ladders stand together, with the meaning of a level below them."""
        self._blocks.append(block)
        is_level = self._kind(block) is FieldKind.LEVEL
        block.set_margins(_APART if not is_level else NO_MARGINS if self._meaning else _ANEW)
        if not is_level:
            self.add(block)
            return
        if self._meaning is None:
            self._meaning = LevelMeaning(self.theme, self._voices, self._section)
            self.add(self._meaning)
        self.box.insertWidget(self.box.indexOf(self._meaning), block)
        block.edited.connect(self._meaning.show_level)

    def show_asked(self, profile: Profile) -> None:
        """Show the questions that are asked, and hide the others."""
        put = put_fields(self._voices, self._section, profile, self.entry)
        asked = {field_path(self._section.key, spec.key, self.entry) for spec in put}
        for block in self._blocks:
            block.setVisible(block.path in asked)
        if self._meaning is not None:
            self._meaning.setVisible(any(self._kind(b) is FieldKind.LEVEL and b.path in asked for b in self._blocks))

    def refresh(self, profile: Profile) -> None:
        """Tell the entry by its headline and what it holds, and show the questions that are asked."""
        own = self._voices.own
        _ = own.gettext
        title, other = self._headline(profile)
        self._title.set_words(title, other)
        quiet, state = self._state(profile)
        self._quiet.set_words(quiet)
        self._quiet.setVisible(bool(quiet))
        self._mark.set_mark(*state)
        is_noted = not self.is_open and self._has_remark(profile)
        self._note.setVisible(is_noted)
        self._fold.set_icon("up" if self.is_open else "down")
        self._fold.set_name(fill(_("Fold {entry}") if self.is_open else _("Open {entry}"), entry=title.text))
        self._remove.set_name(fill(_("Take out {entry}"), entry=title.text))
        self.set_name(f"{title.text}, {_('Has a private remark')}" if is_noted else title.text)
        self.show_asked(profile)

    def take_focus(self) -> None:
        """Put the focus on the line of the entry."""
        self._fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_remark(self, profile: Profile) -> bool:
        """Whether a private remark stands on one of the questions, which a folded card does not show."""
        inside = entry_path(self._section.key, self.entry)
        return any(is_remark(path) and path.startswith(inside) for path in profile.held)

    def set_stop(self, *, is_stop: bool) -> None:
        """Whether Tab halts at the line of the entry; the arrow keys reach it in any case."""
        policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
        for button in (self._remove, self._fold):
            button.setFocusPolicy(policy)

    def _on_reached(self) -> None:
        self.reached.emit(self.entry)

    def _on_climbed(self, lines: int) -> None:
        self.climbed.emit(self.entry, lines)

    def _on_fold(self) -> None:
        self.fold_asked.emit(self.entry)

    def _on_remove(self) -> None:
        self.removal_asked.emit(self.entry)

    def _headline(self, profile: Profile) -> tuple[Words, Words | None]:
        section, spec = self._section, profile.headline(self._section, self.entry)
        held = profile.get(field_path(section.key, spec.key, self.entry))
        _ = self._voices.own.gettext
        if isinstance(held, SaidWords):
            own = Words(held.translation or held.said)
            return own, Words(held.said, held.lang) if held.translation and held.said else None
        if isinstance(held, str) and spec.codes:
            choice = self._voices.choice(spec.codes, held)
            return choice.own, choice.other
        if isinstance(held, NoAnswer):
            return self._voices.reason(held)
        if isinstance(held, Concept):
            return Words(held.label, held.language), None
        if isinstance(held, str) and held:
            return Words(held), None
        return Words(_("New entry"), self._voices.own.code), None

    def _state(self, profile: Profile) -> tuple[str, tuple[str, Colour]]:
        section, own = self._section, self._voices.own
        asked = list(put_fields(self._voices, section, profile, self.entry))
        answers = {spec.key: profile.get(field_path(section.key, spec.key, self.entry)) for spec in asked}
        named = profile.headline(section, self.entry)
        telling = [spec for spec in asked if spec is not named and _tells(spec, answers[spec.key])]
        told = [answer_text(own, section.key, spec, answers[spec.key]) for spec in telling]
        middle = overall_level(answers[spec.key] for spec in asked if spec.kind is FieldKind.LEVEL)
        told.append(labels.level_label(middle) if middle else "")
        needed = [is_resolved(answers[spec.key]) for spec in asked if spec.need is not Need.OPTIONAL]
        mark = ("done", Colour.OK) if all(needed) else ("half", Colour.ACCENT) if sum(needed) > 1 else ("empty", Colour.MUTED)
        return " · ".join([words for words in told if words][:3]), mark

    def _kind(self, block: QuestionBlock) -> FieldKind:
        return self._section.by_key[block.path.rpartition(".")[2]].kind


def _tells(spec: FieldSpec, answer: Answer | None) -> bool:
    """Whether an answer says anything without its question: a yes, a no, a reason for no answer do not."""
    return spec.kind is not FieldKind.LEVEL and not spec.codes.startswith("yes_") and not isinstance(answer, NoAnswer)


class _FoldButton(IconButton):
    """Opens and folds an entry; arrow keys go to the lines of the others."""

    reached = Signal()
    climbed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_ALL, Qt.Key.Key_End: _ALL}
        if event.key() in lines:
            self.climbed.emit(lines[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class LevelMeaning(Card):
    """What the level chosen last means, in plain words of both languages."""

    def __init__(self, theme: Theme, voices: Voices, section: SectionSpec) -> None:
        super().__init__(theme, tone=Tone.QUIET, gap=2)
        self._voices, self._section = voices, section
        self._name = BilingualLabel(theme, *voices.both(self._hint), Role.STRONG)
        self._words = BilingualLabel(theme, Words(""), None, Role.BODY)
        self.add(self._name, self._words)
        self._words.hide()

    def show_level(self, path: str, level: object) -> None:
        """Tell what a level means; None tells the hint again."""
        voices, key = self._voices, path.rpartition(".")[2]
        if not isinstance(level, str):
            self._name.set_words(*voices.both(self._hint))
            self._words.hide()
            return
        self._name.set_words(
            *voices.both(lambda tr: f"{labels.short_label(tr, self._section.key, key)} · {labels.level_label(level)}")
        )
        self._words.set_words(*voices.both(lambda tr: labels.level_words(tr, key, level)))
        self._words.show()

    @staticmethod
    def _hint(tr: Translator) -> str:
        _ = tr.gettext
        return _("Choose a level: its meaning stands here.")
