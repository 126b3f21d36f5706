"""Every remark of the validation has words with its figures."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from s2w_desktop.domain import rules, validation
from s2w_desktop.domain.rules.issues import Issue, Severity
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.issue_texts import RULES, issue_text, severity_words
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.services import editing
from tests.each import by_key, each

FACTS = {
    "too_low": {"low": 0},
    "too_high": {"high": 30},
    "too_many": {"most": 6},
    "V02": {"age": 15},
    "old": {"age": 99},
    "V06": {"years": 12},
    "V12": {"years": 7},
    "guardian": {"age": 18},
    "V07": {"months": 180},
    "V26": {"minutes": 10},
    "duration": {"least": 10, "most": 20},
}
SOURCES = (Path(validation.__file__), Path(editing.__file__), *Path(rules.__file__).parent.glob("*.py"))


def rule_ids() -> Iterator[str]:
    """The ids that the rules give, read from their sources: the first argument of every remark that is made."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("wrong", "doubtful", "prompt"):
                assert isinstance(node.args[0], ast.Constant), source
                yield str(node.args[0].value)


RULE_IDS = sorted(set(rule_ids()))


def test_exactly_the_rules_there_are_have_words() -> None:
    assert set(RULES) == set(RULE_IDS)


@pytest.mark.parametrize("code", ["en", "fr", "ar", "en_XA", "ar_XB"])
@each(by_key(RULE_IDS), "rule")
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


def test_every_severity_has_words_of_its_own(en: Translator) -> None:
    assert len({severity_words(en, severity) for severity in Severity}) == len(Severity)
