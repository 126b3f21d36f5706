"""A catalogue that a person added as a text file, ready for use. What would break the program is left out of it."""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog

from s2w_desktop.domain.errors import CatalogueDamaged, FileUnreadable
from s2w_desktop.i18n.catalogue_file import mo_bytes, read_catalogue, read_head
from s2w_desktop.i18n.catalogue_rules import problems_of_message
from s2w_desktop.i18n.sheet_file import MAX_BYTES


def read_added(po: Path, language: str, template: Path) -> GNUTranslations:
    """The words of the file; English is shown for messages of the template that it lacks, doubts or gets wrong.

    Raises FileUnreadable when it is no catalogue of this language.
    """
    try:
        with po.open("rb") as file:
            untrusted_content = file.read(MAX_BYTES)
        catalog = read_catalogue(untrusted_content, language)
    except (OSError, CatalogueDamaged) as cause:
        raise FileUnreadable from cause
    head = read_head(untrusted_content, catalog)
    _bring_up_to(catalog, template)
    _forget_faulty(catalog)
    return GNUTranslations(BytesIO(mo_bytes(catalog, language, head)))


def _bring_up_to(catalog: Catalog, template: Path) -> None:
    """Without its template a build still speaks; only the count of missing sentences is then too low."""
    if template.exists():
        catalog.update(read_catalogue(template.read_bytes(), "en"), no_fuzzy_matching=True, update_creation_date=False)


def _forget_faulty(catalog: Catalog) -> None:
    for message in catalog:
        if message.id and problems_of_message(message, catalog.num_plurals):
            message.string = ""
