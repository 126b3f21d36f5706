"""Looking things up in a country pack: services, procedures and words, without a connection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from s2w_desktop.domain.country.index import ENTRY_TABLES, Entry, PackIndex
from s2w_desktop.domain.country.records import CountryPack, Service, Story, Term
from s2w_desktop.domain.folding import folded
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.reference.country_text import read_pack
from s2w_desktop.services.directory_words import found_by
from s2w_desktop.services.packs import Packs

if TYPE_CHECKING:
    from s2w_desktop.reference.labels import LabelTable

COUNTRY_PART: Final = "country/directory"
"""The part of a reference pack that holds a country pack."""
_TALES: Final = ("practices", "stories")
"""What is told after all that can be gone to: long texts hold many words."""


@dataclass(frozen=True)
class DirectoryQuery:
    """What is looked for. `table` is one of `ENTRY_TABLES`; codes are those of the profile. Empty: whatever.

    Topic, status, language and town are told of services alone, so with one of them only services fit.
    """

    typed: str = ""
    table: str = ""
    topic: str = ""
    status: str = ""
    language: str = ""
    town: str = ""

    @property
    def asks_for_services(self) -> bool:
        """Whether only services can fit."""
        return bool(self.topic or self.status or self.language or self.town)


class CountryDirectory:
    """The entries of one pack, to search and filter. It never changes; stories that have expired are not told."""

    def __init__(self, pack: CountryPack, translators: Sequence[Translator]) -> None:
        """`translators` give the words of codes in languages of the pack, under which entries are found too."""
        self.index = PackIndex(pack)
        self._translators = tuple(translators)
        self._entries = tuple((table, entry) for table in ENTRY_TABLES for entry in _entries(pack, table))

    @property
    def pack(self) -> CountryPack:
        """The pack itself."""
        return self.index.pack

    def is_overdue(self, today: date) -> bool:
        """Whether all of it should have been looked through again."""
        return self.pack.is_overdue(today)

    def find(self, query: DirectoryQuery, today: date) -> list[Entry]:
        """The entries that fit: best first when something is typed, else in the order of the pack."""
        order = self._order(query.typed)
        return [entry for table, entry in map(self._entries.__getitem__, order) if self._fits(table, entry, query, today)]

    def explained(self, word: str) -> Term | None:
        """The term of the glossary that is written like this, in any language of the pack; case and marks do not matter."""
        wanted = folded(word).strip()
        return next((term for term in self.pack.glossary for _, text in term.term.by_language if folded(text) == wanted), None)

    def topics(self) -> tuple[str, ...]:
        """Codes of next steps for which there is a service, in their order."""
        return tuple(sorted({topic for service in self.pack.services for topic in service.topics}))

    def statuses(self) -> tuple[str, ...]:
        """Codes of residence status that a service names, in their order."""
        return tuple(sorted({status for service in self.pack.services for status in service.eligibility_statuses}))

    def spoken(self) -> tuple[str, ...]:
        """Languages that are spoken in a service (ISO 639-3), by code."""
        return tuple(sorted({language for service in self.pack.services for language in service.languages}))

    def towns(self) -> tuple[str, ...]:
        """Towns in which there is a service, by name."""
        return tuple(sorted({place.town for service in self.pack.services for place in self.index.locations_of(service)}))

    def tables(self) -> tuple[str, ...]:
        """The tables in which something stands."""
        return tuple(table for table in ENTRY_TABLES if self.pack.table(table))

    # --- what fits ---

    def _fits(self, table: str, entry: Entry, query: DirectoryQuery, today: date) -> bool:
        if query.table and table != query.table:
            return False
        if isinstance(entry, Story) and entry.expires_on < today:
            return False
        return not query.asks_for_services or (isinstance(entry, Service) and self._serves(entry, query))

    def _serves(self, service: Service, query: DirectoryQuery) -> bool:
        return (
            (not query.topic or query.topic in service.topics)
            and (not query.status or not service.eligibility_statuses or query.status in service.eligibility_statuses)
            and (not query.language or query.language in service.languages)
            and (not query.town or any(place.town == query.town for place in self.index.locations_of(service)))
        )

    # --- search ---

    def _order(self, typed: str) -> Sequence[int]:
        """Places of entries, best first."""
        if not typed.strip():
            return range(len(self._entries))
        from s2w_desktop.reference.searching import find  # loads numpy, which only a search needs

        found = [one.concept for one in find(typed, len(self._entries), self._tables)]
        return sorted(found, key=lambda place: self._entries[place][0] in _TALES)

    @cached_property
    def _tables(self) -> "tuple[LabelTable, ...]":
        from s2w_desktop.reference.labels import Label, table_of

        spoken = {translator.code: translator for translator in self._translators}
        return tuple(
            table_of(
                language,
                (
                    Label(place, one.words, one.is_name)
                    for place, (_table, entry) in enumerate(self._entries)
                    for one in found_by(self.index, entry, language, spoken.get(language))
                ),
            )
            for language in self.pack.header.languages
        )


def installed_directories(packs: Packs, catalogues: Catalogues) -> "Directories":
    """The country packs of a store, the one installed last first."""

    def readers() -> list[Callable[[], bytes]]:
        return [partial(reader.read, COUNTRY_PART) for reader in packs.readers(PackContent.COUNTRY)]

    return Directories(readers, catalogues)


class Directories:
    """The country packs that are installed here, as directories. `packs` gives what reads the part of each, the first first."""

    def __init__(self, packs: Callable[[], Sequence[Callable[[], bytes]]], catalogues: Catalogues) -> None:
        self._packs, self._catalogues = packs, catalogues
        self._read: tuple[tuple[bytes, ...], tuple[CountryDirectory, ...]] = ((), ())

    def are_there(self) -> bool:
        """Whether a country pack is installed; whether it can be read is not looked at."""
        return bool(self._packs())

    def all(self) -> tuple[CountryDirectory, ...]:
        """All of them, made anew only when others are installed. Raises PackPartDamaged and what `open_directory` raises."""
        members = tuple(read() for read in self._packs())
        if members != self._read[0]:
            self._read = (members, tuple(open_directory(member, self._catalogues) for member in members))
        return self._read[1]

    def present(self) -> CountryDirectory | None:
        """The first, or None where no country pack is installed. Raises as `all`."""
        return next(iter(self.all()), None)


def open_directory(untrusted: bytes, catalogues: Catalogues) -> CountryDirectory:
    """The directory of a pack's member. Raises NewerCountryPack and CountryPackDamaged."""
    pack = read_pack(untrusted)
    offered = {language.code for language in catalogues.offered()}
    return CountryDirectory(pack, [catalogues.translator_or_english(code) for code in pack.header.languages if code in offered])


def _entries(pack: CountryPack, table: str) -> tuple[Entry, ...]:
    found: dict[str, tuple[Entry, ...]] = {
        "services": pack.services,
        "procedures": pack.procedures,
        "organizations": pack.organizations,
        "glossary": pack.glossary,
        "practices": pack.practices,
        "stories": pack.stories,
        "shortages": pack.shortages,
    }
    return found[table]
