"""Bench of ESCO as a pack, made of the official files where they lie beside the checkout: building, loading, searching, finding.

Held-out labels are taken out of the download before the pack is built, so that a label is never found by itself.
"""

import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np

from bench_esco_picker import painted_list
from bench_jobs import looked_through, queries, rank, shares
from bench_measure import Line, Samples, in_turn, timed
from dev_setup import ROOT
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import resources, translations
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_files import esco_files
from s2w_desktop.reference.esco_merge import Merged, merged
from s2w_desktop.reference.esco_parts import Editorial, EscoKind, esco_parts
from s2w_desktop.reference.job_words import job_words
from s2w_desktop.reference.labels import LabelTable
from s2w_desktop.reference.occupations import FoundOccupation, OccupationSearch, ShippedOccupations
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.services.pack_making import esco_draft
from s2w_desktop.services.packs import Draft, unsigned_parts, write_file
from s2w_desktop.services.sources import system_sources

FOLDER = ROOT.parent / "shared" / "reference" / "esco"
LANGUAGES = ("ar", "de", "en", "es", "fr", "nl", "pl", "uk")
HELD_OUT = ("en", "de", "fr", "es", "pl")
MOST, FLAT_QUERIES = 10, 20_000
_SHORTEST_WITH_TYPO = 5


def esco(source: Path, times: int, held: int, flat: int) -> Iterator[Line]:
    """Lines about the pack of a download. `held` labels of each language are held out; `flat` queries are asked for memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "esco.s2wref"
        yield _building(source, file)
        _, parts = unsigned_parts(file)
    yield _loading(parts, max(3, times // 40))
    yield _keystroke(_occupations(parts, LANGUAGES), times, flat)
    yield painted_list(_occupations(parts, LANGUAGES), LANGUAGES, times)
    yield _evaluation(_occupations(parts, sorted({*LANGUAGES, *(query["language"] for query in queries())})))
    yield from _recall(source, held)


def _building(source: Path, file: Path) -> Line:
    began = time.perf_counter()
    draft: Draft = esco_draft(source, resources(), lambda _done, _of: None)
    made = time.perf_counter() - began
    write_file(file, draft.pack(1, system_sources().today()), draft, ())
    whole = time.perf_counter() - began
    began = time.perf_counter()
    raw = b"".join(raw for _, raw in sorted(draft.parts.items()))
    floor = _seconds_to_sort(raw)
    languages = {name.split("/")[2] for name in draft.parts if name.startswith("esco/occupation/")}
    notes = (
        f"{len(languages)} languages in {made:.0f} s, with writing {whole:.0f} s (aim: 300)",
        f"file {file.stat().st_size / 1e6:.1f} MB, unpacked {len(raw) / 1e6:.1f} MB, {len(draft.parts)} parts",
    )
    return Line("build a pack of ESCO", Samples((whole,)), Samples((floor,)), notes=notes)


def _seconds_to_sort(raw: bytes) -> float:
    """A floor for making an index: the bytes of it, sorted once."""
    began = time.perf_counter()
    np.sort(np.frombuffer(raw, np.uint8, len(raw) // 8 * 8).view(np.uint64))
    return time.perf_counter() - began


def _loading(parts: Mapping[str, bytes], times: int) -> Line:
    def load() -> EscoData:
        data = EscoData(parts.__getitem__, tuple(parts))
        _tables(data)
        return data

    needed = [name for name in parts if any(f"/{language}/" in name for language in LANGUAGES) and "/skill_group/" not in name]
    pair = in_turn(timed(load), timed(lambda: [bytes(bytearray(parts[name])) for name in needed]), times=times)
    own = Samples(tuple(_own_seconds(load) for _ in range(times)))
    size = sum(_bytes(table) for table in _tables(load()))
    notes = (
        f"of the processor alone {1000 * own.median:.0f} ms (aim: 200)",
        f"{len(LANGUAGES)} languages, occupations and skills: {size / 1e6:.1f} MB of tables (aim: 60)",
    )
    return Line("load a pack of ESCO", *pair, notes=notes)


def _tables(data: EscoData) -> list[LabelTable]:
    kinds = (EscoKind.OCCUPATION, EscoKind.SKILL)
    return [table for kind in kinds for language in LANGUAGES for table in data.tables(kind, language)]


def _bytes(table: LabelTable) -> int:
    index = table.index
    arrays = (table.concepts, table.preferred, table.ends, table.letters, index.grams, index.rarity, index.starts, index.rows,
              index.weights)  # fmt: skip
    return sum(array.nbytes for array in arrays)


def _occupations(parts: Mapping[str, bytes], languages: Sequence[str]) -> OccupationSearch:
    catalogues = Catalogues(translations())
    shipped = ShippedOccupations(resources() / "job_words", [catalogues.translator(code) for code in languages])
    return OccupationSearch(shipped, EscoData(parts.__getitem__, tuple(parts)))


def _keystroke(search: OccupationSearch, times: int, flat: int) -> Line:
    typed = cycle([query["query"][:end] for query in queries() for end in range(2, len(query["query"]) + 1)])
    looked = cycle([spelled(query["query"]) for query in queries()])
    labels = [spelled(word.word) for code in LANGUAGES for word in job_words(resources() / "job_words", code)]
    for warm in ("a", "ba", "nurse"):
        search.find(warm, MOST, languages=LANGUAGES)
    pair = in_turn(
        timed(lambda: search.find(next(typed), MOST, languages=LANGUAGES)),
        timed(lambda: looked_through(labels, next(looked))),
        times=times,
    )
    before = _resident()
    own = Samples(tuple(_own_seconds(lambda: search.find(next(typed), MOST, languages=LANGUAGES)) for _ in range(flat)))
    after = _resident()
    notes = (
        f"p50 / p95 / p99 {_thousandths(pair[0])} ms, of the processor alone {_thousandths(own)} ms (aim of the p99: 5)",
        f"{flat:,} queries: {before} before, {after} after",
    )
    return Line("search of ESCO, a key", *pair, notes=notes)


def _own_seconds(act: Callable[[], object]) -> float:
    """What something takes of the processor: what else runs on the machine does not count."""
    began = time.thread_time()
    act()
    return time.thread_time() - began


def _thousandths(samples: Samples) -> str:
    return " / ".join(f"{1000 * samples.percentile(share):.1f}" for share in (50, 95, 99))


def _evaluation(search: OccupationSearch) -> Line:
    """The queries of the evaluation set, each in its language and in English."""
    ranked, seconds = [], []
    for query in queries():
        began = time.perf_counter()
        ranked.append((query["language"], rank(search, query)))
        seconds.append(time.perf_counter() - began)
    samples = Samples(tuple(seconds))
    languages = sorted({language for language, _ in ranked})
    notes = (
        f"right group first / among three / among ten: {shares([place for _, place in ranked])}",
        *(f"{one} {shares([place for language, place in ranked if language == one])}" for one in languages),
    )
    return Line("evaluation set with ESCO", samples, samples, notes=notes)


def _resident() -> str:
    """How much of this process is in memory now, where Linux tells it."""
    if sys.platform != "linux":
        return "memory not known"
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return f"{pages * os.sysconf('SC_PAGE_SIZE') / 1e6:.0f} MB"


@dataclass(frozen=True)
class _Held:
    text: str
    uri: str
    language: str


def _recall(source: Path, held: int) -> Iterator[Line]:
    """How often a label that was left out still leads to its occupation, as it is and with one typo."""
    seed = random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)  # noqa: S311  # for samples, told with them
    made = merged(esco_files(source), lambda _done, _of: None)
    taken = [one for language in HELD_OUT for one in _take_out(made, language, held, chance)]
    editorial = Editorial((), (), job_words(resources() / "job_words", "en"))
    parts = dict(esco_parts(_occupations_alone(made), editorial, lambda _done, _of: None))
    search = _occupations(parts, HELD_OUT)
    for name, changed in (("as they are", lambda text: text), ("one typo", lambda text: _with_typo(text, chance))):
        yield _recall_line(search, taken, f"held-out labels, {name}", changed, seed)


def _recall_line(search: OccupationSearch, taken: Sequence[_Held], name: str, changed: Callable[[str], str], seed: int) -> Line:
    places: dict[str, list[int]] = {language: [] for language in HELD_OUT}
    seconds = []
    for one in taken:
        began = time.perf_counter()
        found = search.find(changed(one.text), MOST, languages=(one.language,))
        seconds.append(time.perf_counter() - began)
        places[one.language].append(_place(found, one.uri))
    mine = tuple(seconds)
    notes = (f"seed {seed}", *(f"{language} {_hits(found)}" for language, found in places.items()))
    every = [place for found in places.values() for place in found]
    return Line(name, Samples(mine), Samples(mine), notes=(f"right occupation first / among ten: {_hits(every)}", *notes))


def _place(found: Sequence[FoundOccupation], uri: str) -> int:
    """Where the occupation stands; the groups between are no answers to this question."""
    concepts = [one.uri for one in found if "/isco/" not in one.uri]
    return concepts.index(uri) if uri in concepts else MOST


def _hits(places: Sequence[int]) -> str:
    first, ten = (sum(place < most for place in places) / max(1, len(places)) for most in (1, MOST))
    return f"{100 * first:.1f} / {100 * ten:.1f}"


def _take_out(made: Merged, language: str, count: int, chance: random.Random) -> list[_Held]:
    """Remove so many alternative labels of offered occupations, and whatever is spelled alike, from what is indexed."""
    labels, uris = made.occupation_labels.get(language, []), list(made.occupations)
    offered = [one.is_offered for one in made.occupations.values()]
    names = {spelled(label.text) for label in labels if label.is_preferred}
    choice = [label for label in labels if not label.is_preferred and offered[label.concept] and spelled(label.text) not in names]
    held = chance.sample(choice, min(count, len(choice)))
    gone = {spelled(label.text) for label in held}
    made.occupation_labels[language] = [label for label in labels if spelled(label.text) not in gone]
    return [_Held(label.text, uris[label.concept], language) for label in held]


def _occupations_alone(made: Merged) -> Merged:
    """Only what the question is about: labels of occupations in the languages that are asked."""
    wanted = {language: labels for language, labels in made.occupation_labels.items() if language in HELD_OUT}
    return Merged(made.version, made.occupations, {}, {}, {}, wanted)


def _with_typo(text: str, chance: random.Random) -> str:
    """One letter left out, doubled, changed for its neighbour or for another, in a word that is long enough."""
    places = [place for place in range(1, len(text) - 1) if text[place].isalpha()]
    if len(text) < _SHORTEST_WITH_TYPO or not places:
        return text
    at = chance.choice(places)
    kinds = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + text[at + 1 :],
    )
    return chance.choice(kinds)
