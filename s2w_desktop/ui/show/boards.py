"""The board on which a question is answered, by the kind of its field."""

from collections.abc import Sequence

from s2w_desktop.domain.fields import FieldKind, FieldSpec
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.placed import PlacedQuestion
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.show.board import Board
from s2w_desktop.ui.show.choosing import TileBoard, TileChoice
from s2w_desktop.ui.show.keypad import PadBoard, PadWords, Slot
from s2w_desktop.ui.show.listening import SpokenBoard
from s2w_desktop.ui.show.pictures import pictogram
from s2w_desktop.ui.show.reading import date_entry, date_of, quantity_entry, quantity_of

MOST_TILES = 60
"""Of a longer list only what is drawn becomes tiles (occupation groups); countries, languages the officer searches."""


def make_board(theme: Theme, tr: Translator, question: PlacedQuestion) -> Board:
    """The board that serves a person who may not read: tiles for lists, figures for numbers, nothing for words."""
    spec = question.spec
    match spec.kind:
        case FieldKind.CHOICE | FieldKind.MANY | FieldKind.LEVEL if codes := tappable(theme, spec):
            return TileBoard(theme, tr, _choices(theme, tr, spec, codes), many=spec.kind is FieldKind.MANY)
        case FieldKind.NUMBER:
            return _number_board(theme, tr, question)
        case FieldKind.DATE:
            return _date_board(theme, tr)
        case _:
            return SpokenBoard(theme, Words("", tr.code))


def tappable(theme: Theme, spec: FieldSpec) -> tuple[str, ...]:
    """The codes that stand on tiles; none of a long list without drawings."""
    codes = spec.code_list()
    if len(codes) <= MOST_TILES:
        return codes
    return tuple(code for code in codes if pictogram(theme, spec.codes, code) is not None)


def _choices(theme: Theme, tr: Translator, spec: FieldSpec, codes: Sequence[str]) -> list[TileChoice]:
    def words(code: str) -> str:
        if spec.kind is FieldKind.LEVEL:
            return labels.level_words(tr, spec.key, code)
        return labels.choice(tr, spec.codes, code)

    return [TileChoice(code, Words(words(code), tr.code), pictogram(theme, spec.codes, code)) for code in codes]


def _number_board(theme: Theme, tr: Translator, question: PlacedQuestion) -> Board:
    _, spec = tr.gettext, question.spec
    unit = labels.unit_words(tr, question.section.key, spec.key)
    slot = Slot(len(str(spec.high)) if spec.high is not None else 6, unit=unit)
    words = PadWords(_about(tr), _("Delete the last figure"), _("And a half") if "." in spec.step else "")
    return PadBoard(theme, tr, (slot,), words, read=quantity_of, write=quantity_entry)


def _date_board(theme: Theme, tr: Translator) -> Board:
    _ = tr.gettext
    slots = (Slot(4, _("Year")), Slot(2, _("Month")), Slot(2, _("Day")))
    words = PadWords(_about(tr), _("Delete the last figure"))
    return PadBoard(theme, tr, slots, words, read=date_of, write=date_entry)


def _about(tr: Translator) -> Words:
    return Words(labels.about_word(tr), tr.code)
