"""Words of the fields about what the program notes, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords, Unit, noted
from s2w_desktop.i18n.labels_sections import SECTIONS
from s2w_desktop.i18n.marks import in_context as pgettext

_SITTING: Final[Mapping[str, FieldWords]] = {
    "sitting.started_at": noted(pgettext("field", "Begin of the sitting")),
    "sitting.ended_at": noted(pgettext("field", "End of the sitting")),
}
_TIMES: Final[Mapping[str, FieldWords]] = {
    f"sitting.{key}": FieldWords(words.title, words.title, Unit.SECONDS)
    for key, words in SECTIONS.items()
    if key not in ("record", "sitting", "amendment")
}

RECORD_FIELDS: Final[Mapping[str, FieldWords]] = {
    "record.case_number": noted(pgettext("field", "Case number")),
    "record.opened_on": noted(pgettext("field", "Opened on")),
    "record.centre": noted(pgettext("field", "Centre")),
    "record.host_country": noted(pgettext("field", "Country of the interview")),
    "record.host_language": noted(pgettext("field", "Language of the country")),
    "record.officer_language": noted(pgettext("field", "Officer's language")),
    "record.person_language": noted(pgettext("field", "Person's language")),
    "record.tier": noted(pgettext("field", "Depth of the interview")),
    "record.hidden": noted(pgettext("field", "Hidden by the centre")),
    "record.training": noted(pgettext("field", "Training")),
    "record.same_person_as": noted(pgettext("field", "The same person as the profile")),
    "record.earlier_profile": noted(pgettext("field", "Profile before departure")),
    "record.finished_on": noted(pgettext("field", "Finished on")),
    "record.remark": noted(pgettext("field", "Private remark")),
    "amendment.noted_on": noted(pgettext("field", "Changed on")),
    "amendment.reason": noted(pgettext("field", "Reason for the change")),
    "amendment.words": noted(pgettext("field", "Reason in words")),
    **_SITTING,
    **_TIMES,  # seconds on a section, under its title
}
