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
}

SECTIONS: Final[Mapping[str, SectionWords]] = {
    "record": SectionWords(
        pgettext("section", "Record"),
        pgettext("section", "What the program notes by itself"),
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
}
