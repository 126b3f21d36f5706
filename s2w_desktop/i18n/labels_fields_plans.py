"""Words of the fields about goals, support, appraisal and delivery, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords, Unit
from s2w_desktop.i18n.marks import in_context as pgettext

PLANS_FIELDS: Final[Mapping[str, FieldWords]] = {
    "expectation.first_goal": FieldWords(pgettext("question", "What matters most to you now?"), pgettext("field", "First goal")),
    "expectation.first_goal_horizon": FieldWords(pgettext("question", "By when?"), pgettext("field", "When")),
    "expectation.other_goals": FieldWords(
        pgettext("question", "What else would you like to reach?"), pgettext("field", "Other goals")
    ),
    "expectation.own_words": FieldWords(
        pgettext("question", "How would you say it in your own words?"), pgettext("field", "In own words")
    ),
    "expectation.desired_occupation": FieldWords(
        pgettext("question", "What work would you like to do?"), pgettext("field", "Desired work")
    ),
    "expectation.desired_occupation_esco": FieldWords(
        pgettext("question", "Which occupation of the European list is it?"), pgettext("field", "Occupation in the European list")
    ),
    "expectation.desired_occupation_isco": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"), pgettext("field", "Group of the desired work")
    ),
    "desired_work.occupation": FieldWords(
        pgettext("question", "What other work would you like to do?"), pgettext("field", "Desired work")
    ),
    "desired_work.occupation_esco": FieldWords(
        pgettext("question", "Which occupation of the European list is it?"), pgettext("field", "Occupation in the European list")
    ),
    "desired_work.occupation_isco": FieldWords(
        pgettext("question", "To which group of occupations does it belong?"), pgettext("field", "Group of the desired work")
    ),
    "preference.other_work_first": FieldWords(
        pgettext("question", "Would you do other work at first?"), pgettext("field", "Other work at first")
    ),
    "preference.available_from": FieldWords(pgettext("question", "From when could you start?"), pgettext("field", "Can start")),
    "preference.available_date": FieldWords(pgettext("question", "From which date?"), pgettext("field", "Can start on")),
    "preference.working_time": FieldWords(
        pgettext("question", "At which times could you work?"), pgettext("field", "Working time")
    ),
    "preference.mobility": FieldWords(pgettext("question", "Where could you work?"), pgettext("field", "Where")),
    "preference.self_employment": FieldWords(
        pgettext("question", "Do you think of an own business?"), pgettext("field", "Own business")
    ),
    "preference.study_level": FieldWords(
        pgettext("question", "At which level would you like to study?"), pgettext("field", "Wished level of study")
    ),
    "preference.study_field": FieldWords(
        pgettext("question", "What would you like to study?"), pgettext("field", "Wished field of study")
    ),
    "preference.language_goal": FieldWords(
        pgettext("question", "Which language level would you like to reach?"), pgettext("field", "Language goal")
    ),
    "preference.interests": FieldWords(
        pgettext("question", "What do you like to do in your free time?"), pgettext("field", "Interests")
    ),
    "preference.worries": FieldWords(
        pgettext("question", "Is there anything that worries you about work or learning?"), pgettext("field", "Worries")
    ),
    "barrier.barriers": FieldWords(
        pgettext("question", "What makes work or learning harder at the moment?"), pgettext("field", "Support needs")
    ),
    "barrier.health": FieldWords(
        pgettext("question", "Is there something at work that we should take care of?"), pgettext("field", "Care at work")
    ),
    "barrier.adjustment": FieldWords(
        pgettext("question", "What would help? The reason need not be said."), pgettext("field", "What would help")
    ),
    "support.barrier": FieldWords(pgettext("question", "What makes it harder?"), pgettext("field", "Support need")),
    "support.affects": FieldWords(pgettext("question", "What does it make harder?"), pgettext("field", "Makes harder")),
    "support.support_wished": FieldWords(
        pgettext("question", "Would you like support with it?"), pgettext("field", "Support wished")
    ),
    "appraisal.summary_strengths": FieldWords(
        pgettext("question", "What stands out in this profile?"), pgettext("field", "What stands out")
    ),
    "appraisal.job_readiness": FieldWords(
        pgettext("question", "How ready is the person for work, as we both see it?"), pgettext("field", "Ready for work")
    ),
    "appraisal.language_priority": FieldWords(
        pgettext("question", "When should a language course come?"), pgettext("field", "Language course")
    ),
    "appraisal.further_assessment": FieldWords(
        pgettext("question", "What should be looked at more closely?"), pgettext("field", "Further assessment")
    ),
    "appraisal.confidence": FieldWords(pgettext("question", "How sure are we of this profile?"), pgettext("field", "How sure")),
    "appraisal.confidence_reason": FieldWords(pgettext("question", "What limits it?"), pgettext("field", "Why not sure")),
    "appraisal.person_agrees": FieldWords(
        pgettext("question", "Do you agree with this?"), pgettext("field", "The person agrees")
    ),
    "appraisal.disagreement": FieldWords(
        pgettext("question", "What do you see differently?"), pgettext("field", "What the person sees differently")
    ),
    "appraisal.internal_note": FieldWords(
        pgettext("question", "What do colleagues need to know?"), pgettext("field", "Note for staff")
    ),
    "recommendation.type": FieldWords(pgettext("question", "What is the next step?"), pgettext("field", "Step")),
    "recommendation.priority": FieldWords(pgettext("question", "How soon?"), pgettext("field", "When")),
    "recommendation.responsible": FieldWords(pgettext("question", "Who takes care of it?"), pgettext("field", "Who")),
    "recommendation.detail": FieldWords(pgettext("question", "What exactly?"), pgettext("field", "Details")),
    "recommendation.service_name": FieldWords(pgettext("question", "With which service?"), pgettext("field", "Service")),
    "recommendation.service_phone": FieldWords(
        pgettext("question", "What is the telephone number of the service?"), pgettext("field", "Telephone")
    ),
    "recommendation.service_hours": FieldWords(pgettext("question", "When does somebody answer?"), pgettext("field", "Hours")),
    "recommendation.directory_service_id": FieldWords(
        pgettext("question", "Which entry of the country pack is it?"), pgettext("field", "Entry of the country pack")
    ),
    "recommendation.due": FieldWords(pgettext("question", "By when?"), pgettext("field", "By")),
    "recommendation.consent_to_refer": FieldWords(
        pgettext("question", "May we pass your name to this partner?"), pgettext("field", "May be passed to the partner")
    ),
    "recommendation.state": FieldWords(pgettext("question", "How far is it?"), pgettext("field", "State")),
    "recommendation.state_date": FieldWords(pgettext("question", "Since when?"), pgettext("field", "State since")),
    "recommendation.outcome_note": FieldWords(pgettext("question", "What came of it?"), pgettext("field", "Result")),
    "followup.on": FieldWords(pgettext("question", "When was the contact?"), pgettext("field", "Date")),
    "followup.contact_mode": FieldWords(pgettext("question", "How was the contact?"), pgettext("field", "Way of contact")),
    "followup.reached": FieldWords(pgettext("question", "Was the person reached?"), pgettext("field", "Reached")),
    "followup.outcome": FieldWords(pgettext("question", "What has happened since?"), pgettext("field", "What happened since")),
    "followup.current_isco": FieldWords(
        pgettext("question", "In which group of occupations is the work now?"), pgettext("field", "Work now")
    ),
    "followup.contract": FieldWords(pgettext("question", "In which way do you work now?"), pgettext("field", "Kind of work now")),
    "followup.matches_profile": FieldWords(
        pgettext("question", "Does it fit your profile?"), pgettext("field", "Fits the profile")
    ),
    "followup.language_now": FieldWords(
        pgettext("question", "Which language level now?"), pgettext("field", "Language level now")
    ),
    "followup.note": FieldWords(pgettext("question", "What else matters?"), pgettext("field", "Note")),
    "signoff.read_back_done": FieldWords(pgettext("question", "Was everything read back?"), pgettext("field", "Read back")),
    "signoff.read_back_language": FieldWords(
        pgettext("question", "In which language was it read back?"), pgettext("field", "Language of reading back")
    ),
    "signoff.corrections": FieldWords(
        pgettext("question", "How many corrections were made?"), pgettext("field", "Corrections"), Unit.TIMES
    ),
    "signoff.person_confirms": FieldWords(
        pgettext("question", "Is everything right as it stands?"), pgettext("field", "The person confirms")
    ),
    "signoff.confirmed_on": FieldWords(pgettext("question", "When was it confirmed?"), pgettext("field", "Confirmed on")),
    "signoff.copy_given": FieldWords(pgettext("question", "How was the copy given?"), pgettext("field", "Copy")),
    "signoff.copy_languages": FieldWords(
        pgettext("question", "In which languages is the copy?"), pgettext("field", "Languages of the copy")
    ),
    "signoff.print_variant": FieldWords(pgettext("question", "Which paper was given?"), pgettext("field", "Kind of paper")),
    "signoff.reviewer": FieldWords(
        pgettext("question", "Which code does the reviewer have?"), pgettext("field", "Reviewer's code")
    ),
    "signoff.reviewed_on": FieldWords(pgettext("question", "When was it reviewed?"), pgettext("field", "Reviewed on")),
}
