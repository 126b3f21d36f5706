"""A copy of the program to which a developer added questions, each in the place where such things are declared.

`grow` copies the checkout and inserts the lines below: three code lists, one field in a section of old, a section asked once with
a field of every kind, a repeating section, and their words. Nothing else of the copy is changed.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_NEEDED = ("s2w_desktop", "tests", "packaging", "resources", "translations", "docs", "pyproject.toml")
_UNUSED = shutil.ignore_patterns("__pycache__", "golden", "*.pyc")


@dataclass(frozen=True)
class _Insertion:
    """Lines that go into a file after the first line that matches: the opening of a table or list."""

    file: str
    after: str
    lines: str


SECTION_FILE = '''"""What grows at home (added)."""

from s2w_desktop.domain.fields import SectionSpec, Tier
from s2w_desktop.domain.sections.conditions import said
from s2w_desktop.domain.sections.declaring import IDENTIFYING, OPTIONAL, REQUIRED
from s2w_desktop.domain.sections.declaring import choice, copy_of, level, number, occupation, several, skills, text, when, words
from s2w_desktop.domain.sections.declaring import yes_no

GARDEN = SectionSpec(
    "garden",
    part="abilities",
    fields=(
        yes_no("has_one", need=REQUIRED),
        text("name", max_length=60, asked_when=said("garden.has_one", "yes")),
        words("story", max_length=200),
        choice("soil", "soil"),
        choice("main_crop", "crop"),
        several("crops", "crop", most=3),
        level("reading", "cefr"),
        number("trees", 0, 500),
        when("planted_on"),
        text("place", need=OPTIONAL, sensitivity=IDENTIFYING),
        copy_of("deed", need=OPTIONAL),
        occupation("worker", fills="worker_isco", tier=Tier.CORE),
        choice("worker_isco", "isco", need=OPTIONAL),
        skills("skills", tier=Tier.CORE, most=3),
    ),
)

ANIMAL = SectionSpec(
    "animal",
    part="abilities",
    most_entries=5,
    least_entries=1,
    headline="kind",
    fields=(
        choice("kind", "animal", need=REQUIRED),
        number("count", 0, 999),
        level("writing", "cefr"),
        words("called", need=OPTIONAL, max_length=60),
    ),
)
'''

INSERTIONS = (
    _Insertion(
        "s2w_desktop/domain/codes/skills.py",
        r"    \{$",
        '        "soil": codes("sand clay"),\n'
        '        "crop": codes("wheat rice maize beans lentils olives grapes dates tea coffee"),\n'
        '        "animal": codes("goat hen bee"),\n',
    ),
    _Insertion(
        "s2w_desktop/domain/questionnaire.py",
        r"from s2w_desktop\.domain\.fields import",
        "from s2w_desktop.domain.sections.garden import ANIMAL, GARDEN\n",
    ),
    _Insertion("s2w_desktop/domain/questionnaire.py", r"    UNPAID,$", "    GARDEN,\n    ANIMAL,\n"),
    _Insertion(
        "s2w_desktop/domain/sections/person.py", r'        choice\("sex"', '        text("lucky_number", need=OPTIONAL),\n'
    ),
    _Insertion(
        "s2w_desktop/i18n/labels_sections.py",
        r"SECTIONS\b.*\{$",
        '    "garden": SectionWords(pgettext("section", "Garden"), pgettext("section", "What grows at home")),\n'
        '    "animal": SectionWords(\n'
        '        pgettext("section", "Animals"), pgettext("section", "One by one"), add=pgettext("add", "Add an animal")\n'
        "    ),\n",
    ),
    _Insertion(
        "s2w_desktop/i18n/labels_help.py",
        r"HELP\b.*\{$",
        '    "garden": Advice(pgettext("help", "Ask what grows there."), pgettext("help", "Do not ask who owns it."),'
        ' pgettext("help", "Any answer is fine.")),\n'
        '    "animal": Advice(pgettext("help", "Ask which animals live there."), pgettext("help", "Do not ask what they cost."),'
        ' pgettext("help", "Any answer is fine.")),\n',
    ),
    _Insertion(
        "s2w_desktop/i18n/labels_fields_person.py",
        r"PERSON_FIELDS\b.*\{$",
        '    "identity.lucky_number": FieldWords(pgettext("question", "Lucky number?"), pgettext("field", "Lucky number")),\n',
    ),
    _Insertion(
        "s2w_desktop/i18n/labels_fields_skills.py",
        r"SKILLS_FIELDS\b.*\{$",
        "".join(
            f'    "{path}": FieldWords(pgettext("question", "{name}?"), pgettext("field", "{name}")'
            + (", Unit.TIMES" if path in ("garden.trees", "animal.count") else "")
            + "),\n"
            for path, name in {
                "garden.has_one": "A garden", "garden.name": "Garden name", "garden.story": "Garden story",
                "garden.soil": "Soil", "garden.main_crop": "Main crop", "garden.crops": "Crops",
                "garden.reading": "Reading about gardens", "garden.trees": "Trees", "garden.planted_on": "Planted on",
                "garden.place": "Place of the garden", "garden.deed": "Deed of the garden",
                "garden.worker": "Who works there", "garden.worker_isco": "Group of that work", "garden.skills": "Skills for it",
                "animal.kind": "Kind of animal", "animal.count": "How many of them",
                "animal.writing": "Writing about animals", "animal.called": "Name of the animal",
            }.items()
        ),
    ),
    _Insertion(
        "s2w_desktop/i18n/labels_choices_skills.py",
        r"SKILLS_CHOICES\b.*\{$",
        "".join(
            f'    "{codes}": {{'
            + ", ".join(f'"{code}": pgettext("{codes}", "{code.capitalize()} here")' for code in listed.split())
            + "},\n"
            for codes, listed in {
                "soil": "sand clay",
                "crop": "wheat rice maize beans lentils olives grapes dates tea coffee",
                "animal": "goat hen bee",
            }.items()
        ),
    ),
)  # fmt: skip


def grow(folder: Path) -> Path:
    """Copy the program into the folder and let it grow there. Raises LookupError when a place of declaration has moved."""
    for name in _NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=_UNUSED)
        else:
            shutil.copy(ROOT / name, folder / name)
    (folder / "s2w_desktop/domain/sections/garden.py").write_text(SECTION_FILE, "utf-8")
    for insertion in INSERTIONS:
        _insert(folder / insertion.file, insertion)
    _import_units(folder / "s2w_desktop/i18n/labels_fields_skills.py")
    return folder


def _insert(path: Path, insertion: _Insertion) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for number, line in enumerate(lines):
        if re.match(insertion.after, line):
            lines.insert(number + 1, insertion.lines)
            path.write_text("".join(lines), "utf-8")
            return
    raise LookupError(f"{insertion.file} has no line {insertion.after}")


def _import_units(path: Path) -> None:
    """Words with a unit need its name, wherever the file did not use it yet."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"import FieldWords\b(, Unit)?", "import FieldWords, Unit", text), "utf-8")
