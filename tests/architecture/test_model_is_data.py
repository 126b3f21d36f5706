"""The model is data: what is declared in one place works everywhere (issue: the complete interview, section 1).

A copy of the program gets new code lists, a new field, a new section with a field of every kind and a new repeating section.
Then sentences about the whole way run inside the copy, `grown/sentences_*.py`, and so do general tests of declarations and words.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.grown.growing import grow

GENERAL = (
    "tests/domain/test_questionnaire.py::test_every_field_of_codes_names_a_list_and_no_other_field_does",
    "tests/domain/test_questionnaire.py::test_every_list_is_used_and_holds_each_code_once",
    "tests/i18n/test_labels.py::test_nothing_has_words_that_the_questionnaire_does_not_know",
    "tests/i18n/test_labels.py::test_every_code_of_every_list_has_words_of_its_own",
)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grow(tmp_path_factory.mktemp("grown"))


def run_in(folder: Path, *tests: str) -> "subprocess.CompletedProcess[str]":
    """Run tests in a copy, with nothing of the checkout on its path."""
    code = "import sys; sys.path.insert(0, '.'); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    command = [sys.executable, "-P", "-c", code, "-p", "no:cacheprovider", *tests]
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTEST_CURRENT_TEST")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("subject", ["form", "way"])
def test_what_was_added_in_one_place_works_everywhere(grown: Path, subject: str) -> None:
    done = run_in(grown, f"tests/architecture/grown/sentences_{subject}.py")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout


def test_the_general_tests_hold_for_what_was_added(grown: Path) -> None:
    done = run_in(grown, *GENERAL)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_without_its_words_an_addition_is_found(grown: Path) -> None:
    words = grown / "s2w_desktop" / "i18n" / "labels_choices_skills.py"
    text = words.read_text("utf-8")
    words.write_text(text.replace('    "soil": {', '    "earth": {'), "utf-8")
    try:
        done = run_in(grown, *GENERAL)
    finally:
        words.write_text(text, "utf-8")
    assert done.returncode == 1
    assert "KeyError: 'soil'" in done.stdout
