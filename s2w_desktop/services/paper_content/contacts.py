"""Whom to ask about a next step: what the installed country packs say of the service that a recommendation names."""

import logging
import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from s2w_desktop.domain.country.records import Location, Service
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.domain.reference_errors import CountryPackDamaged, NewerCountryPack
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.pdf.content import Link
from s2w_desktop.services.directory import CountryDirectory, Directories

_CANNOT_BE_READ: Final = (CountryPackDamaged, NewerCountryPack, PackPartDamaged)
_IN_ADDRESSES: Final = "/:?#[]@!$&'()*+,;=%~"
_NOT_DIALLED: Final = re.compile(r"[^0-9+]")
_NO_BREAK: Final = "\u00a0"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ServiceContact:
    """What a pack says of a service beyond what a recommendation holds; empty where it says nothing."""

    address: str = ""
    email: str = ""
    website: str = ""
    documents: LocalText = field(default_factory=LocalText)


class ServiceContacts:
    """Finds services. A paper is never held up by a pack: one that cannot be read leaves what the profile holds itself."""

    def __init__(self, directories: Directories) -> None:
        self._directories = directories

    def of(self, named: str) -> ServiceContact:
        """The contact of a service by `pack/service`; an empty one where no installed pack has it."""
        pack, _, service = named.partition("/")
        try:
            directories = self._directories.all()
        except _CANNOT_BE_READ as failure:
            _log.warning("a country pack cannot be read for a paper: %s", failure.code)
            return ServiceContact()
        for directory in directories:
            found = directory.index.service(service) if directory.pack.header.pack_id == pack else None
            if found:
                return _contact(directory, found)
        return ServiceContact()


def _contact(directory: CountryDirectory, service: Service) -> ServiceContact:
    index = directory.index
    contacts, places = index.contacts_of(service), index.locations_of(service)
    return ServiceContact(
        address=next((_address(place) for place in places), ""),
        email=next((contact.email for contact in contacts if contact.email), ""),
        website=index.organization(service.organization_id).website,
        documents=service.required_documents,
    )


def _address(place: Location) -> str:
    return place.address if place.town in place.address else f"{place.address}, {place.town}"


def shown_phone(phone: str) -> str:
    """A telephone number that is never parted where a line ends."""
    return phone.strip().replace(" ", _NO_BREAK)


def shown_address(website: str) -> str:
    """An address as people read it aloud: without its beginning."""
    return website.removeprefix("https://").removeprefix("http://").rstrip("/")


def links_of(phone: str, contact: ServiceContact) -> tuple[Link, ...]:
    """The telephone, e-mail and web page of a step, as they stand in its texts, with where they lead."""
    dialled = _NOT_DIALLED.sub("", phone)
    found = (
        (shown_phone(phone), f"tel:{dialled}" if dialled else ""),
        (contact.email, f"mailto:{quote(contact.email, safe='@')}"),
        (shown_address(contact.website), quote(contact.website, safe=_IN_ADDRESSES)),
    )
    return tuple(Link(clean(text), uri) for text, uri in found if text and uri)
