"""Languages and skills in words and levels, for papers without figures."""

from collections.abc import Iterator
from typing import Final

from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.derived.learning import SKILLS
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.labels import choice_or_code, level_label, short_label
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.sheet_words import labelled
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.sheet import Fact, Facts, Item, Passage
from s2w_desktop.services.sheets.speech import Speech, beside

_FIRST, _HOST = "mother_tongue", "host_country"
_ORDER: Final = {_FIRST: 0, _HOST: 1}


def languages(profile: Profile, speech: Speech) -> tuple[Facts, ...]:
    """First languages, then that of the country, then the others: each with its levels in words; nothing where none is told."""
    entries = [entry for entry in profile.entry_texts("language") if _text(profile, "language", entry)]
    entries.sort(key=lambda entry: _ORDER.get(_text(profile, "role", entry), 2))
    rows = [_language(profile, speech, entry) for entry in entries]
    return (Facts(tuple(rows)),) if rows else ()


def _language(profile: Profile, speech: Speech, entry: str) -> Fact:
    def levels(tr: Translator) -> str:
        if _text(profile, "role", entry) == _FIRST:
            return paper_text(tr, PaperText.FIRST_LANGUAGE)
        known = {key: _text(profile, key, entry) for key in SKILLS}
        told = {key: level for key, level in known.items() if level not in ("", "0")}
        if len(told) == len(SKILLS) and len(set(told.values())) == 1:
            return level_label(told[SKILLS[0]])
        return beside(labelled(tr, short_label(tr, "language", key), level_label(level)) for key, level in told.items())

    certificate, level = _text(profile, "certificate", entry), _text(profile, "certificate_level", entry)
    paper = " ".join(part for part in (certificate, level) if part)
    note = speech.each(lambda tr: labelled(tr, short_label(tr, "language", "certificate"), paper) if paper else "")
    return Fact(speech.choice("language", _text(profile, "language", entry)), speech.each(levels), note)


def skills(profile: Profile, speech: Speech) -> Iterator[Item | Passage]:
    """Skills of the trade, strengths with their examples, software, licences."""
    named = speech.each(lambda tr: joined(tr, _skill_names(profile, speech, tr)) if profile.entry_texts("skill") else "")
    if named:
        yield Passage(named)
    yield from _strengths(profile, speech)
    software = profile.get("digital.software")
    if isinstance(software, tuple):
        yield Passage(
            speech.each(lambda tr: joined(tr, (choice_or_code(tr, "software", code) for code in software if code != "other")))
        )
    yield from _licences(profile, speech)


def _skill_names(profile: Profile, speech: Speech, tr: Translator) -> list[str]:
    found = (_skill(profile, speech, tr, entry) for entry in profile.entry_texts("skill"))
    return [name for name in found if name]


def _skill(profile: Profile, speech: Speech, tr: Translator, entry: str) -> str:
    """What was picked, in its language, else the words; a single language takes what there is."""
    picked, words = profile.get(field_path("skill", "esco_skill", entry)), profile.get(field_path("skill", "skill", entry))
    if isinstance(picked, Concept) and (is_same_language(picked.language, tr.code) or speech.is_alone):
        return picked.label
    return speech.said(words).get(tr.code, "")


def _strengths(profile: Profile, speech: Speech) -> Iterator[Item | Passage]:
    told: list[str] = []
    for entry in profile.entry_texts("strength"):
        item = profile.text(field_path("strength", "item", entry))
        example = speech.said(profile.get(field_path("strength", "example", entry)))
        told.append(item)
        if item:
            yield Item(speech.choice("strength", item), lines=(example,))
    chosen = profile.get("transversal.strengths")
    others = [code for code in chosen if code not in told] if isinstance(chosen, tuple) else []
    if others:
        yield Passage(speech.each(lambda tr: joined(tr, (choice_or_code(tr, "strength", code) for code in others))))


def _licences(profile: Profile, speech: Speech) -> Iterator[Passage]:
    for entry in profile.entry_texts("licence_held"):
        kind = profile.text(field_path("licence_held", "kind", entry))
        categories = profile.get(field_path("licence_held", "categories", entry))
        classes = [code for code in categories if code != "NM"] if isinstance(categories, tuple) else []

        def say(tr: Translator, kind: str = kind, classes: list[str] = classes) -> str:
            name = choice_or_code(tr, "licence_kind", kind)
            return labelled(tr, name, joined(tr, classes)) if name and classes else name

        yield Passage(speech.each(say))
    drives = profile.text("licence.can_drive") == "yes"
    if drives and not any(
        profile.text(field_path("licence_held", "kind", entry)) == "driving" for entry in profile.entry_texts("licence_held")
    ):
        yield Passage(speech.paper(PaperText.DRIVES))


def _text(profile: Profile, key: str, entry: str) -> str:
    return profile.text(field_path("language", key, entry))
