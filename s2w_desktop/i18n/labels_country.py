"""Words of the codes that country packs use beside those of the profile."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

ORGANIZATION_KINDS: Final[Mapping[str, Message]] = {
    "authority": pgettext("kind of organisation", "Authority"),
    "municipality": pgettext("kind of organisation", "Municipality"),
    "employment_service": pgettext("kind of organisation", "Employment service"),
    "school": pgettext("kind of organisation", "School or college"),
    "recognition_body": pgettext("kind of organisation", "Recognition of qualifications"),
    "charity": pgettext("kind of organisation", "Charity"),
    "employers": pgettext("kind of organisation", "Employers’ organisation"),
    "union": pgettext("kind of organisation", "Trade union"),
    "health": pgettext("kind of organisation", "Health service"),
    "legal_aid": pgettext("kind of organisation", "Legal advice"),
    "other": pgettext("kind of organisation", "Another organisation"),
}
PROCEDURE_KINDS: Final[Mapping[str, Message]] = {
    "recognition_academic": pgettext("kind of procedure", "Recognition of a diploma"),
    "recognition_professional": pgettext("kind of procedure", "Licence for a profession"),
    "validation_informal": pgettext("kind of procedure", "Validation of skills without a diploma"),
    "driving_licence": pgettext("kind of procedure", "Driving licence"),
    "right_to_work": pgettext("kind of procedure", "Right to work"),
    "language_test": pgettext("kind of procedure", "Language test"),
}
AUDIENCES: Final[Mapping[str, Message]] = {
    "employers": pgettext("audience", "Employers"),
    "service_providers": pgettext("audience", "Those who work with refugees"),
    "beneficiaries": pgettext("audience", "Refugees"),
}
THEMES: Final[Mapping[str, Message]] = {
    "recognition": pgettext("theme", "Recognition"),
    "recruitment": pgettext("theme", "Finding work"),
    "retention": pgettext("theme", "Staying in work"),
    "language": pgettext("theme", "Language"),
    "training": pgettext("theme", "Training"),
    "support": pgettext("theme", "Support"),
}


def organization_kind(tr: Translator, code: str) -> str:
    """What an organisation is."""
    return tr.say(ORGANIZATION_KINDS[code])


def procedure_kind(tr: Translator, code: str) -> str:
    """What a procedure is about."""
    return tr.say(PROCEDURE_KINDS[code])


def audience(tr: Translator, code: str) -> str:
    """Whom a practice is for."""
    return tr.say(AUDIENCES[code])


def theme(tr: Translator, code: str) -> str:
    """What a practice is about."""
    return tr.say(THEMES[code])
