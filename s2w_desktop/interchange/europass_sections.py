"""What Europass keeps in lists of words: driving licences, digital skills, and sections that a CV adds of its own.

Skills, strengths and unpaid work stand in sections of their own, under the title that the interview gives them in the file's
language: Europass reads no other form of them. One `Others` holds one entry, for Europass keeps the last of several.
"""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.folding import folded
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.labels import section_title
from s2w_desktop.interchange.codec import WORDS, Codec, Unfit, label_of
from s2w_desktop.interchange.europass_map import LICENCE_CATEGORIES
from s2w_desktop.interchange.europass_tree import add, all_at, children, grown, tag, text_at
from s2w_desktop.interchange.reading import Reading
from s2w_desktop.interchange.rich_text import DESCRIPTION
from s2w_desktop.interchange.wording import Wording
from s2w_desktop.interchange.writing import Writing

_SKILLS: Final = "CandidateProfile/Skills"
_DIGITAL: Final = "Digital_Skill"


@dataclass(frozen=True)
class _Own:
    """A section of the interview as a section that the CV adds; its entries are titled by one field, told by another."""

    section: str
    title: str
    codec: Codec
    description: str = ""


_OWN: Final = (_Own("skill", "skill", WORDS), _Own("unpaid", "activity", label_of("unpaid"), "description"))
_STRENGTHS: Final = "transversal"


# --- driving licences -------------------------------------------------------------------------------------------------


def write_licences(root: Element, writing: Writing) -> None:
    """The categories of the Union, each once; other permissions have no place."""
    driving = [one for one in writing.entries("licence_held") if writing.profile.text(_licence(one, "kind")) == "driving"]
    held = [writing.profile.get(_licence(entry, "categories")) for entry in driving]
    categories = {code for one in held if isinstance(one, tuple) for code in one} & set(LICENCE_CATEGORIES)
    for code in sorted(categories, key=LICENCE_CATEGORIES.index):
        grown(add(grown(root, "CandidateProfile/eures:Licenses"), "eures:License"), "hr:LicenseTypeCode").text = code
    for entry, codes in zip(driving, held, strict=True):
        if isinstance(codes, tuple) and categories.intersection(codes):
            is_only = len(driving) == 1
            writing.placed(_licence(entry, "kind"), exactly=is_only)
            writing.placed(_licence(entry, "categories"), exactly=is_only and categories == set(codes))


def read_licences(root: Element, reading: Reading) -> None:
    """One licence with all categories: the document does not say which belong together."""
    codes = set()
    for profile in all_at(root, "CandidateProfile"):
        for licences in children(profile, "Licenses"):
            for element in licences.iter():
                code = (element.text or "").strip()
                if code in LICENCE_CATEGORIES:
                    codes.add(code)
                elif code:
                    reading.unfit("licence_held", "categories")
    entry = reading.entry("licence_held") if codes else None
    if entry is not None:
        reading.put("licence_held", "kind", entry, "driving")
        reading.put("licence_held", "categories", entry, tuple(sorted(codes)))


# --- digital skills ---------------------------------------------------------------------------------------------------


def write_software(root: Element, writing: Writing) -> None:
    """The programs that the person uses."""
    names = _labels(writing, "digital.software", "software")
    for name in names:
        skill = add(grown(root, _SKILLS), "PersonCompetency")
        add(skill, "hr:TaxonomyID", _DIGITAL)
        add(skill, "hr:CompetencyName", name)


def read_software(root: Element, reading: Reading) -> None:
    """What the interview's list has; others join the person's skills in their own words."""
    codes = set()
    for skill in (one for skills in all_at(root, _SKILLS) for one in skills.iter(tag("PersonCompetency"))):
        name = text_at(skill, "hr:CompetencyName")
        code = reading.wording.code("software", name)
        if code:
            codes.add(code)
        elif name:
            _take_entry(reading, _OWN[0], name, "")
    if codes:
        reading.put("digital", "software", None, tuple(sorted(codes)))


# --- sections of the CV's own -----------------------------------------------------------------------------------------


def write_own_sections(root: Element, writing: Writing) -> None:
    """Skills, unpaid work and strengths."""
    profile = grown(root, "CandidateProfile")
    for own in _OWN:
        for entry in writing.entries(own.section):
            title = writing.text(own.section, own.title, entry, own.codec)
            if title:
                made = _own_entry(profile, section_title(writing.wording.tr, own.section), title)
                told = writing.text(own.section, own.description, entry, DESCRIPTION) if own.description else ""
                if told:
                    add(made, "Description", told)
    for name in _labels(writing, "transversal.strengths", "strength"):
        _own_entry(profile, section_title(writing.wording.tr, _STRENGTHS), name)


def read_own_sections(root: Element, reading: Reading) -> None:
    """The sections that the interview knows, by their titles."""
    by_title = {_title_key(reading.wording, own.section): own for own in _OWN}
    strengths = set()
    for others in all_at(root, "CandidateProfile/Others"):
        kind = folded(text_at(others, "Title"))
        for element in all_at(others, "Other"):
            title, told = text_at(element, "Title"), text_at(element, "Description")
            if kind in by_title:
                _take_entry(reading, by_title[kind], title, told)
            elif kind == _title_key(reading.wording, _STRENGTHS):
                code = reading.wording.code("strength", title)
                if code:
                    strengths.add(code)
                elif title:
                    reading.unfit("transversal", "strengths")
    if strengths:
        reading.put("transversal", "strengths", None, tuple(sorted(strengths)))


def is_known_section(others: Element, wording: Wording) -> bool:
    """Whether a section that the CV added is taken in here."""
    known = {_title_key(wording, own.section) for own in _OWN} | {_title_key(wording, _STRENGTHS)}
    return folded(text_at(others, "Title")) in known


def _own_entry(profile: Element, section: str, title: str) -> Element:
    others = add(profile, "Others")
    add(others, "Title", section)
    entry = add(others, "Other")
    add(entry, "Title", title)
    return entry


def _take_entry(reading: Reading, own: _Own, title: str, told: str) -> None:
    try:
        own.codec.read(title, reading.wording)
    except Unfit:
        reading.unfit(own.section, own.title)
        return
    entry = reading.entry(own.section) if title else None
    if entry is not None:
        reading.take(own.section, own.title, entry, own.codec, title)
        if own.description and told:
            reading.take(own.section, own.description, entry, DESCRIPTION, told)


def _labels(writing: Writing, path: str, code_list: str) -> list[str]:
    """The words of several codes, noted as written when they lead back to the same codes."""
    chosen = writing.profile.get(path)
    if not isinstance(chosen, tuple):
        return []
    names = [writing.wording.label(code_list, code) for code in chosen]
    came_back = {writing.wording.code(code_list, name) for name in names}
    writing.placed(path, exactly=came_back == set(chosen))
    return names


def _licence(entry: EntryId, key: str) -> str:
    return field_path("licence_held", key, entry)


def _title_key(wording: Wording, section: str) -> str:
    return folded(section_title(wording.tr, section))
