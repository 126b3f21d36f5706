"""Arbitrary Unicode in any field of text survives leaving, a kill, the store, a bundle and reading."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.canonical import cleaned, is_clean, kept_line
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.profile_lines import profile_line, read_profile_lines
from s2w_desktop.services.workplace import Workplace
from tests.domain.anyone import any_text
from tests.services.places import TRANSLATIONS, Place, enrol, export
from tests.soaking import cases

TEXTS = [
    (section, spec)
    for section, spec in QUESTIONNAIRE.fields()
    if section.part and spec.kind in (FieldKind.TEXT, FieldKind.WORDS)
]  # fmt: skip
HARD = (
    "ሰላም ንዓኹም", "ښه راغلاست", "سەرهەنگ", "محمد\u200cعلی", "ﷺ", "Ünïcödé", "İıŞş", "\u200fعربي\u200e and English",
    "\U0001f469\u200d\U0001f33e\U0001f3fd", "𐒖𐒆𐒖", "ß ſ ﬁ", "a\u0301\u0323", "日本語", "'; DROP TABLE profile; --",
    "<b>&amp;</b>", '{"no": "refused"}', "null", "%s %(x)s {x}", "=1+1", "a\u2028b", "１２٣۴", "~", ".", "\U0010ffff", "x" * 40,
)  # fmt: skip
"""Texts that trip programs up: joiners, marks of direction, ligatures, other planes, and what other languages would act on."""


HARDER = (
    '\u0329"\u0321',  # marks that stand in their order only while something stands between them
    "\u202eabc\u202c def", "\u2066\u2067\u2068", "\u0301", "\u0301\u0301\u0301 a", "a\u0000b\u0007c\u001b[31m", "\u0008",
    "\ufeff\ufffe\uffff", "\u200d\u200d", "\u05d0\u0301\u202d12\u202c", "abc\u2029def\rghi\njkl", "\u0e33\u0e33",
    "\u1100\u1161\u11a8", "\u0958" * 20, "1\u06e1\u064b2", "(\u0627[\u0628{", "\u061c\u0661\u066b\u0662", "\u200b",
    "\u00ad\u00ad", "\u0640" * 40, "-" * 40, "\u1361\u1369",
)  # fmt: skip
"""Direction marks without an end, marks without a letter, controls, and what shapers reorder or break lines at."""


@dataclass(frozen=True)
class Pairing:
    """A laptop, and the headquarters that it hands over to."""

    laptop: Workplace
    hq: Workplace
    folder: Path


@pytest.fixture(scope="module")
def pairing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pairing]:
    folder = tmp_path_factory.mktemp("texts")
    with ExitStack() as stack:
        hq = stack.enter_context(closing(Place(folder / "hq", Role.HEADQUARTERS).open()))
        laptop = stack.enter_context(closing(Place(folder / "laptop", Role.FIELD).open()))
        enrol(headquarters=hq, laptop=laptop, folder=folder / "cards")
        yield Pairing(laptop, hq, folder)


def filled(session: EditingSession, text: str) -> dict[str, Answer]:
    """Put a text into every field that takes one, as the inputs do (`kept_line`), and tell what went where."""
    put: dict[str, Answer] = {}
    for section, spec in TEXTS:
        path = _path(session, section, spec, put)
        cut = kept_line(text, spec.max_length)
        put[path] = Words(cut, "ara", cut, "eng") if spec.kind is FieldKind.WORDS else cut
    for path, answer in put.items():
        session.set_answer(path, answer)
    return put


def _path(session: EditingSession, section: SectionSpec, spec: FieldSpec, put: dict[str, Answer]) -> str:
    if not section.repeats:
        return field_path(section.key, spec.key)
    if not any(path.startswith(f"{section.key}.") for path in put):
        return field_path(section.key, spec.key, session.add_entry(section.key))
    return field_path(section.key, spec.key, session.profile.entries(section.key)[-1])


def survives(pairing: Pairing, text: str) -> None:
    laptop, hq = pairing.laptop, pairing.hq
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    session.set_answer("consent.send_with_name", "granted")
    put = filled(session, text)
    session.save()
    reopened = laptop.interviews.open(session.profile.id)  # as after a kill: nothing was closed
    assert {path: reopened.profile.get(path) for path in put} == put
    reopened.close()
    taken = hq.importing.take(export(laptop, pairing.folder / "stick"))
    assert taken.quarantined == ()
    there = hq.interviews.read(session.profile.id)
    assert {path: there.get(path) for path in put} == put
    assert there == session.profile
    _reads_as_it_was(there, put, hq)


def _reads_as_it_was(profile: Profile, put: dict[str, Answer], workplace: Workplace) -> None:
    line = json.dumps(profile_line(QUESTIONNAIRE, profile)).encode()
    ((_, read),) = read_profile_lines(QUESTIONNAIRE, [line], workplace.sources.new_id)
    assert isinstance(read, Profile)
    assert profile_line(QUESTIONNAIRE, read) == profile_line(QUESTIONNAIRE, profile)
    tr = Catalogues(TRANSLATIONS).translator("en")
    for path, answer in put.items():
        section = path.partition(".")[0]
        expected = answer.translation if isinstance(answer, Words) else answer
        assert answer_text(tr, section, QUESTIONNAIRE.spec(path), answer) == expected


@pytest.mark.parametrize("text", [*HARD, *HARDER], ids=ascii)
def test_a_hard_text_survives_in_every_field(pairing: Pairing, text: str) -> None:
    survives(pairing, text)


@given(text=any_text(40))
@settings(max_examples=cases(8, soaked=60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_survives_in_every_field(pairing: Pairing, text: str) -> None:
    survives(pairing, text)


@given(text=st.text(min_size=1, max_size=60))
@settings(max_examples=cases(200, soaked=20_000))
def test_what_a_person_types_is_kept_or_is_nothing_to_keep(text: str) -> None:
    """The input cleans what cannot be kept (control characters, halves of letters), and cleaning twice changes nothing."""
    once = cleaned(text)
    assert cleaned(once) == once
    assert is_clean(once)
