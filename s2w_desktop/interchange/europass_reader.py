"""From a Europass "Candidate" document to a profile: what has a question is taken in, everything else is named."""

from collections.abc import Callable, Iterator
from typing import Final
from uuid import UUID
from xml.etree.ElementTree import Element

from s2w_desktop.domain.codes.listing import codes
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.interchange_errors import NotAProfileFile, OldEuropass
from s2w_desktop.interchange.europass_languages import is_language, read_languages
from s2w_desktop.interchange.europass_map import BY_THE_WAY, EDUCATION, IDENTITY, WORK, Group
from s2w_desktop.interchange.europass_person import is_known_channel, read_contact, read_nationalities
from s2w_desktop.interchange.europass_sections import is_known_section, read_licences, read_own_sections, read_software
from s2w_desktop.interchange.europass_tree import OLD_NAMESPACE, all_at, leaves, local_name, tag
from s2w_desktop.interchange.outcome import Found
from s2w_desktop.interchange.reading import Reading
from s2w_desktop.interchange.wording import Wording

NOT_TAKEN: Final = frozenset(
    codes(
        """
    ExecutiveSummary PublicationHistory Certifications CourseCertifications EmploymentReferences Attachment CreativeWorks
    Projects SocialAndPoliticalActivities NetworksAndMemberships ConferencesAndSeminars VoluntaryWorks HobbiesAndInterests
    Others PersonAvailability ExperienceSummary CandidateEmployerPreferences CandidatePositionPreferences CandidateObjective
    MilitaryHistory PatentHistory OrganizationAffiliations SpeakingHistory CommunicationAndInterpersonalSkills
    ManagementAndLeadershipSkills OrganisationalSkills DigitalSkills PersonCompetency Communication Disability Link Thesis
    NationalClassification CreditType NumberOfCredit URI ContactName DateText QualificationsSummary
    """
    )
)
"""Parts of the format that the interview has no question for. Their names may be shown: they are the format's."""
_READ_PERSON: Final = frozenset(codes("PersonName NationalityCode BirthDate GenderCode PrimaryLanguageCode"))
_READ_PROFILE: Final = frozenset(codes("ID EmploymentHistory EducationHistory Licenses Skills"))
_OF_A_PLACE: Final = frozenset({"UseCode", "ChannelCode"})
"""What says of an address which it is."""


def read_europass(
    questionnaire: Questionnaire, root: Element, wording_of: Callable[[str], Wording], new_id: Callable[[], UUID]
) -> Found:
    """The profile of a document. `wording_of` gives the wording of the language that it names, or of another one.

    Raises OldEuropass, NotAProfileFile.
    """
    if root.tag != tag("Candidate"):
        raise OldEuropass if root.tag.startswith(f"{{{OLD_NAMESPACE}") else NotAProfileFile
    reading = Reading(questionnaire, wording_of(_language(root)), new_id)
    for person in all_at(root, IDENTITY.element)[:1]:
        _read_places(person, IDENTITY, None, reading)
    read_nationalities(root, reading)
    read_contact(root, reading)
    read_languages(root, reading)
    for group in (WORK, EDUCATION):
        for element in _single(all_at(root, group.element)):
            _read_entry(element, group, reading)
    read_licences(root, reading)
    read_software(root, reading)
    read_own_sections(root, reading)
    for name in _not_read(root, reading.wording):
        _note(name, reading)
    return reading.found()


def _language(root: Element) -> str:
    profile = root.find(tag("CandidateProfile"))
    return "" if profile is None else profile.get("languageCode", "")


def _single(histories: list[Element]) -> Iterator[Element]:
    """Each position with its employer: a document may tell several positions under one."""
    for history in histories:
        positions = all_at(history, "PositionHistory")
        for position in positions[1:]:
            alone = Element(history.tag)
            alone.extend(child for child in history if child not in positions)
            alone.append(position)
            yield alone
        first = Element(history.tag)
        first.extend(child for child in history if child not in positions[1:])
        yield first


def _read_entry(element: Element, group: Group, reading: Reading) -> None:
    entry = reading.entry(group.section)
    if entry is None:
        return
    _read_places(element, group, entry, reading)
    if reading.is_empty(group.section, entry):
        reading.drop(group.section, entry)


def _read_places(element: Element, group: Group, entry: EntryId | None, reading: Reading) -> None:
    known: set[int] = set()
    for place in group.places:
        for found in all_at(element, place.path):
            known.add(id(found))
            text = found.get(place.attribute, "") if place.attribute else found.text or ""
            if text.strip():
                reading.take(group.section, place.key, entry, place.codec, text)
                break
    if entry is not None:
        for leaf in leaves(element):
            if id(leaf) not in known and local_name(leaf) not in _OF_A_PLACE:
                _note(local_name(leaf), reading)


def _not_read(root: Element, wording: Wording) -> Iterator[str]:
    """The names of parts that say something and that nobody reads."""
    for part in root:
        name = local_name(part)
        if name == "CandidatePerson":
            yield from _unknown(part, _READ_PERSON, lambda one: local_name(one) == "Communication" and is_known_channel(one))
        elif name == "CandidateProfile":
            yield from _unknown(part, _READ_PROFILE, lambda one: local_name(one) == "Others" and is_known_section(one, wording))
        elif name not in BY_THE_WAY:
            yield name


def _unknown(part: Element, read: frozenset[str], is_read: Callable[[Element], bool]) -> Iterator[str]:
    for child in part:
        name = local_name(child)
        if name == "PersonQualifications":
            yield from ("PersonCompetency" for one in child if local_name(one) == "PersonCompetency" and not is_language(one))
        elif name not in read and not is_read(child) and any(True for _ in leaves(child)):
            yield name


def _note(name: str, reading: Reading) -> None:
    if name in NOT_TAKEN:
        reading.unplaced(name)
    else:
        reading.other()
