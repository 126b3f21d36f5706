"""The words of the sheets beside the profile paper. What a sheet says of a person comes from `labels`."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Final

from s2w_desktop.i18n.formats import day, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator


class SheetText(Enum):
    """A fixed text of a sheet."""

    CV = "cv"
    EXPERIENCE = "experience"
    UNPAID = "unpaid"
    EDUCATION = "education"
    TICKED = "ticked"
    PLACE_AND_DATE = "place_and_date"
    SIGNATURE = "signature"
    NEXT_STEPS = "next_steps"
    PLAN = "plan"
    NO_STEPS = "no_steps"
    RECOGNITION = "recognition"
    RECOGNITION_LEAD = "recognition_lead"
    NO_QUALIFICATION = "no_qualification"
    PAPERS_HERE = "papers_here"
    PAPERS_MISSING = "papers_missing"
    NO_PAPERS = "no_papers"
    WITHOUT_PAPERS = "without_papers"
    REGULATED_WORK = "regulated_work"
    WHERE_TO_ASK = "where_to_ask"
    ASK_THE_OFFICE = "ask_the_office"
    WARNING = "warning"
    NO_FEES = "no_fees"
    KEEP_YOUR_PAPERS = "keep_your_papers"
    SIGN_WHAT_YOU_READ = "sign_what_you_read"
    CALL_US = "call_us"


_TEXTS: Final[Mapping[SheetText, Message]] = {
    SheetText.CV: pgettext("sheet", "CV"),
    SheetText.EXPERIENCE: pgettext("sheet", "Work experience"),
    SheetText.UNPAID: pgettext("sheet", "Unpaid work"),
    SheetText.EDUCATION: pgettext("sheet", "School and courses"),
    SheetText.TICKED: pgettext("sheet", "ticked box"),
    SheetText.PLACE_AND_DATE: pgettext("sheet", "Place and date"),
    SheetText.SIGNATURE: pgettext("sheet", "Signature"),
    SheetText.NEXT_STEPS: pgettext("sheet", "My next steps"),
    SheetText.PLAN: pgettext("sheet", "What I say about this plan"),
    SheetText.NO_STEPS: pgettext("sheet", "No next steps are written down yet."),
    SheetText.RECOGNITION: pgettext("sheet", "Recognition of my schooling and skills"),
    SheetText.RECOGNITION_LEAD: pgettext(
        "sheet", "Take this sheet to the office that recognises diplomas. It says what is known; it decides nothing."
    ),
    SheetText.NO_QUALIFICATION: pgettext("sheet", "No school or course is written down yet."),
    SheetText.PAPERS_HERE: pgettext("sheet", "Documents that are here"),
    SheetText.PAPERS_MISSING: pgettext("sheet", "Documents that are missing"),
    SheetText.NO_PAPERS: pgettext("sheet", "No documents are written down yet."),
    SheetText.WITHOUT_PAPERS: pgettext(
        "sheet",
        "Documents are missing. Ask for a background paper or the European Qualifications Passport for Refugees: "
        "a talk with experts can take the place of lost documents.",
    ),
    SheetText.REGULATED_WORK: pgettext("sheet", "Work that needs a permission"),
    SheetText.WHERE_TO_ASK: pgettext("sheet", "Where to ask"),
    SheetText.ASK_THE_OFFICE: pgettext(
        "sheet",
        "Ask in your centre for the office that recognises diplomas (ENIC-NARIC). Every country of the European Union has one.",
    ),
    SheetText.WARNING: pgettext("sheet", "Protect yourself"),
    SheetText.NO_FEES: pgettext("sheet", "Nobody may ask you for money for a job, an interview or a paper. Do not pay."),
    SheetText.KEEP_YOUR_PAPERS: pgettext(
        "sheet", "Keep your passport, your residence card and your diplomas. Nobody may take them away."
    ),
    SheetText.SIGN_WHAT_YOU_READ: pgettext("sheet", "Sign only what you understand. Ask for a copy."),
    SheetText.CALL_US: pgettext("sheet", "If somebody asks for money or for your papers, tell us."),
}


def sheet_text(tr: Translator, text: SheetText) -> str:
    """A fixed text in a language."""
    return tr.say(_TEXTS[text])


def labelled(tr: Translator, name: str, value: str) -> Phrase:
    """A name and what stands for it, in one line."""
    return fill(tr.pgettext("sheet", "{name}: {value}"), name=name, value=value)


def written_by(tr: Translator, when: date, officer: str) -> Phrase:
    """When an answer was written down, and by whom."""
    if not officer:
        return Phrase(day(tr, when))
    return fill(tr.pgettext("sheet", "{day}, {officer}"), day=day(tr, when), officer=officer)


def entry_name(tr: Translator, place: int) -> Phrase:
    """The name of an entry among others of its kind, counted from 1."""
    return fill(tr.pgettext("sheet", "Entry {n}"), n=number(tr, place))


def notice_version(tr: Translator, version: int) -> Phrase:
    """Which notice a sheet shows."""
    return fill(tr.pgettext("sheet", "Notice, version {n}"), n=Ltr(str(version)))
