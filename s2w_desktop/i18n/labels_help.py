"""Advice to the interviewer, per section: what to ask, what not to ask, when to stop. Never shown to the person."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

HELP: Final[Mapping[str, Message]] = {
    "record": pgettext(
        "help", "The program fills this in. Nothing here is asked. Remarks are for staff only and are never printed."
    ),
    "sitting": pgettext(
        "help", "The program measures this. Nothing here is asked, and nobody is hurried by it: a break costs nothing."
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
    "agreement": pgettext(
        "help",
        "Say in the person's language what happens with the answers before you note that it was agreed. A mark or a"
        " spoken yes with a witness is as good as a signature. For a young person a guardian agrees, and the young person"
        " is asked too.",
    ),
    "identity_document": pgettext(
        "help",
        "Ask only which documents there are. Never copy a number. Stop at once if the question worries the person.",
    ),
    "contact": pgettext(
        "help",
        "Ask first whether it is safe to be contacted. If it is not, leave the rest empty: it stays hidden. Phones are"
        " often shared; ask before you note one.",
    ),
    "phone": pgettext(
        "help",
        "Write the number with + and the country code. Ask who else uses it. Do not call it to test it.",
    ),
    "country_lived": pgettext(
        "help",
        "Ask only for countries where the person worked, studied or lived for long. Never ask for the route, for borders"
        " or for those who helped. A year is enough.",
    ),
    "household": pgettext(
        "help",
        "Ask only what a timetable needs to know. Do not ask for names or for people who are missing. If someone was"
        " lost, leave it and go on.",
    ),
    "education": pgettext(
        "help",
        "Begin with the one that matters most to the person. A course without a certificate counts. Do not ask why a"
        " document is missing; note where it is.",
    ),
    "unpaid": pgettext(
        "help",
        "Most people have skills that nobody paid for. Ask what others come to them for. Caring, cooking for many,"
        " repairing and interpreting all count.",
    ),
    "skill": pgettext(
        "help",
        "Let the person name what they can do. Ask how they would explain it to somebody new. Write down skills, not"
        " beliefs or illnesses.",
    ),
    "digital": pgettext(
        "help",
        "Ask what the person does in daily life, not what they know of. Using a phone well is a skill. It is fine to have"
        " done none of it.",
    ),
    "strength": pgettext(
        "help",
        "Ask for one moment in which this strength helped. Listen for what the person did and what came of it. Only note"
        " what they want to be read.",
    ),
    "licence_held": pgettext(
        "help",
        "Ask what the person is allowed to drive, operate or do. Foreign classes are noted as they stand on the licence."
        " Never note the number of a licence.",
    ),
    "document": pgettext(
        "help",
        "Note what exists even when it cannot be shown. Say that a lost document is no fault. Only note a document as"
        " seen when it lay in front of you.",
    ),
    "desired_work": pgettext(
        "help",
        "Ask what else the person could imagine. A dream may stand beside what can be done now. Do not weigh one against"
        " the other.",
    ),
    "preference": pgettext(
        "help",
        "Ask what fits the life that the person has now. Moving to another country is asked only after the papers are"
        " settled. Worries are for staff only and are never sent.",
    ),
    "support": pgettext(
        "help",
        "Take the needs that were named and ask what each makes harder. Ask whether help is wished. Never write down"
        " causes or illnesses.",
    ),
    "appraisal": pgettext(
        "help",
        "Say aloud what you write here. If the person sees it differently, write that down too: it is printed. Do not"
        " give marks and do not compare with others.",
    ),
    "followup": pgettext(
        "help",
        "Contact the person only as it was agreed. Ask what happened since and what is needed now. A no to all of it is fine.",
    ),
    "signoff": pgettext(
        "help",
        "Read the whole profile aloud in the person's language. Change at once what is not right. Give a copy, and say"
        " once more what happens with it.",
    ),
}
