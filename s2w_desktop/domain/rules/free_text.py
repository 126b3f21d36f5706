"""Free words outside the protected part are searched for what identifies a person (V19)."""

import re
from collections.abc import Iterator

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.fields import FieldKind, Questionnaire, field_path
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.domain.profile import Profile
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
    for section, spec in questionnaire.fields():
        if spec.kind not in (FieldKind.TEXT, FieldKind.WORDS) or spec.sensitivity.is_protected or not section.part:
            continue
        if (section.key, spec.key) in _OF_OFFICES:
            continue
        for place in profile.places(section):
            path = field_path(section.key, spec.key, place)
            answer = profile.get(path)
            texts = (answer.said, answer.translation) if isinstance(answer, Words) else (profile.text(path),)
            if any(identifies(text) for text in texts):
                yield doubtful("V19", path)
