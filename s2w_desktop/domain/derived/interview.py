"""Derived variables about the interview itself: where and when it was, how full and how well proved it is (tables 0.1, 0.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.completeness import SectionState
from s2w_desktop.domain.consent import scope_for_headquarters
from s2w_desktop.domain.derived.abilities import SEEN, claims_told
from s2w_desktop.domain.derived.answered import Absence, Amount, Answered, Code, Codes, Flag, Flags, is_told, together
from s2w_desktop.domain.joining import EARLIER_PATH, named_profile
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.timing import minutes_total

_DECLINED = (NoAnswer.REFUSED, NoAnswer.UNKNOWN)


@dataclass(frozen=True)
class InterviewFacts:
    """Circumstances of one profile. Flags are by section.

    `day` is written as ISO 8601 writes it, None where the profile does not tell it. `earlier_profile` is the id of the profile of
    the same person from before the departure. `resolved` are sections in which nothing is open, `declined` those with a question
    that the person refused or could not answer; sections that are not put are not asked. `evidence` are the steps of the ladder
    (list EVID) on which some statement on education, work or skills stands; `claims` counts those statements, `claims_seen` those
    for which a paper was seen, or better.
    """

    day: Code
    country: Code
    centre: Code
    scope: Code
    training: Flag
    finished: Flag
    earlier_profile: Code
    minutes: Amount
    resolved: Flags
    declined: Flags
    evidence: Codes
    claims: Amount
    claims_seen: Amount


def interview_facts(answered: Answered) -> InterviewFacts:
    """The circumstances of a profile."""
    profile = answered.profile
    opened = profile.date("record.opened_on")
    earlier, minutes = named_profile(profile.text(EARLIER_PATH)), minutes_total(profile)
    told, absence = claims_told(answered)
    return InterviewFacts(
        day=opened.earliest.isoformat() if opened and opened.earliest else None,
        country=profile.text("record.host_country") or None,
        centre=profile.text("record.centre") or None,
        scope=scope_for_headquarters(profile).value,
        training=profile.text("record.training") == "yes",
        finished=is_finished(profile),
        earlier_profile=str(earlier) if earlier else None,
        minutes=None if minutes is None else Decimal(round(minutes)),
        resolved=_resolved(answered),
        declined=_declined(answered),
        evidence=tuple(sorted(set(told))) if told else absence,
        claims=Decimal(len(told)),
        claims_seen=Decimal(sum(code in SEEN for code in told)),
    )


def is_finished(profile: Profile) -> bool:
    """Whether the interview was brought to its end. From then on an entry that is not there is one that the person has not."""
    return profile.date("record.finished_on") is not None


def listed(answered: Answered, section: str, key: str) -> Codes:
    """The codes that stand in a field of any entry, in their order; none of a finished interview that put the section.

    The paper leaves open when a list is empty and when it was not asked: before the end nobody knows.
    """
    if answered.is_hidden(section) or answered.is_hidden(section, key):
        return Absence.HIDDEN
    found = [answered.code(section, key, row) for row in answered.rows_of(section)]
    told = tuple(dict.fromkeys(filter(is_told, found)))
    if told:
        return told
    return together(found) or (() if not found and answered.puts(section) and is_finished(answered.profile) else None)


def _resolved(answered: Answered) -> Flags:
    tallies = answered.completeness.sections
    return {
        key: tallies[key].state is SectionState.RESOLVED if key in tallies and tallies[key].total else None
        for key in _asked(answered)
    }


def _declined(answered: Answered) -> Flags:
    touched = answered.profile.touched
    found: dict[str, Flag] = dict.fromkeys(_asked(answered))
    found |= {key: False for key in found if key in touched and answered.puts(key)}
    for path, held in answered.profile.held.items():
        if isinstance(held, NoAnswer) and held in _DECLINED and _counts(answered, path, found):
            found[path.partition(".")[0]] = True
    return found


def _counts(answered: Answered, path: str, known: Mapping[str, Flag]) -> bool:
    """Whether the question of a path is put, so that its refusal counts."""
    section, *entry, key = path.split(".")
    return known.get(section) is not None and isinstance(answered.held(section, key, entry[0] if entry else None), Absence)


def _asked(answered: Answered) -> tuple[str, ...]:
    return tuple(section.key for section in answered.questionnaire.sections if section.part)
