"""Invented people of whom some were recorded twice, and the truth about it. The maker knows nothing of how people are compared.

Names are put together as names are: a given name, mostly the father's, a family name; in the proportions of a centre that meets
people from Syria, Iraq, Afghanistan, Ukraine and Eritrea. A second record differs as second records do: another office's spelling
or the person's own script, a slip to the next key, names in another order, no father, 1 January, a year more or less, no date.
Beside them stand people who are two: twins, brothers, fathers and sons of one name.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

from romanisations import ARABIC, UKRAINIAN, arabic_in_latin, arabic_in_script, ukrainian_in_latin

_NAMES: Final = tomllib.loads((Path(__file__).parent / "doubles.toml").read_text("utf-8"))
GIVEN: Final[Sequence[str]] = _NAMES["given"].split()
ROOTS: Final[Sequence[str]] = _NAMES["roots"].split()
UKRAINIAN_GIVEN: Final[Sequence[str]] = _NAMES["ukrainian_given"].split()
STEMS: Final[Sequence[str]] = _NAMES["ukrainian_stems"].split()
ERITREAN: Final = tuple(tuple(pair.split("=")) for pair in _NAMES["eritrean"].split())
PATTERNS: Final = ("{0}ā{1}i{2}", "{0}a{1}ī{2}", "{0}u{1}ay{2}", "ma{0}{1}ū{2}", "{0}a{1}{1}ā{2}", "{0}a{1}{2}ī", "{0}a{1}{2}ān")
AFGHAN: Final = ("zāda", "ī", "yār", "pūr", "zay", "khēl")
ENDINGS: Final = ("енко", "ук", "чук", "ський", "ів", "ко", "ак")
KEYBOARD: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ARABIC_SYSTEMS: Final = tuple(system for system in ARABIC if system != "dari")
ONE_IN_TWICE: Final = 20
TWINS, BROTHERS, SONS = 100, 60, 80
"""Of so many people one has such a relative, who is somebody else."""


@dataclass(frozen=True)
class Named:
    """A name as it is said; how it is written is the office's. `kind` is its script."""

    kind: str
    given: str
    father: str
    family: str


@dataclass(frozen=True)
class Record:
    """What an office wrote down. `born` is a day, a month or a year of ISO 8601, or empty."""

    person: int
    given: str
    family: str
    original: str
    born: str
    nationality: str


class Doubles:
    """Draws people; the same seed gives the same records."""

    def __init__(self, seed: int) -> None:
        self._draw = Random(seed)  # noqa: S311  # invented people; nothing secret is drawn here
        families = [pattern.format(*self._root(root)) for root in ROOTS for pattern in PATTERNS]
        places = [f"{part}{end}" for part in ("raḥīm", "karīm", "aḥmad", "nūr", "gul", "ḥaydar", "mīr") for end in AFGHAN]
        self._families = {"arabic": families, "dari": [*places, *families[::3]]}
        self._slavic = [stem + ending for stem in STEMS for ending in ENDINGS]

    def records(self, people: int) -> list[Record]:
        """So many people in any order, some of them twice, with their relatives among them."""
        found: list[Record] = []
        for number in range(people):
            name, born, country = self._person()
            first = self._written(number, name, born, country)
            found.append(first)
            if number % ONE_IN_TWICE == 0:
                found.append(self._again(first, name))
            found.extend(self._relatives(number, people, name, born, country))
        self._draw.shuffle(found)
        return found

    def _person(self) -> tuple[Named, str, str]:
        kind, country = self._draw.choices(
            (("arabic", "SYR"), ("arabic", "IRQ"), ("dari", "AFG"), ("slavic", "UKR"), ("ethiopic", "ERI")), (30, 12, 25, 22, 11)
        )[0]
        born = f"{self._draw.randint(1950, 2007)}-{self._draw.randint(1, 12):02d}-{self._draw.randint(1, 28):02d}"
        return self._name(kind), born, country

    def _name(self, kind: str) -> Named:
        if kind == "slavic":
            return Named(kind, self._common(UKRAINIAN_GIVEN), "", self._draw.choice(self._slavic))
        if kind == "ethiopic":
            given, father, family = (str(self._draw.randrange(len(ERITREAN))) for _ in range(3))
            return Named(kind, given, father, family)
        father = self._common(GIVEN[:49]) if self._draw.random() < 0.7 else ""  # seven of ten tell it
        return Named(kind, self._common(GIVEN), father, self._draw.choice(self._families[kind]))

    def _common(self, names: Sequence[str]) -> str:
        """The second name is half as frequent as the first, the third a third."""
        weights = list(accumulate(1 / place for place in range(1, len(names) + 1)))
        return self._draw.choices(names, cum_weights=weights)[0]

    def _written(self, person: int, name: Named, born: str, country: str, system: str = "") -> Record:
        words = (name.given, name.father, name.family)
        original = ""
        if name.kind == "ethiopic":
            latin = [ERITREAN[int(word)][1] for word in words if word]
            script = [ERITREAN[int(word)][0] for word in words if word]
        elif name.kind == "slavic":
            chosen = system or self._draw.choices(tuple(UKRAINIAN), (6, 1, 2, 2))[0]
            latin, script = [ukrainian_in_latin(word, chosen) for word in words if word], [word for word in words if word]
        else:
            systems = (
                ("dari", "english", "german") if name.kind == "dari" else ("ala-lc", "english", "french", "german", "turkish")
            )
            chosen = system or self._draw.choice(systems)
            latin = [arabic_in_latin(word, chosen) for word in words if word]
            script = [arabic_in_script(word) for word in words if word]
        if self._draw.random() < 0.3:  # three of ten offices write both
            original = " ".join(script)
        return Record(person, " ".join(latin[:-1]), latin[-1], original, born, country)

    def _again(self, first: Record, name: Named) -> Record:
        """The same person at another office."""
        second = self._written(first.person, name, first.born, first.nationality)
        if self._draw.random() < 0.25:  # in the person's own script alone
            script = self._written(first.person, name, first.born, first.nationality).original or second.original
            second = replace(second, given="", family="", original=script) if script else second
        elif self._draw.random() < 0.15:
            second = replace(second, given=second.family, family=second.given)
        elif self._draw.random() < 0.15:
            second = replace(second, given=second.given.split(" ")[0])
        elif self._draw.random() < 0.2:
            second = replace(second, family=self._slipped(second.family))
        nationality = "" if self._draw.random() < 0.05 else first.nationality
        return replace(second, born=self._born_again(first.born), nationality=nationality)

    def _born_again(self, born: str) -> str:
        year, month, day = born.split("-")
        kinds = ("same", "january", "year", "next", "swapped", "none")
        match self._draw.choices(kinds, (60, 14, 10, 7, 5, 4))[0]:
            case "january":
                return f"{year}-01-01"
            case "year":
                return year
            case "next":
                return f"{int(year) + self._draw.choice((-1, 1))}-{month}-{day}"
            case "swapped" if int(day) <= 12:  # a month
                return f"{year}-{day}-{month}"
            case "none":
                return ""
            case _:
                return born

    def _slipped(self, name: str) -> str:
        """A finger on the next key, or a letter too few."""
        places = [n for n, letter in enumerate(name.lower()) if any(letter in row for row in KEYBOARD) and n > 0]
        if not places:
            return name
        place = self._draw.choice(places)
        row = next(row for row in KEYBOARD if name[place].lower() in row)
        near = row.index(name[place].lower()) + self._draw.choice((-1, 1))
        other = row[near] if 0 <= near < len(row) else ""
        return name[:place] + other + name[place + 1 :]

    def _relatives(self, number: int, people: int, name: Named, born: str, country: str) -> Iterator[Record]:
        """People who are near and somebody else; their numbers follow those of all others."""
        if number % TWINS == 1:
            twin = replace(name, given=self._other_given(name))
            yield self._written(people + number, twin, born, country)
        if number % BROTHERS == 2:
            year = int(born[:4]) + self._draw.choice((-2, 2, 3))
            yield self._written(2 * people + number, replace(name, given=self._other_given(name)), f"{year}{born[4:]}", country)
        if number % SONS == 3:
            yield self._written(3 * people + number, name, f"{int(born[:4]) + self._draw.randint(19, 34)}{born[4:]}", country)

    def _other_given(self, name: Named) -> str:
        while (other := self._name(name.kind).given) == name.given:
            pass
        return other

    @staticmethod
    def _root(root: str) -> list[str]:
        """The three consonants of a root; digraphs are one."""
        letters = root.replace("sh", "S").replace("kh", "K").replace("gh", "G")
        return [{"S": "sh", "K": "kh", "G": "gh"}.get(letter, letter) for letter in letters]
