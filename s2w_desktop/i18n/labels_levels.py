"""The ladder of language levels in plain words (CEFR steps with Pre-A1), for speech, reading and writing."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

LEVEL_LABELS: Final[Mapping[str, str]] = {
    "0": "0",
    "PA1": "Pre-A1",
    "A1": "A1",
    "A2": "A2",
    "B1": "B1",
    "B2": "B2",
    "C1": "C1",
    "C2": "C2",
}
"""The steps as they are called in every language."""

SPOKEN: Final[Mapping[str, Message]] = {
    "0": pgettext("level, spoken", "nothing yet"),
    "PA1": pgettext("level, spoken", "single words, greetings"),
    "A1": pgettext("level, spoken", "short learned sentences about oneself"),
    "A2": pgettext("level, spoken", "shopping, simple questions about daily life"),
    "B1": pgettext("level, spoken", "most everyday situations, what happened and why"),
    "B2": pgettext("level, spoken", "long conversations without strain, the news"),
    "C1": pgettext("level, spoken", "work or studies in this language"),
    "C2": pgettext("level, spoken", "any conversation, like an educated native speaker"),
}
READING: Final[Mapping[str, Message]] = {
    "0": pgettext("level, reading", "nothing yet"),
    "PA1": pgettext("level, reading", "single words, signs"),
    "A1": pgettext("level, reading", "short, simple messages"),
    "A2": pgettext("level, reading", "simple notes, timetables, forms"),
    "B1": pgettext("level, reading", "simple letters and texts from daily life"),
    "B2": pgettext("level, reading", "newspapers and letters from offices"),
    "C1": pgettext("level, reading", "long, difficult texts for work or studies"),
    "C2": pgettext("level, reading", "any text"),
}
WRITING: Final[Mapping[str, Message]] = {
    "0": pgettext("level, writing", "nothing yet"),
    "PA1": pgettext("level, writing", "name and address"),
    "A1": pgettext("level, writing", "a short card or message"),
    "A2": pgettext("level, writing", "a simple note or form"),
    "B1": pgettext("level, writing", "a simple letter"),
    "B2": pgettext("level, writing", "a report or an application"),
    "C1": pgettext("level, writing", "long, well-ordered texts"),
    "C2": pgettext("level, writing", "any text"),
}
LADDERS: Final[Mapping[str, Mapping[str, Message]]] = {
    "listening": SPOKEN,
    "reading": READING,
    "spoken_interaction": SPOKEN,
    "spoken_production": SPOKEN,
    "writing": WRITING,
}
"""The ladder of each of the five skills."""
