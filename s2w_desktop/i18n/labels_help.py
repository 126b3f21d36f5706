"""Advice to the interviewer, per section: what to ask, what not to ask, when to stop. Never shown to the person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext


@dataclass(frozen=True)
class Advice:
    """What to ask, what not to ask, and when to stop."""

    ask: Message
    avoid: Message
    stop: Message


HELP: Final[Mapping[str, Advice]] = {
    "record": Advice(
        pgettext("help", "Nothing here is asked: the program fills it in."),
        pgettext("help", "Do not write about the person's flight or health in the remark."),
        pgettext("help", "Remarks are for staff only and are never printed."),
    ),
    "sitting": Advice(
        pgettext("help", "Nothing here is asked: the program measures it."),
        pgettext("help", "Do not hurry because of it."),
        pgettext("help", "A break costs nothing."),
    ),
    "amendment": Advice(
        pgettext("help", "Nothing here is asked: you are asked why when you leave a profile that was changed."),
        pgettext("help", "Do not write about the person's flight or health in the reason."),
        pgettext("help", "One reason is enough."),
    ),
    "consent": Advice(
        pgettext(
            "help",
            "Read each point aloud in the person's language and wait for an answer. Say that this talk has nothing to"
            " do with the asylum case.",
        ),
        pgettext("help", "Do not talk anybody into a yes. A no has no disadvantage."),
        pgettext(
            "help",
            "If the first answer is no, thank the person and stop. If only keeping is refused, use the nothing-kept mode.",
        ),
    ),
    "agreement": Advice(
        pgettext(
            "help",
            "Say what happens with the answers before you note that it was agreed. A mark, or a spoken yes with a"
            " witness, is as good as a signature.",
        ),
        pgettext("help", "Do not let a relative agree for an adult."),
        pgettext("help", "For a young person a guardian agrees and the young person is asked too. Stop if either says no."),
    ),
    "session": Advice(
        pgettext("help", "Answer this yourself and ask only what you do not know. Look for a place where nobody listens."),
        pgettext("help", "Do not write down the interpreter's name."),
        pgettext("help", "If a family member interprets or somebody listens, offer another interpreter or another day."),
    ),
    "identity": Advice(
        pgettext("help", "Ask how the name is to stand on the paper; one name is enough. A year of birth is enough too."),
        pgettext("help", "Do not ask for identity papers or their numbers."),
        pgettext("help", "Stop if the person fears to give a name: the interview works without one."),
    ),
    "identity_document": Advice(
        pgettext("help", "Ask only which documents there are."),
        pgettext("help", "Never copy a number."),
        pgettext("help", "Stop at once if the question worries the person."),
    ),
    "contact": Advice(
        pgettext("help", "Ask first whether it is safe to be contacted."),
        pgettext("help", "Do not ask how the family is reached, or where relatives live."),
        pgettext("help", "If contact is not safe, stop here: the rest is hidden."),
    ),
    "phone": Advice(
        pgettext("help", "Write the number with + and the country code. Ask who else uses it."),
        pgettext("help", "Do not call it to test it."),
        pgettext("help", "Stop if the phone is shared with somebody who must not know."),
    ),
    "status": Advice(
        pgettext("help", "Ask only for the status as it is today."),
        pgettext(
            "help",
            "Do not ask for reasons of flight, the route or the asylum case. If the person begins to tell, listen and"
            " do not write it down.",
        ),
        pgettext("help", "Offer a break when it becomes hard."),
    ),
    "country_lived": Advice(
        pgettext("help", "Ask only for countries where the person worked, studied or lived for long. A year is enough."),
        pgettext("help", "Never ask for the route, for borders or for those who helped."),
        pgettext("help", "Stop when the answer turns into the story of the flight."),
    ),
    "household": Advice(
        pgettext("help", "Ask only what a timetable needs to know."),
        pgettext("help", "Do not ask for names or for people who are missing."),
        pgettext("help", "If someone was lost, leave it and go on."),
    ),
    "language": Advice(
        pgettext("help", "Ask for every language, also for dialects and for a few words. Ask for an example from daily life."),
        pgettext("help", "Do not test. Levels are not asked for the mother tongue."),
        pgettext("help", "Stop when the person feels examined, and note what was said so far."),
    ),
    "basic_skills": Advice(
        pgettext("help", "Ask calmly and alone: not reading is nothing to be ashamed of."),
        pgettext("help", "Do not hand over a text as a test."),
        pgettext("help", "If it is hard, stop and offer to read everything aloud from here on."),
    ),
    "education_summary": Advice(
        pgettext("help", "Count all years at school, also interrupted ones. Years are enough."),
        pgettext("help", "Do not ask for papers, nor why school ended."),
        pgettext("help", "Stop when the memory of school is a painful one."),
    ),
    "education": Advice(
        pgettext("help", "Begin with the one that matters most to the person. A course without a certificate counts."),
        pgettext("help", "Do not ask why a document is missing; note where it is."),
        pgettext("help", "Three courses are enough for most papers."),
    ),
    "work_summary": Advice(
        pgettext(
            "help",
            "Write down the person's own words; the group of occupations comes second. Work in the family, in the"
            " field and in the house counts.",
        ),
        pgettext("help", "Do not ask whether work was registered or taxed."),
        pgettext("help", "Stop when work was forced or dangerous: offer a break and go on elsewhere."),
    ),
    "work": Advice(
        pgettext("help", "Begin with the job that the person likes to talk about. Ask what a day looked like."),
        pgettext(
            "help",
            "Do not ask for the names of employers and exact places. If knowing the work could put somebody at risk,"
            " say so: employer and town are then not kept.",
        ),
        pgettext("help", "Skip jobs that are painful to remember."),
    ),
    "unpaid": Advice(
        pgettext(
            "help",
            "Ask what others come to the person for. Caring, cooking for many, repairing and interpreting all count.",
        ),
        pgettext("help", "Do not ask for whom, where this could put somebody at risk."),
        pgettext("help", "Stop when two or three things are named."),
    ),
    "skill": Advice(
        pgettext("help", "Let the person name what they can do. Ask how they would explain it to somebody new."),
        pgettext("help", "Do not write down beliefs or illnesses."),
        pgettext("help", "Stop when nothing new comes: a short list is read more."),
    ),
    "digital": Advice(
        pgettext("help", "Ask what the person does in daily life. Using a phone well is a skill."),
        pgettext("help", "Do not ask what is on the phone, and do not look at it."),
        pgettext("help", "It is fine to have done none of it: stop after the first noes."),
    ),
    "transversal": Advice(
        pgettext("help", "Let the person choose the cards. Ask: when did this help you?"),
        pgettext("help", "Do not choose for the person."),
        pgettext("help", "Three strengths are enough."),
    ),
    "strength": Advice(
        pgettext("help", "Ask for one moment in which this strength helped, and what came of it."),
        pgettext("help", "Do not note what the person does not want to be read."),
        pgettext("help", "Stop when the example leads to the flight or to violence."),
    ),
    "licence": Advice(
        pgettext("help", "Ask whether the person can drive, not whether they may."),
        pgettext("help", "Do not ask for the number of a licence."),
        pgettext("help", "Stop if driving is linked with an accident."),
    ),
    "licence_held": Advice(
        pgettext(
            "help",
            "Ask what the person is allowed to drive, operate or do. Note foreign classes as they stand on the licence.",
        ),
        pgettext("help", "Never note the number of a licence."),
        pgettext("help", "Stop when a paper is missing and it matters to the person; note it under documents."),
    ),
    "document": Advice(
        pgettext("help", "Note what exists even when it cannot be shown. Say that a lost document is no fault."),
        pgettext("help", "Do not note a document as seen unless it lay in front of you."),
        pgettext("help", "Stop if asking the home country for papers could be dangerous."),
    ),
    "expectation": Advice(
        pgettext("help", "Ask openly first and read the list only if it helps. Write down the person's goal, not yours."),
        pgettext("help", "Promise nothing."),
        pgettext("help", '"I do not know yet" is an answer: stop there.'),
    ),
    "desired_work": Advice(
        pgettext("help", "Ask what else the person could imagine. A dream may stand beside what can be done now."),
        pgettext("help", "Do not weigh one against the other."),
        pgettext("help", "Two wishes are enough."),
    ),
    "preference": Advice(
        pgettext("help", "Ask what fits the life that the person has now."),
        pgettext("help", "Do not ask about moving to another country before the papers are settled."),
        pgettext("help", "Worries are for staff only and never sent: stop when they take over, and offer support."),
    ),
    "barrier": Advice(
        pgettext("help", "Ask what would help, not what is wrong."),
        pgettext("help", "Never write down illnesses or what happened to the person."),
        pgettext("help", "If there is distress, stop here and offer a contact for support."),
    ),
    "support": Advice(
        pgettext("help", "Take the needs that were named and ask what each makes harder. Ask whether help is wished."),
        pgettext("help", "Never write down causes or illnesses."),
        pgettext("help", "Stop when help is not wished."),
    ),
    "appraisal": Advice(
        pgettext("help", "Say aloud what you write here. If the person sees it differently, write that down too: it is printed."),
        pgettext("help", "Do not give marks and do not compare with others."),
        pgettext("help", "Stop if you are both tired: this can wait for another day."),
    ),
    "recommendation": Advice(
        pgettext(
            "help",
            "Agree on one to three steps that the person can repeat in their own words. Say who does what and when.",
        ),
        pgettext("help", "Do not write down what does not exist nearby."),
        pgettext("help", "Stop at three: more is not done."),
    ),
    "followup": Advice(
        pgettext("help", "Contact the person only as it was agreed. Ask what happened since and what is needed now."),
        pgettext("help", "Do not ask why a step was not taken."),
        pgettext("help", "A no to all of it is fine: thank the person and stop."),
    ),
    "signoff": Advice(
        pgettext("help", "Read the whole profile aloud in the person's language. Change at once what is not right. Give a copy."),
        pgettext("help", "Do not ask for a signature before everything was read."),
        pgettext("help", "Stop if the person does not agree: a draft can stay a draft."),
    ),
}
