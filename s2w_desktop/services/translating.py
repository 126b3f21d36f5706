"""Translators' work: a catalogue goes out as a table and comes back, is signed off, and is counted."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import FileUnreadable, UnknownLanguage
from s2w_desktop.i18n.catalogue_file import (
    DRAFT_LINE,
    Head,
    PlainCatalog,
    asked_share,
    forms_of,
    is_translated,
    mo_bytes,
    po_bytes,
    read_catalogue,
    read_head,
    with_head,
)
from s2w_desktop.i18n.catalogue_places import CataloguePlaces
from s2w_desktop.i18n.catalogue_rules import problems_of_message
from s2w_desktop.i18n.compiled_head import compiled_headers
from s2w_desktop.i18n.plural_rules import plural_tags
from s2w_desktop.i18n.sheet_file import sheet_bytes, sheet_rows
from s2w_desktop.i18n.translation_sheet import Taken, language_of_sheet, rows_of, take
from s2w_desktop.storage.safe_files import replace_file


@dataclass(frozen=True)
class SignOff:
    """Who worked on a table, and when. `reviewer` vouches for every sentence; either may be "" for nobody."""

    day: date
    translator: str = ""
    reviewer: str = ""


@dataclass(frozen=True)
class LanguageStatus:
    """How far a language is, in numbers of messages. `asked` is the share in per cent of what a person is asked and reads."""

    code: str
    translated: int
    fuzzy: int
    missing: int
    faulty: int
    asked: int
    is_draft: bool

    @property
    def messages(self) -> int:
        """All messages of the program."""
        return self.translated + self.fuzzy + self.missing


@dataclass(frozen=True)
class Brought:
    """What a table brought to a language. `is_signed_off` tells whether a review that was asked for could be written down."""

    language: str
    taken: Taken
    status: LanguageStatus
    is_signed_off: bool
    file: Path


class Translating:
    """Works on the catalogues of two folders. With a folder of their own, people's work goes there; else into the checkout."""

    def __init__(self, places: CataloguePlaces) -> None:
        self._places = places

    def codes(self) -> tuple[str, ...]:
        """The languages that have a catalogue, sorted."""
        return tuple(sorted(self._places.own_codes() | self._places.program_codes()))

    def sheet(self, language: str, *, delimiter: str = ",") -> bytes:
        """The table of a language; one that has no catalogue yet begins empty.

        Raises UnknownLanguage when CLDR does not know it, CatalogueDamaged, FileUnreadable.
        """
        catalog, _head = self._opened(language)
        return sheet_bytes(list(rows_of(catalog, language)), delimiter=delimiter)

    def bring(self, untrusted_sheet: bytes, sign_off: SignOff, *, rehearse: bool = False) -> Brought:
        """Take a table back and write the catalogue.

        A review counts only when every message is translated, none is unsure and no row was refused.
        Words that change without a review make the catalogue a draft again. Raises NotATranslationSheet, what `sheet` raises,
        and the failures of a disk.
        """
        rows = list(sheet_rows(untrusted_sheet))
        language = language_of_sheet(rows)
        catalog, head = self._opened(language)
        taken = take(catalog, rows, len(plural_tags(language)))
        status = _status(language, catalog, head)
        is_complete = not (taken.refused or status.missing or status.fuzzy or status.faulty)
        is_signed_off = bool(sign_off.reviewer) and is_complete
        head = _signed(head, sign_off, is_signed_off=is_signed_off, has_changed=taken.changed > 0)
        file = self._target(language)
        if not rehearse:
            self._write(file, catalog, language, head)
        return Brought(language, taken, replace(status, is_draft=head.is_draft), is_signed_off, file)

    def status(self) -> tuple[LanguageStatus, ...]:
        """How far each language is, sorted by code. Raises as `sheet`."""
        template = self._template()
        return tuple(_status(code, *self._filled(code, template)) for code in self.codes())

    def _opened(self, language: str) -> tuple[Catalog, Head]:
        return self._filled(language, self._template())

    def _filled(self, language: str, template: Catalog) -> tuple[Catalog, Head]:
        """Messages and head of a language: from the person's own file, the checkout, the compiled catalogue, or new.

        What the language lacks it shares with the template: only who gave a template of its own may change messages.
        """
        _know(language)
        own, program = self._places.own_po(language), self._places.program_po(language)
        source = own if own and own.exists() else program
        if source.exists():
            content = _content(source)
            catalog = read_catalogue(content, language)
            head = read_head(content, catalog)
        else:
            catalog, head = _compiled(self._places.program_mo(language), language)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        return with_head(catalog, language, head), head

    def _template(self) -> Catalog:
        return read_catalogue(_content(self._places.template), "en")

    def _target(self, language: str) -> Path:
        return self._places.own_po(language) or self._places.program_po(language)

    def _write(self, file: Path, catalog: Catalog, language: str, head: Head) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise disk_error(cause) from cause
        replace_file(file, po_bytes(with_head(catalog, language, head), in_given_order=True))
        if file == self._places.program_po(language):
            replace_file(self._places.program_mo(language), mo_bytes(catalog, language, head))


def _know(language: str) -> None:
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError) as cause:
        raise UnknownLanguage from cause


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as cause:
        raise FileUnreadable from cause


def _compiled(file: Path, language: str) -> tuple[Catalog, Head]:
    if not file.exists():
        return with_head(Catalog(), language, Head()), Head()
    headers = compiled_headers(file)
    try:
        with file.open("rb") as stream:
            found = read_mo(stream)
    except OSError as cause:
        raise FileUnreadable from cause
    catalog = PlainCatalog(language)
    for message in (one for one in found if one.id):
        # Babel leaves the context as the bytes that it read.
        untrusted_context: str | bytes | None = message.context
        context = untrusted_context.decode() if isinstance(untrusted_context, bytes) else untrusted_context
        catalog.add(message.id, message.string, context=context)
    return catalog, Head(draft="no" if headers.get("x-draft") == "no" else "yes")


def _status(language: str, catalog: Catalog, head: Head) -> LanguageStatus:
    messages = [message for message in catalog if message.id]
    translated = sum(is_translated(message) for message in messages)
    fuzzy = sum(message.fuzzy and any(forms_of(message)) for message in messages)
    faulty = sum(bool(problems_of_message(message, catalog.num_plurals)) for message in messages)
    missing = len(messages) - translated - fuzzy
    return LanguageStatus(language, translated, fuzzy, missing, faulty, asked_share(catalog), head.is_draft)


def _signed(head: Head, sign_off: SignOff, *, is_signed_off: bool, has_changed: bool) -> Head:
    """The head after a table came back; names that stood in it stay."""
    lines = [line for line in head.comment.split("\n") if not line.startswith(DRAFT_LINE)]
    if sign_off.translator and has_changed:
        lines.append(f"# translated by {sign_off.translator}, {sign_off.day.isoformat()}")
    if is_signed_off:
        lines.append(f"# reviewed by {sign_off.reviewer}, {sign_off.day.isoformat()}")
        return Head("\n".join(lines), "no")
    if head.is_draft or has_changed:
        return Head("\n".join([lines[0], DRAFT_LINE, *lines[1:]]), "yes")
    return head
