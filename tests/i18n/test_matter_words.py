"""Words for every matter and for every reason why a record was put aside."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from s2w_desktop import paths
from s2w_desktop.bundle.record_types import Reason
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.matters import Found, MatterKind
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, AsideReason, SendBack
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.matter_words import _REASONS, matter_detail, matter_step, matter_title, reason_words
from s2w_desktop.i18n.rejection_words import rejection_words
from s2w_desktop.i18n.translator import Catalogues, Translator


@pytest.fixture(scope="module")
def english() -> Translator:
    return Catalogues(paths.translations()).translator("en")


def found(kind: MatterKind, **facts: object) -> Found:
    return Found(kind, DeviceId(UUID(int=1)), "s", "i", datetime(2026, 6, 1, tzinfo=UTC), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", MatterKind)
def test_every_matter_has_title_facts_and_next_step(english: Translator, kind: MatterKind) -> None:
    one = found(kind, numbers=((3, 3), (7, 9)), count=4, reason="clash", seq=5, off=timedelta(days=3))
    for words in (matter_title(english, kind), matter_step(english, one), matter_detail(english, one)):
        assert words
        assert "{" not in words


def test_what_waits_for_an_update_says_so(english: Translator) -> None:
    waiting, refused = (found(MatterKind.QUARANTINED, count=2, reason=reason) for reason in (NEWER_PROGRAM, "bad_shape"))
    assert "Update" in matter_step(english, waiting)
    assert matter_step(english, waiting) != matter_step(english, refused)


def test_a_missing_bundle_without_harm_says_so(english: Translator) -> None:
    grave, harmless = (found(MatterKind.MISSING_BUNDLE, is_harmless=is_harmless) for is_harmless in (False, True))
    assert matter_step(english, grave) != matter_step(english, harmless)


@pytest.mark.parametrize(
    ("off", "said"), [(timedelta(days=3, hours=2), "3 days ahead"), (timedelta(days=-1.2), "1 day behind")], ids=str
)
def test_a_wrong_clock_is_told_in_days(english: Translator, off: timedelta, said: str) -> None:
    assert without_isolates(matter_detail(english, found(MatterKind.CLOCK, off=off))) == said


def test_of_many_numbers_the_first_are_told(english: Translator) -> None:
    numbers = tuple((n, n) for n in range(1, 2000, 2))
    told = without_isolates(matter_detail(english, found(MatterKind.GAP, numbers=numbers, count=len(numbers))))
    assert "1" in told
    assert "…" in told
    assert len(told) < 60


@pytest.mark.parametrize("reason", [*Reason, *AsideReason, *SendBack], ids=str)
def test_every_reason_has_words(english: Translator, reason: str) -> None:
    assert str(reason) in _REASONS
    assert reason_words(english, str(reason))


@pytest.mark.parametrize("code", [*Reason, *AsideReason, *SendBack, "of_a_newer_headquarters"])
def test_a_laptop_tells_of_every_reason_what_happened_that_all_is_safe_and_what_to_do(english: Translator, code: str) -> None:
    words = rejection_words(english, code)
    assert all(sentence.endswith(".") for sentence in (words.happened, words.safe, words.todo))
    assert ("Correct" in words.todo) is (code not in (*AsideReason, NEWER_PROGRAM, SendBack.CALL))
