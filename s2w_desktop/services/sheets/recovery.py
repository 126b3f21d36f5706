"""The recovery sheet: the words that replace a forgotten passphrase, and what to do with them."""

from collections.abc import Sequence
from datetime import date

from s2w_desktop.i18n import recovery_words as told
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.sheet import Fact, Facts, Item, Passage, Section, Sheet, SheetSize, Weight
from s2w_desktop.services.sheets.speech import Speech


def recovery_sheet(words: Sequence[str], computer: str, made: date, tr: Translator) -> Sheet:
    """The sheet in one language. It names the computer, so that its owner finds the right one, and no person."""
    speech = Speech((tr,))
    fact = Fact(speech.message(told.COMPUTER), speech.everywhere(computer))
    listed = tuple(Item(speech.everywhere(word), str(place)) for place, word in enumerate(words, start=1))
    rules = tuple(Passage(speech.message(rule)) for rule in told.RULES)
    return Sheet(
        title=speech.message(told.TITLE),
        languages=speech.languages,
        words=speech.words(),
        date=str(made),
        size=SheetSize.NEXT_STEPS,
        notice=speech.draft_notice(),
        sections=(
            Section((Passage(speech.message(told.LEAD), Weight.LEAD), Facts((fact,)) if fact.value else Facts(()))),
            Section(listed, speech.message(told.WORDS)),
            Section(rules, speech.message(told.WHAT_TO_DO)),
        ),
    )
