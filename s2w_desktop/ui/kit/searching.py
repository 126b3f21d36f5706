"""Suggestions for what is being typed: words in any order, without diacritics, best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from s2w_desktop.domain.folding import folded

_NEARLY = 0.6
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼʹ`´′", "'"))  # what keyboards and lists have in one place


@dataclass(frozen=True)
class Suggestion:
    """Something to pick: its key, its words, a quiet detail, and other words under which it is found."""

    key: str
    text: str
    detail: str = ""
    also: tuple[str, ...] = ()


Search = Callable[[str, int], Sequence[Suggestion]]  # what was typed, how many at most


@dataclass(frozen=True)
class _Known:
    item: Suggestion
    plain: str
    words: tuple[str, ...]
    others: tuple[str, ...]


def search_in(items: Sequence[Suggestion]) -> Search:
    """A search over these items; nothing typed gives them in their own order."""
    return search_in_list(lambda: items)


def search_in_list(make: Callable[[], Sequence[Suggestion]]) -> Search:
    """A search over what `make` gives. It is asked once, by the first search: most lines of a page are never typed into."""
    known: list[_Known] = []

    def search(typed: str, most: int) -> Sequence[Suggestion]:
        if not known:
            known.extend(map(_know, make()))
        wanted = _plain(typed).split()
        if not wanted:
            return [entry.item for entry in known[:most]]
        ranked = [(rank, place) for place, entry in enumerate(known) if (rank := _rank(entry, wanted)) is not None]
        if not ranked:
            return _nearly(known, " ".join(wanted), most)
        return [known[place].item for _, place in sorted(ranked)[:most]]

    return search


def _plain(text: str) -> str:
    return folded(text.translate(_APOSTROPHES))


def _know(item: Suggestion) -> _Known:
    plain = _plain(item.text)
    others = tuple(word for text in (*item.also, item.detail) for word in _plain(text).split())
    return _Known(item, plain, tuple(plain.replace("-", " ").split()), others)


def _rank(entry: _Known, wanted: Sequence[str]) -> int | None:
    """0 is best; None does not fit."""
    typed = " ".join(wanted)
    if entry.plain == typed:
        return 0
    if entry.plain.startswith(typed):
        return 1
    if all(any(word.startswith(part) for word in entry.words) for part in wanted):
        return 2
    if all(any(word.startswith(part) for word in entry.words + entry.others) for part in wanted):
        return 3
    if all(part in entry.plain for part in wanted):
        return 4
    return None


def _nearly(known: Sequence[_Known], typed: str, most: int) -> Sequence[Suggestion]:
    """What fits but for a slip of the finger: by shared pairs of letters (Dice 1945), where nothing fits exactly."""
    pairs = _pairs(typed)
    likes = [(max(_likeness(pairs, word) for word in (entry.plain, *entry.words)), -place) for place, entry in enumerate(known)]
    return [known[-place].item for like, place in sorted(likes, reverse=True)[:most] if like >= _NEARLY]


def _likeness(pairs: frozenset[str], word: str) -> float:
    others = _pairs(word)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


@lru_cache(maxsize=8192)
def _pairs(word: str) -> frozenset[str]:
    framed = f" {word} "
    return frozenset(framed[place : place + 2] for place in range(len(framed) - 1))
