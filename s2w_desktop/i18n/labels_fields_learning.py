"""Words of the fields about languages, school and courses, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords, Unit
from s2w_desktop.i18n.marks import in_context as pgettext

LEARNING_FIELDS: Final[Mapping[str, FieldWords]] = {
    "language.language": FieldWords(pgettext("question", "Which language?"), pgettext("field", "Language")),
    "language.role": FieldWords(pgettext("question", "What is this language for you?"), pgettext("field", "Kind of language")),
    "language.listening": FieldWords(
        pgettext("question", "How much do you understand when people speak?"), pgettext("field", "Listening")
    ),
    "language.reading": FieldWords(pgettext("question", "What can you read?"), pgettext("field", "Reading")),
    "language.spoken_interaction": FieldWords(
        pgettext("question", "What can you talk about with others?"), pgettext("field", "Conversation")
    ),
    "language.spoken_production": FieldWords(pgettext("question", "What can you tell or explain?"), pgettext("field", "Telling")),
    "language.writing": FieldWords(pgettext("question", "What can you write?"), pgettext("field", "Writing")),
    "language.literacy_in_language": FieldWords(
        pgettext("question", "How well do you read and write in this language?"), pgettext("field", "Reading and writing")
    ),
    "language.basis": FieldWords(
        pgettext("question", "How do we know these levels?"), pgettext("field", "How the level is known")
    ),
    "language.certificate": FieldWords(pgettext("question", "What is the certificate called?"), pgettext("field", "Certificate")),
    "language.certificate_level": FieldWords(
        pgettext("question", "Which level does it show?"), pgettext("field", "Level on the certificate")
    ),
    "language.certificate_date": FieldWords(
        pgettext("question", "When was it issued?"), pgettext("field", "Date of the certificate")
    ),
    "language.learning_now": FieldWords(
        pgettext("question", "Are you learning this language now?"), pgettext("field", "Learning it now")
    ),
    "language.learning_hours": FieldWords(
        pgettext("question", "For how many hours a week?"), pgettext("field", "Hours of learning a week"), Unit.HOURS
    ),
    "language.can_interpret": FieldWords(
        pgettext("question", "Could you interpret for others in this language?"), pgettext("field", "Can interpret")
    ),
    "basic_skills.reads_writes_any": FieldWords(
        pgettext("question", "How well do you read and write, in any language?"), pgettext("field", "Reading and writing")
    ),
    "basic_skills.scripts_known": FieldWords(pgettext("question", "Which scripts can you read?"), pgettext("field", "Scripts")),
    "basic_skills.latin_script": FieldWords(
        pgettext("question", "How well do you read Latin letters (A, B, C)?"), pgettext("field", "Latin letters")
    ),
    "basic_skills.literacy_level_host": FieldWords(
        pgettext("question", "What can you read in the letters of this country?"), pgettext("field", "Reading in the new script")
    ),
    "basic_skills.numeracy": FieldWords(pgettext("question", "How do you calculate?"), pgettext("field", "Calculating")),
    "basic_skills.learning_support": FieldWords(
        pgettext("question", "Would you like support with learning?"), pgettext("field", "Support with learning")
    ),
    "basic_skills.form_help_needed": FieldWords(
        pgettext("question", "Would you like help with forms?"), pgettext("field", "Help with forms")
    ),
    "education_summary.ever_attended_school": FieldWords(
        pgettext("question", "Did you go to school?"), pgettext("field", "School attended")
    ),
    "education_summary.years_schooling": FieldWords(
        pgettext("question", "For how many years in all?"), pgettext("field", "Years of schooling"), Unit.YEARS
    ),
    "education_summary.highest_completed": FieldWords(
        pgettext("question", "What is the highest level that you completed?"), pgettext("field", "Highest level completed")
    ),
    "education_summary.highest_attended": FieldWords(
        pgettext("question", "Which is the highest level that you began?"), pgettext("field", "Highest level begun")
    ),
    "education_summary.school_languages": FieldWords(
        pgettext("question", "In which languages were you taught?"), pgettext("field", "Languages at school")
    ),
    "education_summary.studying_now": FieldWords(
        pgettext("question", "Are you at school or studying now?"), pgettext("field", "Studying now")
    ),
    "education_summary.studying_level": FieldWords(
        pgettext("question", "At which level?"), pgettext("field", "Level of present studies")
    ),
    "education_summary.interrupted": FieldWords(
        pgettext("question", "Was your schooling interrupted?"), pgettext("field", "Schooling interrupted")
    ),
    "education_summary.interruption_reason": FieldWords(
        pgettext("question", "What interrupted it? A rough answer is enough."), pgettext("field", "Why it was interrupted")
    ),
    "education.kind": FieldWords(pgettext("question", "What kind of school or course was it?"), pgettext("field", "Kind")),
    "education.title": FieldWords(
        pgettext("question", "What is it called, in your own words?"), pgettext("field", "School or course")
    ),
    "education.level": FieldWords(pgettext("question", "Which level does it have?"), pgettext("field", "Level")),
    "education.eqf_level": FieldWords(
        pgettext("question", "Which level of the European framework?"), pgettext("field", "European level")
    ),
    "education.field_broad": FieldWords(pgettext("question", "What was it about?"), pgettext("field", "Field")),
    "education.field_narrow": FieldWords(pgettext("question", "Which part of it?"), pgettext("field", "Field, closer")),
    "education.field_detailed": FieldWords(pgettext("question", "What exactly?"), pgettext("field", "Field, exact")),
    "education.institution": FieldWords(
        pgettext("question", "What was the school or university called?"), pgettext("field", "School or university")
    ),
    "education.city": FieldWords(pgettext("question", "In which town was it?"), pgettext("field", "Town")),
    "education.country": FieldWords(pgettext("question", "In which country was it?"), pgettext("field", "Country")),
    "education.start": FieldWords(pgettext("question", "When did it begin?"), pgettext("field", "From")),
    "education.completion": FieldWords(pgettext("question", "Did you complete it?"), pgettext("field", "Completed")),
    "education.end": FieldWords(pgettext("question", "When did it end?"), pgettext("field", "To")),
    "education.duration_years": FieldWords(
        pgettext("question", "How many years does it take as a rule?"), pgettext("field", "Usual length"), Unit.YEARS
    ),
    "education.years_completed": FieldWords(
        pgettext("question", "How many years did you do?"), pgettext("field", "Years done"), Unit.YEARS
    ),
    "education.main_subjects": FieldWords(
        pgettext("question", "Which were the main subjects?"), pgettext("field", "Main subjects")
    ),
    "education.grade": FieldWords(pgettext("question", "What was the mark?"), pgettext("field", "Mark")),
    "education.doc_status": FieldWords(pgettext("question", "Where is the certificate?"), pgettext("field", "Certificate")),
    "education.recognition_state": FieldWords(pgettext("question", "Has it been recognised?"), pgettext("field", "Recognition")),
    "education.recognition_country": FieldWords(
        pgettext("question", "In which country?"), pgettext("field", "Country of recognition")
    ),
    "education.recognition_result": FieldWords(
        pgettext("question", "With which result?"), pgettext("field", "Result of recognition")
    ),
    "education.regulated_profession": FieldWords(
        pgettext("question", "Does the profession need a licence here?"), pgettext("field", "Regulated profession")
    ),
    "education.evidence": FieldWords(pgettext("question", "What supports this?"), pgettext("field", "Evidence")),
}
