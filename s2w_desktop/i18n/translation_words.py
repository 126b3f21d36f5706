"""Why a row of a table of translations is refused, in words for translators."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.catalogue_rules import Fault, FaultKind
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.translation_sheet import SheetFault
from s2w_desktop.i18n.translator import Translator

_SHEET_FAULTS: Final[Mapping[SheetFault, str]] = {
    SheetFault.UNKNOWN_ID: N_("The program has no such sentence any more; export the table again."),
    SheetFault.UNKNOWN_FORM: N_("The column “form” holds something else than in the exported table."),
    SheetFault.TWICE: N_("This form stands in the table twice."),
    SheetFault.FORM_MISSING: N_("A sentence with several forms needs all of them; one is missing or empty."),
    SheetFault.UNKNOWN_STATE: N_("The column “state” may hold translated, missing or unsure."),
}
_TEXT_FAULTS: Final[Mapping[FaultKind, str]] = {
    FaultKind.BRACES: N_("The braces do not match."),
    FaultKind.UNKNOWN_PLACE: N_("{detail} is not in the English text; names in braces are not translated."),
    FaultKind.LOST_PLACE: N_("{detail} is in the English text and must be in the translation too."),
    FaultKind.LOST_KEY: N_("The name of the key {detail} must stay as it is."),
    FaultKind.LOST_OPTION: N_("The option {detail} must stay as it is."),
    FaultKind.LOST_PRINTF: N_("{detail} is in the English text and must be in the translation too."),
    FaultKind.BLANKS: N_("Blanks or line breaks at the start or the end differ from the English text."),
    FaultKind.CHARACTER: N_("The character {detail} must not be used."),
}


def refusal_words(tr: Translator, reason: SheetFault | Fault) -> Phrase:
    """Why a row is refused."""
    if isinstance(reason, SheetFault):
        return Phrase(tr.gettext(_SHEET_FAULTS[reason]))
    return fill(tr.gettext(_TEXT_FAULTS[reason.kind]), detail=Ltr(reason.detail))
