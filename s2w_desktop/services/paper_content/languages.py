"""The languages of a person: first languages, the host country's, the others by level; those beyond six in one line."""

from functools import partial
from typing import Final

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import Ltr, isolate
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Evidence, KnownLanguage, LanguageSkill, Level, Texts
from s2w_desktop.services.paper_content.telling import Telling, facts

_MOST_IN_TABLE: Final = 6
_LEVELS: Final = {"0": Level.NONE, "PA1": Level.PRE_A1, **{level.value: level for level in Level if level.value[0] in "ABC"}}
_SKILLS: Final = {
    "listening": LanguageSkill.LISTENING,
    "reading": LanguageSkill.READING,
    "spoken_interaction": LanguageSkill.CONVERSATION,
    "spoken_production": LanguageSkill.SPEAKING,
    "writing": LanguageSkill.WRITING,
}


def known_languages(telling: Telling) -> tuple[tuple[KnownLanguage, ...], Texts | None]:
    """The languages of the table, and those beyond it in words."""
    entries = [entry for entry in telling.profile.entries("language") if telling.entry("language", "language", entry)]
    entries.sort(key=lambda entry: _rank(telling, entry))
    rest = entries[_MOST_IN_TABLE:]
    more = telling.each(lambda tr: joined(tr, [_in_words(telling, entry, tr) for entry in rest])) if rest else None
    return tuple(_known(telling, entry) for entry in entries[:_MOST_IN_TABLE]), more


def _known(telling: Telling, entry: EntryId) -> KnownLanguage:
    is_first = telling.entry("language", "role", entry) == "mother_tongue"
    return KnownLanguage(
        name=telling.choice("language", telling.entry("language", "language", entry)),
        is_first=is_first,
        levels={} if is_first else _levels(telling, entry),
        evidence=_evidence(telling, entry),
        certificate=telling.each(partial(_certificate, telling, entry)) or None,
    )


def _levels(telling: Telling, entry: EntryId) -> dict[LanguageSkill, Level]:
    told = {skill: telling.entry("language", key, entry) for key, skill in _SKILLS.items()}
    return {skill: _LEVELS[level] for skill, level in told.items() if level in _LEVELS}


def _rank(telling: Telling, entry: EntryId) -> tuple[int, int]:
    """First languages, then the host country's, then by level."""
    order = list(Level)
    reached = [order.index(level) for level in _levels(telling, entry).values()]
    role = telling.entry("language", "role", entry)
    return ({"mother_tongue": 0, "host_country": 1}.get(role, 2), -sum(reached))


def _in_words(telling: Telling, entry: EntryId, tr: Translator) -> str:
    """A language with the level in talking, or the best of the others."""
    levels = _levels(telling, entry)
    order = list(Level)
    level = levels.get(LanguageSkill.CONVERSATION) or max(levels.values(), key=order.index, default=None)
    name = choice_or_code(tr, "language", telling.entry("language", "language", entry))
    return f"{name} {level.value}" if level and level is not Level.NONE else name


def _evidence(telling: Telling, entry: EntryId) -> Evidence | None:
    """How the levels are known. A certificate counts as seen when the register says that one was; an impression is none of it."""
    match telling.entry("language", "basis", entry):
        case "self":
            return Evidence.STATED
        case "test":
            return Evidence.SHOWN
        case "certificate":
            return Evidence.SEEN if _has_seen_certificate(telling) else Evidence.STATED
        case _:
            return None


def _has_seen_certificate(telling: Telling) -> bool:
    documents = telling.profile.entries("document")
    certificates = [one for one in documents if telling.entry("document", "type", one) == "language_certificate"]
    return any(telling.profile.date(field_path("document", "seen_on", one)) for one in certificates)


def _certificate(telling: Telling, entry: EntryId, tr: Translator) -> str:
    if telling.entry("language", "basis", entry) != "certificate":
        return ""
    day = telling.profile.date(field_path("language", "certificate_date", entry))
    return facts(
        choice_or_code(tr, "language_basis", "certificate"),
        Ltr(telling.entry("language", "certificate_level", entry)),
        isolate(telling.entry("language", "certificate", entry)),
        Ltr(day.year) if day and day.year else "",
    )
