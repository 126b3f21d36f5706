"""Advice to the interviewer, per section: what to ask, what not to ask, when to stop. Never shown to the person."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

HELP: Final[Mapping[str, Message]] = {
    "record": pgettext(
        "help", "The program fills this in. Nothing here is asked. Remarks are for staff only and are never printed."
    ),
    "consent": pgettext(
        "help",
        "Read each point aloud in the person's language and wait for an answer. Say that this talk has nothing to do with the"
        " asylum case, and that a no has no disadvantage. If the first answer is no, thank the person and stop.",
    ),
    "session": pgettext(
        "help",
        "Answer this yourself and ask only what you do not know. Look for a place where nobody listens. If a family member"
        " interprets, offer another interpreter.",
    ),
    "identity": pgettext(
        "help",
        "Ask how the name is to stand on the paper; one name is enough. A year of birth is enough too. Do not ask for identity"
        " papers or their numbers.",
    ),
    "status": pgettext(
        "help",
        "Ask only for the status as it is today. Do not ask for reasons of flight, the route or the asylum case; if the person"
        " begins to tell, listen, do not write it down. Offer a break when it becomes hard.",
    ),
    "language": pgettext(
        "help",
        "Ask for every language, also for dialects and for a few words. Ask for an example from daily life, do not test. Levels"
        " are not asked for the mother tongue.",
    ),
    "basic_skills": pgettext(
        "help",
        "Ask calmly and alone: not reading is nothing to be ashamed of. Do not hand over a text as a test. If it is hard, offer"
        " to read everything aloud from here on.",
    ),
    "education_summary": pgettext(
        "help",
        "Count all years at school, also interrupted ones. Years are enough, papers are not needed. Do not ask why school ended.",
    ),
    "work_summary": pgettext(
        "help",
        "Let the person use their own words and write them down as they are said; the group of occupations comes second. Work in"
        " the family, in the field and in the house counts. Do not ask whether work was registered.",
    ),
    "work": pgettext(
        "help",
        "Begin with the job that the person likes to talk about. Ask what a day looked like. Names of employers and exact places"
        " are not needed. Skip jobs that are painful to remember.",
    ),
    "transversal": pgettext(
        "help",
        "Let the person choose; do not choose for them. Ask: when did this help you? Three strengths are enough.",
    ),
    "licence": pgettext(
        "help",
        "Ask whether the person can drive, not whether they may. Do not ask for the number of a licence.",
    ),
    "expectation": pgettext(
        "help",
        "Ask openly first and read the list only if it helps. Write down the person's goal, not yours. Promise nothing.",
    ),
    "barrier": pgettext(
        "help",
        "Ask what would help, not what is wrong. Never write down illnesses or what happened to the person. If there is distress,"
        " stop here and offer a contact for support.",
    ),
    "recommendation": pgettext(
        "help",
        "Agree on one to three steps that the person can repeat in their own words. Say who does what and when. Only write down"
        " what really exists nearby.",
    ),
}
