"""A catalogue as a table that translators and reviewers work on in a spreadsheet program, and back.

One row for each form of each message. `id` ties a row to its message, the column of translations says the language.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from babel.messages.catalog import Catalog, Message

from s2w_desktop.domain.errors import NotATranslationSheet
from s2w_desktop.i18n.catalogue_file import english_of, forms_of, is_asked
from s2w_desktop.i18n.catalogue_rules import Fault, faults_of_form
from s2w_desktop.i18n.languages import Pseudo
from s2w_desktop.i18n.plural_rules import plural_examples, plural_tags
from s2w_desktop.i18n.pseudo import dressed

COLUMNS: Final = ("id", "context", "english", "form", "counts", "translation", "state", "remark", "hint", "where", "room")
_READ: Final = ("id", "form", "translation", "state", "remark")
_FUZZY: Final = "fuzzy"  # gettext's word


class State(Enum):
    """How far a translation is. What is unsure is not shown: the program speaks English there."""

    MISSING = "missing"
    TRANSLATED = "translated"
    UNSURE = "unsure"


class SheetFault(Enum):
    """Why a row is refused, apart from what is wrong with the text itself."""

    UNKNOWN_ID = "no such message"
    UNKNOWN_FORM = "no such form"
    TWICE = "given twice"
    FORM_MISSING = "a form is missing"
    UNKNOWN_STATE = "no such state"


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken. `row` counts as spreadsheets do: the titles are row 1."""

    row: int
    id: str
    reason: SheetFault | Fault


@dataclass(frozen=True)
class Taken:
    """What a table brought: numbers of messages. `empty` were left as they were, since an empty cell never deletes."""

    changed: int
    unchanged: int
    empty: int
    refused: tuple[Refusal, ...]
    long: tuple[int, ...]
    """Rows with a text longer than the windows were tried with; they were taken."""


@dataclass(frozen=True)
class _Row:
    number: int
    id: str
    form: str
    translation: str
    state: str
    remark: str


def message_id(message: Message) -> str:
    """A short name of a message that stays the same as long as its English does."""
    text = "\x04".join((message.context or "", *english_of(message)))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def rows_of(catalog: Catalog, language: str) -> Iterator[list[str]]:
    """The table of a catalogue with its titles."""
    yield [f"translation [{language}]" if title == "translation" else title for title in COLUMNS]
    examples, tags = plural_examples(language), plural_tags(language)
    for message in sorted((one for one in catalog if one.id), key=_place):
        english = english_of(message)
        for form, text in enumerate(_all_forms(message, len(tags))):
            is_plural = len(english) > 1
            shown = english[0] if not is_plural or tags[form] == "one" else english[1]
            yield [
                message_id(message), message.context or "", shown, str(form) if is_plural else "",
                examples[form] if is_plural else "", text, _state_of(message).value, "\n".join(message.user_comments),
                "\n".join(message.auto_comments), "\n".join(dict.fromkeys(place for place, _line in message.locations)),
                str(_room(shown)),
            ]  # fmt: skip


def language_of_sheet(rows: Sequence[Sequence[str]]) -> str:
    """The language that the titles name. Raises NotATranslationSheet when a column is missing."""
    titles = {title.partition(" [")[0]: title for title in rows[0]} if rows else {}
    for wanted in _READ:
        if wanted not in titles:
            raise NotATranslationSheet(detail=wanted)
    language = titles["translation"].partition(" [")[2].rstrip("]")
    if not language:
        raise NotATranslationSheet(detail="translation")
    return language


def take(catalog: Catalog, rows: Sequence[Sequence[str]], plural_count: int) -> Taken:
    """Put the rows of a table into a catalogue: good messages are taken, for the others the first fault of each is told.

    Call `language_of_sheet` first. A message that has several forms is taken as a whole or not at all.
    """
    known = {message_id(message): message for message in catalog if message.id}
    changed = unchanged = empty = 0
    refused: list[Refusal] = []
    long: list[int] = []
    for identity, group in _grouped(rows).items():
        fault = _fault_of(group, known.get(identity), plural_count)
        if fault:
            refused.append(fault)
        elif not any(row.translation for row in group):
            empty += 1
        elif _put(known[identity], group):
            changed += 1
        else:
            unchanged += 1
        if not fault:
            _put_remark(known[identity], group)
            long += [row.number for row in group if len(row.translation) > _room(english_of(known[identity])[-1])]
    return Taken(changed, unchanged, empty, tuple(refused), tuple(long))


def _grouped(rows: Sequence[Sequence[str]]) -> Mapping[str, list[_Row]]:
    titles = [title.partition(" [")[0] for title in rows[0]]
    groups: dict[str, list[_Row]] = defaultdict(list)
    for number, cells in enumerate(rows[1:], start=2):
        if any(cells):
            named = dict(zip(titles, cells, strict=False))
            row = _Row(number, *(named.get(title, "") for title in _READ))
            groups[row.id.strip()].append(row)
    return groups


def _fault_of(group: Sequence[_Row], message: Message | None, plural_count: int) -> Refusal | None:
    first = group[0]
    if message is None:
        return Refusal(first.number, first.id, SheetFault.UNKNOWN_ID)
    english = english_of(message)
    wanted = [str(form) for form in range(plural_count)] if len(english) > 1 else [""]
    filled = any(row.translation for row in group)
    seen: set[str] = set()
    for row in group:
        reason = _fault_of_row(row, english, wanted, seen, filled=filled)
        if reason:
            return Refusal(row.number, first.id, reason)
        seen.add(row.form.strip())
    is_whole = not filled or seen == set(wanted)
    return None if is_whole else Refusal(first.number, first.id, SheetFault.FORM_MISSING)


def _fault_of_row(
    row: _Row, english: Sequence[str], wanted: Sequence[str], seen: set[str], *, filled: bool
) -> SheetFault | Fault | None:
    form = row.form.strip()
    if form not in wanted:
        return SheetFault.UNKNOWN_FORM
    if form in seen:
        return SheetFault.TWICE
    if row.state.strip() not in ("", *(state.value for state in State)):
        return SheetFault.UNKNOWN_STATE
    if not filled:
        return None
    if not row.translation:
        return SheetFault.FORM_MISSING
    return next(iter(faults_of_form(english, row.translation)), None)


def _put(message: Message, group: Sequence[_Row]) -> bool:
    """Put the texts of a message in; whether anything about it changed."""
    before = (forms_of(message), message.fuzzy)
    texts = [row.translation for row in sorted(group, key=lambda row: int(row.form.strip() or 0))]
    message.string = tuple(texts) if len(english_of(message)) > 1 else texts[0]
    is_unsure = any(row.state.strip() == State.UNSURE.value for row in group)
    (message.flags.add if is_unsure else message.flags.discard)(_FUZZY)
    return before != (forms_of(message), message.fuzzy)


def _put_remark(message: Message, group: Sequence[_Row]) -> None:
    """A remark stands in the row of any form; the first one differing from what was there counts."""
    before = "\n".join(message.user_comments)
    told = next((row.remark for row in group if row.remark != before), before)
    message.user_comments = [line for line in told.split("\n") if line.strip()]


def _state_of(message: Message) -> State:
    if not any(forms_of(message)):
        return State.MISSING
    return State.UNSURE if message.fuzzy else State.TRANSLATED


def _all_forms(message: Message, plural_count: int) -> tuple[str, ...]:
    forms = forms_of(message)
    return forms if len(english_of(message)) == 1 else (*forms, *("",) * plural_count)[:plural_count]


def _place(message: Message) -> tuple[bool, str]:
    """What a person is asked comes first; within a file the order of the file stays."""
    return not is_asked(message), message.locations[0][0] if message.locations else "~"


def _room(english: str) -> int:
    """Windows are tried with English made this long, so this much room there is for certain."""
    return len(dressed(english, Pseudo.LONG))
