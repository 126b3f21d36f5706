"""Answers as text."""

from decimal import Decimal

import pytest

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words
from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.answer_texts import answer_text, words_for
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues

SAID = Words("خياط", "apc", "tailor", "en")


def _shown(catalogues: Catalogues, code: str, path: str, answer: Answer | None) -> str:
    section, _, key = path.partition(".")
    return without_isolates(answer_text(catalogues.translator(code), section, QUESTIONNAIRE.by_key[section].by_key[key], answer))


@pytest.mark.parametrize(
    ("path", "answer", "code", "expected"),
    [
        ("identity.given_names", "Layla", "fr", "Layla"),
        ("identity.given_names", None, "fr", ""),
        ("identity.date_of_birth", SaidDate.plainly("1991~"), "en", "about 1991"),
        ("identity.nationality", "SYR", "fr", "Syrie"),
        ("identity.sex", NoAnswer.REFUSED, "en", "Prefers not to say"),
        ("language.listening", "A2", "ar", "A2"),
        ("language.listening", "0", "en", "nothing yet"),
        ("education_summary.years_schooling", Quantity(Decimal("7.5")), "fr", "7,5 ans"),
        ("work_summary.years_worked_total", Quantity(Decimal(12), about=True), "en", "about 12 years"),
        ("work.duration_months", Quantity(Decimal(2)), "ar", "شهران"),
        ("work_summary.main_occupation", SAID, "en", "tailor"),
        ("work_summary.main_occupation", SAID, "ar", "خياط"),
        ("work_summary.main_occupation", SAID, "fr", "خياط"),
        ("transversal.strengths", ("01", "03"), "en", "Speaking clearly and Working in a team"),
        ("barrier.barriers", ("B00",), "fr", "Rien"),
    ],
)
def test_an_answer_reads(catalogues: Catalogues, path: str, answer: Answer | None, code: str, expected: str) -> None:
    assert _shown(catalogues, code, path, answer) == expected


@pytest.mark.parametrize("code", ["en", "fr", "ar", "en_XA", "ar_XB"])
def test_every_choice_of_every_field_can_be_read(catalogues: Catalogues, code: str) -> None:
    tr = catalogues.translator(code)
    for section, spec in QUESTIONNAIRE.fields():
        for one in spec.code_list():
            answer: Answer = (one,) if spec.kind is FieldKind.MANY else one
            assert answer_text(tr, section.key, spec, answer)


def test_a_translation_alone_is_shown_to_everybody() -> None:
    assert words_for(Words("", "apc", "tailor", "en"), "fr") == "tailor"
