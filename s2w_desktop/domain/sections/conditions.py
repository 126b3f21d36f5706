"""When a question is put: named conditions over the answers before it."""

from collections.abc import Callable, Sequence

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.dates import PartialDate, age_on
from s2w_desktop.domain.fields import Look
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.said_dates import SaidDate

POST_ARRIVAL = ("REC", "INT")
FULL_AGE = 18
LATIN_READERS = "fluent"
LEVELS_WITH_FIELD = ("34", "35", "4", "5", "6", "7", "8")
"""ISCED levels from 3 on, for which a field of study is asked (V14)."""


def _named(name: str, condition: Callable[[Look], bool]) -> Callable[[Look], bool]:
    """The condition under a name that the published data model can print."""
    condition.__name__ = name
    return condition


def said(path: str, *codes: str) -> Callable[[Look], bool]:
    """Asked when another question was answered with one of these codes."""
    return _named(f"{path} is {' or '.join(codes)}", lambda look: look(path) in codes)


def unless(path: str, *codes: str) -> Callable[[Look], bool]:
    """Asked until another question was answered with one of these codes."""
    return _named(f"{path} is not {' or '.join(codes)}", lambda look: look(path) not in codes)


def includes(path: str, code: str) -> Callable[[Look], bool]:
    """Asked when a question of several answers holds this code."""

    def holds(look: Look) -> bool:
        chosen = look(path)
        return isinstance(chosen, tuple) and code in chosen

    return _named(f"{path} holds {code}", holds)


def includes_any(section: str, keys: Sequence[str], code: str) -> Callable[[Look], bool]:
    """Asked when at least one of these questions of a section has this answer."""
    paths = tuple(f"{section}.{key}" for key in keys)
    return _named(f"any of {section} is {code}", lambda look: any(look(path) == code for path in paths))


def has_arrived(look: Look) -> bool:
    """The person is in the host country, or nothing is known yet."""
    return look("session.stage") in (None, *POST_ARRIVAL)


def is_before_departure(look: Look) -> bool:
    """The person waits in another country."""
    return look("session.stage") == "PRE"


def has_interpreter(look: Look) -> bool:
    """Somebody interprets."""
    return look("session.interpreter_used") not in (None, "none") and not isinstance(look("session.interpreter_used"), NoAnswer)


def has_word_on_photo(look: Look) -> bool:
    """The person agreed to a photo (P9); or one is still there, so that it can be taken out."""
    return look("consent.photo") in ("granted", "not_needed") or isinstance(look("identity.photo"), FileRef)


def no_skill_is_picked(look: Look) -> bool:
    """No skill of ESCO tells it; or the words for it are there already."""
    return not isinstance(look("esco_skill"), Concept) or look("skill") is not None


def went_to_school(look: Look) -> bool:
    """Years and level of schooling make sense."""
    return look("education_summary.ever_attended_school") != "no"


def has_worked(look: Look) -> bool:
    """Questions about work done make sense."""
    return look("work_summary.ever_worked") != "never"


def is_learnt_language(look: Look) -> bool:
    """Levels are not asked for a mother tongue (V10)."""
    return look("role") != "mother_tongue"


def reads_latin_with_effort(look: Look) -> bool:
    """The Latin script is not read fluently, or nothing is known yet."""
    return look("basic_skills.latin_script") != LATIN_READERS


is_contact_safe = unless("contact.safe_to_contact", "no")
"""Contact data is neither asked nor printed where contact would put the person at risk (profile-model 6.5)."""


def has_no_birth_date(look: Look) -> bool:
    """The date of birth was asked and not given; then the age is asked."""
    return isinstance(look("identity.date_of_birth"), NoAnswer)


def is_minor(look: Look) -> bool:
    """The person may be under age on the day of the interview: a guardian agrees, and the child is asked too (V02)."""
    age = look("identity.age_stated")
    if isinstance(age, Quantity):
        return age.amount < FULL_AGE
    born, opened = _date(look("identity.date_of_birth")), _date(look("record.opened_on"))
    if born is None or opened is None or opened.earliest is None:
        return False
    youngest, _ = age_on(opened.earliest, born)
    return youngest < FULL_AGE


def _date(answer: Answer | None) -> PartialDate | None:
    return answer.date if isinstance(answer, SaidDate) else None


def has_study_field(look: Look) -> bool:
    """The level is high enough to have a field of study, or not known yet (V14)."""
    return look("level") in (None, *LEVELS_WITH_FIELD)


def is_noted(_look: Look) -> bool:
    """Never asked: the program notes it."""
    return False


def is_over(look: Look) -> bool:
    """The job or course does not go on."""
    return look("ongoing") != "yes"
