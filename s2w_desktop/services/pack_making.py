"""What headquarters puts into a reference pack: ESCO from its download, the services of a country, a template of a centre."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from s2w_desktop.bundle.template_file import kept_template
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.reference.country_source import read_source
from s2w_desktop.reference.country_text import pack_text
from s2w_desktop.reference.esco_files import esco_files
from s2w_desktop.reference.esco_lists import esco_lists
from s2w_desktop.reference.esco_merge import Merged, merged
from s2w_desktop.reference.esco_parts import Editorial, esco_parts
from s2w_desktop.reference.esco_synonyms import local_words
from s2w_desktop.reference.job_words import job_words
from s2w_desktop.services.directory import COUNTRY_PART
from s2w_desktop.services.packs import TEMPLATE_PART, Draft
from s2w_desktop.services.templates import read_template_file

_UNSTATED: Final = "unstated version"
Told = Callable[[int, int], None]
"""How much is done, and of how much."""


def esco_draft(source: Path, resources: Path, told: Told, synonyms: Path | None = None) -> Draft:
    """The pack of an ESCO download, with the program's own lists of skills and the words that an office adds.

    Raises SourceRefused, ReferenceFileDamaged.
    """
    files = esco_files(source)
    lists = esco_lists(resources / "esco")
    steps = len(files)
    found = merged(files, lambda done, _of: told(done, 2 * steps))
    if synonyms is not None:
        local_words(synonyms, found)
    editorial = Editorial(lists.denied, lists.curated, job_words(resources / "job_words", "en"))
    parts = dict(esco_parts(found, editorial, lambda done, of: told(steps + done * steps // of, 2 * steps)))
    return Draft("esco", _esco_title(found), (PackContent.ESCO,), parts, tuple(found.left_out))


def country_draft(source: Path, today: date) -> Draft:
    """The pack of the tables of a country. Raises SourceRefused."""
    pack = read_source(source, today)
    name = f"country-{pack.header.country.lower()}"
    return Draft(name, f"Country pack {pack.header.country}", (PackContent.COUNTRY,), {COUNTRY_PART: pack_text(pack)})


def template_draft(source: Path) -> Draft:
    """The pack of a template: its signed file as it is. Raises FileUnreadable, NotATemplate and what else reading it raises.

    Whether its signature holds, the laptop asks that installs it.
    """
    content = read_template_file(source)
    template = kept_template(content)
    title = f"Template {template.id}, version {template.version}"
    return Draft(f"template-{template.id}"[:40], title, (PackContent.TEMPLATE,), {TEMPLATE_PART: content})


def joined(drafts: Sequence[Draft]) -> Draft:
    """One pack of what several would bring; one alone stays as it is."""
    if len(drafts) == 1:
        return drafts[0]
    contents = tuple(content for draft in drafts for content in draft.contents)
    parts = {name: raw for draft in drafts for name, raw in draft.parts.items()}
    left_out = tuple(place for draft in drafts for place in draft.left_out)
    return Draft("reference", "; ".join(draft.title for draft in drafts), contents, parts, left_out)


def _esco_title(found: Merged) -> str:
    """With every version that words come from: who adapts ESCO has to say so."""
    versions = {version or _UNSTATED for versions in found.label_versions.values() for version in versions}
    others = ", ".join(sorted(versions - {found.version or _UNSTATED}))
    return f"ESCO {found.version or _UNSTATED}{others and f', with labels of {others}'}"
