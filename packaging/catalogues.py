"""Translation catalogues: the template from the source, one .po per language, and what must hold for them.

Commands: `extract` writes the template, `update [LANGUAGE ...]` brings each .po up to it (a language named that has
none yet is started), `compile [--if-older]` writes the .mo files, `check` prints every problem and ends with 1.

Everything written here is reproducible: no dates, no line numbers, no versions of tools.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.plural import to_gettext

from catalogue_rules import problems_of_message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).resolve().parent.parent
DOMAIN: Final = "s2w_desktop"
UNFINISHED: Final[frozenset[str]] = frozenset()
"""Languages being translated, in which messages may lack. All others are shipped and must be complete."""

MINIMUM_MESSAGES: Final = 100
"""Fewer than this means that the scan went wrong: a wrong pattern gives an empty template without any error."""

KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER: Final = "# Words of s2w_desktop. Licence: Apache-2.0, like the program."
DRAFT_HEADER: Final = f"{HEADER}\n# draft, not reviewed by a native speaker"
_DRAFT_LINE: Final = re.compile(r'^"X-Draft: (\w+)\\n"$', re.MULTILINE)


class CatalogueError(Exception):
    """A template or catalogue that must not be used; the message says which and why."""


class PlainCatalog(Catalog):
    """A catalogue whose header holds what readers need and nothing that changes from one run to the next."""

    def __init__(self, language: str | None = None, header_comment: str = HEADER, draft: str = "") -> None:
        super().__init__(locale=language, header_comment=header_comment, charset="utf-8", fuzzy=False)
        self._header_lines = header_comment
        self._draft = draft

    @property
    def header_comment(self) -> str:
        """The comment above the first message, as it was read; Babel would put the year into it."""
        return self._header_lines

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Name, language, plural rule (from CLDR), whether it is a draft; Babel would add dates and its version."""
        headers = [("Project-Id-Version", "s2w-desktop")]
        if self.locale_identifier:
            headers += [("Language", str(self.locale_identifier))]
            headers += [("Plural-Forms", cldr_plural_forms(str(self.locale_identifier)))]
        if self._draft:
            headers.append(("X-Draft", self._draft))
        return [*headers, ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"),
                ("Content-Transfer-Encoding", "8bit\n")]  # fmt: skip

    @property
    def num_plurals(self) -> int:
        """How many plural forms each message has, by CLDR; 2 in the template."""
        return int(_plural_parts(self)[0])

    @property
    def plural_expr(self) -> str:
        """The rule that chooses among them, in the language of gettext."""
        return _plural_parts(self)[1]

    def __iter__(self) -> Iterator[Message]:
        """Give the header and all messages; a per cent sign in a sentence does not make it a printf format."""
        for message in super().__iter__():
            message.flags.discard("python-format")
            yield message


def _plural_parts(catalog: PlainCatalog) -> tuple[str, str]:
    forms = cldr_plural_forms(str(catalog.locale_identifier or "en"))
    count, rule = forms.removeprefix("nplurals=").split("; plural=")
    return count, rule.rstrip(";")


def cldr_plural_forms(language: str) -> str:
    """Return the Plural-Forms header of a language. Babel's own table for new catalogues disagrees with CLDR.

    CLDR's rules for some languages, French among them, ask for the exponent of a number written short ("1 million").
    Gettext knows no such operand and refuses the rule; our numbers are written in full, so it is always 0.
    """
    return re.sub(r"\b[ce]\b", "0", to_gettext(Locale.parse(language).plural_form))


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


def po_bytes(catalog: Catalog) -> bytes:
    """Return the text form, in the order of the source files."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_by_file=True, include_lineno=False)
    return out.getvalue()


def load(po: Path) -> Catalog:
    """Read a catalogue as it stands.

    Raises CatalogueError when the file cannot be read as a catalogue of a language that CLDR knows.
    """
    try:
        with po.open("rb") as file:
            return read_po(file, locale=str(Locale.parse(language_of(po))), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, UnknownLocaleError) as cause:
        raise CatalogueError(f"{po}: {cause}") from cause


def draft_mark(po: Path) -> str:
    """Return what the header `X-Draft` of a catalogue says, "" where there is none; Babel does not keep it."""
    header, _, _ = po.read_text(encoding="utf-8").partition("\n\n")
    found = _DRAFT_LINE.search(header)
    return found[1] if found else ""


def _plain(catalog: Catalog, language: str, draft: str) -> PlainCatalog:
    """Return the same messages under our own header."""
    comment = str(catalog.header_comment or HEADER)
    plain = PlainCatalog(language, comment, draft)
    for message in catalog:
        if message.id:
            plain[message.id] = message
    plain.obsolete = catalog.obsolete
    return plain


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
        catalog = load(po) if po.exists() else PlainCatalog(language_of(po), DRAFT_HEADER)
        draft = draft_mark(po) if po.exists() else "yes"
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_bytes(po_bytes(_plain(catalog, language_of(po), draft)))
        written.append(po)
    return written


def compile_one(po: Path) -> Path:
    """Write the .mo beside a catalogue and return its path.

    Raises CatalogueError naming every message that would break the program at run time.
    """
    catalog = load(po)
    faults = [fault for message in catalog for fault in problems_of_message(message, catalog.num_plurals)]
    if faults:
        raise CatalogueError("\n".join(f"{po}: {fault}" for fault in faults))
    mo = po.with_suffix(".mo")
    with mo.open("wb") as file:
        write_mo(file, _plain(catalog, language_of(po), draft_mark(po)))
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


def check(root: Path, unfinished: frozenset[str] = UNFINISHED, minimum: int = MINIMUM_MESSAGES) -> list[str]:
    """Return every problem of template and catalogues, one sentence each; an empty list means all is well."""
    template = scan(root, minimum)
    problems = []
    if not template_path(root).exists() or template_path(root).read_bytes() != po_bytes(template):
        problems.append(f"{template_path(root).name}: not current, run `catalogues.py extract` and `update`")
    for po in po_paths(root):
        name = po.relative_to(root).as_posix()
        try:
            complete = language_of(po) not in unfinished
            found = _problems_of_catalogue(load(po), template, language_of(po), complete=complete)
        except CatalogueError as fault:
            problems.append(str(fault))
        else:
            problems += [f"{name}: {problem}" for problem in found]
    return problems


def _problems_of_catalogue(catalog: Catalog, template: Catalog, language: str, *, complete: bool) -> list[str]:
    problems = []
    if catalog.plural_forms.rstrip("; ") != cldr_plural_forms(language).rstrip("; "):
        problems.append(f"plural rule is {catalog.plural_forms!r}, CLDR says {cldr_plural_forms(language)!r}")
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
