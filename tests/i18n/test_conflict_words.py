"""How questions with several answers are told."""

from datetime import UTC, datetime

import pytest

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.conflicts import conflicts_of
from s2w_desktop.domain.ids import DeviceId, OfficerId, RevisionId
from s2w_desktop.domain.profile import read_profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Changes
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.domain.voices import Voice
from s2w_desktop.i18n.conflict_words import ConflictWords, said_by
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues, Translator
from tests.domain.people import PERSON, Histories, entry, numbered
from tests.services.places import TRANSLATIONS

ROW = f"work.{entry('work 0')}."
TITLE, CITY = f"{ROW}title_own_words", f"{ROW}city"
TAILOR: dict[str, Plain] = {"said": "Tailor", "lang": "eng"}


@pytest.fixture(scope="module")
def tr() -> Translator:
    return Catalogues(TRANSLATIONS).translator_or_english("en")


def told(tr: Translator, before: Changes, *sides: Changes) -> list[list[str]]:
    """Of each question title, place, what was before, and the answers."""
    make = Histories()
    first = make.revision(dict(before))
    revisions = [first, *(make.revision(dict(side), first.id, device=str(at), clock=at + 2) for at, side in enumerate(sides))]
    profile = read_profile(QUESTIONNAIRE, PERSON, resolve_shielded(QUESTIONNAIRE, revisions).values)
    words = ConflictWords(tr, QUESTIONNAIRE, profile)
    return [
        [
            *map(without_isolates, (words.title(one.path), words.place(one), words.before(one))),
            *(without_isolates(words.answer(one, side)) for side in one.sides),
        ]
        for one in conflicts_of(QUESTIONNAIRE, revisions)
    ]


def test_a_question_of_a_section_asked_once(tr: Translator) -> None:
    before: Changes = {"identity.sex": "M"}
    assert told(tr, before, {"identity.sex": None}, {"identity.sex": {"no": "refused"}}) == [
        ["Sex", "Name and birth", "before: Male", "no answer", "Prefers not to say"]
    ]
    assert told(tr, {}, {"identity.sex": "F"}, {"identity.sex": "M"})[0][2] == "before: no answer"


def test_an_answer_in_an_entry_is_told_with_what_the_entry_is_about(tr: Translator) -> None:
    before: Changes = {ROW: 0, TITLE: TAILOR, CITY: "Homs"}
    found = told(tr, before, {ROW: 0, CITY: "Hama"}, {ROW: 0, CITY: "حلب"})
    assert found == [["Town", "Jobs: Tailor", "before: Homs", "Hama", "حلب"]]


def test_an_entry_taken_out_by_one_and_changed_by_another(tr: Translator) -> None:
    before: Changes = {ROW: 0, TITLE: TAILOR, CITY: "Homs"}
    gone: Changes = dict.fromkeys((ROW, TITLE, CITY))
    for sides in ((gone, {ROW: 0, CITY: "Hama"}), ({ROW: 0, CITY: "Hama"}, gone)):
        ((title, place, was, *answers),) = told(tr, before, *sides)
        assert (title, place, was) == ("Jobs", "Tailor", "before: was there")
        assert sorted(answers) == ["kept, with Town: Hama", "taken out"]


def test_an_entry_in_two_places_a_remark_and_what_a_newer_version_asks(tr: Translator) -> None:
    assert told(tr, {ROW: 0, TITLE: TAILOR}, {ROW: 1}, {ROW: 4})[0] == [
        "Jobs", "Tailor", "before: place 1", "place 2", "place 5"
    ]  # fmt: skip
    remark = "identity.sex:remark"
    assert told(tr, {}, {remark: "one"}, {remark: "other"})[0][:2] == ["Remark: Sex", "Name and birth"]
    assert told(tr, {}, {"later.thing": "one"}, {"later.thing": "two"})[0][0] == "A question of a newer version"
    newer = told(tr, {}, {"identity.sex": "Q"}, {"identity.sex": "M"})[0]
    assert newer[3] == "an answer of a newer version"


def test_who_said_it_is_told_by_names_or_by_the_end_of_ids(tr: Translator) -> None:
    at = datetime(2026, 11, 19, 10, 12, tzinfo=UTC)
    ids = RevisionId(numbered("r")), OfficerId(numbered("o")), DeviceId(numbered("d"))
    known = Voice(ids[0], ids[1], "Ana", ids[2], "Laptop 07", "Athens", at)
    assert without_isolates(said_by(tr, known, at)) == "Laptop 07, Ana, today, 10:12"
    unknown = Voice(ids[0], ids[1], "", ids[2], "", "", at)
    assert without_isolates(said_by(tr, unknown, at)) == f"laptop {str(ids[2])[-4:]}, officer {str(ids[1])[-4:]}, today, 10:12"
