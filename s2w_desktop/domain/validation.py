"""Every remark on a profile. Remarks never block: a draft may be wrong, an export of it too (UX-09).

`cannot be right` and `please check` are the two levels of faults (UX-10); a prompt is a reminder. Rule ids are those of
profile-model 6.21 or speak for themselves. V03 (every code exists) holds by reading, V20 by `completeness`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.asking import Asking, asking_of
from s2w_desktop.domain.concepts import Concepts
from s2w_desktop.domain.fields import FieldSpec, Questionnaire
from s2w_desktop.domain.profile import Held, Profile
from s2w_desktop.domain.rules.ages import AGE_RULES
from s2w_desktop.domain.rules.agreement import AGREEMENT_RULES, copies_have_a_word
from s2w_desktop.domain.rules.free_text import words_do_not_identify
from s2w_desktop.domain.rules.haste import HASTE_RULES
from s2w_desktop.domain.rules.issues import Issue, Rule, doubtful, wrong
from s2w_desktop.domain.rules.languages import LANGUAGE_RULES
from s2w_desktop.domain.rules.occupations import groups_agree
from s2w_desktop.domain.rules.order import ORDER_RULES
from s2w_desktop.domain.rules.residence import RESIDENCE_RULES
from s2w_desktop.domain.rules.schooling import SCHOOLING_RULES
from s2w_desktop.domain.rules.told_dates import date_is_understood
from s2w_desktop.domain.rules.working import WORKING_RULES
from s2w_desktop.domain.said_dates import SaidDate

RULES: tuple[Rule, ...] = (
    *AGREEMENT_RULES,
    *AGE_RULES,
    *RESIDENCE_RULES,
    *LANGUAGE_RULES,
    *SCHOOLING_RULES,
    *WORKING_RULES,
    *ORDER_RULES,
    *HASTE_RULES,
)


def check(questionnaire: Questionnaire, profile: Profile, today: date) -> tuple[Issue, ...]:
    """Every remark on what is put in this interview: single values in the order of the fields, then the rules' findings."""
    held = profile.held
    present = profile.present(questionnaire.bounded)
    found = [issue for path, spec in present for issue in _check_value(held[path], path, spec, today)]
    found.extend(words_do_not_identify(questionnaire, profile))
    found.extend(copies_have_a_word(questionnaire, profile))
    found.extend(groups_agree(questionnaire, profile))
    for rule in RULES:
        found.extend(rule(profile, today))
    if not found:
        return ()
    asking = asking_of(profile)
    return tuple(issue for issue in found if _is_put(questionnaire, asking, issue.path))


def _is_put(questionnaire: Questionnaire, asking: Asking, path: str) -> bool:
    section = questionnaire.by_key[path.partition(".")[0]]
    return asking.puts(section) and questionnaire.spec(path) in asking.fields_of(section)


def _check_value(answer: Held, path: str, spec: FieldSpec, today: date) -> Iterable[Issue]:
    if isinstance(answer, Quantity):
        return _check_quantity(answer, path, spec)
    if isinstance(answer, tuple):
        return _check_many(answer, path, spec)
    if isinstance(answer, Concepts):
        return _check_many(tuple(one.uri for one in answer.chosen), path, spec)
    if isinstance(answer, SaidDate):
        return _check_date(answer, path, spec, today)
    return ()


def _check_date(answer: SaidDate, path: str, spec: FieldSpec, today: date) -> Iterator[Issue]:
    yield from date_is_understood(answer, path)
    if not spec.future and answer.date and answer.date.earliest and answer.date.earliest > today:
        yield wrong("V04", path)


def _check_quantity(answer: Quantity, path: str, spec: FieldSpec) -> Iterator[Issue]:
    if spec.low is not None and answer.amount < spec.low:
        yield wrong("too_low", path, low=spec.low)
    if spec.high is not None and answer.amount > spec.high:
        yield wrong("too_high", path, high=spec.high)


def _check_many(answer: tuple[str, ...], path: str, spec: FieldSpec) -> Iterator[Issue]:
    if spec.most is not None and len(answer) > spec.most:
        yield doubtful("too_many", path, most=spec.most)
    if spec.alone in answer and len(answer) > 1:
        yield doubtful("alone", path)
