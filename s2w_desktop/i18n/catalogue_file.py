"""Catalogues as files: text form (.po) and compiled form (.mo), the same bytes for the same words, with our own header.

Babel reads and writes them; it is slow to import, so this module is imported only where catalogues are worked on.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from s2w_desktop.domain.errors import CatalogueDamaged
from s2w_desktop.i18n.catalogue_rules import problems_of_message
from s2w_desktop.i18n.plural_rules import plural_forms_header

HEADER: Final = "# Words of s2w_desktop. Licence: Apache-2.0, like the program."
DRAFT_LINE: Final = "# draft, not reviewed by a native speaker"
_MARK: Final = re.compile(r'^"X-Draft: (\w+)\\n"$', re.MULTILINE)
_ASKED: Final = ("s2w_desktop/i18n/labels", "s2w_desktop/i18n/paper_words")
"""Where the words stand that a person is asked with, and reads on paper."""


@dataclass(frozen=True)
class Head:
    """What the first lines of a catalogue say. `draft` is the header X-Draft as it stands, "" where there is none."""

    comment: str = f"{HEADER}\n{DRAFT_LINE}"
    draft: str = "yes"

    @property
    def is_draft(self) -> bool:
        """Whether no native speaker has reviewed it. A header that was lost on the way must not promise a review."""
        return self.draft != "no"


class PlainCatalog(Catalog):
    """A catalogue whose header holds what readers need and nothing that changes from one run to the next."""

    def __init__(self, language: str | None = None, head: Head | None = None, more: Sequence[tuple[str, str]] = ()) -> None:
        self._head = head or Head(HEADER, "")
        self._language = language
        self._more = more
        super().__init__(locale=language, header_comment=self._head.comment, charset="utf-8", fuzzy=False)

    @property
    def header_comment(self) -> str:
        """The comment above the first message, as it was read; Babel would put the year into it."""
        return self._head.comment

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Name, language, plural rule (from CLDR), whether it is a draft; Babel would add dates and its version."""
        headers = [("Project-Id-Version", "s2w-desktop")]
        if self._language:
            headers += [("Language", self._language), ("Plural-Forms", plural_forms_header(self._language))]
        if self._head.draft:
            headers.append(("X-Draft", self._head.draft))
        return [*headers, *self._more, ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"),
                ("Content-Transfer-Encoding", "8bit\n")]  # fmt: skip

    @property
    def num_plurals(self) -> int:
        """How many plural forms each message has, by CLDR; 2 in the template."""
        return int(self._plural_parts[0])

    @property
    def plural_expr(self) -> str:
        """The rule that chooses among them, in the language of gettext."""
        return self._plural_parts[1]

    def __iter__(self) -> Iterator[Message]:
        """Give the header and all messages; a per cent sign in a sentence does not make it a printf format."""
        for message in super().__iter__():
            message.flags.discard("python-format")
            yield message

    @cached_property
    def _plural_parts(self) -> tuple[str, str]:
        """CLDR's rule is put together anew each time that it is asked for, and checks ask once for each message."""
        forms = plural_forms_header(self._language or "en")
        count, rule = forms.removeprefix("nplurals=").split("; plural=")
        return count, rule.rstrip(";")


def read_catalogue(untrusted_content: bytes, language: str) -> Catalog:
    """The catalogue in the text form of a language. Messages are not checked yet (`catalogue_rules`).

    Raises CatalogueDamaged when it cannot be read, or CLDR does not know the language.
    """
    try:
        locale = str(Locale.parse(language))
        return read_po(io.BytesIO(untrusted_content), locale=locale, abort_invalid=True)
    except (PoFileError, ValueError, LookupError, UnknownLocaleError) as cause:
        raise CatalogueDamaged(detail=str(cause)) from cause


def read_head(untrusted_content: bytes, catalog: Catalog) -> Head:
    """What the first lines of a catalogue say; Babel does not keep headers of our own."""
    header, _, _ = untrusted_content.decode("utf-8", "replace").replace("\r\n", "\n").partition("\n\n")
    found = _MARK.search(header)
    return Head(str(catalog.header_comment or HEADER), found[1] if found else "")


def with_head(catalog: Catalog, language: str, head: Head) -> PlainCatalog:
    """The same messages under our own header."""
    plain = PlainCatalog(language, head)
    for message in catalog:
        if message.id:
            plain[message.id] = message
    plain.obsolete = catalog.obsolete
    return plain


def po_bytes(catalog: Catalog, *, in_given_order: bool = False) -> bytes:
    """The text form, in the order of the source files.

    Give messages whose line numbers are not known, as they are after reading a file, in the order that they came in.
    """
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_by_file=not in_given_order, include_lineno=False)
    return out.getvalue()


def mo_bytes(catalog: Catalog, language: str, head: Head) -> bytes:
    """The compiled form; what is missing or marked fuzzy is left out, so that the program shows English there.

    Its header counts that, so that a list of languages need not read more than the header.

    Raises CatalogueDamaged naming every message that would break the program at run time.
    """
    faults = [fault for message in catalog for fault in problems_of_message(message, catalog.num_plurals)]
    if faults:
        raise CatalogueDamaged(detail="\n".join(faults))
    usable = [message for message in catalog if message.id and is_translated(message)]
    missing = len(catalog) - len(usable)
    plain = PlainCatalog(language, head, [("X-Asked", str(asked_share(catalog))), ("X-Missing", str(missing))])
    for message in usable:  # of a plural without translation Babel would say that English is its translation
        plain[message.id] = message
    out = io.BytesIO()
    write_mo(out, plain)
    return out.getvalue()


def asked_share(catalog: Catalog) -> int:
    """How much of what a person is asked and reads on paper is translated, in whole per cent rounded down."""
    asked = [message for message in catalog if message.id and is_asked(message)]
    done = sum(is_translated(message) for message in asked)
    return 100 * done // len(asked) if asked else 100


def is_asked(message: Message) -> bool:
    """Whether a message is one of the questions, choices and words of the paper."""
    return any(place.startswith(_ASKED) for place, _line in message.locations)


def is_translated(message: Message) -> bool:
    """Whether the program uses the translation: all forms are there, and nobody doubts them."""
    return all(forms_of(message)) and not message.fuzzy


def forms_of(message: Message) -> tuple[str, ...]:
    """The translations of a message, one for each plural form; "" where there is none yet."""
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string) if string else ("",)


def english_of(message: Message) -> tuple[str, ...]:
    """The English of a message: one text, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)
