"""From a profile to a Europass "Candidate" document, shaped as Europass' own files are and never said to come from there."""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from s2w_desktop.domain.fields import Questionnaire, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.esco_notice import ESCO_NOTICE
from s2w_desktop.i18n.interchange_words import not_by_europass, training_note
from s2w_desktop.interchange.europass_languages import write_mother_tongues, write_other_languages
from s2w_desktop.interchange.europass_map import EDUCATION, IDENTITY, SECTIONS_IN_ORDER, WORK, Group
from s2w_desktop.interchange.europass_person import write_contact, write_nationalities
from s2w_desktop.interchange.europass_sections import write_licences, write_own_sections, write_software
from s2w_desktop.interchange.europass_tree import NAMESPACES, add, all_at, grown, tag
from s2w_desktop.interchange.europass_xml import xml_bytes
from s2w_desktop.interchange.outcome import Losses
from s2w_desktop.interchange.wording import Wording
from s2w_desktop.interchange.writing import Writing
from s2w_desktop.interchange.xml_text import fit_for_xml

_AGENCY: Final = "S2W"
"""Whose numbers the document carries: ours, and not Europass'."""
_ESCO: Final = "http://data.europa.eu/esco/"


@dataclass(frozen=True)
class EuropassFile:
    """A document in UTF-8, and what of the profile is not in it."""

    content: bytes
    losses: Losses


def write_europass(
    questionnaire: Questionnaire, profile: Profile, wording: Wording, *, document_id: str, is_training: bool = False
) -> EuropassFile:
    """The document of a profile that holds nothing but what may leave (see `leaving`).

    `document_id` is a name for the document that tells nothing of the case. Equal input gives equal bytes.
    """
    writing = Writing(questionnaire, profile, wording, fit_for_xml)
    root = Element(tag("Candidate"), {tag("xsi:schemaLocation"): f"{NAMESPACES['']} Candidate.xsd"})
    add(root, "hr:DocumentID", **_scheme(document_id, "DocumentIdentifier", "4.0"))
    supplier = add(root, "CandidateSupplier")
    _write_person(root, writing)
    _write_supplier(supplier, root, document_id)
    made = add(root, "CandidateProfile", languageCode=wording.tr.code)
    add(made, "hr:ID", **_scheme(document_id, "CandidateProfileID", "1.0"))
    _write_entries(root, WORK, writing)
    _write_entries(root, EDUCATION, writing)
    _note_fields_of_study(writing)
    write_licences(root, writing)
    write_other_languages(root, writing)
    write_software(root, writing)
    write_own_sections(root, writing)
    _write_order(root)
    return EuropassFile(xml_bytes(root, _comments(root, wording, is_training=is_training)), writing.losses())


def _write_person(root: Element, writing: Writing) -> None:
    """The name stands there even when it is not known: Europass refuses a document without one."""
    person = add(root, "CandidatePerson")
    grown(person, "PersonName/oa:GivenName")
    grown(person, "PersonName/hr:FamilyName")
    write_contact(root, writing)
    write_nationalities(root, writing)
    _write_places(person, IDENTITY, None, writing)
    write_mother_tongues(root, writing)


def _write_supplier(supplier: Element, root: Element, document_id: str) -> None:
    """The person speaks for themselves."""
    add(supplier, "hr:PartyID", **_scheme(document_id, "PartyID", "1.0"))
    add(supplier, "hr:PartyName", "Owner")
    name = grown(supplier, "PersonContact/PersonName")
    for part in grown(root, "CandidatePerson/PersonName"):
        copied = Element(part.tag)
        copied.text = part.text
        name.append(copied)
    add(supplier, "hr:PrecedenceCode", "1")


def _write_entries(root: Element, group: Group, writing: Writing) -> None:
    above, _, name = group.element.rpartition("/")
    for entry in writing.entries(group.section):
        _write_places(add(grown(root, above), name), group, entry, writing)
    for element in list(all_at(root, group.element)):
        if not len(element):
            grown(root, above).remove(element)


def _write_places(element: Element, group: Group, entry: EntryId | None, writing: Writing) -> None:
    for place in group.places:
        text = writing.text(group.section, place.key, entry, place.codec)
        if text and place.attribute:
            grown(element, place.path).set(place.attribute, text)
        elif text:
            grown(element, place.path).text = text
    for title in all_at(element, "PositionHistory/PositionTitle"):
        title.set("typeCode", "URI" if title.get("languageID") else "FREETEXT")
    for field in all_at(element, "EducationDegree/FieldOfStudy"):
        field.set("typeCode", "URI")


def _note_fields_of_study(writing: Writing) -> None:
    """A narrow field stands inside the code of the detailed one."""
    for entry in writing.entries(EDUCATION.section):
        path = field_path(EDUCATION.section, "field_narrow", entry)
        narrow = writing.profile.text(path)
        if narrow and writing.profile.text(field_path(EDUCATION.section, "field_detailed", entry)).startswith(narrow):
            writing.placed(path, exactly=True)


def _write_order(root: Element) -> None:
    design = grown(root, "RenderingInformation/Design/SectionsOrder")
    for path, name in SECTIONS_IN_ORDER.items():
        if all_at(root, path):
            add(add(design, "Section"), "Title", name)


def _comments(root: Element, wording: Wording, *, is_training: bool) -> tuple[str, ...]:
    values = (value for element in root.iter() for value in element.attrib.values())
    esco = [ESCO_NOTICE.text] if any(value.startswith(_ESCO) for value in values) else []
    training = [training_note(wording.tr)] if is_training else []
    return (not_by_europass(wording.tr), *training, *esco)


def _scheme(document_id: str, name: str, version: str) -> dict[str, str]:
    return {"schemeID": document_id, "schemeName": name, "schemeAgencyName": _AGENCY, "schemeVersionID": version}
