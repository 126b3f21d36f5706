"""Remarks of the validation in words: what is odd, and what can be done (UX-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.rules.issues import Issue, Severity
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
    "date_unreadable": (
        pgettext("remark", "The date holds something else than numbers. It is kept, but not understood."),
        pgettext("suggestion", "Write day, month and year as numbers."),
    ),
    "date_incomplete": (
        pgettext("remark", "The date is not complete: a part is missing before the smaller one."),
        pgettext("suggestion", "Add the month or the year, or leave out the day."),
    ),
    "date_impossible": (
        pgettext("remark", "There is no such day or month in this calendar."),
        pgettext("suggestion", "Check day, month and calendar."),
    ),
    "date_year": (
        pgettext("remark", "The year does not have four digits, or lies too far away."),
        pgettext("suggestion", "Write the year with four digits, and check the calendar."),
    ),
    "date_decade": (
        pgettext("remark", "A decade or century is told by its first year."),
        pgettext("suggestion", "Write a year such as 1980."),
    ),
    "date_order": (
        pgettext("remark", "The second date lies before the first."),
        pgettext("suggestion", "Check both dates."),
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
    "guardian": (
        pgettext("remark", "The person may be younger than {age} years and agreed alone."),
        pgettext("suggestion", "Ask a guardian to agree too."),
    ),
    "assent": (
        pgettext("remark", "The young person does not agree."),
        pgettext("suggestion", "Without the agreement of the young person, stop here."),
    ),
    "V05": (
        pgettext("remark", "School or work begins earlier than the date of birth allows."),
        pgettext("suggestion", "Check both dates."),
    ),
    "V07": (
        pgettext("remark", "All jobs together are longer than the working life (at most {months} months)."),
        pgettext("suggestion", "Check how long each job lasted."),
    ),
    "V10": (
        pgettext("remark", "Levels are noted for a mother tongue."),
        pgettext("suggestion", "Check whether it is the mother tongue."),
    ),
    "V11": (
        pgettext("remark", "By the levels the person reads this language, by the answer here hardly at all."),
        pgettext("suggestion", "Check the levels and this answer."),
    ),
    "spread": (
        pgettext("remark", "The five skills lie far apart."),
        pgettext("suggestion", "Ask for an example of the weakest one."),
    ),
    "host_language": (
        pgettext("remark", "The language of this country is not in the list."),
        pgettext("suggestion", "Add it, even if it is not known yet."),
    ),
    "V13": (
        pgettext("remark", "This completed level is higher than the highest level in the section School."),
        pgettext("suggestion", "Change one of the two."),
    ),
    "attended": (
        pgettext("remark", "The highest level begun is lower than the highest level completed."),
        pgettext("suggestion", "Change one of the two."),
    ),
    "study_field": (
        pgettext("remark", "This field does not belong to the wider field above."),
        pgettext("suggestion", "Choose it again, or change the wider field."),
    ),
    "V15": (
        pgettext("remark", "This occupation does not belong to the group that is chosen."),
        pgettext("suggestion", "Change one of the two."),
    ),
    "V16": (
        pgettext("remark", "A document was seen, says the evidence; the section Documents has none of this kind with a day."),
        pgettext("suggestion", "Add the document there, or lower the evidence."),
    ),
    "V19": (
        pgettext("remark", "This seems to hold a phone number, an e-mail address or another long number."),
        pgettext("suggestion", "Take it out: this text may be sent without the name."),
    ),
    "V21": (
        pgettext("remark", "The permit ends within six months."),
        pgettext("suggestion", "Think of legal advice as a next step."),
    ),
    "V22": (
        pgettext("remark", "Applicants may often work at the latest six months after the application was registered."),
        pgettext("suggestion", "Ask the legal service which rule holds here."),
    ),
    "V23": (
        pgettext("remark", "A higher level without a document: a qualifications passport may help."),
        pgettext("suggestion", "Think of it as a next step."),
    ),
    "V24": (
        pgettext("remark", "The person reads little, or not in Latin letters."),
        pgettext("suggestion", "Think of a course for reading and writing, and read the paper aloud."),
    ),
    "consent_ended": (
        pgettext("remark", "The agreement ends before it was given."),
        pgettext("suggestion", "Check the date."),
    ),
    "family_interprets": (
        pgettext("remark", "A family member interprets: answers may be less free."),
        pgettext("suggestion", "Offer another interpreter."),
    ),
    "not_private": (
        pgettext("remark", "Others can listen."),
        pgettext("suggestion", "Look for another place, if there is one."),
    ),
    "distress": (
        pgettext("remark", "The talk was stopped because it became too hard."),
        pgettext("suggestion", "Offer a contact for support. Write down nothing about it."),
    ),
    "nationality_twice": (
        pgettext("remark", "The first nationality stands among the others too."),
        pgettext("suggestion", "Take it out there."),
    ),
    "arrivals": (
        pgettext("remark", "The arrival in this country lies before the arrival in the European Union."),
        pgettext("suggestion", "Check both dates."),
    ),
    "work_without_right": (
        pgettext("remark", "The answers name work, and no right to work."),
        pgettext("suggestion", "Offer legal advice. Nothing about this is kept."),
    ),
    "email": (
        pgettext("remark", "This does not look like an e-mail address."),
        pgettext("suggestion", "Check it with the person."),
    ),
    "phone": (
        pgettext("remark", "This does not look like a phone number with country code."),
        pgettext("suggestion", "Write + and the country code first."),
    ),
    "duration": (
        pgettext("remark", "The months do not fit the dates ({least} to {most} months)."),
        pgettext("suggestion", "Check the dates or the months."),
    ),
    "exposed": (
        pgettext("remark", "Work of this kind can be worth something to persecutors."),
        pgettext("suggestion", "Ask whether it is to be protected."),
    ),
    "V26": (
        pgettext("remark", "Every question has an answer, and the whole interview took less than {minutes} minutes."),
        pgettext("suggestion", "Read the profile back to the person, and mark what was not asked."),
    ),
    "shield_late": (
        pgettext(
            "remark",
            "Employer and town of this job are taken out here, but a bundle carried them before: headquarters may know them.",
        ),
        pgettext(
            "suggestion",
            "Close the interview and hand over again: headquarters then takes them out too. Destroy older bundles on sticks, and"
            " ask headquarters whether anybody has seen or passed on these words. Tell the person.",
        ),
    ),
    "copy_without_word": (
        pgettext("remark", "The person does not agree that this is kept. It is neither sent nor printed."),
        pgettext("suggestion", "Take it out, or ask again and note the answer in the agreement."),
    ),
    "goal_twice": (
        pgettext("remark", "The first goal stands among the others too."),
        pgettext("suggestion", "Take it out there."),
    ),
    "order": (
        pgettext("remark", "The end lies before the beginning."),
        pgettext("suggestion", "Check both dates."),
    ),
}
"""By rule id of `domain.rules`; the places are the rule's facts."""

SEVERITIES: Final[Mapping[Severity, Message]] = {
    Severity.CANNOT_BE_RIGHT: pgettext("severity", "Cannot be right"),
    Severity.PLEASE_CHECK: pgettext("severity", "Please check"),
    Severity.PROMPT: pgettext("severity", "Please think of"),
}


def issue_text(tr: Translator, issue: Issue) -> IssueText:
    """The words of a remark."""
    sentence, suggestion = RULES[issue.rule]
    return IssueText(fill(tr.say(sentence), **issue.facts), tr.say(suggestion))


def severity_words(tr: Translator, severity: Severity) -> str:
    """How sure a remark is."""
    return tr.say(SEVERITIES[severity])
