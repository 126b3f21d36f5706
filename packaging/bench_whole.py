"""A person with whom the whole extended interview was made, and as many entries as a bench wants."""

from collections.abc import Mapping
from decimal import Decimal

from bench_places import Places
from s2w_desktop.domain.answers import Answer, Quantity, Words
from s2w_desktop.domain.asking import TIER_PATH, asked_fields, asked_sections
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, Tier, field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair

PAIR = Pair("en", "ara")
SAID, MEANT = "سائق شاحنة في المدينة", "lorry driver in town"
CHOSEN = 3  # codes of a question that takes several


def whole_person(places: Places, entries: Mapping[str, int]) -> ProfileId:
    """Put a person into the laptop who answered every question of the extended interview that takes no file and needs no pack.

    Repeating sections have one entry, or as many as `entries` says, also beyond what the form would add: a merge may.
    """
    session = places.laptop.interviews.begin(PAIR)
    session.set_answer(TIER_PATH, Tier.EXTENDED.code)
    for section in asked_sections(QUESTIONNAIRE, session.profile):
        if not section.repeats:
            _answer(session, section)
    for section in asked_sections(QUESTIONNAIRE, session.profile):
        for _ in range(entries.get(section.key, 1) if section.repeats else 0):
            _answer(session, section, session.add_entry(section.key))
    session.close()
    return session.profile.id


def answered(profile: Profile) -> int:
    """How many questions of the interview have an answer."""
    return sum(
        field_path(section.key, spec.key, place) in profile.held
        for section in asked_sections(QUESTIONNAIRE, profile)
        for place in profile.places(section)
        for spec in asked_fields(section, profile, place)
    )


def _answer(session: EditingSession, section: SectionSpec, entry: EntryId | None = None) -> None:
    for spec in section.put_in(Tier.EXTENDED):
        path, answer = field_path(section.key, spec.key, entry), _answer_of(spec)
        if answer is not None and session.profile.get(path) is None and spec in asked_fields(section, session.profile, entry):
            session.set_answer(path, answer)


def _answer_of(spec: FieldSpec) -> Answer | None:
    """An answer of the field's kind; None for a copy of a document, and for a concept: no pack is installed."""
    codes = spec.code_list()
    answers: dict[FieldKind, Answer] = {
        FieldKind.TEXT: MEANT[: spec.max_length].strip(),
        FieldKind.WORDS: Words(SAID, "ara", MEANT, "eng"),
        FieldKind.NUMBER: Quantity(Decimal(spec.low or 0)),
        FieldKind.DATE: SaidDate.plainly("2019-05"),
        FieldKind.MANY: tuple(sorted(code for code in codes if code != spec.alone)[: spec.most or CHOSEN]),
    }
    return answers.get(spec.kind, codes[0] if codes else None)
