"""Titles of the report: its chapters and its tables by their numbers (analysis-report 2.3)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from s2w_desktop.domain.figures import COMPARED
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.translator import Translator

CHAPTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "0": N_("Who is in this report, and who is not"),
        "1": N_("People"),
        "2": N_("Languages and basic skills"),
        "3": N_("Education"),
        "4": N_("Work"),
        "5": N_("Skills"),
        "6": N_("Goals and wishes"),
        "7": N_("Support needs"),
        "8": N_("Recommendations"),
        "9": N_("Changes over time"),
        "C": N_("Two periods compared"),
        "A": N_("Annex"),
    }
)
TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "0.1": N_("From eligible to followed up"),
        "0.2a": N_("Sections answered in full"),
        "0.2b": N_("Sections with refused answers"),
        "0.2c": N_("Interpreter"),
        "0.2d": N_("Minutes of an interview"),
        "0.2e": N_("How it is known"),
        "1.1": N_("Age and sex"),
        "1.2a": N_("Nationality and sex"),
        "1.2b": N_("Nationality and stage"),
        "1.3": N_("Country of the interview and stage"),
        "1.4a": N_("Legal status and stage"),
        "1.4b": N_("Programme and stage"),
        "1.5": N_("Time since arrival"),
        "1.6": N_("Care at home"),
        "2.1": N_("First languages"),
        "2.2": N_("Other languages spoken at any level"),
        "2.3": N_("Language of the host country, level of each skill"),
        "2.4a": N_("English, by sex"),
        "2.4b": N_("English, by school level"),
        "2.4c": N_("French, by sex"),
        "2.4d": N_("French, by school level"),
        "2.5": N_("Language of the host country, by time since arrival"),
        "2.6a": N_("Reading and writing, by sex"),
        "2.6b": N_("Reading and writing, by age"),
        "2.6c": N_("Latin letters, by sex"),
        "2.6d": N_("Latin letters, by age"),
        "2.7": N_("Calculating"),
        "3.1a": N_("Highest level completed, in three groups"),
        "3.1b": N_("Highest level completed"),
        "3.2": N_("School level, by nationality"),
        "3.3": N_("School level, by age"),
        "3.4a": N_("Years of schooling"),
        "3.4b": N_("Years of schooling, in bands"),
        "3.5": N_("Field of study"),
        "3.6a": N_("Interrupted studies"),
        "3.6b": N_("Why studies were interrupted"),
        "3.7": N_("Paper for the highest qualification"),
        "3.8a": N_("Recognition of the highest qualification"),
        "3.8b": N_("Wish for recognition"),
        "4.1a": N_("Worked so far"),
        "4.1b": N_("Activity before leaving"),
        "4.1c": N_("Activity now"),
        "4.2a": N_("Years of work"),
        "4.2b": N_("Years of work, in bands"),
        "4.3": N_("Main occupation, major groups"),
        "4.4": N_("Main occupation, sub-major groups"),
        "4.5": N_("Main occupation, by school level"),
        "4.6": N_("Main occupation, by nationality"),
        "4.7": N_("Skill level of the last job before and the first job after arrival"),
        "4.8": N_("Kind of work"),
        "4.9": N_("Sector"),
        "4.10": N_("Unpaid and informal experience"),
        "5.1a": N_("Strengths named"),
        "5.1b": N_("Strengths with an example"),
        "5.2a": N_("Occupational skills"),
        "5.2b": N_("Occupational skills, by skill group"),
        "5.3a": N_("Digital skills, level of each area"),
        "5.3b": N_("Digital skills, by sex"),
        "5.3c": N_("Digital skills, by age"),
        "5.4": N_("Driving licences"),
        "5.5a": N_("Other licences"),
        "5.5b": N_("Tools and machines"),
        "6.1a": N_("Goals, all that were named"),
        "6.1b": N_("First goal"),
        "6.2": N_("Desired occupation"),
        "6.3a": N_("Desired occupation, by main occupation"),
        "6.3b": N_("Wish to work as before"),
        "6.4a": N_("Available from"),
        "6.4b": N_("Working time"),
        "6.4c": N_("Readiness to move or travel"),
        "7.1": N_("Barriers and support needs"),
        "8.1a": N_("Recommendations, by school level"),
        "8.1b": N_("Recommendations, by urgency"),
        "8.1c": N_("Recommendations for now"),
        "8.2a": N_("How far recommendations came"),
        "8.2b": N_("Days to the first contact"),
        "9.1a": N_("Before departure and after arrival, all people"),
        "9.1b": N_("Before departure and after arrival, the same people"),
        "9.2a": N_("What became of it after 3 months"),
        "9.2b": N_("What became of it after 6 months"),
        "9.2c": N_("What became of it after 12 months"),
    }
)


def chapter_of(number: str) -> str:
    """The chapter of a table."""
    return number.partition(".")[0]


def chapter_title(tr: Translator, chapter: str) -> str:
    """Title of a chapter. Raises KeyError."""
    return tr.gettext(CHAPTERS[chapter])


def table_title(tr: Translator, number: str) -> str:
    """Title of a table; one that compares two periods has that of the table it compares. Raises KeyError."""
    return tr.gettext(TITLES[number.removeprefix(f"{COMPARED}.")])
