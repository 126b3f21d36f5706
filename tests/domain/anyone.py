"""Anybody at all: random profiles with an answer of the right kind in any field, at any depth, with anything hidden.

`answers(spec)` makes one answer of a field, `anyone()` a profile; both work for every questionnaire. Values are made in their
plain form and read as the store reads them, so nothing is drawn that a profile could not hold.
"""

from collections.abc import Callable, Mapping
from typing import cast

from hypothesis import strategies as st

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.canonical import Plain, cleaned
from s2w_desktop.domain.codes.occupations import UNIT_GROUPS
from s2w_desktop.domain.concepts import MOST_LABEL, Concept, ConceptKind, Concepts
from s2w_desktop.domain.fields import FieldSpec, Questionnaire, SectionSpec, Tier, field_path
from s2w_desktop.domain.files import MOST_FILE_BYTES, MOST_FILE_PAGES, FileKind, FileRef
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from tests.domain.people import PERSON, entry
from tests.domain.said import entries, partial_dates

MOST_SECTIONS, MOST_ROWS = 4, 3


def any_text(most: int) -> st.SearchStrategy[str]:
    """One line of any Unicode that an input would keep."""
    return st.text(max_size=min(most, 40)).map(lambda text: cleaned(text).strip()[:most]).filter(bool)


def _words(spec: FieldSpec) -> st.SearchStrategy[Plain]:
    said = st.fixed_dictionaries({"said": any_text(spec.max_length), "lang": st.sampled_from(["ara", "tir", "ukr"])})
    translated = st.fixed_dictionaries({"translation": any_text(spec.max_length), "to": st.sampled_from(["eng", "deu"])})
    return st.tuples(said, st.just({}) | translated).map(lambda parts: cast("Plain", {**parts[0], **parts[1]}))


def _number(spec: FieldSpec) -> st.SearchStrategy[Plain]:
    low, high = (spec.low or 0) - 2, (spec.high or 0) + 2
    tenths = st.integers(10 * low, 10 * high) if "." in spec.step else st.integers(low, high).map(lambda number: 10 * number)
    plain = tenths.map(lambda number: str(number // 10) if number % 10 == 0 else f"{number / 10:.1f}")
    return st.tuples(plain, st.booleans()).map(lambda parts: {"n": parts[0], "about": True} if parts[1] else {"n": parts[0]})


def _date(_spec: FieldSpec) -> st.SearchStrategy[Plain]:
    said = entries().map(lambda entry: entry.answer()).filter(bool)
    return partial_dates().map(str) | said.map(lambda one: one.plain() if one else None)


def _file(_spec: FieldSpec) -> st.SearchStrategy[Plain]:
    """A reference; its copy is nowhere."""
    names = st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}")
    refs = st.tuples(names, st.sampled_from(FileKind), st.integers(1, MOST_FILE_BYTES), st.integers(1, MOST_FILE_PAGES))
    return refs.map(lambda parts: FileRef(*parts).plain())


def concepts(kind: ConceptKind) -> st.SearchStrategy[Concept]:
    """Any concept; ESCO need not have it."""
    addresses = st.uuids().map(lambda uuid: f"http://data.europa.eu/esco/{kind}/{uuid}")
    groups = st.sampled_from(UNIT_GROUPS) if kind is ConceptKind.OCCUPATION else st.just("")
    languages, versions = st.sampled_from(["en", "ar", "fa_AF", "kmr"]), st.sampled_from(["1.0", "1.1.1", "1.2.1"])
    return st.builds(Concept, addresses, groups, any_text(MOST_LABEL), languages, versions)


def several_concepts(kind: ConceptKind, most: int) -> st.SearchStrategy[Concepts]:
    """Up to so many concepts, each once."""
    listed = st.lists(concepts(kind), min_size=1, max_size=most, unique_by=_uri)
    return listed.map(lambda found: Concepts(tuple(sorted(found, key=_uri))))


def _uri(concept: Concept) -> str:
    return concept.uri


def _concept(spec: FieldSpec) -> st.SearchStrategy[Plain]:
    return concepts(_kind(spec)).map(lambda one: one.plain())


def _concepts(spec: FieldSpec) -> st.SearchStrategy[Plain]:
    return several_concepts(_kind(spec), (spec.most or 0) + 2).map(lambda found: found.plain())


def _kind(spec: FieldSpec) -> ConceptKind:
    assert spec.concept
    return spec.concept


def _codes(spec: FieldSpec) -> st.SearchStrategy[Plain]:
    chosen = st.sets(st.sampled_from(spec.code_list()), min_size=1, max_size=8)
    return chosen.map(lambda codes: list[Plain](sorted(codes)))


_PLAIN: Mapping[str, Callable[[FieldSpec], st.SearchStrategy[Plain]]] = {
    "text": lambda spec: any_text(spec.max_length),
    "words": _words,
    "choice": lambda spec: st.sampled_from(spec.code_list()),
    "level": lambda spec: st.sampled_from(spec.code_list()),
    "many": _codes,
    "number": _number,
    "date": _date,
    "file": _file,
    "concept": _concept,
    "concepts": _concepts,
}
"""Plain values by kind of field. A new kind needs a line here; a test says so."""


def values(spec: FieldSpec) -> st.SearchStrategy[Answer]:
    """An answer of the field's kind, within its form and now and then beyond its bounds; no reasons."""
    return _PLAIN[spec.kind.value](spec).map(lambda plain: read_answer(spec, spec.key, plain))


def answers(spec: FieldSpec) -> st.SearchStrategy[Answer]:
    """An answer of the field, or a reason why there is none."""
    return values(spec) | st.sampled_from(NoAnswer)


def hidings(questionnaire: Questionnaire) -> st.SearchStrategy[str]:
    """What a centre might hide: a few sections and fields, as `record.hidden` holds them."""
    keys = [section.key for section in questionnaire.sections if section.part]
    keys += [field_path(section.key, spec.key) for section, spec in questionnaire.fields() if section.part]
    return st.lists(st.sampled_from(keys), max_size=4, unique=True).map(" ".join)


@st.composite
def anyone(draw: st.DrawFn, questionnaire: Questionnaire = QUESTIONNAIRE, *, only: tuple[str, ...] = ()) -> Profile:
    """A profile of any depth with some sections filled, `only` these when they are named; fields stay blank now and then."""
    made = Profile(PERSON).with_answer("record.tier", draw(st.sampled_from(Tier)).code)
    hidden = draw(hidings(questionnaire))
    made = made.with_answer("record.hidden", hidden) if hidden else made
    sections = [section for section in questionnaire.sections if section.key in only or not only]
    for section in draw(st.lists(st.sampled_from(sections), max_size=MOST_SECTIONS, unique_by=lambda one: one.key)):
        made = _with_section(draw, made, section)
    return made


def _with_section(draw: st.DrawFn, made: Profile, section: SectionSpec) -> Profile:
    rows = [entry(f"{section.key} {number}") for number in range(draw(st.integers(0, MOST_ROWS)))] if section.repeats else [None]
    for row in rows:
        if row is not None:
            made = made.with_entry(section.key, row)
        for spec in draw(st.lists(st.sampled_from(section.fields), max_size=12, unique_by=lambda one: one.key)):
            path = field_path(section.key, spec.key, row)
            if path not in ("record.tier", "record.hidden"):
                made = made.with_answer(path, draw(answers(spec)))
    return made
