"""Parts of a pack that was truly signed and holds nonsense: refused as damaged, or searched without a failure."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.reference.arrays import arrays_from_bytes, arrays_to_bytes
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_parts import CONCEPTS, RELATION_TYPES, RELATIONS, EscoKind
from s2w_desktop.reference.label_part import label_part, read_label_part
from s2w_desktop.reference.labels import Label, LabelTable, romanised_table, table_of
from s2w_desktop.reference.searching import find
from tests.reference.esco_making import BAKER, COOK, KNEAD

QUERIES = ("baker", "b", "bre", "ბეიქერ", "najjar", "x" * 500, "hgd \x00 sdf", "نجار")
WORDS = table_of(
    "en", [Label(0, "baker", is_preferred=True), Label(0, "bread maker/bröd"), Label(1, "cook")], [Label(2, "fuller")]
)
PART = label_part(WORDS)
Arrays = dict[str, NDArray[Any]]
TYPES = {
    "concepts": "<u4", "preferred": "|b1", "ends": "<u4", "letters": "|u1", "grams": "<u8", "rarity": "<f4", "starts": "<u4",
    "rows": "<u2", "weights": "|u1", "sizes": "<u4", "strangeness": "<f4",
}  # fmt: skip


def searched(untrusted: bytes) -> LabelTable:
    """Do with a part whatever the program does with one."""
    table = read_label_part(untrusted, "en", 3)
    for row in range(len(table)):
        assert isinstance(table.text(row), str)
    for query in QUERIES:
        for one in find(query, 10, (table,)):
            assert 0 <= one.concept < 3
    return table


def arrays() -> Arrays:
    return dict(arrays_from_bytes(PART, TYPES))


def test_a_table_comes_back_as_it_was() -> None:
    table = searched(PART)
    assert [table.text(row) for row in range(len(table))] == [
        "baker",
        "bread maker/bröd",
        "bread maker",
        "bröd",
        "cook",
        "fuller",
    ]
    assert find("fuller", 5, (table,)) == []
    assert [one.text for one in find("baker", 1, (table,))] == ["baker"]
    assert label_part(table) == PART


def test_an_empty_table_comes_back() -> None:
    table = searched(label_part(table_of("en", [])))
    assert (len(table), table.index.size) == (0, 0)


def test_romanised_words_are_searched_too() -> None:
    romanised = romanised_table(table_of("ar", [Label(0, "نجار", is_preferred=True)]))
    assert romanised is not None
    assert [one.concept for one in find("najjar", 1, (romanised,))] == [0]
    searched(label_part(romanised))


@given(st.binary(max_size=200))
def test_any_bytes_are_damaged(raw: bytes) -> None:
    with pytest.raises(PackPartDamaged):
        read_label_part(raw, "en", 3)


@given(place=st.integers(0, len(PART) - 1), byte=st.integers(0, 255), cut=st.integers(0, 3))
def test_a_part_with_a_changed_byte_is_damaged_or_can_be_searched(place: int, byte: int, cut: int) -> None:
    raw = bytearray(PART)
    raw[place] = byte
    try:
        searched(bytes(raw[: len(raw) - cut]))
    except PackPartDamaged:
        return
    assert not cut


@given(data=st.data())
def test_arrays_of_any_numbers_are_damaged_or_can_be_searched(data: st.DataObject) -> None:
    changed = arrays()
    for name in data.draw(st.lists(st.sampled_from(sorted(TYPES)), max_size=3, unique=True)):
        kind = np.dtype(TYPES[name])
        size = data.draw(st.sampled_from([0, 1, len(changed[name]), len(changed[name]) + 1]))
        raw = data.draw(st.binary(min_size=size * kind.itemsize, max_size=size * kind.itemsize))
        changed[name] = np.frombuffer(raw, kind)
    with suppress(PackPartDamaged):
        searched(arrays_to_bytes(changed))


@pytest.mark.parametrize(
    "change",
    [
        {"letters": np.full(len(WORDS.letters), 0xFF, np.uint8)},
        {"rarity": np.zeros(len(WORDS.index.rarity), np.float32)},
        {"rarity": np.full(len(WORDS.index.rarity), np.nan, np.float32)},
        {"rarity": np.full(len(WORDS.index.rarity), -1, np.float32)},
        {"strangeness": np.array([np.inf], np.float32)},
        {"sizes": np.array([99], np.uint32)},
        {"sizes": np.array([1, 1], np.uint32)},
        {"concepts": np.full(len(WORDS), 3, np.uint32)},
        {"ends": np.array([5, 20, 10, 21, 26, 31], np.uint32)},
        {"ends": np.array([5, 20, 31, 34, 38, 40], np.uint32)},
        {"rows": np.full(len(WORDS.index.rows), 5, np.uint16)},
        {"starts": WORDS.index.starts[::-1].copy()},
        {"grams": WORDS.index.grams[:-1]},
    ],
    ids=" ".join,
)
def test_numbers_that_lead_out_of_bounds_are_damage(change: Mapping[str, NDArray[Any]]) -> None:
    with pytest.raises(PackPartDamaged):
        searched(arrays_to_bytes(arrays() | dict(change)))


def test_a_row_without_letters_can_be_searched() -> None:
    whole = arrays()
    searched(arrays_to_bytes(whole | {"ends": np.zeros(len(whole["ends"]), np.uint32), "letters": np.zeros(0, np.uint8)}))


@pytest.mark.parametrize(
    "head",
    [b"", b"[", b"[" * 60_000, b"{}", b"null", b'[["a","<u4",1]]', b'[["a","<u4",1e999]]', b'[["a","|O",1]]',
     b'[["occupations","<u4",99],["skills","<u4",0],["essential","|b1",0]]'],
)  # fmt: skip
def test_a_head_of_nonsense_is_damage(head: bytes) -> None:
    with pytest.raises(PackPartDamaged):
        arrays_from_bytes(len(head).to_bytes(8, "little") + head, RELATION_TYPES)


PLAIN: dict[str, Any] = {
    "version": "1.2.1",
    "label_versions": {},
    "occupations": [[BAKER, "7512", 0, 1, 2], [COOK, "5120", 1, 0, 0]],
    "skills": [[KNEAD, 0, 3, 1, 1, [0]]],
    "skill_groups": ["http://data.europa.eu/esco/skill/food"],
}
LINKS: Arrays = {
    "occupations": np.array([0], np.uint32), "skills": np.array([0], np.uint32), "essential": np.array([True]),
}  # fmt: skip


def opened(concepts: bytes, links: Arrays = LINKS, **more: bytes) -> EscoData:
    parts = {CONCEPTS: concepts, RELATIONS: arrays_to_bytes(links), **more}
    return EscoData(parts.__getitem__, tuple(parts))


def test_sound_concepts_are_read() -> None:
    esco = opened(json.dumps(PLAIN).encode())
    assert (list(esco.occupations()), esco.usual(BAKER), esco.reuse(KNEAD)) == ([BAKER], 2, "occupation-specific")
    assert [link.skill for link in esco.skills_of(BAKER)] == [KNEAD]


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xff", b"[]", b"null", b"{}", b"[" * 200_000, b'{"version": 1, "occupations": 1}'],
    ids=lambda raw: raw[:20].decode("latin-1"),
)
def test_concepts_of_nonsense_are_damage(raw: bytes) -> None:
    with pytest.raises(PackPartDamaged):
        opened(raw)


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("occupations", None), ("occupations", [None]), ("occupations", ["baker"]), ("occupations", [[BAKER]]),
        ("occupations", [[BAKER, "9999", 0, 1, 0]]), ("occupations", [[BAKER, "7512", 0, 1, 3]]),
        ("occupations", [[BAKER, "7512", 0, 1, float("inf")]]), ("occupations", [[[BAKER], "7512", 0, 1, 0]]),
        ("occupations", [[BAKER, "7512", 0, 1, 0]] * 2),
        ("skills", [[KNEAD, 0, 4, 1, 1, []]]), ("skills", [[KNEAD, 0, -1, 1, 1, []]]), ("skills", [[KNEAD, 0, 1, 1, 1, [1]]]),
        ("skills", [[KNEAD, 0, 1, 1, 1, [-1]]]), ("skills", [[KNEAD, 0, 1, 1, 1, ["0"]]]), ("skills", [[KNEAD, 0, 1, 1, 1, 0]]),
        ("skill_groups", [1]), ("skill_groups", "x"), ("skill_groups", ["a", "a"]),
    ],
    ids=str,
)  # fmt: skip
def test_rows_that_break_a_rule_are_damage(key: str, rows: object) -> None:
    with pytest.raises(PackPartDamaged):
        opened(json.dumps(PLAIN | {key: rows}).encode())


@pytest.mark.parametrize(
    "change",
    [{"occupations": [2]}, {"skills": [1]}, {"occupations": [0, 0]}, {"essential": [True, False]}],
    ids=str,
)
def test_links_that_lead_nowhere_are_damage(change: dict[str, list[int]]) -> None:
    links = LINKS | {name: np.array(row, LINKS[name].dtype) for name, row in change.items()}
    with pytest.raises(PackPartDamaged):
        opened(json.dumps(PLAIN).encode(), links).skills_of(BAKER)


def test_links_out_of_order_are_damage() -> None:
    links = {"occupations": np.array([1, 0], np.uint32), "skills": np.zeros(2, np.uint32), "essential": np.zeros(2, np.bool_)}
    with pytest.raises(PackPartDamaged):
        opened(json.dumps(PLAIN).encode(), links).skills_of(BAKER)


@pytest.mark.parametrize("missing", [CONCEPTS, RELATIONS])
def test_a_pack_without_one_of_its_parts_is_damaged(missing: str) -> None:
    parts = {CONCEPTS: json.dumps(PLAIN).encode(), RELATIONS: arrays_to_bytes(LINKS)}
    del parts[missing]
    with pytest.raises(PackPartDamaged):
        EscoData(parts.__getitem__, tuple(parts))


def test_a_table_of_a_script_that_only_a_newer_program_knows_is_passed_over() -> None:
    more = {
        "esco/occupation/ka/1": label_part(table_of("ka", [Label(0, "მცხობელი", is_preferred=True)])),
        "esco/occupation/ka/1-Geor": b"?",
    }
    esco = opened(json.dumps(PLAIN).encode(), LINKS, **more)
    assert [table.script for table in esco.tables(EscoKind.OCCUPATION, "ka")] == [""]
    assert esco.label(BAKER, ["ka"]) == ("მცხობელი", "ka")
