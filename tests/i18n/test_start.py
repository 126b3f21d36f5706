"""What a window needs before its first name or date must be there quickly."""

import subprocess
import sys

import pytest

CODE = """
import sys
from s2w_desktop.i18n import answer_texts, error_texts, issue_texts, labels
from s2w_desktop.i18n.translator import english
labels.section_title(english(), "work")
print(sorted(name for name in sys.modules if name.partition(".")[0] in {needless}))
"""


@pytest.mark.parametrize("needless", [("babel",), ("PySide6",)])
def test_titles_are_shown_without_loading(needless: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", CODE.format(needless=needless)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
