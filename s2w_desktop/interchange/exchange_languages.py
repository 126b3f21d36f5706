"""Languages in the Data Exchange Framework: one level taken together, and the five of the CEFR told in its details."""

import re
from typing import Final

from s2w_desktop.domain.derived.levels import overall_level
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.interchange.exchange_json import Document
from s2w_desktop.interchange.exchange_map import LANGUAGE
from s2w_desktop.interchange.reading import Reading
from s2w_desktop.interchange.writing import Writing

_SKILLS: Final = {
    "listening": "listening",
    "reading": "reading",
    "spoken_interaction": "conversation",
    "spoken_production": "speaking",
    "writing": "writing",
}
_LEVELS: Final = {"0": "none", "PA1": "Pre-A1", **{level: level for level in ("A1", "A2", "B1", "B2", "C1", "C2")}}
_ROLES: Final = {
    "mother_tongue": "mother tongue",
    "schooling": "language of school",
    "further": "further language",
    "host_country": "language of the host country",
}
_DETAIL: Final = re.compile(r"([a-z]+) (\S+)", re.ASCII)


def language_objects(writing: Writing) -> list[Document]:
    """One object for each language that is known."""
    made = ((entry, writing.text("language", "language", entry, LANGUAGE.codec)) for entry in writing.entries("language"))
    return [_object(writing, entry, code) for entry, code in made if code]


def take_language(untrusted: dict[str, Document], reading: Reading) -> None:
    """Take in a language; details in other words than ours are noted."""
    entry = reading.entry("language")
    if entry is None:
        return
    reading.take("language", "language", entry, LANGUAGE.codec, str(untrusted["language"]))
    if not reading.has("language", "language", entry):
        reading.drop("language", entry)
        return
    is_told = _take_details(str(untrusted.get("language_details", "")), entry, reading)
    if "level" in untrusted and not is_told:
        reading.unplaced("level")


def _object(writing: Writing, entry: EntryId, code: str) -> Document:
    profile = writing.profile
    levels = {key: profile.text(field_path("language", key, entry)) for key in _SKILLS}
    overall = overall_level(levels.values())
    made: dict[str, Document] = {"language": code}
    if overall not in ("", "0", "PA1"):
        made["level"] = overall
    role = profile.text(field_path("language", "role", entry))
    details = [_ROLES[role]] if role in _ROLES else []
    details += [f"{_SKILLS[key]} {_LEVELS[level]}" for key, level in levels.items() if level in _LEVELS]
    if details:
        made["language_details"] = "; ".join(details)
    for key in [*(key for key, level in levels.items() if level in _LEVELS), *(["role"] if role in _ROLES else [])]:
        writing.placed(field_path("language", key, entry), exactly=True)
    return made


def _take_details(untrusted: str, entry: EntryId, reading: Reading) -> bool:
    """Whether the five levels, or as many as are known, were told in our words."""
    roles = {words: role for role, words in _ROLES.items()}
    keys = {words: key for key, words in _SKILLS.items()}
    levels = {words: level for level, words in _LEVELS.items()}
    has_levels = False
    for part in (part.strip() for part in untrusted.split(";")):
        found = _DETAIL.fullmatch(part)
        if part in roles:
            reading.put("language", "role", entry, roles[part])
        elif found and found.group(1) in keys and found.group(2) in levels:
            reading.put("language", keys[found.group(1)], entry, levels[found.group(2)])
            has_levels = True
        elif part:
            reading.unplaced("language_details")
    return has_levels
