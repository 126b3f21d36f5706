"""The interview: all sections in the order in which they are put (profile-model 6.2 to 6.21).

A section, a field or a code list is added under `sections` and `codes`, with its words in `i18n`, and nowhere else.
"""

from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.sections.learning import BASIC_SKILLS, EDUCATION, EDUCATION_SUMMARY, LANGUAGE
from s2w_desktop.domain.sections.person import (
    CONTACT,
    COUNTRY_LIVED,
    HOUSEHOLD,
    IDENTITY,
    IDENTITY_DOCUMENT,
    PHONE,
    STATUS,
)
from s2w_desktop.domain.sections.plans import (
    APPRAISAL,
    BARRIER,
    DESIRED_WORK,
    EXPECTATION,
    FOLLOWUP,
    PREFERENCE,
    RECOMMENDATION,
    SIGNOFF,
    SUPPORT,
)
from s2w_desktop.domain.sections.record import AMENDMENT, RECORD
from s2w_desktop.domain.sections.sitting import sitting_section
from s2w_desktop.domain.sections.skills import (
    DIGITAL,
    DOCUMENT,
    LICENCE,
    LICENCE_HELD,
    SKILL,
    STRENGTH,
    TRANSVERSAL,
)
from s2w_desktop.domain.sections.start import AGREEMENT, CONSENT, SESSION
from s2w_desktop.domain.sections.working import UNPAID, WORK, WORK_SUMMARY

SECTIONS = (
    RECORD,
    CONSENT,
    AGREEMENT,
    SESSION,
    IDENTITY,
    IDENTITY_DOCUMENT,
    CONTACT,
    PHONE,
    STATUS,
    COUNTRY_LIVED,
    HOUSEHOLD,
    LANGUAGE,
    BASIC_SKILLS,
    EDUCATION_SUMMARY,
    EDUCATION,
    WORK_SUMMARY,
    WORK,
    UNPAID,
    SKILL,
    DIGITAL,
    TRANSVERSAL,
    STRENGTH,
    LICENCE,
    LICENCE_HELD,
    DOCUMENT,
    EXPECTATION,
    DESIRED_WORK,
    PREFERENCE,
    BARRIER,
    SUPPORT,
    APPRAISAL,
    RECOMMENDATION,
    FOLLOWUP,
    SIGNOFF,
    AMENDMENT,
)

QUESTIONNAIRE = Questionnaire(version=4, sections=(*SECTIONS, sitting_section(SECTIONS)))
