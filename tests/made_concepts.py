"""A handful of invented concepts of ESCO, and a finder that searches them as the real one searches a pack."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID, uuid5

from s2w_desktop.domain.concepts import Concept, ConceptKind
from s2w_desktop.reference.finding import ConceptMatch
from s2w_desktop.reference.labels import Label, LabelTable, table_of
from s2w_desktop.reference.searching import find

VERSION = "1.2.1"
_SPACE = UUID("0190f3a1-0000-7000-8000-000000000001")


def concept(kind: ConceptKind, name: str, label: str, *, group: str = "", language: str = "en") -> Concept:
    """The concept of this name; the same name gives the same address."""
    return Concept(f"http://data.europa.eu/esco/{kind}/{uuid5(_SPACE, name)}", group, label, language, VERSION)


TAILOR = concept(ConceptKind.OCCUPATION, "tailor", "tailor", group="7531")
WELDER = concept(ConceptKind.OCCUPATION, "welder", "welder", group="7212")
NURSE = concept(ConceptKind.OCCUPATION, "nurse", "nurse responsible for general care", group="2221")
OFFICER = concept(ConceptKind.OCCUPATION, "officer", "police officer", group="5412")
SEWING = concept(ConceptKind.SKILL, "sewing", "sew by machine")
COOKING = concept(ConceptKind.SKILL, "cooking", "cook for many people")
CARE = concept(ConceptKind.SKILL, "care", "care for older people")

NAMES: Mapping[Concept, Mapping[str, Sequence[str]]] = {
    TAILOR: {"en": ("dressmaker",), "ar": ("خياط", "ترزي"), "uk": ("кравець",)},
    WELDER: {"en": ("welding worker",), "ar": ("لحام",), "uk": ("зварювальник",)},
    NURSE: {"en": ("nurse",), "ar": ("ممرض",), "uk": ("медсестра",)},
    OFFICER: {"en": ("policeman",), "ar": ("شرطي",), "uk": ("поліцейський",)},
    SEWING: {"en": ("use a sewing machine",), "ar": ("الخياطة بالماكينة",)},
    COOKING: {"en": ("catering",), "ar": ("الطبخ لعدد كبير",)},
    CARE: {"en": ("look after the elderly",), "ar": ("رعاية كبار السن",)},
}
"""Other names; beyond English the first of a language is the preferred one."""


class SmallFinder:
    """Finds these concepts, and only these."""

    def __init__(self) -> None:
        self._concepts = tuple(NAMES)
        self._tables = {(kind, code): self._table(kind, code) for kind in ConceptKind for code in ("en", "ar", "uk")}

    def offers(self, kind: ConceptKind) -> bool:
        """Always: this is what is installed."""
        return kind in ConceptKind

    def find(self, kind: ConceptKind, typed: str, most: int, languages: Sequence[str]) -> Sequence[ConceptMatch]:
        """See `ConceptFinder.find`."""
        tables = [table for code in languages if (table := self._tables.get((kind, code))) is not None]
        found = find(typed, most, tables)
        return [ConceptMatch(_labelled(self._concepts[one.concept], languages), one.text) for one in found]

    def when_loaded(self, call: Callable[[], None]) -> None:
        """Never: everything is there from the beginning."""

    def _table(self, kind: ConceptKind, code: str) -> LabelTable:
        labels: list[Label] = []
        for number, one in enumerate(self._concepts):
            if one.kind is kind:
                names = [*([one.label] if code == one.language else []), *NAMES[one].get(code, ())]
                labels += [Label(number, name, is_preferred=not place) for place, name in enumerate(names)]
        return table_of(code, labels)


def _labelled(one: Concept, languages: Sequence[str]) -> Concept:
    """The concept under its preferred name in the first of the languages that has one."""
    for code in languages:
        if code == one.language:
            return one
        if NAMES[one].get(code):
            return Concept(one.uri, one.group, NAMES[one][code][0], code, one.version)
    return one
