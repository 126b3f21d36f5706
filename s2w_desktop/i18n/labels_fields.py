"""Words of all fields by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords
from s2w_desktop.i18n.labels_fields_learning import LEARNING_FIELDS
from s2w_desktop.i18n.labels_fields_person import PERSON_FIELDS
from s2w_desktop.i18n.labels_fields_plans import PLANS_FIELDS
from s2w_desktop.i18n.labels_fields_record import RECORD_FIELDS
from s2w_desktop.i18n.labels_fields_skills import SKILLS_FIELDS
from s2w_desktop.i18n.labels_fields_start import START_FIELDS
from s2w_desktop.i18n.labels_fields_working import WORKING_FIELDS

FIELDS: Final[Mapping[str, FieldWords]] = {
    **RECORD_FIELDS,
    **START_FIELDS,
    **PERSON_FIELDS,
    **LEARNING_FIELDS,
    **WORKING_FIELDS,
    **SKILLS_FIELDS,
    **PLANS_FIELDS,
}
