"""Every remark of the validation has words with its figures."""

import pytest

from s2w_desktop.domain.validation import RULE_IDS, Issue, Severity
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.issue_texts import RULES, issue_text, severity_words
from s2w_desktop.i18n.translator import Catalogues, Translator

FACTS = {
    "too_low": {"low": 0},
    "too_high": {"high": 30},
    "too_many": {"most": 6},
    "V02": {"age": 15},
    "old": {"age": 99},
    "V06": {"years": 12},
    "V12": {"years": 7},
}


def test_exactly_the_rules_there_are_have_words() -> None:
    assert set(RULES) == set(RULE_IDS)


@pytest.mark.parametrize("rule", RULE_IDS)
@pytest.mark.parametrize("code", ["en", "fr", "ar", "en_XA", "ar_XB"])
def test_a_remark_has_a_sentence_and_a_suggestion(catalogues: Catalogues, rule: str, code: str) -> None:
    facts = FACTS.get(rule, {})
    text = issue_text(catalogues.translator(code), Issue(rule, "any.path", Severity.PLEASE_CHECK, facts))
    assert text.sentence
    assert text.suggestion
    assert all(str(figure) in text.sentence for figure in facts.values())


def test_a_remark_reads(en: Translator) -> None:
    text = issue_text(en, Issue("too_high", "any.path", Severity.CANNOT_BE_RIGHT, {"high": 30}))
    assert without_isolates(text.sentence) == "The number is larger than possible (at most 30)."
    assert text.suggestion == "Check the number."


def test_both_severities_have_words(fr: Translator) -> None:
    assert {severity_words(fr, severity) for severity in Severity} == {"Impossible", "À vérifier"}
