"""Remarks of the validation in words: what is odd, and what can be done (UX-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.validation import Issue, Severity
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator


@dataclass(frozen=True)
class IssueText:
    """A remark as one sentence, and a suggestion."""

    sentence: str
    suggestion: str


RULES: Final[Mapping[str, tuple[Message, Message]]] = {
    "too_low": (
        pgettext("remark", "The number is smaller than possible (at least {low})."),
        pgettext("suggestion", "Check the number."),
    ),
    "too_high": (
        pgettext("remark", "The number is larger than possible (at most {high})."),
        pgettext("suggestion", "Check the number."),
    ),
    "too_many": (
        pgettext("remark", "More answers are chosen than fit (at most {most})."),
        pgettext("suggestion", "Keep those that matter most."),
    ),
    "alone": (
        pgettext("remark", "“Nothing” is chosen together with other answers."),
        pgettext("suggestion", "Take out “Nothing”, or the others."),
    ),
    "V01": (
        pgettext("remark", "There are answers, but no agreement to write a profile."),
        pgettext("suggestion", "Ask for the agreement now. Without it, delete the answers."),
    ),
    "V02": (
        pgettext("remark", "By this date the person is too young for a profile (at least {age} years)."),
        pgettext("suggestion", "Check the year."),
    ),
    "old": (
        pgettext("remark", "By this date the person is very old (over {age} years)."),
        pgettext("suggestion", "Check the year."),
    ),
    "V04": (
        pgettext("remark", "This date lies in the future."),
        pgettext("suggestion", "Check the year."),
    ),
    "V06": (
        pgettext("remark", "These are more years than the date of birth allows (at most {years})."),
        pgettext("suggestion", "Check the years and the date of birth."),
    ),
    "V08": (
        pgettext("remark", "The years in the main work are more than the years of work in all."),
        pgettext("suggestion", "Change one of the two."),
    ),
    "V09": (
        pgettext("remark", "No language is marked as the mother tongue."),
        pgettext("suggestion", "Mark at least one."),
    ),
    "twice": (
        pgettext("remark", "This language is there already."),
        pgettext("suggestion", "Take out one of the two."),
    ),
    "V12": (
        pgettext("remark", "This level usually takes more years of school (at least {years})."),
        pgettext("suggestion", "Check the level and the years."),
    ),
    "order": (
        pgettext("remark", "The job ends before it begins."),
        pgettext("suggestion", "Check both dates."),
    ),
}
"""By rule id of `domain.validation`; the places are the rule's facts."""

SEVERITIES: Final[Mapping[Severity, Message]] = {
    Severity.CANNOT_BE_RIGHT: pgettext("severity", "Cannot be right"),
    Severity.PLEASE_CHECK: pgettext("severity", "Please check"),
}


def issue_text(tr: Translator, issue: Issue) -> IssueText:
    """The words of a remark."""
    sentence, suggestion = RULES[issue.rule]
    return IssueText(fill(tr.say(sentence), **issue.facts), tr.say(suggestion))


def severity_words(tr: Translator, severity: Severity) -> str:
    """How sure a remark is."""
    return tr.say(SEVERITIES[severity])
