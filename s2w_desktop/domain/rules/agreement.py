"""Consent comes first, and the circumstances of the talk protect the person (V01 and profile-model 6.2, 6.3)."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.consent import Purpose, agreed, copies_without_word
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful, prompt, surely_before, wrong

_AT_THE_START = ("consent.", "agreement.", "record.", "sitting.")
_KNOWN_AT_THE_START = (".", ".language", ".role")


def consent_comes_first(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """No content before the person agreed to a profile, or another legal ground stands (V01)."""
    if agreed(profile, Purpose.CREATE_PROFILE):
        return
    if not all(_stands_at_the_start(path) for path in profile.held):
        yield wrong("V01", Purpose.CREATE_PROFILE.path)


def _stands_at_the_start(path: str) -> bool:
    """Whether a new interview holds this before anything was asked: what the program notes, and the languages to ask about."""
    if path.startswith(_AT_THE_START) or path == "session.interview_language":
        return True
    return path.startswith("language.") and path.endswith(_KNOWN_AT_THE_START)


def consent_lasts(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """An agreement ends after it was given."""
    if surely_before(profile.date("agreement.valid_until"), profile.date("record.opened_on")):
        yield wrong("consent_ended", "agreement.valid_until")


def the_talk_is_protected(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """Relatives who interpret and rooms where others listen make answers less free; a talk that was stopped needs support."""
    if profile.text("session.interpreter_used") == "family_member":
        yield doubtful("family_interprets", "session.interpreter_used")
    if profile.text("session.private_space") == "no":
        yield doubtful("not_private", "session.private_space")
    if profile.text("session.distress_observed_stop") == "yes":
        yield prompt("distress", "session.distress_observed_stop")


def copies_have_a_word(questionnaire: Questionnaire, profile: Profile) -> Iterator[Issue]:
    """A copy is kept that the person has not agreed to, or not any more: it is neither sent nor printed, and can be taken out."""
    return (doubtful("copy_without_word", path) for path in copies_without_word(questionnaire, profile))


AGREEMENT_RULES = (consent_comes_first, consent_lasts, the_talk_is_protected)
