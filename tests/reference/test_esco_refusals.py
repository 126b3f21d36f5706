"""What is wrong in a download of ESCO is told with its file, its line and the reason; nothing is made of it."""

import gzip
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from s2w_desktop.domain.reference_errors import SourceRefused
from s2w_desktop.reference.esco_files import esco_files
from s2w_desktop.reference.esco_lists import esco_lists
from s2w_desktop.reference.esco_synonyms import local_words
from tests.reference.esco_making import (
    BAKE,
    BAKER,
    COOK,
    FILES,
    KNEAD,
    OCCUPATION,
    OCCUPATIONS,
    RELATION,
    RELATIONS,
    SKILL,
    SKILLS,
    labels,
    occupation,
    place,
    read,
    relation,
    skill,
    table,
    told,
)

JOBS, LINKS, KNOWN = "occupations_en.csv", "occupationSkillRelations_en.csv", "skills_en.csv"
JOB_BYTES = FILES[OCCUPATIONS]
PACKED = gzip.compress(JOB_BYTES)


def refused(where: Path, most_bytes: int = 10_000) -> tuple[str, int, str, str]:
    with pytest.raises(SourceRefused) as failure:
        read(where, most_bytes)
    (finding,) = failure.value.findings
    return told(finding)


JOB_FAULTS = {
    "empty": (b"", 0, "", "broken"),
    "blanks": (b" \n\n", 0, "", "broken"),
    "no line end": (JOB_BYTES.rstrip(), 4, "", "cut_short"),
    "cut in a cell": (JOB_BYTES[: JOB_BYTES.index(b"aker of")], 3, "", "cut_short"),
    "cut between two lines of a cell": (JOB_BYTES[: JOB_BYTES.index(b"baker of")], 2, "", "broken"),
    "quotation mark left open": (JOB_BYTES + b'Occupation,"x\n', 5, "", "broken"),
    "too few cells": (JOB_BYTES + b"Occupation,x\n", 5, "", "cells"),
    "empty line": (JOB_BYTES + b"\n", 5, "", "cells"),
    "latin-1": (JOB_BYTES.replace(b"bread", "bröd".encode("latin-1")), 2, "", "not_utf8"),
    "utf-16": (JOB_BYTES.decode().encode("utf-16"), 1, "", "not_utf8"),
    "nul": (JOB_BYTES.replace(b"cook", b"co\0k"), 4, "", "not_utf8"),
    "column missing": (JOB_BYTES.replace(b"iscoGroup", b"code"), 1, "iscoGroup", "missing_column"),
    "column unknown": (JOB_BYTES.replace(b"hiddenLabels", b"secretLabels"), 1, "6", "unknown_column"),
    "column twice": (JOB_BYTES.replace(b"hiddenLabels", b"altLabels"), 1, "", "repeated_column"),
    "semicolons": (JOB_BYTES.replace(b",", b";"), 1, "conceptUri", "missing_column"),
    "no uri": (table(OCCUPATION, [occupation("", "x")]), 2, "conceptUri", "empty"),
    "uri of something else": (table(OCCUPATION, [occupation("http://example.org/1", "x")]), 2, "conceptUri", "unknown_code"),
    "code that ISCO does not have": (table(OCCUPATION, [occupation(BAKER, "x", "7599")]), 2, "iscoGroup", "unknown_code"),
    "code that lost its nought": (table(OCCUPATION, [occupation(BAKER, "x", "310")]), 2, "iscoGroup", "unknown_code"),
    "no code": (table(OCCUPATION, [occupation(BAKER, "x", "")]), 2, "iscoGroup", "unknown_code"),
    "twice, neither newer": (table(OCCUPATION, [occupation(COOK, "x"), *2 * [occupation(BAKER, "x")]]), 4, "conceptUri", "twice"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "column", "fault"), JOB_FAULTS.values(), ids=JOB_FAULTS)
def test_a_fault_is_told_with_its_line(tmp_path: Path, content: bytes, line: int, column: str, fault: str) -> None:
    assert refused(place(tmp_path, {**FILES, OCCUPATIONS: content})) == (JOBS, line, column, fault)


@pytest.mark.parametrize(
    ("name", "content", "line", "column", "fault"),
    [
        (RELATIONS, table(RELATION, [relation(BAKER, KNEAD), relation(BAKER, "gone")]), 3, "skillUri", "dangling"),
        (RELATIONS, table(RELATION, [relation("gone", KNEAD)]), 2, "occupationUri", "dangling"),
        (RELATIONS, table(RELATION, [relation(BAKER, KNEAD, "maybe")]), 2, "relationType", "unknown_code"),
        (SKILLS, table(SKILL, [skill(BAKE, "bake", skillType="art")]), 2, "skillType", "unknown_code"),
        (SKILLS, table(SKILL, [skill(BAKE, "bake", reuseLevel="now and then")]), 2, "reuseLevel", "unknown_code"),
        (SKILLS, table(SKILL, [skill(BAKE, "bake"), skill(BAKE, "bake")]), 3, "conceptUri", "twice"),
    ],
)
def test_a_fault_of_skills_and_relations_is_told_with_its_line(
    tmp_path: Path, name: str, content: bytes, line: int, column: str, fault: str
) -> None:
    file = name.rpartition("/")[2]
    assert refused(place(tmp_path, {**FILES, name: content})) == (file, line, column, fault)


@pytest.mark.parametrize(
    "content",
    [JOB_BYTES.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + JOB_BYTES, b"\xef\xbb\xbf" + JOB_BYTES.replace(b"\n", b"\r\n")],
    ids=["line ends of Windows", "byte order mark", "both"],
)
def test_files_that_went_through_a_spreadsheet_program_are_read(tmp_path: Path, content: bytes) -> None:
    made = read(place(tmp_path, {**FILES, OCCUPATIONS: content}))
    assert labels(made, BAKER) == ["baker", "bread baker", "baker of bread"]


def test_gzipped_zipped_and_plain_files_give_the_same(tmp_path: Path) -> None:
    plain = read(place(tmp_path / "v1 plain"))
    gzipped = read(place(tmp_path / "v1 gz", {f"{name}.gz": content for name, content in FILES.items()}))
    whole = zipped(tmp_path / "whole.zip", FILES)
    inner = place(tmp_path / "packages")
    for name in FILES:
        (inner / name).unlink()
    flat = {name.rpartition("/")[2]: content for name, content in FILES.items()}
    zipped(inner / "ESCO dataset - v1.2.1 - classification - en - csv.zip", flat)
    assert gzipped == plain
    assert read(whole) == plain
    assert read(inner) == plain


def zipped(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("cut", [1, 9, 100])
def test_a_gzip_file_that_was_cut_is_told(tmp_path: Path, cut: int) -> None:
    folder = place(tmp_path, {f"{OCCUPATIONS}.gz": JOB_BYTES})
    file = folder / f"{OCCUPATIONS}.gz"
    file.write_bytes(file.read_bytes()[:-cut])
    assert refused(folder) == (f"{JOBS}.gz", 0, "", "cut_short")


@pytest.mark.parametrize("content", [b"not packed at all", PACKED[:-8] + bytes(8), PACKED + b"x" * 20])
def test_a_gzip_file_that_is_none_or_does_not_fit_its_sum_is_told(tmp_path: Path, content: bytes) -> None:
    folder = place(tmp_path)
    (folder / OCCUPATIONS).unlink()
    (folder / f"{OCCUPATIONS}.gz").write_bytes(content)
    assert refused(folder) == (f"{JOBS}.gz", 0, "", "compression")


@pytest.mark.parametrize("name", [OCCUPATIONS, f"{OCCUPATIONS}.gz"])
def test_a_file_that_is_too_large_is_told_and_not_read_to_its_end(tmp_path: Path, name: str) -> None:
    assert refused(place(tmp_path, {name: JOB_BYTES}), most_bytes=len(JOB_BYTES) - 1)[3] == "too_large"
    assert read(tmp_path, len(JOB_BYTES)).occupations.keys() == {BAKER, COOK}


def test_a_bomb_in_a_zip_is_too_large(tmp_path: Path) -> None:
    assert refused(zipped(tmp_path / "b.zip", {JOBS: b"x" * 5_000_000}), 100_000) == (JOBS, 0, "", "too_large")


def test_a_zip_with_a_password_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "secret.zip", {JOBS: JOB_BYTES})
    raw = bytearray(path.read_bytes())
    for start, place_of_flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(start) + place_of_flags] |= 1
    path.write_bytes(raw)
    assert refused(path) == (JOBS, 0, "", "compression")


def test_what_is_no_zip_or_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "it.zip").write_bytes(b"PK no zip")
    assert refused(tmp_path / "it.zip") == ("it.zip", 0, "", "compression")
    assert refused(tmp_path / "gone.zip") == ("gone.zip", 0, "", "no_file")
    (tmp_path / "it.zip").unlink()
    assert refused(tmp_path) == (tmp_path.name, 0, "", "no_file")


def test_a_download_without_occupations_is_told(tmp_path: Path) -> None:
    assert refused(place(tmp_path, {SKILLS: FILES[SKILLS], "notes.txt": b"x"})) == (tmp_path.name, 0, "", "no_file")


def test_words_of_an_unknown_language_are_told(tmp_path: Path) -> None:
    assert refused(place(tmp_path, {**FILES, "occupations.csv": JOB_BYTES})) == ("occupations.csv", 0, "", "strange_file")


def test_files_that_no_pack_needs_are_passed_over(tmp_path: Path) -> None:
    others = {"dictionary_en.csv": b"\xff", "__MACOSX/._occupations_en.csv": b"\xff", "occupations_en.csv.bak": b"\xff"}
    assert len(esco_files(place(tmp_path, {**FILES, **others}))) == len(FILES)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_whatever_byte_of_a_zip_is_changed_it_is_read_or_refused(tmp_path: Path, method: int) -> None:
    whole = zipped(tmp_path / "v1.0.zip", FILES, method).read_bytes()
    seed = random.SystemRandom().randrange(10**9)
    choose = random.Random(seed)
    changed = tmp_path / "v1.0 changed.zip"
    outcomes = set()
    for number in range(300):
        raw = bytearray(whole)
        for _ in range(1 + number % 3):
            raw[choose.randrange(len(raw))] = choose.randrange(256)
        changed.write_bytes(raw[: choose.randrange(len(raw))] if number % 10 == 0 else raw)
        try:
            read(changed)
            outcomes.add("read")
        except SourceRefused:
            outcomes.add("refused")
        except Exception as error:
            raise AssertionError(f"seed {seed}, method {method}, number {number}") from error
    assert "refused" in outcomes


WORDS = f"language,word,uri\nen,bread man,{BAKER}\nfa_AF,نانوا,{BAKER}\nsw,kuoka,{BAKE}\n".encode()


def test_words_of_an_office_are_added(tmp_path: Path) -> None:
    made, file = read(place(tmp_path)), tmp_path / "words.csv"
    file.write_bytes(WORDS)
    local_words(file, made)
    assert labels(made, BAKER)[-1] == "bread man"
    assert (labels(made, BAKER, "fa_AF"), labels(made, BAKE, "sw")) == (["نانوا"], ["kuoka"])


@pytest.mark.parametrize(
    ("content", "line", "column", "fault"),
    [
        (b"language,word\nen,x\n", 1, "uri", "missing_column"),
        (WORDS + b"en,x,http://data.europa.eu/esco/skill/gone\n", 5, "uri", "dangling"),
        (WORDS + b"en,,%b\n" % BAKER.encode(), 5, "word", "empty"),
        (WORDS + b"English,x,%b\n" % BAKER.encode(), 5, "language", "unknown_code"),
        (WORDS + b"en,%b,%b\n" % (b"x/y" * 200, BAKER.encode()), 5, "word", "too_long"),
        (WORDS.decode().encode("utf-16"), 1, "", "not_utf8"),
    ],
)
def test_a_fault_in_the_words_of_an_office_is_told(tmp_path: Path, content: bytes, line: int, column: str, fault: str) -> None:
    made, file = read(place(tmp_path)), tmp_path / "words.csv"
    file.write_bytes(content)
    with pytest.raises(SourceRefused) as failure:
        local_words(file, made)
    assert told(failure.value.first) == ("words.csv", line, column, fault)


def test_a_missing_list_of_words_and_missing_lists_of_skills_are_told(tmp_path: Path) -> None:
    made = read(place(tmp_path))
    with pytest.raises(SourceRefused) as failure:
        local_words(tmp_path / "gone.csv", made)
    assert told(failure.value.first) == ("gone.csv", 0, "", "unreadable")
    with pytest.raises(SourceRefused) as failure:
        esco_lists(tmp_path)
    assert told(failure.value.first) == ("deny.csv", 0, "", "no_file")
