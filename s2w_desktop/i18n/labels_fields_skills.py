"""Words of the fields about skills, digital items, strengths, licences and documents, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords, Unit
from s2w_desktop.i18n.marks import in_context as pgettext

SKILLS_FIELDS: Final[Mapping[str, FieldWords]] = {
    "skill.esco_skill": FieldWords(
        pgettext("question", "Which skill of the European list is it?"), pgettext("field", "Skill in the European list")
    ),
    "skill.skill": FieldWords(pgettext("question", "What can you do, in your own words?"), pgettext("field", "Skill")),
    "skill.level": FieldWords(pgettext("question", "How well?"), pgettext("field", "How well")),
    "skill.last_used": FieldWords(pgettext("question", "When did you last use it?"), pgettext("field", "Last used")),
    "skill.learned_where": FieldWords(pgettext("question", "Where did you learn it?"), pgettext("field", "Learnt where")),
    "skill.evidence": FieldWords(pgettext("question", "What supports this?"), pgettext("field", "Evidence")),
    "skill.highlight": FieldWords(
        pgettext("question", "Should it stand first on the paper?"), pgettext("field", "First on the paper")
    ),
    "digital.device_access": FieldWords(pgettext("question", "Which devices can you use?"), pgettext("field", "Devices")),
    "digital.device_owner": FieldWords(pgettext("question", "Are they your own?"), pgettext("field", "Own or shared")),
    "digital.internet_access": FieldWords(pgettext("question", "Do you have internet?"), pgettext("field", "Internet")),
    "digital.item_01": FieldWords(pgettext("question", "Calls and messages on a phone"), pgettext("field", "Calls and messages")),
    "digital.item_02": FieldWords(pgettext("question", "Searching for information"), pgettext("field", "Searching")),
    "digital.item_03": FieldWords(pgettext("question", "Maps and timetables"), pgettext("field", "Maps and timetables")),
    "digital.item_04": FieldWords(pgettext("question", "An e-mail with a file"), pgettext("field", "E-mail with a file")),
    "digital.item_05": FieldWords(
        pgettext("question", "A form or an appointment online"), pgettext("field", "Forms and appointments")
    ),
    "digital.item_06": FieldWords(
        pgettext("question", "A video call or a class online"), pgettext("field", "Video calls and classes")
    ),
    "digital.item_07": FieldWords(
        pgettext("question", "Telling true from false information"), pgettext("field", "True or false information")
    ),
    "digital.item_08": FieldWords(
        pgettext("question", "Safe passwords, private settings"), pgettext("field", "Passwords and privacy")
    ),
    "digital.item_09": FieldWords(pgettext("question", "Recognising fraud"), pgettext("field", "Recognising fraud")),
    "digital.item_10": FieldWords(pgettext("question", "Writing a text document"), pgettext("field", "Text documents")),
    "digital.item_11": FieldWords(pgettext("question", "Calculating with a spreadsheet"), pgettext("field", "Spreadsheets")),
    "digital.item_12": FieldWords(
        pgettext("question", "Working on photos, videos or designs"), pgettext("field", "Photos, videos, design")
    ),
    "digital.item_13": FieldWords(
        pgettext("question", "Setting up, updating or repairing a device"), pgettext("field", "Setting up devices")
    ),
    "digital.item_14": FieldWords(
        pgettext("question", "Writing programs or setting up networks"), pgettext("field", "Programs and networks")
    ),
    "digital.software": FieldWords(pgettext("question", "Which programs do you know?"), pgettext("field", "Programs")),
    "digital.other_software": FieldWords(pgettext("question", "Which other programs?"), pgettext("field", "Other programs")),
    "digital.programming_languages": FieldWords(
        pgettext("question", "Which programming languages?"), pgettext("field", "Programming languages")
    ),
    "transversal.strengths": FieldWords(
        pgettext("question", "What do you do well? Choose three to six."), pgettext("field", "Strengths")
    ),
    "strength.item": FieldWords(pgettext("question", "Which strength?"), pgettext("field", "Strength")),
    "strength.strength": FieldWords(pgettext("question", "How strong is it?"), pgettext("field", "Degree")),
    "strength.example": FieldWords(
        pgettext("question", "When did it help? What did you do, and what came of it?"), pgettext("field", "Example")
    ),
    "strength.context": FieldWords(pgettext("question", "Where was that?"), pgettext("field", "Where")),
    "strength.seen_by_officer": FieldWords(
        pgettext("question", "Was it seen in the interview?"), pgettext("field", "Seen in the interview")
    ),
    "strength.seen_how": FieldWords(pgettext("question", "How did it show?"), pgettext("field", "How it showed")),
    "licence.can_drive": FieldWords(pgettext("question", "Can you drive a car?"), pgettext("field", "Driving")),
    "licence.driving_years": FieldWords(
        pgettext("question", "For how many years have you driven?"), pgettext("field", "Years of driving"), Unit.YEARS
    ),
    "licence.professional_driver": FieldWords(
        pgettext("question", "Have you driven as a job?"), pgettext("field", "Drove as a job")
    ),
    "licence.own_vehicle": FieldWords(pgettext("question", "Which vehicle do you have here?"), pgettext("field", "Vehicle")),
    "licence_held.kind": FieldWords(pgettext("question", "Which licence or certificate?"), pgettext("field", "Licence")),
    "licence_held.categories": FieldWords(pgettext("question", "Which classes?"), pgettext("field", "Classes")),
    "licence_held.foreign_class": FieldWords(
        pgettext("question", "What is the class called on the licence?"), pgettext("field", "Foreign class")
    ),
    "licence_held.issuing_country": FieldWords(pgettext("question", "Which country issued it?"), pgettext("field", "Issued by")),
    "licence_held.issue_date": FieldWords(pgettext("question", "When was it issued?"), pgettext("field", "Issued on")),
    "licence_held.expiry": FieldWords(pgettext("question", "Until when is it valid?"), pgettext("field", "Valid until")),
    "licence_held.document": FieldWords(pgettext("question", "Where is it?"), pgettext("field", "Where it is")),
    "licence_held.valid_in_host": FieldWords(pgettext("question", "Is it valid here?"), pgettext("field", "Valid here")),
    "document.type": FieldWords(pgettext("question", "Which document is it?"), pgettext("field", "Document")),
    "document.about": FieldWords(pgettext("question", "What is it about?"), pgettext("field", "About")),
    "document.possession": FieldWords(pgettext("question", "Where is it?"), pgettext("field", "Where it is")),
    "document.language": FieldWords(pgettext("question", "In which language is it?"), pgettext("field", "Language")),
    "document.issue_country": FieldWords(pgettext("question", "Which country issued it?"), pgettext("field", "Issued in")),
    "document.issue_date": FieldWords(pgettext("question", "When was it issued?"), pgettext("field", "Issued on")),
    "document.seen_on": FieldWords(pgettext("question", "When was it shown to us?"), pgettext("field", "Seen on")),
    "document.scan": FieldWords(pgettext("question", "May we make a copy of it?"), pgettext("field", "Copy")),
    "document.translation": FieldWords(pgettext("question", "Is it translated?"), pgettext("field", "Translation")),
}
