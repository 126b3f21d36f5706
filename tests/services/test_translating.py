"""Translators' work: the way of a catalogue through a spreadsheet and back, signing off, counting."""

import random
import shutil
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from catalogues import compile_one, language_of
from s2w_desktop.domain.errors import NotATranslationSheet, UnknownLanguage
from s2w_desktop.i18n.catalogue_file import PlainCatalog, english_of, po_bytes, read_catalogue, read_head
from s2w_desktop.i18n.catalogue_places import CataloguePlaces
from s2w_desktop.i18n.catalogue_rules import Fault, FaultKind
from s2w_desktop.i18n.plural_rules import plural_tags
from s2w_desktop.i18n.sheet_file import sheet_bytes, sheet_rows
from s2w_desktop.i18n.translation_sheet import COLUMNS, SheetFault
from s2w_desktop.services.translating import Brought, SignOff, Translating

PROGRAM = Path(__file__).parents[2] / "translations"
LANGUAGES = ("ar", "fr", "sl", "ti", "uk")  # six, three, four, two and four forms of plural, four scripts
DAY = date(2026, 11, 22)
NOBODY = SignOff(DAY)
TRANSLATION, STATE, REMARK, FORM = (
    COLUMNS.index("translation"),
    COLUMNS.index("state"),
    COLUMNS.index("remark"),
    COLUMNS.index("form"),
)
ENGLISH = COLUMNS.index("english")


SMALL: list[tuple[str | tuple[str, str], str | None]] = [
    ("Save", None),
    ("Hello {name}", None),
    (("{n} profile of {name}", "{n} profiles of {name}"), None),
    ("Press Ctrl+K ", "help"),
]


@pytest.fixture
def places(tmp_path: Path) -> CataloguePlaces:
    """A copy of the program's catalogues, and an empty folder of one's own."""
    shutil.copytree(PROGRAM, tmp_path / "program", ignore=shutil.ignore_patterns("*.mo"))
    return CataloguePlaces(tmp_path / "program", tmp_path / "own")


@pytest.fixture
def small(tmp_path: Path) -> Translating:
    """A program with four messages, and a folder of one's own."""
    template = PlainCatalog()
    for number, (english, context) in enumerate(SMALL):
        template.add(english, None, [(f"s2w_desktop/i18n/labels{number}.py", 1)], context=context)
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "s2w_desktop.pot").write_bytes(po_bytes(template))
    return Translating(CataloguePlaces(tmp_path / "program", tmp_path / "own"))


UKRAINIAN = [
    "Зберегти",
    "Вітаю, {name}",
    "{n} профіль: {name}",
    "{n} профілі: {name}",
    "{n} профілів: {name}",
    "{n} профілю: {name}",
    "Натисніть Ctrl+K ",
]


def table(translating: Translating, language: str = "uk") -> list[list[str]]:
    return list(sheet_rows(translating.sheet(language)))


def filled(translating: Translating, texts: list[str] | None = None) -> list[list[str]]:
    rows = table(translating)
    for row, text in zip(rows[1:], texts or UKRAINIAN, strict=True):
        row[TRANSLATION] = text
    return rows


def bring(translating: Translating, rows: list[list[str]], sign_off: SignOff = NOBODY) -> Brought:
    return translating.bring(sheet_bytes(rows), sign_off)


def messages(catalog: Catalog) -> dict[tuple[str, tuple[str, ...]], object]:
    return {
        (one.context or "", english_of(one)): (one.string, one.fuzzy, one.user_comments, one.auto_comments)
        for one in catalog
        if one.id and one.string
    }


@pytest.mark.parametrize(("language", "delimiter"), list(zip(LANGUAGES, cycle([",", "\t"]), strict=False)))
def test_a_catalogue_comes_back_from_a_table_with_the_same_messages(
    places: CataloguePlaces, language: str, delimiter: str
) -> None:
    before = read_catalogue(places.program_po(language).read_bytes(), language)
    brought = Translating(places).bring(Translating(places).sheet(language, delimiter=delimiter), NOBODY)
    content = brought.file.read_bytes()
    after = read_catalogue(content, language)
    current = {(one.context or "", english_of(one)) for one in after if one.id}
    assert brought.file == places.own_po(language)
    assert brought.taken.refused == ()
    assert brought.taken.changed == 0
    assert messages(after) == {key: value for key, value in messages(before).items() if key in current}
    assert read_head(content, after) == read_head(places.program_po(language).read_bytes(), before)
    assert set(before.obsolete) <= set(after.obsolete)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_table_alone_make_the_same_catalogue(places: CataloguePlaces, language: str) -> None:
    sheet = Translating(places).sheet(language)
    before = read_catalogue(places.program_po(language).read_bytes(), language)
    places.program_po(language).unlink()
    after = read_catalogue(Translating(places).bring(sheet, NOBODY).file.read_bytes(), language)
    kept = {key: value for key, value in messages(before).items() if after.get(key[1][0], key[0] or None)}
    assert messages(after) == kept


def test_an_installed_program_without_sources_gives_the_same_table(places: CataloguePlaces) -> None:
    rows = table(Translating(places), "ar")
    compile_one(places.program_po("ar"))
    places.program_po("ar").unlink()
    bare = table(Translating(places), "ar")
    assert sorted(row[:REMARK] for row in bare) == sorted(row[:REMARK] for row in rows)


def test_a_language_that_nobody_began_is_a_table_of_english_alone(small: Translating) -> None:
    rows = table(small, "sw")
    assert rows[0][TRANSLATION] == "translation [sw]"
    assert {row[TRANSLATION] for row in rows[1:]} == {""}
    assert {row[STATE] for row in rows[1:]} == {"missing"}


def test_each_plural_form_has_a_row_that_shows_its_numbers(small: Translating) -> None:
    rows = [row for row in table(small) if row[FORM].isdigit()]
    assert [(row[FORM], row[ENGLISH][:11], row[COLUMNS.index("counts")]) for row in rows] == [
        ("0", "{n} profile", "1, 21, 31, 41, 51, 61, …"),
        ("1", "{n} profile", "2, 3, 4, 22, 23, 24, …"),
        ("2", "{n} profile", "0, 5, 6, 7, 8, 9, …"),
        ("3", "{n} profile", ""),
    ]


def test_a_filled_table_makes_a_catalogue(small: Translating) -> None:
    brought = bring(small, filled(small))
    assert (brought.taken.changed, brought.taken.refused) == (4, ())
    assert [row[TRANSLATION] for row in table(small)[1:]] == UKRAINIAN
    assert (brought.status.missing, brought.status.asked, brought.status.is_draft) == (0, 100, True)
    assert language_of(Path("x/uk/LC_MESSAGES/s2w_desktop.po")) == brought.language == "uk"


@pytest.mark.parametrize(
    ("place", "text", "reason"),
    [
        (1, "Вітаю", Fault(FaultKind.LOST_PLACE, "{name}")),
        (1, "Вітаю, {імя}", Fault(FaultKind.UNKNOWN_PLACE, "{імя}")),
        (1, "Вітаю, {name", Fault(FaultKind.BRACES, "expected '}' before end of string")),
        (1, "{name} {name!r}", Fault(FaultKind.UNKNOWN_PLACE, "{name!r}")),
        (0, "Збере\x07гти", Fault(FaultKind.CHARACTER, "U+0007")),
        (0, "Збере\u202eгти", Fault(FaultKind.CHARACTER, "U+202E")),
        (0, "Збере\ufffdти", Fault(FaultKind.CHARACTER, "U+FFFD")),
        (0, " Зберегти", Fault(FaultKind.BLANKS, "start")),
        (6, "Натисніть Ctrl+K", Fault(FaultKind.BLANKS, "end")),
        (6, "Натисніть Strg+K ", Fault(FaultKind.LOST_KEY, "Ctrl+K")),
        (4, "", SheetFault.FORM_MISSING),
    ],
)
def test_a_row_that_would_break_the_program_is_refused_and_all_others_are_taken(
    small: Translating, place: int, text: str, reason: object
) -> None:
    texts = [*UKRAINIAN]
    texts[place] = text
    brought = bring(small, filled(small, texts))
    (refusal,) = brought.taken.refused
    assert (refusal.row, refusal.reason) == (place + 2, reason)
    assert brought.taken.changed == 3
    assert brought.status.missing == 1


def test_only_some_forms_may_leave_out_their_number(small: Translating) -> None:
    assert bring(small, filled(small, [*UKRAINIAN[:2], "один профіль: {name}", *UKRAINIAN[3:]])).taken.refused == ()


@pytest.mark.parametrize(
    ("change", "reason", "row"),
    [
        (lambda rows: rows[1].__setitem__(0, "0123456789ab"), SheetFault.UNKNOWN_ID, 2),
        (lambda rows: rows[1].__setitem__(FORM, "1"), SheetFault.UNKNOWN_FORM, 2),
        (lambda rows: rows[3].__setitem__(FORM, "7"), SheetFault.UNKNOWN_FORM, 4),
        (lambda rows: rows[1].__setitem__(STATE, "final"), SheetFault.UNKNOWN_STATE, 2),
        (lambda rows: rows.append(list(rows[1])), SheetFault.TWICE, 9),
        (lambda rows: rows.pop(5), SheetFault.FORM_MISSING, 4),
    ],
)
def test_a_row_that_lost_its_message_is_refused(small: Translating, change: object, reason: SheetFault, row: int) -> None:
    rows = filled(small)
    assert callable(change)
    change(rows)
    (refusal,) = bring(small, rows).taken.refused
    assert (refusal.reason, refusal.row) == (reason, row)


def test_rows_may_be_sorted_and_columns_moved(small: Translating) -> None:
    rows = filled(small)
    titles, rest = rows[0], rows[1:]
    random.Random(5).shuffle(rest)
    turned = [list(reversed(row)) for row in (titles, *rest)]
    assert bring(small, turned).taken.changed == 4
    assert [row[TRANSLATION] for row in table(small)[1:]] == UKRAINIAN


def test_an_empty_cell_never_deletes(small: Translating) -> None:
    bring(small, filled(small))
    brought = bring(small, filled(small, [""] * 7))
    assert (brought.taken.empty, brought.taken.changed, brought.status.missing) == (4, 0, 0)


def test_what_is_unsure_is_kept_but_counts_as_fuzzy(small: Translating) -> None:
    rows = filled(small)
    rows[1][STATE] = "unsure"
    brought = bring(small, rows)
    assert (brought.status.translated, brought.status.fuzzy, brought.status.missing) == (3, 1, 0)
    assert table(small)[1][STATE] == "unsure"
    rows[1][STATE] = "translated"
    assert bring(small, rows).status.fuzzy == 0


def test_a_remark_stays_with_its_message(small: Translating) -> None:
    rows = filled(small)
    rows[1][REMARK] = "=is this the button?\nor the page?"
    bring(small, rows)
    assert table(small)[1][REMARK] == "=is this the button?\nor the page?"


def test_a_review_is_written_down_when_everything_is_there(small: Translating) -> None:
    bring(small, filled(small), SignOff(DAY, translator="T. Перекладач"))
    brought = bring(small, filled(small), SignOff(DAY, reviewer="О. Коваленко"))
    text = brought.file.read_text(encoding="utf-8")
    assert brought.is_signed_off
    assert not brought.status.is_draft
    assert "# reviewed by О. Коваленко, 2026-11-22" in text
    assert "# translated by T. Перекладач, 2026-11-22" in text
    assert '"X-Draft: no\\n"' in text
    assert "draft, not reviewed" not in text


@pytest.mark.parametrize(("place", "state"), [(0, "unsure"), (1, "translated")])
def test_a_review_of_something_unfinished_leaves_a_draft(small: Translating, place: int, state: str) -> None:
    rows = filled(small)
    rows[place + 1][STATE] = state
    if state == "translated":
        rows[place + 1][TRANSLATION] = "{"
    brought = bring(small, rows, SignOff(DAY, reviewer="О. Коваленко"))
    assert not brought.is_signed_off
    assert brought.status.is_draft
    assert "reviewed by О." not in brought.file.read_text(encoding="utf-8")


def test_words_changed_after_a_review_make_a_draft_again(small: Translating) -> None:
    bring(small, filled(small), SignOff(DAY, reviewer="О. Коваленко"))
    assert not bring(small, filled(small)).status.is_draft
    brought = bring(small, filled(small, ["Записати", *UKRAINIAN[1:]]))
    assert brought.status.is_draft
    assert "# draft, not reviewed by a native speaker" in brought.file.read_text(encoding="utf-8")


def test_a_rehearsal_writes_nothing(small: Translating) -> None:
    brought = small.bring(sheet_bytes(filled(small)), NOBODY, rehearse=True)
    assert brought.taken.changed == 4
    assert not brought.file.exists()


@pytest.mark.parametrize("lost", ["id", "form", "translation [uk]", "state", "remark"])
def test_a_table_without_one_of_our_columns_is_refused(small: Translating, lost: str) -> None:
    rows = [[title.replace(lost, "x") for title in filled(small)[0]], *filled(small)[1:]]
    with pytest.raises(NotATranslationSheet):
        bring(small, rows)


@pytest.mark.parametrize("code", ["tlh", "../fr", "", "EN", "x" * 40])
def test_a_language_that_cldr_does_not_know_is_refused(small: Translating, code: str) -> None:
    with pytest.raises(UnknownLanguage):
        small.sheet(code)


def test_texts_longer_than_windows_were_tried_with_are_named(small: Translating) -> None:
    brought = bring(small, filled(small, ["Зберегти" * 4, *UKRAINIAN[1:]]))
    assert brought.taken.long == (2,)


def test_kurmanji_dari_and_sorani_have_plural_forms() -> None:
    assert [plural_tags(code) for code in ("kmr", "fa_AF", "ckb")] == [("one", "other")] * 3
