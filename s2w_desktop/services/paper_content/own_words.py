"""The own words of a paper, in its languages."""

from collections.abc import Callable
from functools import partial

from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.paper_words import PaperText, more_pages, paper_text
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Evidence, LanguageSkill, PaperWords, Standing, Texts

_SKILL_WORDS = {
    LanguageSkill.LISTENING: PaperText.LISTENING,
    LanguageSkill.READING: PaperText.READING,
    LanguageSkill.CONVERSATION: PaperText.CONVERSATION,
    LanguageSkill.SPEAKING: PaperText.SPEAKING,
    LanguageSkill.WRITING: PaperText.WRITING,
}


def paper_words(translators: tuple[Translator, ...]) -> PaperWords:
    """A paper's own words in its languages."""

    def each(say: Callable[[Translator], str]) -> Texts:
        return Standing({tr.code: said for tr in translators if (said := say(tr))})

    def fixed(text: PaperText) -> Texts:
        return each(lambda tr: paper_text(tr, text))

    named = {text.value: fixed(text) for text in PaperText}
    headings = {
        key: named[key]
        for key in (
            "title", "part_profile", "part_about", "part_ahead", "strengths", "languages", "time_line", "skills", "documents",
            "marks", "goals", "steps", "about", "first_language", "not_translated", "tick_box", "qr", "key", "photo", "signature",
        )
    }  # fmt: skip
    return PaperWords(
        **headings,
        evidence={evidence: named[evidence.name.lower()] for evidence in Evidence},
        evidence_full={mark: each(partial(choice, code_list="evidence", code=str(mark.value))) for mark in Evidence},
        language_skills={skill: fixed(text) for skill, text in _SKILL_WORDS.items()},
        more_pages=lambda count: each(lambda tr: more_pages(tr, count)),
    )
