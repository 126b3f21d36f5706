"""The board on which a question is answered, by the kind of its field."""

from collections.abc import Sequence
from functools import partial

from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.fields import FieldKind, FieldSpec
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.remembered_calendar import remembered_calendar
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.dates import calendar_name
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.formats import counted
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.placed import PlacedQuestion
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.show.board import Board
from s2w_desktop.ui.show.choosing import TileBoard, TileChoice
from s2w_desktop.ui.show.keypad import PadBoard, PadWords, Slot
from s2w_desktop.ui.show.listening import SpokenBoard
from s2w_desktop.ui.show.pictures import pictogram
from s2w_desktop.ui.show.reading import DateReading, quantity_entry, quantity_of

MOST_TILES = 60
"""Of a longer list only what is drawn becomes tiles (occupation groups); countries, languages the officer searches."""


def make_board(theme: Theme, tr: Translator, question: PlacedQuestion, profile: Profile) -> Board:
    """The board that serves a person who may not read: tiles for lists, figures for numbers, nothing for words."""
    spec = question.spec
    match spec.kind:
        case FieldKind.CHOICE | FieldKind.MANY | FieldKind.LEVEL if codes := tappable(theme, spec):
            return TileBoard(theme, tr, _choices(theme, tr, spec, codes), many=spec.kind is FieldKind.MANY)
        case FieldKind.NUMBER:
            return _number_board(theme, tr, question)
        case FieldKind.DATE:
            return _date_board(theme, tr, _calendar(question, profile))
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
    unit, words_of_unit = labels.unit_of(question.section.key, spec.key), labels.unit_words(tr, question.section.key, spec.key)
    counts = partial(counted, tr, unit) if unit is not Unit.NONE else None
    slot = Slot(len(str(spec.high)) if spec.high is not None else 6, unit=words_of_unit, counted=counts)
    words = PadWords(_about(tr), _("Delete the last figure"), _("And a half") if "." in spec.step else "")
    return PadBoard(theme, tr, (slot,), words, read=quantity_of, write=quantity_entry)


def _date_board(theme: Theme, tr: Translator, calendar: CalendarKey) -> Board:
    _ = tr.gettext
    named = calendar_name(tr, calendar) if calendar is not CalendarKey.GREGORIAN else ""
    slots = (Slot(4, _("Year"), named), Slot(2, _("Month")), Slot(2, _("Day")))
    words, reading = PadWords(_about(tr), _("Delete the last figure")), DateReading(calendar)
    return PadBoard(theme, tr, slots, words, read=reading.date_of, write=reading.entry_of)


def _calendar(question: PlacedQuestion, profile: Profile) -> CalendarKey:
    """The calendar of the answer, else the one that the person most likely uses."""
    held = profile.get(question.path)
    if isinstance(held, SaidDate):
        return held.calendar
    return remembered_calendar(profile, profile.text("record.person_language"))


def _about(tr: Translator) -> Words:
    return Words(labels.about_word(tr), tr.code)
