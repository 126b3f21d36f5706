"""Free words outside the protected part are searched for what identifies a person (V19)."""

import re
from collections.abc import Iterator

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.domain.profile import Held, Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful

_OF_OFFICES = frozenset({("recommendation", "service_phone")})
"""What is there to hold the number of an office."""
_EMAIL = re.compile(r"\S@\S+\.\S")
_LONG_NUMBER = re.compile(r"(?:\d[\s.\-/()]?){7,}", re.ASCII)


def identifies(text: str) -> bool:
    """Whether a text holds an e-mail address, a phone number or another long row of digits of any script."""
    return bool(("@" in text and _EMAIL.search(text)) or _LONG_NUMBER.search(latin_digits(text)))


def words_do_not_identify(questionnaire: Questionnaire, profile: Profile) -> Iterator[Issue]:
    """A remark for every text that travels in the open part and seems to hold a number or an address."""
    for path, spec in profile.present(questionnaire.free_words):
        if any(map(identifies, _texts(profile.held[path]))) and (path.partition(".")[0], spec.key) not in _OF_OFFICES:
            yield doubtful("V19", path)


def _texts(answer: Held) -> tuple[str, ...]:
    if isinstance(answer, Words):
        return answer.said, answer.translation
    return (answer,) if isinstance(answer, str) else ()
