"""A text in several languages, as a country pack holds it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ENGLISH = "en"


@dataclass(frozen=True)
class LocalText:
    """The same text by interface code of its language, in the order of the codes; English is among them unless it is empty."""

    by_language: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.by_language)

    def within(self, language: str) -> str:
        """The text in this language, or nothing."""
        return next((text for code, text in self.by_language if code == language), "")

    def best(self, language: str) -> str:
        """The text in this language, else in English."""
        return self.within(language) or self.within(ENGLISH)

    def language_of_best(self, language: str) -> str:
        """The language that `best` answers in."""
        return language if self.within(language) else ENGLISH

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is written in."""
        return tuple(code for code, _ in self.by_language)


def local_text(texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> LocalText:
    """The text of these languages; a language without words is left out."""
    return LocalText(tuple(sorted((code, text) for code, text in dict(texts).items() if text)))
