"""A person with a garden: an answer to each question that was added."""

from decimal import Decimal

from s2w_desktop.domain.answers import Answer, Quantity, Words
from s2w_desktop.domain.concepts import Concepts
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from tests.made_concepts import CARE, SEWING, TAILOR

WORKER, SKILLS = TAILOR, Concepts(tuple(sorted((SEWING, CARE), key=lambda one: one.uri)))
GARDEN: dict[str, Answer] = {
    "has_one": "yes",
    "name": "حديقة أمي",
    "story": Words("زرعها جدي", "ara", "planted by grandfather", "eng"),
    "soil": "clay",
    "main_crop": "olives",
    "crops": ("beans", "olives"),
    "reading": "B1",
    "trees": Quantity(Decimal(12), about=True),
    "planted_on": read_answer(QUESTIONNAIRE.spec("garden.planted_on"), "garden.planted_on", "1987-04"),
    "place": "Daraa",
    "worker": WORKER,
    "worker_isco": "7531",
    "skills": SKILLS,
}
ANIMALS: tuple[dict[str, Answer], ...] = (
    {"kind": "goat", "count": Quantity(Decimal(3)), "writing": "A1"},
    {"kind": "bee", "count": Quantity(Decimal(900), about=True), "writing": "0", "called": Words("نحلة", "ara", "bee", "eng")},
)
LUCKY = "7"


def with_garden(made: Profile, rows: tuple[EntryId, EntryId]) -> Profile:
    """The profile with all of it."""
    made = made.with_answer("identity.lucky_number", LUCKY)
    for key, answer in GARDEN.items():
        made = made.with_answer(field_path("garden", key), answer)
    for row, animal in zip(rows, ANIMALS, strict=True):
        made = made.with_entry("animal", row)
        for key, answer in animal.items():
            made = made.with_answer(field_path("animal", key, row), answer)
    return made
