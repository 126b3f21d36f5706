"""Whom a country pack knows for a matter: as blocks that are found at a glance, and as lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from s2w_desktop.domain.country.index import Entry
from s2w_desktop.domain.country.records import Contact, Organization, Procedure, Service
from s2w_desktop.i18n.country_lines import CountryLine, Teller
from s2w_desktop.i18n.isolation import isolate_lines, isolate_ltr
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.sheet import ContactBlock, Fact, Facts
from s2w_desktop.services.directory import CountryDirectory
from s2w_desktop.services.sheets.speech import Speech, beside


@dataclass(frozen=True)
class Offices:
    """The directories that are installed, spoken in the languages of a sheet."""

    directories: Sequence[CountryDirectory]
    speech: Speech

    def service(self, named: str) -> tuple[CountryDirectory, Service] | None:
        """The service that a recommendation names (`pack/service`), where its pack is here and still knows it."""
        pack, _, service = named.partition("/")
        for directory in self.directories:
            found = directory.index.service(service) if directory.pack.header.pack_id == pack else None
            if found is not None:
                return directory, found
        return None

    def contact(self, directory: CountryDirectory, owner: Service | Organization) -> ContactBlock:
        """Name, telephone, hours and place of a service or an organisation."""
        contacts = directory.index.contacts_of(owner)
        called = next((one for one in contacts if one.phone), None)
        places = (self.speech.everywhere(place.address) for place in directory.index.locations_of(owner)[:1])
        lines = (self.reached(called or next(iter(contacts), None)), *places)
        return ContactBlock(self.speech.local(owner.name), called.phone if called else "", lines)

    def reached(self, contact: Contact | None) -> Texts:
        """When and how else somebody is reached: hours and e-mail."""
        if contact is None:
            return {}
        hours, email = self.speech.local(contact.hours), isolate_ltr(contact.email)
        return self.speech.each(lambda tr: beside(part for part in (hours.get(tr.code, ""), email) if part))

    def line(self, directory: CountryDirectory, entry: Entry, key: str) -> Texts:
        """One line of what a directory tells of an entry, by its key: "documents", "fees"."""

        def say(tr: Translator) -> str:
            return next((line.text for line in self._told(tr, directory, entry) if line.key == key), "")

        return self.speech.each(say)

    def facts(self, directory: CountryDirectory, entry: Procedure, leaving_out: Iterable[str] = ()) -> Facts:
        """What a directory tells of a procedure, but for some kinds of lines; what a language lacks stands in the other alone."""
        told = {tr.code: {line.key: line.text for line in self._told(tr, directory, entry)} for tr in self.speech.translators}
        labels = {tr.code: self._labels(tr, directory, entry) for tr in self.speech.translators}
        keys = dict.fromkeys(key for lines in told.values() for key in lines if key.partition(" ")[0] not in set(leaving_out))
        rows = []
        for key in keys:
            names = {code: names[key] for code, names in labels.items() if key in names}
            values = {code: lines[key] for code, lines in told.items() if key in lines}
            rows.append(Fact(names, values))
        return Facts(tuple(rows))

    def _told(self, tr: Translator, directory: CountryDirectory, entry: Entry) -> tuple[CountryLine, ...]:
        falls_back = self.speech.falls_back(tr, directory.pack.header.languages)
        told = Teller(tr, directory.index, falls_back=falls_back).lines(entry)
        return tuple(line if line.language == tr.code else replace(line, text=isolate_lines(line.text)) for line in told)

    def _labels(self, tr: Translator, directory: CountryDirectory, entry: Entry) -> dict[str, str]:
        """The names of all lines, of those too whose text a language lacks."""
        return {line.key: line.label for line in Teller(tr, directory.index, falls_back=True).lines(entry)}

    def helpers(self, topics: Iterable[str], kinds: Iterable[str]) -> Iterator[ContactBlock]:
        """Services for some next steps, then organisations of some kinds, each once and with a telephone."""
        wanted, offered = set(topics), set(kinds)
        for directory in self.directories:
            services = [one for one in directory.pack.services if wanted & set(one.topics)]
            organizations = [one for one in directory.pack.organizations if one.kind in offered]
            owners: tuple[Service | Organization, ...] = (*services, *organizations)
            for owner in owners:
                block = self.contact(directory, owner)
                if block.phone:
                    yield block
