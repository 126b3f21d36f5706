"""One input per kind of field. Each shows an answer, and tells when a person changed it and when the focus left."""

from decimal import Decimal, InvalidOperation
from functools import partial

from s2w_desktop.domain.answers import Answer, Quantity
from s2w_desktop.domain.answers import Words as SaidWords
from s2w_desktop.domain.canonical import cleaned, kept_line
from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.formats import unit_beside
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.forms.job_search import OCCUPATIONS, search_jobs
from s2w_desktop.ui.kit.fields import NumberEntry, NumberField, TextField
from s2w_desktop.ui.kit.ladder import Ladder, Step
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.picker import Picked, Picker, PickerWords
from s2w_desktop.ui.kit.searching import Search, search_in_list
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour


def _kept(field: TextField, most: int) -> str:
    """The line as it is kept. Where the kept form is longer than what was typed, the line shows at once what had no room."""
    kept = kept_line(field.text(), most)
    if len(cleaned(field.text())) > most:
        field.set_text(kept)
    return kept


class TextInput(Input):
    """One line."""

    def __init__(self, asked: Asked) -> None:
        self._field = TextField(asked.theme, asked.name)
        super().__init__(self._field)
        self._most = asked.spec.max_length
        self._field.setMaxLength(self._most)
        self._field.edited.connect(self._on_edited)
        self._field.left.connect(self.left)

    def show_answer(self, answer: Answer | None) -> None:
        self._field.set_text(answer if isinstance(answer, str) else "")

    def _on_edited(self) -> None:
        self.edited.emit(_kept(self._field, self._most) or None)


class WordsInput(Input):
    """What was said, and its translation: two lines, either may stay empty."""

    def __init__(self, asked: Asked) -> None:
        voices, name = asked.voices, asked.name
        _ = voices.own.gettext
        said_hint, translated_hint = _("In the person's words"), _("Translated for the file")
        self._said = TextField(asked.theme, f"{name}: {said_hint}", language=voices.spoken, hint=said_hint)
        self._translated = TextField(asked.theme, f"{name}: {translated_hint}", language=voices.own.code, hint=translated_hint)
        pair = row(asked.theme, gap=10)
        pair.box.addWidget(self._translated, 1)
        pair.box.addWidget(self._said, 1)
        pair.setFocusProxy(self._translated)
        super().__init__(pair)
        self._voices = voices
        self._shown: SaidWords | None = None
        self._most = asked.spec.max_length
        for field in (self._said, self._translated):
            field.setMaxLength(self._most)
            field.edited.connect(self._on_edited)
            field.left.connect(self.left)

    def show_answer(self, answer: Answer | None) -> None:
        words = answer if isinstance(answer, SaidWords) else None
        self._shown = words
        self._said.set_text(words.said if words else "")
        self._translated.set_text(words.translation if words else "")

    def _on_edited(self) -> None:
        said, translated = (_kept(field, self._most) for field in (self._said, self._translated))
        if not (said or translated):
            self.edited.emit(None)
            return
        before = self._shown
        spoken = before.lang if before and before.said == said else self._voices.spoken
        written = before.translation_lang if before and before.translation == translated else self._voices.written
        self.edited.emit(SaidWords(said, spoken, translated, written if translated else ""))


class NumberInput(Input):
    """A number with its unit, and "about"."""

    def __init__(self, asked: Asked) -> None:
        self._tr, self._unit = asked.voices.own, labels.unit_of(asked.section, asked.spec.key)
        self._plain_unit = labels.unit_words(self._tr, asked.section, asked.spec.key)
        self._field = NumberField(asked.theme, asked.name, unit=self._plain_unit, about=asked.voices.about())
        super().__init__(self._field)
        self._halves = "." in asked.spec.step
        self._field.edited.connect(self._on_edited)
        self._field.left.connect(self.left)

    def show_answer(self, answer: Answer | None) -> None:
        quantity = answer if isinstance(answer, Quantity) else None
        self._field.set_value(None, about=bool(quantity and quantity.about))
        self._field.line.setText(str(quantity.amount) if quantity else "")
        self._say_unit(quantity.amount if quantity else None)

    def _say_unit(self, amount: Decimal | None) -> None:
        """In the form that the number takes, which none takes the general one for."""
        if self._plain_unit:
            found = "" if amount is None else unit_beside(self._tr, self._unit, amount)
            self._field.set_unit(found or self._plain_unit)

    def _on_edited(self, entry: NumberEntry) -> None:
        amount = _decimal(entry.typed, halves=self._halves)
        self._say_unit(amount)
        self.edited.emit(Quantity(amount, entry.about) if amount is not None else None)


def _decimal(untrusted_typed: str, *, halves: bool) -> Decimal | None:
    plain = latin_digits(untrusted_typed).strip().replace("\u066b", ".").replace(",", ".")
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        return None
    if not amount.is_finite() or abs(amount) >= 10**6:
        return None
    rounded = amount.quantize(Decimal("0.1") if halves and amount % 1 else Decimal(1))
    return rounded if rounded == amount else None


class OptionsInput(Input):
    """A short list to choose one of, or a list to choose several of."""

    def __init__(self, asked: Asked) -> None:
        self._many = asked.spec.kind is FieldKind.MANY
        self._group = OptionGroup(asked.theme, asked.voices.choices(asked.spec), asked.name, many=self._many)
        super().__init__(self._group)
        self._group.edited.connect(self._on_edited)
        self._group.left.connect(self.left)

    def show_answer(self, answer: Answer | None) -> None:
        if self._many:
            self._group.set_value(answer if isinstance(answer, tuple) else ())
        else:
            self._group.set_value((answer,) if isinstance(answer, str) else ())

    def take_focus(self) -> None:
        self._group.take_focus()

    def _on_edited(self, keys: tuple[str, ...]) -> None:
        if self._many:
            self.edited.emit(tuple(sorted(keys)) or None)
        else:
            self.edited.emit(keys[0] if keys else None)


def search_words(asked: Asked) -> PickerWords:
    """Words of a line that searches the list of a field."""
    _ = asked.voices.own.gettext
    return PickerWords(asked.name, _("Type to search, in either language"), _("Nothing fits. Try another word."))


def _search(asked: Asked) -> Search:
    """The search over the list of a field; occupations are found by everyday words too."""
    voices, spec = asked.voices, asked.spec
    if spec.codes == OCCUPATIONS and voices.jobs is not None:
        return search_jobs(voices, spec, voices.jobs)
    return search_in_list(partial(voices.suggestions, spec))


class PickerInput(Input):
    """A long list to type into; what is picked stands in the person's language too."""

    def __init__(self, asked: Asked) -> None:
        self.picker = Picker(asked.theme, _search(asked), search_words(asked))
        if asked.voices.jobs is not None:
            asked.voices.jobs.when_loaded(self.picker.search_again)
        self._asked = asked
        self._other = Label(asked.theme, "", wrap=True)
        line = row(asked.theme, gap=14)
        line.box.addWidget(self.picker, 3)
        line.box.addWidget(self._other, 2)
        line.setFocusProxy(self.picker)
        super().__init__(line)
        self.picker.edited.connect(self._on_edited)
        self.picker.left.connect(self.left)

    def words_of(self, code: str) -> str:
        """The line of the list that stands for a code, in the officer's language."""
        return labels.choice(self._asked.voices.own, self._asked.spec.codes, code)

    def show_answer(self, answer: Answer | None) -> None:
        key = answer if isinstance(answer, str) else None
        self.picker.set_picked(Picked(key, self.words_of(key) if key else ""))
        self._show_other(key)

    def _on_edited(self, picked: Picked) -> None:
        self.picker.line.set_tone(Colour.WARN if picked.key is None and picked.text else None)
        self._show_other(picked.key)
        self.edited.emit(picked.key)

    def _show_other(self, key: str | None) -> None:
        voices, codes = self._asked.voices, self._asked.spec.codes
        other = voices.second(lambda tr: labels.choice(tr, codes, key)) if key else None
        self._other.setVisible(other is not None)
        if other is not None:
            self._other.set_words(other)


class LevelInput(Input):
    """A ladder of ordered levels."""

    def __init__(self, asked: Asked) -> None:
        own, spec = asked.voices.own, asked.spec
        steps = [Step(code, labels.level_label(code), labels.level_words(own, spec.key, code)) for code in spec.code_list()]
        _ = own.gettext
        self._ladder = Ladder(asked.theme, steps, labels.short_label(own, asked.section, spec.key), _("no level chosen"))
        super().__init__(self._ladder)
        self._ladder.edited.connect(self.edited)
        self._ladder.left.connect(self.left)

    def show_answer(self, answer: Answer | None) -> None:
        self._ladder.set_level(answer if isinstance(answer, str) else None)
