"""Texts of a sheet in its languages, out of words that were said, codes and fixed texts."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.answer_texts import side_in
from s2w_desktop.i18n.isolation import isolate, isolate_lines, without_controls
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.paper_words import PaperText, paper_notice, paper_text
from s2w_desktop.i18n.sheet_words import SheetText, sheet_text
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.sheet import SheetWords
from s2w_desktop.services.paper_content.occupations import Named

Say = Callable[[Translator], str]
"""Gives a text in a language; empty where there is none."""


@dataclass(frozen=True)
class Speech:
    """The languages of one sheet, the reader's first. `is_for_others`: it is read by others than the person."""

    translators: tuple[Translator, ...]
    is_for_others: bool = False

    @property
    def languages(self) -> tuple[str] | tuple[str, str]:
        """Their codes."""
        codes = tuple(tr.code for tr in self.translators)
        return (codes[0],) if len(codes) == 1 else (codes[0], codes[1])

    @property
    def is_alone(self) -> bool:
        """Whether the sheet speaks one language, so that what is written in another stands in for what it lacks."""
        return len(self.translators) == 1

    def each(self, say: Say) -> Texts:
        """The text in each language that has it."""
        return {tr.code: said for tr in self.translators if (said := say(tr))}

    def fixed(self, text: SheetText) -> Texts:
        """A fixed text of the sheets."""
        return self.each(lambda tr: sheet_text(tr, text))

    def paper(self, text: PaperText) -> Texts:
        """A fixed text of the profile paper."""
        return self.each(lambda tr: paper_text(tr, text))

    def message(self, message: Message) -> Texts:
        """A text of a table."""
        return self.each(lambda tr: tr.say(message))

    def choice(self, codes: str, code: str) -> Texts:
        """The words of a code; a code that this program does not know stands for itself."""
        return self.each(lambda tr: choice_or_code(tr, codes, code))

    def local(self, text: LocalText) -> Texts:
        """A text of a country pack; where it is in none of the languages, English stands in for the first."""
        found = self.each(lambda tr: without_controls(text.within(tr.code)))
        first = self.translators[0].code
        return found if found or not text else {first: isolate_lines(text.best(first))}

    def falls_back(self, tr: Translator, languages: Collection[str]) -> bool:
        """Whether English stands in for a language: for the first, where a pack in these languages speaks none of the sheet's."""
        return tr is self.translators[0] and not any(one.code in languages for one in self.translators)

    def said(self, words: object) -> Texts:
        """What was said or its translation; where neither is in a language of the sheet, it stands in the first as it is."""
        if not isinstance(words, Words):
            return {}
        foreign = isolate_lines(self._foreign(words))
        return self.each(lambda tr: side_in(words, tr.code)) or ({self.translators[0].code: foreign} if foreign else {})

    def _foreign(self, words: Words) -> str:
        """Words in another language: what the person said; for readers of the country rather what the officer made of it."""
        sides = (words.translation, words.said) if self.is_for_others else (words.said, words.translation)
        return sides[0] or sides[1]

    def name(self, words: object) -> Texts:
        """A name that somebody wrote: where it has no form in a language, the form it has stands there too."""
        known = isolate_lines(words.said or words.translation) if isinstance(words, Words) else ""
        return self.each(lambda tr: (side_in(words, tr.code) if isinstance(words, Words) else "") or known)

    def occupation(self, work: Named, profile: Profile) -> Texts:
        """The person's words, else the concept that was picked, else the group: the first that there is in a language."""
        words, concept, group = profile.get(work.words), profile.get(work.concept), work.group_in(profile)

        def say(tr: Translator) -> str:
            own = side_in(words, tr.code) if isinstance(words, Words) else ""
            picked = concept.label if isinstance(concept, Concept) and is_same_language(concept.language, tr.code) else ""
            return own or picked or choice_or_code(tr, "isco", group)

        return self.each(say) or self.said(words)

    def everywhere(self, text: str) -> Texts:
        """The same text in every language; nothing for an empty one."""
        return {tr.code: isolate_lines(text) for tr in self.translators} if text.strip() else {}

    def in_a_line(self, *parts: Texts) -> Texts:
        """Short texts behind each other, with a dot between them."""
        return self.each(lambda tr: beside(text for part in parts if (text := part.get(tr.code, ""))))

    def words(self) -> SheetWords:
        """The sheet's own words."""
        return SheetWords(
            not_translated=self.paper(PaperText.NOT_TRANSLATED),
            tick_box=self.paper(PaperText.TICK_BOX),
            ticked=self.fixed(SheetText.TICKED),
        )

    def draft_notice(self) -> Texts:
        """The draft line of a sheet that belongs to no profile."""
        return self.each(partial(paper_notice, is_training=False))

    def notice(self, profile: Profile) -> Texts:
        """The training and draft line."""
        return self.each(partial(paper_notice, is_training=profile.text("record.training") == "yes"))


def beside(parts: Iterable[str]) -> str:
    """Short texts in a line, each isolated."""
    return " · ".join(isolate(part) for part in parts)
