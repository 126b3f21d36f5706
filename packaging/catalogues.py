"""Translation catalogues: the template from the source, one .po per language, and what must hold for them.

Commands: `extract` writes the template, `update [LANGUAGE ...]` brings each .po up to it (a language named that has
none yet is started), `compile [--if-older]` writes the .mo files, `check` prints every problem and ends with 1.

Everything written here is reproducible: no dates, no line numbers, no versions of tools.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.append(
    str(Path(__file__).resolve().parent.parent)
)  # a build environment holds Babel alone; the modules used here need nothing else

from babel.messages.extract import extract_from_dir

from s2w_desktop.domain.errors import CatalogueDamaged
from s2w_desktop.i18n.catalogue_file import Head, PlainCatalog, mo_bytes, po_bytes, read_catalogue, read_head, with_head
from s2w_desktop.i18n.catalogue_rules import problems_of_message
from s2w_desktop.i18n.plural_rules import plural_forms_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel.messages.catalog import Catalog

ROOT: Final = Path(__file__).resolve().parent.parent
DOMAIN: Final = "s2w_desktop"
KEPT_COMPLETE: Final = frozenset({"ar", "fr"})
"""Drafts in which no message may lack; a language that a native speaker has reviewed must be complete anyway.

In all others the program shows English for what is missing, and `s2w i18n status` counts it.
"""

MINIMUM_MESSAGES: Final = 100
"""Fewer than this means that the scan went wrong: a wrong pattern gives an empty template without any error."""

KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


class CatalogueError(Exception):
    """A template or catalogue that must not be used; the message says which and why."""


def template_path(root: Path) -> Path:
    """Return where the template lies."""
    return root / "translations" / f"{DOMAIN}.pot"


def po_paths(root: Path) -> list[Path]:
    """Return every catalogue, translations/<language>/LC_MESSAGES/s2w_desktop.po, sorted."""
    return sorted((root / "translations").glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def language_of(po: Path) -> str:
    """Return the language that a catalogue's place says."""
    return po.parent.parent.name


def scan(root: Path, minimum: int = MINIMUM_MESSAGES) -> PlainCatalog:
    """Collect the messages marked in the package.

    Raises CatalogueError when there are fewer than `minimum`.
    """
    template = PlainCatalog()
    # The pattern is relative to the folder that is scanned, not to the root.
    found = extract_from_dir(root / DOMAIN, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",))
    for filename, line, untrusted_message, comments, context in sorted(found, key=lambda entry: entry[:2]):
        place = (f"{DOMAIN}/{Path(filename).as_posix()}", line)
        template.add(untrusted_message, None, [place], auto_comments=comments, context=context)
    if len(template) < minimum:
        raise CatalogueError(f"found {len(template)} messages in {DOMAIN}/, expected {minimum} or more: scan is broken")
    return template


def load(po: Path) -> Catalog:
    """Read a catalogue as it stands.

    Raises CatalogueError when the file cannot be read as a catalogue of a language that CLDR knows.
    """
    try:
        return read_catalogue(po.read_bytes(), language_of(po))
    except CatalogueDamaged as cause:
        raise CatalogueError(f"{po}: {cause.detail}") from cause


def head_of(po: Path) -> Head:
    """Return what the first lines of a catalogue say; a catalogue that is not there yet will begin as a draft."""
    return read_head(po.read_bytes(), load(po)) if po.exists() else Head()


def extract(root: Path, minimum: int = MINIMUM_MESSAGES) -> int:
    """Write the template and return the number of its messages."""
    template = scan(root, minimum)
    template_path(root).parent.mkdir(parents=True, exist_ok=True)
    template_path(root).write_bytes(po_bytes(template))
    return len(template)


def update(root: Path, languages: Sequence[str] = (), minimum: int = MINIMUM_MESSAGES) -> list[Path]:
    """Bring every catalogue, and those of `languages`, up to the source; return the files written.

    Nothing is guessed: a changed sentence is a new one, the old translation stays as an obsolete entry. A catalogue
    that is started is a draft.
    """
    template = scan(root, minimum)
    new = [root / "translations" / language / "LC_MESSAGES" / f"{DOMAIN}.po" for language in languages]
    written = []
    for po in sorted({*po_paths(root), *new}):
        renewed = _renewed(po, template)
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_bytes(renewed)
        written.append(po)
    return written


def _renewed(po: Path, template: PlainCatalog) -> bytes:
    catalog = load(po) if po.exists() else PlainCatalog(language_of(po))
    head = head_of(po)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    return po_bytes(with_head(catalog, language_of(po), head))


def compile_one(po: Path) -> Path:
    """Write the .mo beside a catalogue and return its path.

    Raises CatalogueError naming every message that would break the program at run time.
    """
    mo = po.with_suffix(".mo")
    try:
        mo.write_bytes(mo_bytes(load(po), language_of(po), head_of(po)))
    except CatalogueDamaged as cause:
        raise CatalogueError("\n".join(f"{po}: {fault}" for fault in cause.detail.splitlines())) from cause
    return mo


def compile_all(root: Path, *, only_older: bool = False) -> list[Path]:
    """Write the .mo of every catalogue, or only of those changed since; return the files written."""
    return [
        compile_one(po)
        for po in po_paths(root)
        if not only_older or not po.with_suffix(".mo").exists() or _is_newer(po, po.with_suffix(".mo"))
    ]


def _is_newer(source: Path, product: Path) -> bool:
    return source.stat().st_mtime_ns > product.stat().st_mtime_ns


def check(root: Path, kept_complete: frozenset[str] = KEPT_COMPLETE, minimum: int = MINIMUM_MESSAGES) -> list[str]:
    """Return every problem of template and catalogues, one sentence each; an empty list means all is well."""
    template = scan(root, minimum)
    problems = []
    if not template_path(root).exists() or template_path(root).read_bytes() != po_bytes(template):
        problems.append(f"{template_path(root).name}: not current, run `catalogues.py extract` and `update`")
    for po in po_paths(root):
        name = po.relative_to(root).as_posix()
        try:
            complete = language_of(po) in kept_complete or not head_of(po).is_draft
            found = _problems_of_catalogue(load(po), template, language_of(po), complete=complete)
            if not found and _renewed(po, template) != po.read_bytes():
                found = ["not in the order of the source, run `catalogues.py update`"]
        except CatalogueError as fault:
            problems.append(str(fault))
        else:
            problems += [f"{name}: {problem}" for problem in found]
    return problems


def _problems_of_catalogue(catalog: Catalog, template: Catalog, language: str, *, complete: bool) -> list[str]:
    problems = []
    if catalog.plural_forms.rstrip("; ") != plural_forms_header(language).rstrip("; "):
        problems.append(f"plural rule is {catalog.plural_forms!r}, CLDR says {plural_forms_header(language)!r}")
    if _keys(catalog) != _keys(template):
        problems.append("holds other messages than the source, run `catalogues.py update`")
    for message in catalog:
        problems += problems_of_message(message, catalog.num_plurals, complete=complete)
    return problems


def _keys(catalog: Catalog) -> set[tuple[str, object]]:
    return {(message.context or "", message.id) for message in catalog if message.id}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 when something is wrong with the catalogues."""
    parser = argparse.ArgumentParser(description="translation catalogues")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("extract", help="write the template from the source")
    commands.add_parser("update", help="bring the catalogues up to the source").add_argument("language", nargs="*")
    commands.add_parser("compile", help="write the .mo files").add_argument("--if-older", action="store_true")
    commands.add_parser("check", help="print every problem")
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except CatalogueError as fault:
        print(fault, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    if options.command == "extract":
        print(f"{extract(ROOT)} messages in {template_path(ROOT).relative_to(ROOT)}")
    elif options.command == "update":
        print(*(po.relative_to(ROOT) for po in update(ROOT, options.language)), sep="\n")
    elif options.command == "compile":
        compile_all(ROOT, only_older=options.if_older)
    else:
        problems = check(ROOT)
        print(*problems, sep="\n", end="\n" if problems else "")
        print(f"catalogues: {len(problems)} problems" if problems else "catalogues: all well")
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
