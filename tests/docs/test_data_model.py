"""The published data model is the declared one."""

import data_model
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE


def test_the_tables_of_the_document_are_current() -> None:
    text = data_model.DOCUMENT.read_text("utf-8")
    assert data_model.filled(text) == text


def test_every_field_stands_in_the_tables() -> None:
    made = data_model.tables()
    assert all(f"| `{spec.key}` |" in made for _, spec in QUESTIONNAIRE.fields())
