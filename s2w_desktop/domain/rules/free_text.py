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
    return bool(_EMAIL.search(text) or _LONG_NUMBER.search(latin_digits(text)))


def words_do_not_identify(questionnaire: Questionnaire, profile: Profile) -> Iterator[Issue]:
    """A remark for every text that travels in the open part and seems to hold a number or an address."""
    for section in questionnaire.sections:
        if not section.part or section.key not in profile.touched:
            continue
        stems = [section.stem(place) for place in profile.places(section)]
        for end, spec in section.free_words:
            for stem in stems:
                answer = profile.held.get(stem + end)
                if answer is not None and any(map(identifies, _texts(answer))) and (section.key, spec.key) not in _OF_OFFICES:
                    yield doubtful("V19", stem + end)


def _texts(answer: Held) -> tuple[str, ...]:
    if isinstance(answer, Words):
        return answer.said, answer.translation
    return (answer,) if isinstance(answer, str) else ()
