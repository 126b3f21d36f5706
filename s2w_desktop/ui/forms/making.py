"""Which input a field gets: by its kind and the length of its list."""

from collections.abc import Callable

from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.ui.forms.concept_input import ConceptInput, ConceptsInput
from s2w_desktop.ui.forms.date_input import DateInput
from s2w_desktop.ui.forms.file_input import FileInput
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.forms.inputs import (
    LevelInput,
    NumberInput,
    OptionsInput,
    PickerInput,
    TextInput,
    WordsInput,
)
from s2w_desktop.ui.forms.several import SeveralInput

MOST_ROWS = 8  # a longer list of one code is typed into, not read
MOST_TICKS = 24  # a longer list of several codes is typed into

_MAKERS: dict[FieldKind, Callable[[Asked], Input]] = {
    FieldKind.TEXT: TextInput,
    FieldKind.WORDS: WordsInput,
    FieldKind.NUMBER: NumberInput,
    FieldKind.DATE: DateInput,
    FieldKind.LEVEL: LevelInput,
    FieldKind.FILE: FileInput,
    FieldKind.CONCEPT: ConceptInput,
    FieldKind.CONCEPTS: ConceptsInput,
}


def make_input(asked: Asked) -> Input:
    """The input for a field."""
    length = len(asked.spec.code_list())
    match asked.spec.kind:
        case FieldKind.CHOICE:
            return OptionsInput(asked) if length <= MOST_ROWS else PickerInput(asked)
        case FieldKind.MANY:
            return OptionsInput(asked) if length <= MOST_TICKS else SeveralInput(asked)
        case kind:
            return _MAKERS[kind](asked)
