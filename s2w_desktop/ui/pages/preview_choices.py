"""What is chosen for a paper on screen: which paper, its languages, how they stand, the letters, with or without the name."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.order import Layout, PaperOrder, PaperSize
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.ui.choice_button import ChoiceButton, Options
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.languages import language_names

_NONE = "none"
_NAMED, _NAMELESS = "named", "nameless"


class LanguageChoices(QObject):
    """One language or two. `changed` tells that a person chose something else."""

    changed = Signal()

    def __init__(self, desk: Desk, languages: Sequence[str]) -> None:
        """It begins with `languages`, the reader's first; one that the program does not speak is passed over."""
        super().__init__()
        _ = desk.translator.gettext
        names = language_names(desk.catalogues, desk.translator)
        self.first = ChoiceButton(desk.theme, names, lambda words: fill(_("Language: {language}"), language=words), icon="globe")
        self.second = ChoiceButton(
            desk.theme, [(_NONE, _("none")), *names], lambda words: fill(_("Second language: {language}"), language=words)
        )
        self.set_languages(languages)
        for part in (self.first, self.second):
            part.chosen.connect(self._on_chosen)

    @property
    def parts(self) -> tuple[ChoiceButton, ...]:
        """The buttons, in the order in which they stand."""
        return (self.first, self.second)

    def set_languages(self, languages: Sequence[str]) -> None:
        """Choose by program, the reader's language first."""
        first, second, *_ = (*languages, _NONE, _NONE)
        self.first.set_value(first)
        self.second.set_value(second if second != first else _NONE)

    def languages(self) -> tuple[str, ...]:
        """The languages chosen, the reader's first."""
        first, second = self.first.value(), self.second.value()
        return (first,) if second in (_NONE, first) else (first, second)

    def keys(self) -> tuple[str, ...]:
        """Everything chosen, for `set_keys` of choices of the same class."""
        return tuple(part.value() for part in self.parts)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose by program what was chosen before."""
        for part, key in zip(self.parts, keys, strict=True):
            part.set_value(key)

    def _on_chosen(self) -> None:
        self.changed.emit()


class PaperChoices(LanguageChoices):
    """Every paper of a person. What cannot be chosen for a paper is not shown.

    `kind_chosen` tells that a person chose another paper, before `changed` does: each is made in languages of its own unless
    others are chosen, so whoever listens calls `set_languages`.
    """

    kind_chosen = Signal()

    def __init__(self, desk: Desk, languages: Sequence[str]) -> None:
        tr, theme = desk.translator, desk.theme
        _ = tr.gettext
        self._kind = ChoiceButton(theme, _kinds(tr), lambda words: fill(_("Paper: {kind}"), kind=words), icon="list")
        super().__init__(desk, languages)
        self._layout = ChoiceButton(theme, _layouts(tr), lambda words: fill(_("Languages: {layout}"), layout=words))
        self._size = ChoiceButton(theme, _sizes(tr), lambda words: fill(_("Letters: {size}"), size=words))
        self._naming = ChoiceButton(theme, _namings(tr), lambda words: fill(_("Name: {choice}"), choice=words))
        self._kind.chosen.connect(self._on_kind)
        for part in (self._layout, self._size, self._naming):
            part.chosen.connect(self._on_chosen)
        self._offer()

    @property
    def parts(self) -> tuple[ChoiceButton, ...]:
        return (self._kind, self.first, self.second, self._layout, self._size, self._naming)

    def kind(self) -> PaperKind:
        """The paper chosen."""
        return PaperKind(self._kind.value())

    def languages(self) -> tuple[str, ...]:
        chosen = super().languages()
        return chosen if self.kind().is_for_two else chosen[:1]

    def order(self) -> PaperOrder:
        """How the paper is wanted."""
        return PaperOrder(
            self.languages(),
            Layout(self._layout.value()),
            PaperSize(self._size.value()),
            is_named=self._naming.value() == _NAMED,
        )

    def set_keys(self, keys: Sequence[str]) -> None:
        super().set_keys(keys)
        self._offer()

    def _on_kind(self) -> None:
        self.kind_chosen.emit()
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._offer()
        super()._on_chosen()

    def _offer(self) -> None:
        """Show what can be chosen. Large letters leave no room for two columns."""
        kind, order = self.kind(), self.order()
        _offer(self.second, is_offered=kind.is_for_two)
        is_in_columns = len(order.languages) > 1 and order.size is PaperSize.NORMAL
        _offer(self._layout, is_offered=kind.has_layout and is_in_columns)
        _offer(self._naming, is_offered=kind.can_be_nameless)


def _offer(part: ChoiceButton, *, is_offered: bool) -> None:
    """Show or hide a button; one that stands on no page yet would be shown as a window of its own."""
    if not is_offered:
        part.hide()
    elif part.parentWidget() is not None:
        part.show()


def _kinds(tr: Translator) -> Options:
    _ = tr.gettext
    return [
        (PaperKind.PROFILE.value, tr.pgettext("kind of paper", "Full profile")),
        (PaperKind.CV.value, tr.pgettext("kind of paper", "CV with name")),
        (PaperKind.CV_WITHOUT_NAME.value, tr.pgettext("kind of paper", "CV without name")),
        (PaperKind.NEXT_STEPS.value, _("Next steps")),
        (PaperKind.RECOGNITION.value, tr.pgettext("kind of paper", "Recognition of diplomas")),
        (PaperKind.NOTICE.value, tr.pgettext("kind of paper", "Notice and consent")),
        (PaperKind.ACCESS.value, tr.pgettext("kind of paper", "Copy of everything held")),
        (PaperKind.WARNING.value, tr.pgettext("kind of paper", "Warning card")),
    ]


def _layouts(tr: Translator) -> Options:
    return [
        (Layout.SIDE_BY_SIDE.value, tr.pgettext("languages of a paper", "side by side")),
        (Layout.STACKED.value, tr.pgettext("languages of a paper", "one after the other")),
    ]


def _sizes(tr: Translator) -> Options:
    return [
        (PaperSize.NORMAL.value, tr.pgettext("letters of a paper", "ordinary")),
        (PaperSize.LARGE.value, tr.pgettext("letters of a paper", "large")),
    ]


def _namings(tr: Translator) -> Options:
    return [
        (_NAMED, tr.pgettext("name on a paper", "on the paper")),
        (_NAMELESS, tr.pgettext("name on a paper", "code instead")),
    ]
