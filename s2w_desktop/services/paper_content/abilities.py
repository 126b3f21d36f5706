"""Strengths, skills, licences and documents of a person."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from s2w_desktop.domain.derived.abilities import ability_variables
from s2w_desktop.domain.derived.answered import Answered
from s2w_desktop.domain.derived.learning import AT_HAND
from s2w_desktop.domain.fields import Questionnaire, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.isolation import Ltr, isolate, isolate_ltr
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.paper_words import PaperText, digital_level
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Entry, Evidence
from s2w_desktop.services.paper_content.telling import Telling, facts

_ANY_DAY: Final = date(2000, 1, 1)
"""What a person can do with a computer does not depend on the day."""


def strengths(telling: Telling) -> Iterator[Entry]:
    """Those that the person chose, then those that only have an entry; an example where one was given."""
    profile = telling.profile
    chosen = profile.get("transversal.strengths")
    entries = {telling.entry("strength", "item", entry): entry for entry in reversed(profile.entries("strength"))}
    codes = [*(chosen if isinstance(chosen, tuple) else ()), *reversed(entries)]
    for code in dict.fromkeys(code for code in codes if code):
        entry = entries.get(code)
        example = telling.words(field_path("strength", "example", entry)) if entry else None
        yield Entry(telling.choice("strength", code), example)


def skills(telling: Telling, questionnaire: Questionnaire) -> Iterator[Entry]:
    """Skills, those first that the person wants to stand out; digital skills on the whole; licences."""
    entries = telling.profile.entries("skill")
    for entry in sorted(entries, key=lambda one: telling.entry("skill", "highlight", one) != "yes"):
        paths = (field_path("skill", key, entry) for key in ("skill", "esco_skill"))
        title = telling.each_or_said(partial(_skill, telling, entry), *paths)
        if title:
            yield Entry(title, evidence=telling.evidence("skill", entry))
    level = ability_variables(Answered(questionnaire, telling.profile, _ANY_DAY)).digital_overall
    digital = telling.each(lambda tr: digital_level(tr, level or ""))
    if digital:
        yield Entry(digital)
    yield from _licences(telling)


def _skill(telling: Telling, entry: EntryId, tr: Translator) -> str:
    name = telling.side(field_path("skill", "skill", entry), tr) or telling.concept(field_path("skill", "esco_skill", entry), tr)
    return facts(name, choice_or_code(tr, "skill_level", telling.entry("skill", "level", entry))) if name else ""


def _licences(telling: Telling) -> Iterator[Entry]:
    held = telling.profile.entries("licence_held")
    kinds = [telling.entry("licence_held", "kind", entry) for entry in held]
    if telling.profile.text("licence.can_drive") == "yes" and "driving" not in kinds:
        yield Entry(telling.fixed(PaperText.DRIVES))
    for entry, kind in zip(held, kinds, strict=True):
        if kind:
            yield Entry(telling.each(partial(_licence, telling, entry)))


def _licence(telling: Telling, entry: EntryId, tr: Translator) -> str:
    categories = telling.profile.get(field_path("licence_held", "categories", entry))
    codes = categories if isinstance(categories, tuple) else ()
    return facts(
        choice_or_code(tr, "licence_kind", telling.entry("licence_held", "kind", entry)),
        ", ".join(isolate(choice_or_code(tr, "licence_category", code)) for code in codes),
        isolate_ltr(telling.entry("licence_held", "foreign_class", entry)),
        _year(telling, "licence_held", entry),
        choice_or_code(tr, "licence_validity", telling.entry("licence_held", "valid_in_host", entry)),
    )


def documents(telling: Telling) -> Iterator[Entry]:
    """What the person has, as original or copy; one that was seen bears the mark for it. What is lost is not listed here."""
    for entry in telling.profile.entries("document"):
        if telling.entry("document", "possession", entry) in AT_HAND and telling.entry("document", "type", entry):
            title = telling.each(partial(_document, telling, entry))
            is_seen = telling.profile.date(field_path("document", "seen_on", entry)) is not None
            yield Entry(title, evidence=Evidence.SEEN if is_seen else None)


def _document(telling: Telling, entry: EntryId, tr: Translator) -> str:
    return facts(
        choice_or_code(tr, "document_type", telling.entry("document", "type", entry)),
        choice_or_code(tr, "document_about", telling.entry("document", "about", entry)),
        _year(telling, "document", entry),
        choice_or_code(tr, "document_status", telling.entry("document", "possession", entry)),
    )


def _year(telling: Telling, section: str, entry: EntryId) -> str:
    issued = telling.profile.date(field_path(section, "issue_date", entry))
    return Ltr(issued.year) if issued and issued.year else ""
