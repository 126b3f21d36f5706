"""Sentences about country packs: what is wrong with a source and where, and why a pack is refused."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.reference_errors import (
    CountryPackDamaged,
    Fault,
    Finding,
    NewerCountryPack,
    SourceRefused,
)
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_UNCHANGED: Final = pgettext("safe", "Nothing was changed.")

COUNTRY_ERRORS: Final[Mapping[type[S2wError], tuple[Message, Message, Message]]] = {
    SourceRefused: (
        pgettext("happened", "The files have faults."),
        _UNCHANGED,
        pgettext("to do", "Mend the places named and build again."),
    ),
    CountryPackDamaged: (
        pgettext("happened", "The country pack is damaged."),
        _UNCHANGED,
        pgettext("to do", "Ask for the file to be copied once more, on another stick if possible."),
    ),
    NewerCountryPack: (
        pgettext("happened", "The country pack is made for a newer version of the program."),
        _UNCHANGED,
        pgettext("to do", "Update this program and try again."),
    ),
}

FAULTS: Final[Mapping[Fault, Message]] = {
    Fault.NO_FILE: pgettext("fault", "The file is missing."),
    Fault.UNREADABLE: pgettext("fault", "The file cannot be read."),
    Fault.COMPRESSION: pgettext("fault", "The file cannot be unpacked."),
    Fault.CUT_SHORT: pgettext("fault", "The file ends in the middle: it was not copied to its end."),
    Fault.STRANGE_FILE: pgettext("fault", "No table has this name."),
    Fault.TOO_LARGE: pgettext("fault", "The file is too large."),
    Fault.TOO_MANY_ROWS: pgettext("fault", "There are too many rows."),
    Fault.NOT_UTF8: pgettext("fault", "This is not UTF-8. Save the file as “CSV UTF-8”."),
    Fault.BROKEN: pgettext("fault", "This is no table, or a quotation mark is not closed or stands inside a word."),
    Fault.ONE_ROW: pgettext("fault", "There must be one row below the names of the columns, and no more."),
    Fault.UNKNOWN_COLUMN: pgettext("fault", "The table has no such column."),
    Fault.MISSING_COLUMN: pgettext("fault", "This column is missing."),
    Fault.REPEATED_COLUMN: pgettext("fault", "This column is there twice."),
    Fault.CELLS: pgettext("fault", "The row has more or fewer cells than the first row."),
    Fault.EMPTY: pgettext("fault", "Something must stand here."),
    Fault.TOO_LONG: pgettext("fault", "This is too long."),
    Fault.NOT_CLEAN: pgettext("fault", "This holds signs that nobody sees. Type it again."),
    Fault.NOT_IN_FORM: pgettext("fault", "This is not written in the form that the column needs."),
    Fault.NOT_A_DAY: pgettext("fault", "This is no day. Write it like 2026-06-30."),
    Fault.NOT_A_NUMBER: pgettext("fault", "This is no whole number, or it is too small or too large."),
    Fault.NOT_YES_OR_NO: pgettext("fault", "Write yes or no, or leave it empty."),
    Fault.UNKNOWN_CODE: pgettext("fault", "This code is not in the list."),
    Fault.TWICE: pgettext("fault", "This is there twice, and may be there once."),
    Fault.DANGLING: pgettext("fault", "This names something that is not in its table."),
    Fault.NO_ENGLISH: pgettext("fault", "The English text is missing."),
    Fault.STRANGE_LANGUAGE: pgettext("fault", "This language is not among the languages of the pack."),
    Fault.EXPIRED: pgettext("fault", "This has expired."),
    Fault.WRONG_ORDER: pgettext("fault", "The end lies before the beginning."),
}


def finding_text(tr: Translator, finding: Finding) -> Phrase:
    """One fault in a line of its own: where it stands, and what it is."""
    fault = tr.say(FAULTS[finding.fault])
    file, column = Ltr(finding.file), Ltr(finding.column)
    if finding.line and finding.column:
        template = tr.pgettext("fault", "{file}, line {line}, column {column}: {fault}")
        return fill(template, file=file, line=finding.line, column=column, fault=fault)
    if finding.line:
        return fill(tr.pgettext("fault", "{file}, line {line}: {fault}"), file=file, line=finding.line, fault=fault)
    return fill(tr.pgettext("fault", "{file}: {fault}"), file=file, fault=fault)


def country_facts(tr: Translator, error: S2wError) -> list[Phrase]:
    """What an error about a country pack tells beside its sentence: the first fault and how many there are, or the place."""
    match error:
        case SourceRefused(findings=(first, *others)):
            if not others:
                return [finding_text(tr, first)]
            words = tr.npgettext("fact", "One more fault.", "{n} more faults.", len(others))
            return [finding_text(tr, first), fill(words, n=len(others))]
        case CountryPackDamaged(at=at) if at:
            return [fill(tr.pgettext("fact", "At: {key}."), key=Ltr(at))]
        case _:
            return []
