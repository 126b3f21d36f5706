"""Words about files for other programs: what they say of themselves, and what is told of what they could not carry."""

from collections.abc import Iterable, Sequence

from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.labels import section_title, short_label
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Translator


def not_by_europass(tr: Translator) -> str:
    """Who made the file, so that nobody takes it for one that Europass issued."""
    return tr.pgettext("file", "Made by s2w_desktop in the form that Europass reads. Not issued or checked by Europass.")


def training_note(tr: Translator) -> str:
    """That the person does not exist."""
    return paper_text(tr, PaperText.TRAINING)


def named_fields(tr: Translator, fields: Iterable[str]) -> list[Phrase]:
    """Fields (`section.field`) by their names, gathered by section: "Jobs: From and To"."""
    by_section: dict[str, list[str]] = {}
    for field in fields:
        section, _, key = field.partition(".")
        by_section.setdefault(section, []).append(short_label(tr, section, key))
    line = tr.pgettext("fact", "{section}: {fields}")
    return [fill(line, section=section_title(tr, section), fields=joined(tr, names)) for section, names in by_section.items()]


def never_in_such_files(tr: Translator) -> str:
    """What no file for others holds, whatever its format."""
    return tr.gettext("Case number, agreement, residence, protection, health and remarks are never in such a file.")


def public_for_years(tr: Translator) -> str:
    """What has to be told before the file is given."""
    return tr.gettext(
        "Whoever puts this file on Europass puts it on a public website. It can stay there for five years after the last visit."
    )


def losses_in_words(tr: Translator, left_out: Sequence[str], blunted: Sequence[str]) -> str:
    """The fields that a file does not hold, and those that it tells less exactly, in lines; empty when there are none."""
    _ = tr.gettext
    parts = [
        _under(tr, _("The format has no place for:"), left_out),
        _under(tr, _("Told less exactly than in the profile:"), blunted),
    ]
    return "\n".join(part for part in parts if part)


def missing_in_words(tr: Translator, unfit: Sequence[str], shortened: Sequence[str], names: Sequence[str], others: int) -> str:
    """What of a file is not taken in, in lines; empty when all of it is.

    Fields whose values do not fit, fields that were cut, parts by the names of the format, and how many parts nobody knows.
    """
    _ = tr.gettext
    parts = [
        _under(tr, _("Not taken, because these values are not known here or do not fit their questions:"), unfit),
        _under(tr, _("These texts were too long and were cut:"), shortened),
    ]
    if names:
        words = _("The interview has no question for these parts of the file: {names}")
        parts.append(fill(words, names=Ltr(", ".join(names))))
    if others:
        words = tr.ngettext("{n} other part of the file is not known.", "{n} other parts of the file are not known.", others)
        parts.append(fill(words, n=others))
    return "\n".join(part for part in parts if part)


def _under(tr: Translator, heading: str, fields: Sequence[str]) -> str:
    return f"{heading} {' · '.join(named_fields(tr, fields))}" if fields else ""
