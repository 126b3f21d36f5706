"""What stands where in a country pack: records by name, and what belongs to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, TypeVar

from s2w_desktop.domain.country.records import (
    Contact,
    CountryPack,
    Document,
    Location,
    Organization,
    Practice,
    Procedure,
    Service,
    Shortage,
    Step,
    Story,
    Term,
)

Entry: TypeAlias = Service | Procedure | Organization | Term | Practice | Story | Shortage
"""What a person looks for; the other records are told with one of these."""
ENTRY_TABLES: Final = ("services", "procedures", "organizations", "glossary", "practices", "stories", "shortages")
"""The tables of entries, in the order in which they are told."""
_R = TypeVar("_R")


class PackIndex:
    """The records of a pack by what one has in hand. Lists keep the editor's order; steps and documents go by number."""

    def __init__(self, pack: CountryPack) -> None:
        self.pack = pack
        self._organizations = {one.id: one for one in pack.organizations}
        self._locations = {one.id: one for one in pack.locations}
        self._services = {one.id: one for one in pack.services}
        self._contacts = {one.id: one for one in pack.contacts}
        self._contacts_of_services = _grouped((one.service_id, one) for one in pack.contacts)
        self._contacts_of_organizations = _grouped((one.organization_id, one) for one in pack.contacts)
        self._locations_of = _grouped((one.organization_id, one) for one in pack.locations)
        self._services_of = _grouped((one.organization_id, one) for one in pack.services)
        self._steps = _grouped((one.procedure_id, one) for one in sorted(pack.procedure_steps, key=lambda one: one.n))
        self._documents = _grouped((one.procedure_id, one) for one in sorted(pack.procedure_documents, key=lambda one: one.n))

    def organization(self, name: str) -> Organization:
        """The organisation of this name, to which a record refers."""
        return self._organizations[name]

    def service(self, name: str) -> Service | None:
        """The service of this name, or None: another pack may have had it."""
        return self._services.get(name)

    def contact(self, name: str) -> Contact:
        """The contact of this name, to which a record refers."""
        return self._contacts[name]

    def contacts_of(self, owner: Service | Organization) -> tuple[Contact, ...]:
        """Whom to call: for a service without contacts those of its organisation."""
        if isinstance(owner, Organization):
            return self._contacts_of_organizations.get(owner.id, ())
        found = self._contacts_of_services.get(owner.id, ())
        return found or self.contacts_of(self.organization(owner.organization_id))

    def locations_of(self, owner: Service | Organization) -> tuple[Location, ...]:
        """Where to go: for a service the places that it names, for an organisation all."""
        if isinstance(owner, Service):
            return tuple(self._locations[name] for name in owner.location_ids)
        return self._locations_of.get(owner.id, ())

    def services_of(self, organization: Organization) -> tuple[Service, ...]:
        """What an organisation does."""
        return self._services_of.get(organization.id, ())

    def steps_of(self, procedure: Procedure) -> tuple[Step, ...]:
        """The steps of a procedure."""
        return self._steps.get(procedure.id, ())

    def documents_of(self, procedure: Procedure) -> tuple[Document, ...]:
        """The papers that a procedure asks for."""
        return self._documents.get(procedure.id, ())


def _grouped(pairs: Iterable[tuple[str, _R]]) -> Mapping[str, tuple[_R, ...]]:
    found: defaultdict[str, list[_R]] = defaultdict(list)
    for name, record in pairs:
        found[name].append(record)
    return {name: tuple(records) for name, records in found.items()}
