"""Words of the fields: the question as it is put to the person, a short label for lists and papers, and the unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext


class Unit(Enum):
    """What a number counts."""

    NONE = ""
    YEARS = "years"
    MONTHS = "months"


@dataclass(frozen=True)
class FieldWords:
    """Words of one field."""

    question: Message
    short: Message
    unit: Unit = Unit.NONE


def _noted(short: Message) -> FieldWords:
    return FieldWords(short, short)


FIELDS: Final[Mapping[str, FieldWords]] = {
    "record.case_number": _noted(pgettext("field", "Case number")),
    "record.opened_on": _noted(pgettext("field", "Opened on")),
    "record.centre": _noted(pgettext("field", "Centre")),
    "record.host_country": _noted(pgettext("field", "Country of the interview")),
    "record.host_language": _noted(pgettext("field", "Language of the country")),
    "record.officer_language": _noted(pgettext("field", "Officer's language")),
    "record.person_language": _noted(pgettext("field", "Person's language")),
    "record.tier": _noted(pgettext("field", "Depth of the interview")),
    "record.hidden": _noted(pgettext("field", "Hidden by the centre")),
    "record.training": _noted(pgettext("field", "Training")),
    "record.finished_on": _noted(pgettext("field", "Finished on")),
    "record.remark": _noted(pgettext("field", "Private remark")),
    "consent.create_profile": FieldWords(
        pgettext("question", "May we write a skills profile together with you?"),
        pgettext("field", "Write the profile"),
    ),
    "consent.keep_on_device": FieldWords(
        pgettext("question", "May we keep it, locked, on this computer?"),
        pgettext("field", "Keep on this computer"),
    ),
    "consent.send_with_name": FieldWords(
        pgettext("question", "May we send it to our headquarters with your name?"),
        pgettext("field", "Send with name"),
    ),
    "consent.send_for_figures": FieldWords(
        pgettext("question", "May we send it without your name, for figures only?"),
        pgettext("field", "Send without name, for figures"),
    ),
    "session.stage": FieldWords(
        pgettext("question", "At which point of the way do we talk?"),
        pgettext("field", "Stage"),
    ),
    "session.programme": FieldWords(
        pgettext("question", "Through which programme do you come?"),
        pgettext("field", "Programme"),
    ),
    "session.interview_language": FieldWords(
        pgettext("question", "In which language do we talk?"),
        pgettext("field", "Interview language"),
    ),
    "session.interpreter_used": FieldWords(
        pgettext("question", "Does someone interpret for us?"),
        pgettext("field", "Interpreter"),
    ),
    "identity.given_names": FieldWords(
        pgettext("question", "What is your given name?"),
        pgettext("field", "Given names"),
    ),
    "identity.family_names": FieldWords(
        pgettext("question", "What is your family name?"),
        pgettext("field", "Family names"),
    ),
    "identity.name_original": FieldWords(
        pgettext("question", "How do you write your name in your own script?"),
        pgettext("field", "Name in own script"),
    ),
    "identity.date_of_birth": FieldWords(
        pgettext("question", "When were you born? The year is enough."),
        pgettext("field", "Date of birth"),
    ),
    "identity.sex": FieldWords(
        pgettext("question", "What may we note as your sex?"),
        pgettext("field", "Sex"),
    ),
    "identity.nationality": FieldWords(
        pgettext("question", "What is your nationality?"),
        pgettext("field", "Nationality"),
    ),
    "status.legal_status": FieldWords(
        pgettext("question", "What is your residence status today?"),
        pgettext("field", "Residence status"),
    ),
    "status.right_to_work": FieldWords(
        pgettext("question", "Are you allowed to work here?"),
        pgettext("field", "Right to work"),
    ),
    "status.arrival_host_country": FieldWords(
        pgettext("question", "When did you arrive in this country?"),
        pgettext("field", "Arrival in this country"),
    ),
    "language.language": FieldWords(
        pgettext("question", "Which language?"),
        pgettext("field", "Language"),
    ),
    "language.role": FieldWords(
        pgettext("question", "What is this language for you?"),
        pgettext("field", "Kind of language"),
    ),
    "language.listening": FieldWords(
        pgettext("question", "How much do you understand when people speak?"),
        pgettext("field", "Listening"),
    ),
    "language.reading": FieldWords(
        pgettext("question", "What can you read?"),
        pgettext("field", "Reading"),
    ),
    "language.spoken_interaction": FieldWords(
        pgettext("question", "What can you talk about with others?"),
        pgettext("field", "Conversation"),
    ),
    "language.spoken_production": FieldWords(
        pgettext("question", "What can you tell or explain?"),
        pgettext("field", "Telling"),
    ),
    "language.writing": FieldWords(
        pgettext("question", "What can you write?"),
        pgettext("field", "Writing"),
    ),
    "basic_skills.reads_writes_any": FieldWords(
        pgettext("question", "How well do you read and write, in any language?"),
        pgettext("field", "Reading and writing"),
    ),
    "basic_skills.latin_script": FieldWords(
        pgettext("question", "How well do you read Latin letters (A, B, C)?"),
        pgettext("field", "Latin letters"),
    ),
    "basic_skills.form_help_needed": FieldWords(
        pgettext("question", "Would you like help with forms?"),
        pgettext("field", "Help with forms"),
    ),
    "education_summary.ever_attended_school": FieldWords(
        pgettext("question", "Did you go to school?"),
        pgettext("field", "School attended"),
    ),
    "education_summary.years_schooling": FieldWords(
        pgettext("question", "For how many years in all?"),
        pgettext("field", "Years of schooling"),
        Unit.YEARS,
    ),
    "education_summary.highest_completed": FieldWords(
        pgettext("question", "What is the highest level that you completed?"),
        pgettext("field", "Highest level completed"),
    ),
    "work_summary.ever_worked": FieldWords(
        pgettext("question", "Have you ever worked?"),
        pgettext("field", "Work so far"),
    ),
    "work_summary.activity_before_leaving": FieldWords(
        pgettext("question", "What was your main activity before you left?"),
        pgettext("field", "Activity before leaving"),
    ),
    "work_summary.activity_now": FieldWords(
        pgettext("question", "What is your main activity now?"),
        pgettext("field", "Activity now"),
    ),
    "work_summary.years_worked_total": FieldWords(
        pgettext("question", "For how many years have you worked in all?"),
        pgettext("field", "Years of work in all"),
        Unit.YEARS,
    ),
    "work_summary.main_occupation": FieldWords(
        pgettext("question", "What is your main work?"),
        pgettext("field", "Main work"),
    ),
    "work_summary.main_occupation_isco": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"),
        pgettext("field", "Group of the main work"),
    ),
    "work_summary.years_in_main_occupation": FieldWords(
        pgettext("question", "For how many years have you done this work?"),
        pgettext("field", "Years in the main work"),
        Unit.YEARS,
    ),
    "work.title_own_words": FieldWords(
        pgettext("question", "What was your work, in your own words?"),
        pgettext("field", "Work"),
    ),
    "work.isco08": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"),
        pgettext("field", "Occupation group"),
    ),
    "work.job_type": FieldWords(
        pgettext("question", "In which way did you work?"),
        pgettext("field", "Kind of work"),
    ),
    "work.start": FieldWords(pgettext("question", "When did it begin?"), pgettext("field", "From")),
    "work.end": FieldWords(pgettext("question", "When did it end?"), pgettext("field", "To")),
    "work.duration_months": FieldWords(
        pgettext("question", "For how many months in all?"),
        pgettext("field", "Duration"),
        Unit.MONTHS,
    ),
    "transversal.strengths": FieldWords(
        pgettext("question", "What do you do well? Choose three to six."),
        pgettext("field", "Strengths"),
    ),
    "licence.can_drive": FieldWords(pgettext("question", "Can you drive a car?"), pgettext("field", "Driving")),
    "expectation.first_goal": FieldWords(
        pgettext("question", "What matters most to you now?"),
        pgettext("field", "First goal"),
    ),
    "expectation.other_goals": FieldWords(
        pgettext("question", "What else would you like to reach?"),
        pgettext("field", "Other goals"),
    ),
    "expectation.desired_occupation": FieldWords(
        pgettext("question", "What work would you like to do?"),
        pgettext("field", "Desired work"),
    ),
    "expectation.desired_occupation_isco": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"),
        pgettext("field", "Group of the desired work"),
    ),
    "barrier.barriers": FieldWords(
        pgettext("question", "What makes work or learning harder at the moment?"),
        pgettext("field", "Support needs"),
    ),
    "recommendation.type": FieldWords(pgettext("question", "What is the next step?"), pgettext("field", "Step")),
    "recommendation.priority": FieldWords(pgettext("question", "How soon?"), pgettext("field", "When")),
    "recommendation.responsible": FieldWords(
        pgettext("question", "Who takes care of it?"),
        pgettext("field", "Who"),
    ),
    "recommendation.detail": FieldWords(pgettext("question", "What exactly?"), pgettext("field", "Details")),
}
"""By `section.field`."""
