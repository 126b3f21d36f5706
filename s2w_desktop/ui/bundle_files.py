"""Names of files that travel, as the person knows them and as the system's dialogs filter them."""

from s2w_desktop.i18n.translator import Translator

BUNDLE_PATTERN = "*.s2w"
CARD_NAME = "headquarters-card.json"


def bundle_filter(tr: Translator) -> str:
    """Filter of a dialog for bundles, and one for all files: a mail gateway may have given a bundle another name."""
    _ = tr.gettext
    return f"{_('Bundles')} ({BUNDLE_PATTERN});;{_('All files')} (*)"


def card_filter(tr: Translator) -> str:
    """Filter of a dialog for a card of headquarters."""
    _ = tr.gettext
    return f"{_('Card of headquarters')} (*.json)"


def template_filter(tr: Translator) -> str:
    """Filter of a dialog for templates of a centre."""
    _ = tr.gettext
    return f"{_('Templates')} (*.s2wt)"


def pack_filter(tr: Translator) -> str:
    """Filter of a dialog for reference packs, by themselves or in a bundle."""
    _ = tr.gettext
    return f"{_('Reference packs')} (*.s2wref {BUNDLE_PATTERN})"


def pdf_filter(tr: Translator) -> str:
    """Filter of a dialog for papers."""
    _ = tr.gettext
    return f"{_('PDF')} (*.pdf)"


def word_filter(tr: Translator) -> str:
    """Filter of a dialog for papers as Word files."""
    _ = tr.gettext
    return f"{_('Word')} (*.docx)"


def excel_filter(tr: Translator) -> str:
    """Filter of a dialog for papers as spreadsheets."""
    _ = tr.gettext
    return f"{_('Excel')} (*.xlsx)"


def report_filter(tr: Translator) -> str:
    """Filter of a dialog for figures of a report; the ending that is typed tells the form."""
    _ = tr.gettext
    return f"{_('Figures')} (*.xlsx *.html *.csv)"


def vacancies_filter(tr: Translator) -> str:
    """Filter of a dialog for lists of vacancies."""
    _ = tr.gettext
    return f"{_('Lists of vacancies')} (*.csv *.json)"


def europass_filter(tr: Translator) -> str:
    """Filter of a dialog for a file that Europass reads."""
    _ = tr.gettext
    return f"{_('Europass')} (*.xml)"


def profile_file_filter(tr: Translator) -> str:
    """Filter of a dialog for files about one person; what a file really is, its content tells."""
    _ = tr.gettext
    return f"{_('Europass, Data Exchange Framework')} (*.xml *.pdf *.json)"


def copy_filter(tr: Translator) -> str:
    """Filter of a dialog for copies of documents; what a file really is, its content tells."""
    _ = tr.gettext
    return f"{_('PDF, JPEG, PNG')} (*.pdf *.jpg *.jpeg *.png)"
