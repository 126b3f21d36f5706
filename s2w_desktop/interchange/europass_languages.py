"""Languages in a Europass document: mother tongues of the person apart from the others, which have levels of the CEFR."""

from typing import Final
from xml.etree.ElementTree import Element

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.interchange.codec import Codec, label_of
from s2w_desktop.interchange.europass_map import CEF_DIMENSIONS, CEF_LEVEL, COMPETENCY, MOTHER_TONGUE
from s2w_desktop.interchange.europass_tree import add, all_at, grown, tag, text_at
from s2w_desktop.interchange.places_and_languages import LIBRARY_CODE
from s2w_desktop.interchange.reading import Reading
from s2w_desktop.interchange.writing import Writing

_LISTED, _NAMED = "NORMAL", "FREE_TEXT"
_NAME: Final = label_of("language")
_FIRST, _FURTHER = "mother_tongue", "further"


def write_mother_tongues(root: Element, writing: Writing) -> None:
    """The languages that the person grew up with."""
    for entry in _entries(writing, first=True):
        scheme, text = _language(writing, entry)
        if text:
            add(grown(root, "CandidatePerson"), "PrimaryLanguageCode", text, name=scheme)


def write_other_languages(root: Element, writing: Writing) -> None:
    """All other languages, with the levels that Europass knows."""
    for entry in _entries(writing, first=False):
        scheme, text = _language(writing, entry)
        if not text:
            continue
        competency = add(grown(root, "CandidateProfile/PersonQualifications"), "PersonCompetency")
        add(competency, "CompetencyID", text, schemeName=scheme)
        add(competency, "hr:TaxonomyID", "language")
        for key, dimension in CEF_DIMENSIONS.items():
            level = writing.text("language", key, entry, CEF_LEVEL)
            if level:
                measured = add(competency, "eures:CompetencyDimension")
                add(measured, "hr:CompetencyDimensionTypeCode", dimension)
                grown(measured, "eures:Score/hr:ScoreText").text = level


def read_languages(root: Element, reading: Reading) -> None:
    """Take in both."""
    for element in all_at(root, MOTHER_TONGUE):
        entry = _taken(reading, element.text or "", element.get("name", _LISTED))
        if entry is not None:
            reading.put("language", "role", entry, _FIRST)
    for competency in all_at(root, COMPETENCY):
        if not is_language(competency):
            continue
        named = competency.find(tag("CompetencyID"))
        entry = None if named is None else _taken(reading, named.text or "", named.get("schemeName", _LISTED))
        if entry is not None:
            reading.put("language", "role", entry, _FURTHER)
            _read_levels(competency, entry, reading)


def is_language(competency: Element) -> bool:
    """Whether a competency is a language, and so taken in here."""
    return text_at(competency, "hr:TaxonomyID") == "language"


def _entries(writing: Writing, *, first: bool) -> list[EntryId]:
    role = {entry: writing.profile.get(field_path("language", "role", entry)) for entry in writing.entries("language")}
    return [entry for entry, said in role.items() if (said == _FIRST) is first]


def _language(writing: Writing, entry: EntryId) -> tuple[str, str]:
    """How the language is told, and the text; the text is empty when there is none."""
    scheme, text = _LISTED, writing.text("language", "language", entry, LIBRARY_CODE)
    if not text:
        scheme, text = _NAMED, writing.text("language", "language", entry, _NAME)
    role = writing.profile.get(field_path("language", "role", entry))
    if text and isinstance(role, str):
        writing.placed(field_path("language", "role", entry), exactly=role in (_FIRST, _FURTHER))
    return scheme, text


def _taken(reading: Reading, untrusted: str, untrusted_scheme: str) -> EntryId | None:
    """The entry of a language; None, and noted, when nobody knows which one is meant."""
    codec: Codec = _NAME if untrusted_scheme == _NAMED else LIBRARY_CODE
    entry = reading.entry("language")
    if entry is None:
        return None
    reading.take("language", "language", entry, codec, untrusted)
    if not reading.has("language", "language", entry):
        reading.drop("language", entry)
        return None
    return entry


def _read_levels(competency: Element, entry: EntryId, reading: Reading) -> None:
    keys = {dimension: key for key, dimension in CEF_DIMENSIONS.items()}
    for measured in all_at(competency, "eures:CompetencyDimension"):
        key = keys.get(text_at(measured, "hr:CompetencyDimensionTypeCode"))
        if key:
            reading.take("language", key, entry, CEF_LEVEL, text_at(measured, "eures:Score/hr:ScoreText"))
