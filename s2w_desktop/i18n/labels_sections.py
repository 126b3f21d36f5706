"""Words of parts and sections: titles, one quiet line each, and the button that adds an entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext


@dataclass(frozen=True)
class SectionWords:
    """Title and quiet line of a section; `add` names the button of a section with entries."""

    title: Message
    subtitle: Message
    add: Message | None = None


PARTS: Final[Mapping[str, Message]] = {
    "start": pgettext("part", "Start"),
    "person": pgettext("part", "Person"),
    "abilities": pgettext("part", "Abilities"),
    "next": pgettext("part", "What comes next"),
    "closing": pgettext("part", "Closing"),
}

SECTIONS: Final[Mapping[str, SectionWords]] = {
    "record": SectionWords(
        pgettext("section", "Record"),
        pgettext("section", "What the program notes by itself"),
    ),
    "sitting": SectionWords(
        pgettext("section", "Sittings"),
        pgettext("section", "How long each section took, noted by the program"),
        pgettext("section", "Add a sitting"),
    ),
    "amendment": SectionWords(
        pgettext("section", "Changes after a hand-over"),
        pgettext("section", "Why the profile was changed after it had been handed over"),
        pgettext("section", "Add a reason"),
    ),
    "consent": SectionWords(
        pgettext("section", "Agreement"),
        pgettext("section", "You decide what happens with your answers"),
    ),
    "session": SectionWords(
        pgettext("section", "This interview"),
        pgettext("section", "Where and how we talk today"),
    ),
    "identity": SectionWords(
        pgettext("section", "Name and birth"),
        pgettext("section", "As you would like it to stand on your paper"),
    ),
    "status": SectionWords(
        pgettext("section", "Residence"),
        pgettext("section", "Your status here and the right to work"),
    ),
    "language": SectionWords(
        pgettext("section", "Languages"),
        pgettext("section", "All languages, a little counts too"),
        add=pgettext("add", "Add a language"),
    ),
    "basic_skills": SectionWords(
        pgettext("section", "Reading and writing"),
        pgettext("section", "In any language and script"),
    ),
    "education_summary": SectionWords(
        pgettext("section", "School"),
        pgettext("section", "School, training and studies in all"),
    ),
    "work_summary": SectionWords(
        pgettext("section", "Work"),
        pgettext("section", "Before leaving and today"),
    ),
    "work": SectionWords(
        pgettext("section", "Jobs"),
        pgettext("section", "Paid or unpaid, long or short, all count"),
        add=pgettext("add", "Add a job"),
    ),
    "transversal": SectionWords(
        pgettext("section", "Strengths"),
        pgettext("section", "What you do well"),
    ),
    "licence": SectionWords(
        pgettext("section", "Driving"),
        pgettext("section", "With or without a licence"),
    ),
    "expectation": SectionWords(
        pgettext("section", "Goals"),
        pgettext("section", "What you would like to reach"),
    ),
    "barrier": SectionWords(
        pgettext("section", "Support"),
        pgettext("section", "What would make the way easier"),
    ),
    "recommendation": SectionWords(
        pgettext("section", "Next steps"),
        pgettext("section", "What we agree on today"),
        add=pgettext("add", "Add a next step"),
    ),
    "agreement": SectionWords(
        pgettext("section", "How it was agreed"),
        pgettext("section", "How everything was explained, and who agreed"),
    ),
    "identity_document": SectionWords(
        pgettext("section", "Identity documents"),
        pgettext("section", "Only which ones, never a number"),
        add=pgettext("add", "Add a document"),
    ),
    "contact": SectionWords(
        pgettext("section", "Contact"),
        pgettext("section", "How we may reach you, if you wish"),
    ),
    "phone": SectionWords(
        pgettext("section", "Phone numbers"),
        pgettext("section", "Up to three, with country code"),
        add=pgettext("add", "Add a phone number"),
    ),
    "country_lived": SectionWords(
        pgettext("section", "Countries lived in"),
        pgettext("section", "Where you worked or studied on the way"),
        add=pgettext("add", "Add a country"),
    ),
    "household": SectionWords(
        pgettext("section", "Household"),
        pgettext("section", "What matters for courses and working hours"),
    ),
    "education": SectionWords(
        pgettext("section", "Schools and courses"),
        pgettext("section", "Each one that you want to be seen"),
        add=pgettext("add", "Add a school or course"),
    ),
    "unpaid": SectionWords(
        pgettext("section", "Unpaid work"),
        pgettext("section", "At home, for family, for others"),
        add=pgettext("add", "Add unpaid work"),
    ),
    "skill": SectionWords(
        pgettext("section", "Skills"),
        pgettext("section", "What you can do, in your own words"),
        add=pgettext("add", "Add a skill"),
    ),
    "digital": SectionWords(
        pgettext("section", "Digital skills"),
        pgettext("section", "Phone, computer and internet"),
    ),
    "strength": SectionWords(
        pgettext("section", "Strengths in detail"),
        pgettext("section", "An example says more than a word"),
        add=pgettext("add", "Add a strength"),
    ),
    "licence_held": SectionWords(
        pgettext("section", "Licences and certificates"),
        pgettext("section", "Driving, machines, trades"),
        add=pgettext("add", "Add a licence"),
    ),
    "document": SectionWords(
        pgettext("section", "Documents"),
        pgettext("section", "What exists, and where it is"),
        add=pgettext("add", "Add a document"),
    ),
    "desired_work": SectionWords(
        pgettext("section", "More wishes for work"),
        pgettext("section", "Other work that you would like"),
        add=pgettext("add", "Add a wish"),
    ),
    "preference": SectionWords(
        pgettext("section", "Times and places"),
        pgettext("section", "When and where work could fit"),
    ),
    "support": SectionWords(
        pgettext("section", "Support in detail"),
        pgettext("section", "What would help, one by one"),
        add=pgettext("add", "Add a support need"),
    ),
    "appraisal": SectionWords(
        pgettext("section", "What we both see"),
        pgettext("section", "Said openly and agreed together"),
    ),
    "followup": SectionWords(
        pgettext("section", "Follow-up"),
        pgettext("section", "What happened after the interview"),
        add=pgettext("add", "Add a contact"),
    ),
    "signoff": SectionWords(
        pgettext("section", "Confirmation and copy"),
        pgettext("section", "Everything is read aloud before the end"),
    ),
}
