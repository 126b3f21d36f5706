"""What of a person repeats in a Europass document: nationalities, telephones, addresses of mail and of a home."""

from typing import Final
from xml.etree.ElementTree import Element

from s2w_desktop.domain.fields import field_path
from s2w_desktop.interchange.codec import TEXT, Unfit
from s2w_desktop.interchange.europass_tree import add, all_at, grown, text_at
from s2w_desktop.interchange.places_and_languages import COUNTRY
from s2w_desktop.interchange.reading import Reading
from s2w_desktop.interchange.telephone import joined, parted
from s2w_desktop.interchange.wording import Wording
from s2w_desktop.interchange.writing import Writing
from s2w_desktop.interchange.xml_text import fit_for_xml

_COMMUNICATION: Final = "CandidatePerson/Communication"
_OF_SUPPLIER: Final = "CandidateSupplier/PersonContact/Communication"
"""Some documents hold the mail address here alone: the person supplies the document."""
_MAIL, _TELEPHONE = "Email", "Telephone"
_ADDRESS_PARTS: Final = ("oa:AddressLine", "oa:PostalCode", "oa:CityName")


def write_nationalities(root: Element, writing: Writing) -> None:
    """The main one first. Europass has no code for people without a nationality."""
    person = grown(root, "CandidatePerson")
    main = writing.text("identity", "nationality", None, COUNTRY)
    if main:
        add(person, "NationalityCode", main)
    others = writing.profile.get("identity.other_nationalities")
    if main and isinstance(others, tuple):
        written = [code for one in others if (code := COUNTRY.write(one, writing.wording))]
        for code in written:
            add(person, "NationalityCode", code)
        if written:
            writing.placed("identity.other_nationalities", exactly=len({main, *written}) == 1 + len(others))


def read_nationalities(root: Element, reading: Reading) -> None:
    """The first is the main one."""
    codes: list[str] = []
    for element in all_at(root, "CandidatePerson/NationalityCode"):
        try:
            found = COUNTRY.read((element.text or "").strip(), reading.wording)
        except Unfit:
            reading.unfit("identity", "nationality")
            continue
        if isinstance(found, str) and found not in codes:
            codes.append(found)
    if codes:
        reading.put("identity", "nationality", None, codes[0])
    if codes[1:]:
        reading.put("identity", "other_nationalities", None, tuple(sorted(codes[1:])))


def write_contact(root: Element, writing: Writing) -> None:
    """Telephones with a calling code (Europass refuses a document with any other), addresses of mail, the home."""
    person = grown(root, "CandidatePerson")
    for mail in _mail(writing):
        add(_channel(person, _MAIL), "oa:URI", mail)
    for entry in writing.entries("phone"):
        number = writing.profile.text(field_path("phone", "number", entry))
        parts = parted(number)
        if parts:
            channel = _channel(person, _TELEPHONE)
            add(channel, "CountryDialing", parts[0])
            add(channel, "oa:DialNumber", parts[1])
            writing.placed(field_path("phone", "number", entry), exactly=joined(*parts) == number)
    home = writing.text("contact", "address", None, TEXT)
    if home:
        place = add(person, "Communication")
        add(place, "UseCode", "home")
        add(add(place, "Address", type="home"), "oa:AddressLine", home)


def read_contact(root: Element, reading: Reading) -> None:
    """Take in what the interview has a question for; the rest stays unread and is noted by the caller."""
    for element in all_at(root, _COMMUNICATION):
        channel = text_at(element, "ChannelCode")
        if channel == _MAIL:
            key = "second_email" if reading.has("contact", "email", None) else "email"
            reading.take("contact", key, None, TEXT, text_at(element, "oa:URI"))
        elif channel == _TELEPHONE:
            number = joined(text_at(element, "CountryDialing"), text_at(element, "oa:DialNumber"))
            entry = reading.entry("phone") if number else None
            if entry is not None:
                reading.take("phone", "number", entry, TEXT, number)
        elif element.find("{*}Address") is not None:
            reading.take("contact", "address", None, TEXT, _address(element, reading.wording))
    for element in all_at(root, _OF_SUPPLIER):
        if text_at(element, "ChannelCode") == _MAIL:
            reading.take("contact", "email", None, TEXT, text_at(element, "oa:URI"))


def is_known_channel(element: Element) -> bool:
    """Whether a way of reaching the person is taken in here."""
    return text_at(element, "ChannelCode") in (_MAIL, _TELEPHONE) or element.find("{*}Address") is not None


def _mail(writing: Writing) -> list[str]:
    """Addresses in their order; a second one without a first would be read as the first."""
    first = writing.text("contact", "email", None, TEXT)
    if first:
        return [first, *([second] if (second := writing.text("contact", "second_email", None, TEXT)) else [])]
    only = fit_for_xml(writing.profile.text("contact.second_email"))
    if only:
        writing.placed("contact.second_email", exactly=False)
    return [only] if only else []


def _channel(person: Element, code: str) -> Element:
    channel = add(person, "Communication")
    add(channel, "ChannelCode", code)
    return channel


def _address(element: Element, wording: Wording) -> str:
    """The parts of an address in one line, the country by its name."""
    parts = [text_at(element, f"Address/{part}") for part in _ADDRESS_PARTS]
    return ", ".join(part for part in [*parts, _country(text_at(element, "Address/CountryCode"), wording)] if part)


def _country(untrusted: str, wording: Wording) -> str:
    try:
        code = COUNTRY.read(untrusted, wording)
    except Unfit:
        return ""
    return wording.label("country", code) if isinstance(code, str) else ""
