"""The paper's own words: headings, the key of the marks, closing sentences. What a paper says of a person comes from `labels`."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.i18n.dates import partial_date
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.translator import Translator


class PaperText(Enum):
    """A fixed text of the profile paper."""

    TITLE = "title"
    PART_PROFILE = "part_profile"
    PART_ABOUT = "part_about"
    PART_AHEAD = "part_ahead"
    STRENGTHS = "strengths"
    LANGUAGES = "languages"
    TIME_LINE = "time_line"
    SKILLS = "skills"
    DOCUMENTS = "documents"
    MARKS = "marks"
    GOALS = "goals"
    STEPS = "steps"
    ABOUT = "about"
    FIRST_LANGUAGE = "first_language"
    NOT_TRANSLATED = "not_translated"
    TICK_BOX = "tick_box"
    QR = "qr"
    KEY = "key"
    PHOTO = "photo"
    SIGNATURE = "signature"
    STATED = "stated"
    DETAILED = "detailed"
    SEEN = "seen"
    CHECKED = "checked"
    CONFIRMED = "confirmed"
    SHOWN = "shown"
    RECOGNISED = "recognised"
    LISTENING = "listening"
    READING = "reading"
    CONVERSATION = "conversation"
    SPEAKING = "speaking"
    WRITING = "writing"
    DRIVES = "drives"
    PUBLIC_SERVICE = "public_service"
    WHAT_IT_IS = "what_it_is"
    WHAT_IT_IS_NOT = "what_it_is_not"
    MARKS_NOTE = "marks_note"
    NOT_ENCRYPTED = "not_encrypted"
    AGREES = "agrees"
    AGREES_PARTLY = "agrees_partly"
    DISAGREES = "disagrees"
    TRAINING = "training"
    DRAFT = "draft"


_TEXTS: Final[Mapping[PaperText, str]] = {
    PaperText.TITLE: N_("Skills profile"),
    PaperText.PART_PROFILE: N_("What I can do"),
    PaperText.PART_ABOUT: N_("What this paper is and is not"),
    PaperText.PART_AHEAD: N_("The way ahead"),
    PaperText.STRENGTHS: N_("Strengths"),
    PaperText.LANGUAGES: N_("Languages"),
    PaperText.TIME_LINE: N_("Work and learning, newest first"),
    PaperText.SKILLS: N_("Skills and licences"),
    PaperText.DOCUMENTS: N_("Documents I have"),
    PaperText.MARKS: N_("What the marks mean"),
    PaperText.GOALS: N_("What I want to do"),
    PaperText.STEPS: N_("Next steps"),
    PaperText.ABOUT: N_("What this paper is"),
    PaperText.FIRST_LANGUAGE: N_("first language"),
    PaperText.NOT_TRANSLATED: N_("not translated"),
    PaperText.TICK_BOX: N_("box to tick"),
    PaperText.QR: N_("code of this profile:"),
    PaperText.KEY: N_("How it is known:"),
    PaperText.PHOTO: N_("photo of the person"),
    PaperText.SIGNATURE: N_("Place, date, signature"),
    PaperText.STATED: N_("said"),
    PaperText.DETAILED: N_("said with detail"),
    PaperText.SEEN: N_("paper seen"),
    PaperText.CHECKED: N_("paper checked"),
    PaperText.CONFIRMED: N_("confirmed"),
    PaperText.SHOWN: N_("shown"),
    PaperText.RECOGNISED: N_("recognised"),
    PaperText.LISTENING: N_("listening"),
    PaperText.READING: N_("reading"),
    PaperText.CONVERSATION: N_("conversation"),
    PaperText.SPEAKING: N_("speaking"),
    PaperText.WRITING: N_("writing"),
    PaperText.DRIVES: N_("Can drive"),
    PaperText.PUBLIC_SERVICE: N_("Public service, not described"),
    PaperText.WHAT_IT_IS: N_("It says what the person can do and has done, as the person told it in an interview."),
    PaperText.WHAT_IT_IS_NOT: N_("It is not a certificate, not an identity paper and not part of any asylum decision."),
    PaperText.MARKS_NOTE: N_("The marks say how a thing is known, not how good it is."),
    PaperText.NOT_ENCRYPTED: N_("This paper is not encrypted. It belongs to the person, who decides who gets a copy."),
    PaperText.AGREES: N_("The person agrees with this."),
    PaperText.AGREES_PARTLY: N_("The person agrees with a part of this."),
    PaperText.DISAGREES: N_("The person does not agree with this."),
    PaperText.TRAINING: N_("Training example: an invented person"),
    PaperText.DRAFT: N_("Draft translation, not reviewed"),
}


_DIGITAL_LEVELS: Final[Mapping[str, str]] = {
    "1": N_("Digital skills: basic"),
    "2": N_("Digital skills: intermediate"),
    "3": N_("Digital skills: advanced"),
    "4": N_("Digital skills: highly advanced"),
}


def paper_text(tr: Translator, text: PaperText) -> str:
    """A fixed text in a language."""
    return tr.gettext(_TEXTS[text])


def paper_notice(tr: Translator, *, is_training: bool) -> str:
    """The line in the head of a paper: that the person is invented, or the words are drafts. Empty where neither is so."""
    parts = (
        paper_text(tr, PaperText.TRAINING) if is_training else "",
        paper_text(tr, PaperText.DRAFT) if tr.is_draft else "",
    )
    return " · ".join(part for part in parts if part)


def experience(tr: Translator, occupation: str, years: str) -> str:
    """The sentence under the name: what somebody works as, and for how long (already in words, empty when not known)."""
    _ = tr.gettext
    if not years:
        return fill(_("{occupation}."), occupation=occupation)
    return fill(_("{occupation}, {years} of experience."), occupation=occupation, years=years)


def spoken_languages(tr: Translator, count: int) -> str:
    """How many languages somebody speaks."""
    return fill(tr.ngettext("Speaks {n} language.", "Speaks {n} languages.", count), n=count)


def school_years(tr: Translator, years: str) -> str:
    """How long somebody went to school."""
    _ = tr.gettext
    return fill(_("{years} at school"), years=years)


def would_like_to_work_as(tr: Translator, occupation: str) -> str:
    """The occupation somebody wants."""
    _ = tr.gettext
    return fill(_("Would like to work as: {occupation}"), occupation=occupation)


def interviewed_on(tr: Translator, day: PartialDate, centre: str) -> str:
    """Where and when the interview was."""
    _ = tr.gettext
    return fill(_("Interview on {day}, {centre}."), day=partial_date(tr, day), centre=centre)


def version_as_of(tr: Translator, version: int, day: PartialDate) -> str:
    """Which version of a profile a paper shows, and up to which day it is right."""
    _ = tr.gettext
    return fill(_("Version {number}, as of {day}"), number=version, day=partial_date(tr, day))


def more_pages(tr: Translator, count: int) -> str:
    """How many pages follow."""
    return fill(tr.ngettext("{n} more page", "{n} more pages", count), n=count)


def digital_level(tr: Translator, level: str) -> str:
    """The level of digital skills (list DIGI); empty for none at all and for an unknown one."""
    words = _DIGITAL_LEVELS.get(level)
    return tr.gettext(words) if words else ""


def bring_along(tr: Translator, documents: str) -> str:
    """What to take along to a service."""
    _ = tr.gettext
    return fill(_("Bring along: {documents}"), documents=documents)


def read_back_in(tr: Translator, language: str) -> str:
    """In which language the profile was read to the person."""
    _ = tr.gettext
    return fill(_("Read back in {language}."), language=language)
