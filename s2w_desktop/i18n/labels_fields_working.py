"""Words of the fields about work, paid and unpaid, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords, Unit
from s2w_desktop.i18n.marks import in_context as pgettext

WORKING_FIELDS: Final[Mapping[str, FieldWords]] = {
    "work_summary.ever_worked": FieldWords(pgettext("question", "Have you ever worked?"), pgettext("field", "Work so far")),
    "work_summary.activity_before_leaving": FieldWords(
        pgettext("question", "What was your main activity before you left?"), pgettext("field", "Activity before leaving")
    ),
    "work_summary.activity_now": FieldWords(
        pgettext("question", "What is your main activity now?"), pgettext("field", "Activity now")
    ),
    "work_summary.years_worked_total": FieldWords(
        pgettext("question", "For how many years have you worked in all?"), pgettext("field", "Years of work in all"), Unit.YEARS
    ),
    "work_summary.main_occupation": FieldWords(pgettext("question", "What is your main work?"), pgettext("field", "Main work")),
    "work_summary.main_occupation_esco": FieldWords(
        pgettext("question", "Which occupation of the European list is it?"), pgettext("field", "Occupation in the European list")
    ),
    "work_summary.main_occupation_isco": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"), pgettext("field", "Group of the main work")
    ),
    "work_summary.years_in_main_occupation": FieldWords(
        pgettext("question", "For how many years have you done this work?"),
        pgettext("field", "Years in the main work"),
        Unit.YEARS,
    ),
    "work_summary.last_worked": FieldWords(pgettext("question", "When did you last work?"), pgettext("field", "Last worked")),
    "work.title_own_words": FieldWords(pgettext("question", "What was your work, in your own words?"), pgettext("field", "Work")),
    "work.occupation_esco": FieldWords(
        pgettext("question", "Which occupation of the European list is it?"), pgettext("field", "Occupation in the European list")
    ),
    "work.isco08": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"), pgettext("field", "Occupation group")
    ),
    "work.sensitive_employer": FieldWords(
        pgettext("question", "Could knowledge of this work put you or others at risk?"), pgettext("field", "Work to be protected")
    ),
    "work.job_type": FieldWords(pgettext("question", "In which way did you work?"), pgettext("field", "Kind of work")),
    "work.formality": FieldWords(pgettext("question", "Was the work registered?"), pgettext("field", "Registered")),
    "work.paid": FieldWords(pgettext("question", "How were you paid?"), pgettext("field", "Pay")),
    "work.sector": FieldWords(pgettext("question", "In which field was the business?"), pgettext("field", "Sector")),
    "work.employer": FieldWords(
        pgettext("question", "For whom did you work? It need not be said."), pgettext("field", "Employer")
    ),
    "work.city": FieldWords(pgettext("question", "In which town was it?"), pgettext("field", "Town")),
    "work.country": FieldWords(pgettext("question", "In which country was it?"), pgettext("field", "Country")),
    "work.displacement_phase": FieldWords(pgettext("question", "When on your way was it?"), pgettext("field", "When on the way")),
    "work.start": FieldWords(pgettext("question", "When did it begin?"), pgettext("field", "From")),
    "work.ongoing": FieldWords(pgettext("question", "Do you still work there?"), pgettext("field", "Still works there")),
    "work.end": FieldWords(pgettext("question", "When did it end?"), pgettext("field", "To")),
    "work.duration_months": FieldWords(
        pgettext("question", "For how many months in all?"), pgettext("field", "Duration"), Unit.MONTHS
    ),
    "work.hours_per_week": FieldWords(
        pgettext("question", "For how many hours a week?"), pgettext("field", "Hours a week"), Unit.HOURS
    ),
    "work.tasks": FieldWords(pgettext("question", "What did you do there on a usual day?"), pgettext("field", "Tasks")),
    "work.tools": FieldWords(
        pgettext("question", "Which tools and machines did you use?"), pgettext("field", "Tools and machines")
    ),
    "work.other_tools": FieldWords(pgettext("question", "Which other tools?"), pgettext("field", "Other tools")),
    "work.supervised_people": FieldWords(pgettext("question", "How many people did you lead?"), pgettext("field", "People led")),
    "work.team_language": FieldWords(
        pgettext("question", "Which language was spoken at work?"), pgettext("field", "Language at work")
    ),
    "work.how_learned": FieldWords(pgettext("question", "How did you learn this work?"), pgettext("field", "How it was learnt")),
    "work.evidence": FieldWords(pgettext("question", "What supports this?"), pgettext("field", "Evidence")),
    "work.reference_available": FieldWords(
        pgettext("question", "Can someone confirm it, without danger?"), pgettext("field", "Reference possible")
    ),
    "work.reason_left": FieldWords(
        pgettext("question", "Why did it end? A rough answer is enough."), pgettext("field", "Why it ended")
    ),
    "unpaid.activity": FieldWords(pgettext("question", "What did you do without pay?"), pgettext("field", "Unpaid work")),
    "unpaid.description": FieldWords(pgettext("question", "What did you do exactly?"), pgettext("field", "Description")),
    "unpaid.intensity": FieldWords(pgettext("question", "How often?"), pgettext("field", "How often")),
    "unpaid.years": FieldWords(pgettext("question", "For how many years?"), pgettext("field", "Years"), Unit.YEARS),
    "unpaid.people_or_scale": FieldWords(
        pgettext("question", "For how many people, or how much?"), pgettext("field", "For how many")
    ),
    "unpaid.skills": FieldWords(
        pgettext("question", "Which skills of the European list did it take?"), pgettext("field", "Skills in the European list")
    ),
    "unpaid.wants_to_use": FieldWords(
        pgettext("question", "Would you like to use this at work?"), pgettext("field", "Wants to use it at work")
    ),
}
