"""Thousands of broken bundles in every run, at each layer: none crashes the reader, and nothing false comes through.

Each run takes another seed and prints it; `S2W_SEED` plays one again. What is found becomes a row of test_hostile_contents.
"""

import gzip
import io
import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

import pytest

from s2w_desktop.bundle.process import open_bundle
from s2w_desktop.bundle.records import revision_from_valid_line, revision_line
from s2w_desktop.bundle.writing import write_bundle_to
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.fields import FieldKind, FieldSpec
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from tests.bundle.making import (
    ANSWERS,
    BUNDLE,
    DEVICE_KEY,
    HQ_IDENTITY,
    OFFICE,
    RECIPIENTS,
    Collected,
    Stored,
    decrypt,
    encrypt,
    envelope,
    forge,
    numbered,
    packed,
    read,
    revision,
    revision_lines,
)
from tests.bundle.mutating import mutated
from tests.soaking import cases

SEED = os.environ.get("S2W_SEED") or str(SystemRandom().randrange(10**9))
LINES = tuple(revision_lines(2))
ODD: tuple[Any, ...] = (0, -1, 1, 2**53, 2**63, True, None, "", "x" * 201, [], {}, [[]], "\u202e", "9999-12-31T23:59:59-01:00")
ENTRY = str(numbered("entry"))
FIELDS: list[tuple[str, FieldSpec | None]] = [
    (f"{section.key}.{ENTRY + '.' if section.repeats else ''}{field.key if field else ''}", field)
    for section in QUESTIONNAIRE.sections
    for field in (*((None,) if section.repeats else ()), *section.fields)
]
CALENDARS = [calendar.value for calendar in CalendarKey]
WORDS = ("2024-05", "9999-12-31", "-0001", "2024-02-30", "~1990", "\u202eabc", "a\u0301", "granted", "yes", "A1", "ara", "7")


@cache
def whole() -> bytes:
    stream = io.BytesIO()
    write_bundle_to(stream, envelope=envelope(), recipients=RECIPIENTS, signing_key=DEVICE_KEY, lines=LINES)
    return stream.getvalue()


@cache
def inside() -> bytes:
    return decrypt(whole())


def outer(random: Random) -> bytes:
    """The file as it lies on a stick."""
    return mutated(whole(), random)


def inner(random: Random) -> bytes:
    """What age protects, changed by somebody who may encrypt for us, as everybody may."""
    return encrypt(mutated(inside(), random), RECIPIENTS[:1])


def records(random: Random) -> bytes:
    """Lines that an enrolled machine signed."""
    raw = mutated(b"".join(line + b"\n" for line in LINES), random)
    member = Stored("records-0001.jsonl.gz", gzip.compress(raw, 1, mtime=0), len(raw))
    return forge(members=[member], records=raw.count(b"\n") + (not raw.endswith(b"\n")), recipients=RECIPIENTS[:1])


def member(random: Random) -> bytes:
    """A file of records, of any bytes, that an enrolled machine signed."""
    sound = packed(LINES)
    return forge(members=[Stored(sound.name, mutated(sound.data, random), sound.raw_size)], records=2, recipients=RECIPIENTS[:1])


def manifest(random: Random) -> bytes:
    """A manifest, of any bytes, that an enrolled machine signed."""
    return forge(members=[packed(LINES)], records=2, spelled=lambda raw: mutated(raw, random), recipients=RECIPIENTS[:1])


def stated(random: Random) -> bytes:
    """A manifest that is JSON and says something else."""

    def change(plain: dict[str, Any]) -> None:
        place: Any = random.choice((plain, plain, plain["counts"], random.choice(plain["members"])))
        place[random.choice([*place, "heard", "another"])] = json.loads(json.dumps(random.choice((*ODD, *plain.values()))))

    return forge(members=[packed(LINES)], records=2, manifest=change, comment=f"s2w-bundle/1 {BUNDLE}", recipients=RECIPIENTS[:1])


def answers(random: Random) -> bytes:
    """Revisions that hold what their digests promise, and whose answers are of any kind."""
    schemas = (1, QUESTIONNAIRE.version, QUESTIONNAIRE.version + 1)
    made = (revision(number, odd_answers(random), schema=random.choice(schemas)) for number in (1, 2))
    lines = [revision_line(one) for one in made]
    return forge(members=[packed(lines)], records=2, recipients=RECIPIENTS[:1])


def odd_answers(random: Random) -> dict[str, Plain]:
    """Most of them fit their fields, so that what is odd gets as far as it can."""
    odd: tuple[Any, ...] = (*ODD, *ANSWERS.values(), {"no": "x"})
    return {
        path: plausible(spec, random) if random.random() < 0.9 else random.choice(odd)
        for path, spec in random.sample(FIELDS, random.randint(1, 12))
    }


def plausible(spec: FieldSpec | None, random: Random) -> Plain:
    """Something of the right kind for a field, or for the place of an entry."""
    if spec is None:
        return random.choice((0, 1, 2**31 - 1, None))
    codes, words = sorted(spec.code_set), random.choice(WORDS)
    dated: Plain = {"said": words, "calendar": random.choice(CALENDARS)}
    made: dict[FieldKind, Plain] = {
        FieldKind.MANY: [*sorted(random.sample(codes, min(2, len(codes))))],
        FieldKind.DATE: dated if random.random() < 0.5 else words,
        FieldKind.NUMBER: {"n": random.choice(("0", "-1", "999999.9", "7")), "about": True},
        FieldKind.WORDS: {"said": words, "lang": "ara", "translation": words, "to": "eng"},
    }
    return made.get(spec.kind, random.choice(codes or [words]))


LAYERS: dict[str, tuple[Callable[[Random], bytes], int]] = {
    "outer": (outer, 2500),
    "inner": (inner, 1500),
    "records": (records, 700),
    "member": (member, 100),
    "manifest": (manifest, 400),
    "stated": (stated, 600),
    "answers": (answers, 600),
}
"""How a mutant of each layer is made, and how many there are in a run."""


def mutant(layer: str, seed: str, number: int) -> bytes:
    return LAYERS[layer][0](Random(f"{layer} {seed} {number}"))


def holds(layer: str, found: Collected) -> bool:
    """Whether what was accepted is what was sent, or at least something that its sender may say."""
    if layer in {"outer", "inner", "member"}:
        return found == Collected(list(LINES), [1, 2], [])
    return all(revision_line(revision_from_valid_line(line)) == line for line in found.lines)


def refused_or_true(layer: str, seed: str, number: int) -> bool:
    """Whether a mutant was accepted; fails when that is wrong, or when anything but a typed error comes out."""
    told = f"mutant {number} of {layer}: S2W_SEED={seed}"
    raw = mutant(layer, seed, number)
    try:
        found = read(raw)
    except S2wError:
        return False
    except Exception as cause:
        raise AssertionError(told) from cause
    assert layer != "outer", told
    assert holds(layer, found), told
    return True


@pytest.mark.parametrize("layer", LAYERS)
def test_no_mutant_crashes_the_reader_or_brings_in_what_was_not_sent(layer: str) -> None:
    print(f"S2W_SEED={SEED}")  # noqa: T201  # seen when it fails
    accepted = sum(refused_or_true(layer, SEED, number) for number in range(cases(LAYERS[layer][1], soaked=100_000)))
    assert accepted or layer not in {"records", "stated", "answers"}  # else none got as far as it should


def test_every_cut_of_what_is_inside_is_noticed() -> None:
    for size in range(len(inside())):
        with pytest.raises(S2wError):
            read(encrypt(inside()[:size], RECIPIENTS[:1]))


@pytest.mark.parametrize("layer", LAYERS)
def test_mutants_in_the_readers_own_process_end_the_same_way(layer: str, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    for number in range(4):
        spool.write_bytes(mutant(layer, SEED, number))
        here = end_of(lambda take: take_all(read(spool.read_bytes()), take))
        assert end_of(lambda take: read_apart(spool, take)) == here, f"mutant {number} of {layer}: S2W_SEED={SEED}"


def end_of(reading: Callable[[Collected], object]) -> Collected | str:
    """What a reading brought, or the code of its failure."""
    collected = Collected()
    try:
        reading(collected)
    except S2wError as failure:
        return failure.code
    return collected


def take_all(found: Collected, into: Collected) -> None:
    into.lines, into.numbers, into.rejects = found.lines, found.numbers, found.rejects


def read_apart(spool: Path, into: Collected) -> None:
    with open_bundle(spool, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        for batch in reading.batches():
            into.take(batch)
