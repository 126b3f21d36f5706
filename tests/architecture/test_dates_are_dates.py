"""A date is asked of a profile as a date: as a text it would silently be empty."""

import re
from pathlib import Path

from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

ROOT = Path(__file__).resolve().parents[2]
_ASKED = re.compile(r"""\.text\(f?["']([a-z_]+\.[a-z_0-9]+)["']\)""")


def test_nobody_asks_for_the_text_of_a_date() -> None:
    dates = {f"{section.key}.{spec.key}" for section, spec in QUESTIONNAIRE.fields() if spec.kind is FieldKind.DATE}
    files = [file for folder in ("s2w_desktop", "packaging") for file in (ROOT / folder).rglob("*.py")]
    asked = [(file.name, path) for file in files for path in _ASKED.findall(file.read_text("utf-8"))]
    assert len(asked) > 30  # the pattern finds what it looks for
    assert [(file, path) for file, path in asked if path in dates] == []
