"""The words with which somebody who may be recorded already is told (V25). No figure says how sure that is."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from s2w_desktop.domain.likeness.comparing import Reason
from s2w_desktop.domain.side_by_side import Standing
from s2w_desktop.i18n.formats import joined, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator


class LikenessText(Enum):
    """A fixed text."""

    TITLE = "title"
    ASK = "ask"
    APART = "apart"


_TEXTS: Final[Mapping[LikenessText, Message]] = {
    LikenessText.TITLE: pgettext("same person", "Was this person recorded here before?"),
    LikenessText.ASK: pgettext("same person", "Please ask. The program joins nothing by itself."),
    LikenessText.APART: pgettext("same person", "Not the same person"),
}
_REASONS: Final[Mapping[Reason, Message]] = {
    Reason.SAME_NAME: pgettext("same person", "the same name"),
    Reason.SIMILAR_NAME: pgettext("same person", "a similar name"),
    Reason.PART_OF_NAME: pgettext("same person", "part of the name"),
    Reason.SAME_BIRTH_DAY: pgettext("same person", "the same date of birth"),
    Reason.SAME_BIRTH_YEAR: pgettext("same person", "the same year of birth"),
    Reason.NEAR_BIRTH_YEAR: pgettext("same person", "almost the same year of birth"),
    Reason.SAME_NATIONALITY: pgettext("same person", "the same nationality"),
}
_SIGNS: Final[Mapping[Standing, str]] = {
    Standing.SAME: "=",
    Standing.ONLY_FIRST: "◧",
    Standing.ONLY_SECOND: "◨",
    Standing.DIFFERENT: "≠",
}
_STANDINGS: Final[Mapping[Standing, Message]] = {
    Standing.SAME: pgettext("same person", "both say the same"),
    Standing.ONLY_FIRST: pgettext("same person", "only the first says it"),
    Standing.ONLY_SECOND: pgettext("same person", "only the second says it"),
    Standing.DIFFERENT: pgettext("same person", "they differ"),
}


def likeness_text(tr: Translator, text: LikenessText) -> str:
    """A fixed text."""
    return tr.say(_TEXTS[text])


def reason_words(tr: Translator, reasons: Iterable[Reason]) -> str:
    """Why two people may be one."""
    return joined(tr, (tr.say(_REASONS[reason]) for reason in reasons))


def standing_sign(standing: Standing) -> str:
    """How two answers compare, by shape: the same, only on one side, different."""
    return _SIGNS[standing]


def standing_words(tr: Translator, standing: Standing) -> str:
    """How two answers compare."""
    return tr.say(_STANDINGS[standing])


def look_alike_line(tr: Translator, case_number: str, reasons: Iterable[Reason]) -> Phrase:
    """One person who may be the same, by case number, and why."""
    told = reason_words(tr, reasons)
    return fill(tr.pgettext("same person", "Case number {number}: {reasons}"), number=Ltr(case_number), reasons=told)


def known_line(tr: Translator, traits: int) -> Phrase:
    """That headquarters may know somebody, and how much speaks for it; nobody's case number is known here."""
    template = tr.ngettext(
        "Somebody like this is known to headquarters: {n} trait of name, birth and nationality is the same.",
        "Somebody like this is known to headquarters: {n} traits of name, birth and nationality are the same.",
        traits,
    )
    return fill(template, n=number(tr, traits))
