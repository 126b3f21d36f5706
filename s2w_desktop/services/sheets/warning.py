"""The warning card: no fees, keep your papers, whom to call; one card for each language, to be cut out."""

from itertools import islice
from typing import Final

from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.sheet_words import SheetText
from s2w_desktop.pdf.sheet import ContactBlock, Passage, Section, Sheet, Weight
from s2w_desktop.services.sheets.offices import Offices
from s2w_desktop.services.sheets.speech import Speech

MOST_CONTACTS: Final = 2
_TOPICS: Final = ("R27", "R22")
"""Protection and legal advice: whom a pack knows for these comes first."""
_KINDS: Final = ("legal_aid", "union")
_RULES: Final = (SheetText.NO_FEES, SheetText.KEEP_YOUR_PAPERS, SheetText.SIGN_WHAT_YOU_READ)


def warning_sheet(profile: Profile, speech: Speech, offices: Offices, organisation: str) -> Sheet:
    """The cards. They name nobody, so that whoever finds one learns nothing of its owner."""
    return Sheet(
        title=speech.fixed(SheetText.WARNING),
        languages=speech.languages,
        words=speech.words(),
        notice=speech.notice(profile),
        sections=tuple(
            _card(Speech((tr,)), Offices(offices.directories, Speech((tr,))), organisation, profile.text("record.centre"))
            for tr in speech.translators
        ),
    )


def _card(speech: Speech, offices: Offices, organisation: str, centre: str) -> Section:
    called = tuple(islice(offices.helpers(_TOPICS, _KINDS), MOST_CONTACTS))
    ours = ContactBlock(
        speech.everywhere(" · ".join(filter(None, (organisation, centre)))), lines=(speech.fixed(SheetText.CALL_US),)
    )
    rules = tuple(Passage(speech.fixed(rule), Weight.STRONG) for rule in _RULES)
    return Section(
        (*rules, *called, *((ours,) if ours.name else ())),
        speech.fixed(SheetText.WARNING),
        is_card=True,
        languages=speech.languages,
    )
