"""The catalogue check finds what would break or confuse a translated program, and a build writes the same bytes twice."""

import gettext
from pathlib import Path

import pytest
from babel import Locale

import catalogues
from catalogues import CatalogueError
from s2w_desktop.i18n.languages import LANGUAGES, Pseudo
from s2w_desktop.i18n.plural_rules import plural_forms_header

SOURCE = """
def show(n: int) -> list[str]:
    # Translators: a button
    return [_("Save"), _("Hello {name}"), pgettext("form", "Open"), N_("100 % done"),
            ngettext("{n} profile of {name}", "{n} profiles of {name}", n)]
"""
WORDS = {
    'msgid "Save"\nmsgstr ""': 'msgid "Save"\nmsgstr "Enregistrer"',
    'msgid "Hello {name}"\nmsgstr ""': 'msgid "Hello {name}"\nmsgstr "Bonjour {name}"',
    'msgid "Open"\nmsgstr ""': 'msgid "Open"\nmsgstr "Ouvrir"',
    'msgid "100 % done"\nmsgstr ""': 'msgid "100 % done"\nmsgstr "fini à 100 %"',
    'msgstr[0] ""': 'msgstr[0] "un profil de {name}"',
    'msgstr[1] ""': 'msgstr[1] "{n} de profils de {name}"',  # a million and the like
    'msgstr[2] ""': 'msgstr[2] "{n} profils de {name}"',
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with five messages and a complete French catalogue."""
    package = tmp_path / "s2w_desktop"
    package.mkdir()
    (package / "page.py").write_text(SOURCE, encoding="utf-8")
    catalogues.extract(tmp_path, minimum=5)
    catalogues.update(tmp_path, ["fr"], minimum=5)
    for empty, filled in WORDS.items():
        change(tmp_path, empty, filled)
    return tmp_path


def french(project: Path) -> Path:
    return project / "translations" / "fr" / "LC_MESSAGES" / "s2w_desktop.po"


def change(project: Path, old: str, new: str) -> None:
    text = french(project).read_text(encoding="utf-8")
    assert old in text
    french(project).write_text(text.replace(old, new), encoding="utf-8")


def check(project: Path, kept_complete: frozenset[str] = frozenset({"fr"})) -> list[str]:
    return catalogues.check(project, kept_complete, minimum=5)


def test_words_asked_of_a_translator_directly_are_collected_too(tmp_path: Path) -> None:
    package = tmp_path / "s2w_desktop"
    package.mkdir()
    (package / "page.py").write_text(
        'def show(tr: T) -> str:\n    return tr.gettext("Direct") + voices.own.gettext("Of a voice")\n'
    )
    template = catalogues.scan(tmp_path, minimum=2)
    assert {"Direct", "Of a voice"} <= {message.id for message in template}


def test_a_complete_catalogue_has_no_problem(project: Path) -> None:
    assert check(project) == []


def test_a_per_cent_sign_makes_no_printf_format(project: Path) -> None:
    assert "python-format" not in french(project).read_text(encoding="utf-8")


def test_comments_for_translators_reach_the_template(project: Path) -> None:
    assert "Translators: a button" in catalogues.template_path(project).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("Bonjour {name}", "Bonjour {nom}", "unknown place {nom}"),
        ("Bonjour {name}", "Bonjour", "place {name} is missing"),
        ("Bonjour {name}", "Bonjour {name", "braces do not match"),
        ("Bonjour {name}", "Bonjour {name!r}", "unknown place {name!r}"),
        ("un profil de {name}", "un profil", "place {name} is missing"),
        ('"{n} profils de {name}"', '""', "2 plural forms, not 3"),
        ('msgstr "Enregistrer"', 'msgstr ""', "'Save': not translated"),
        ('msgid "Save"', '#, fuzzy\nmsgid "Save"', "'Save': marked fuzzy"),
        ("nplurals=3", "nplurals=2", "more translations than num_plurals"),
        ("? 1 :", "? 0 :", "plural rule"),
        ('msgid "Save"', 'msgid "Keep"', "other messages than the source"),
        ("Content-Type: text/plain; charset=utf-8", "Content-Type: text/plain; charset=no-such", "no-such"),
        ('msgid "Save"', "msgid Save", "s2w_desktop.po"),
    ],
)
def test_a_planted_fault_is_found(project: Path, old: str, new: str, finding: str) -> None:
    change(project, old, new)
    assert finding in "\n".join(check(project))


def test_a_draft_may_lack_words_or_doubt_them(project: Path) -> None:
    change(project, 'msgid "Save"', '#, fuzzy\nmsgid "Save"')
    change(project, 'msgstr "Ouvrir"', 'msgstr ""')
    assert check(project, frozenset()) == []
    catalogues.compile_all(project)
    french_words = gettext.translation("s2w_desktop", project / "translations", ["fr"])
    assert (french_words.gettext("Save"), french_words.pgettext("form", "Open")) == ("Save", "Open")


def test_a_reviewed_language_lacks_nothing(project: Path) -> None:
    change(project, "X-Draft: yes", "X-Draft: no")
    assert check(project, frozenset()) == []
    change(project, 'msgstr "Enregistrer"', 'msgstr ""')
    assert "'Save': not translated" in "\n".join(check(project, frozenset()))


def test_a_new_message_makes_the_template_stale_until_both_are_renewed(project: Path) -> None:
    with (project / "s2w_desktop" / "page.py").open("a", encoding="utf-8") as page:
        page.write('\ndef more() -> str:\n    return _("New")\n')
    assert any("not current" in problem for problem in check(project))
    catalogues.extract(project, minimum=5)
    catalogues.update(project, minimum=5)
    assert [problem for problem in check(project) if "'New': not translated" not in problem] == []


def test_words_that_changed_places_in_the_source_are_asked_to_change_places_in_every_catalogue(project: Path) -> None:
    page = project / "s2w_desktop" / "page.py"
    page.write_text(SOURCE.replace('_("Save"), _("Hello {name}")', '_("Hello {name}"), _("Save")'), encoding="utf-8")
    catalogues.extract(project, minimum=5)
    assert any("not in the order of the source" in problem for problem in check(project))
    catalogues.update(project, minimum=5)
    assert check(project) == []


def test_moving_code_by_some_lines_changes_no_file(project: Path) -> None:
    page = project / "s2w_desktop" / "page.py"
    page.write_text("\n\n\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
    assert check(project) == []


def test_a_scan_that_finds_too_little_is_refused(project: Path) -> None:
    with pytest.raises(CatalogueError, match="expected 6 or more"):
        catalogues.extract(project, minimum=6)


def test_updating_guesses_nothing_and_keeps_the_old_translation_aside(project: Path) -> None:
    page = project / "s2w_desktop" / "page.py"
    page.write_text(page.read_text(encoding="utf-8").replace('"Save"', '"Save!"'), encoding="utf-8")
    catalogues.update(project, minimum=5)
    text = french(project).read_text(encoding="utf-8")
    assert 'msgid "Save!"\nmsgstr ""' in text
    assert '#~ msgstr "Enregistrer"' in text
    assert "fuzzy" not in text


def test_updating_twice_and_compiling_twice_gives_the_same_bytes(project: Path) -> None:
    catalogues.update(project, minimum=5)
    first = french(project).read_bytes(), catalogues.compile_one(french(project)).read_bytes()
    catalogues.update(project, minimum=5)
    assert (french(project).read_bytes(), catalogues.compile_one(french(project)).read_bytes()) == first
    assert b"Date" not in first[0] + first[1]
    assert b"Babel" not in first[0] + first[1]


def test_a_catalogue_that_is_started_is_a_draft(project: Path) -> None:
    head = french(project).read_text(encoding="utf-8").partition("\n\n")[0]
    assert '"X-Draft: yes\\n"' in head
    assert "# draft, not reviewed by a native speaker" in head


@pytest.mark.parametrize("mark", ["yes", "no"])
def test_updating_and_compiling_keep_whether_a_catalogue_is_a_draft(project: Path, mark: str) -> None:
    change(project, "X-Draft: yes", f"X-Draft: {mark}")
    catalogues.update(project, minimum=5)
    assert f'"X-Draft: {mark}\\n"' in french(project).read_text(encoding="utf-8")
    assert _compiled_headers(project)["x-draft"] == mark


def test_a_missing_draft_mark_is_not_invented(project: Path) -> None:
    change(project, '"X-Draft: yes\\n"\n', "")
    catalogues.update(project, minimum=5)
    assert "X-Draft" not in french(project).read_text(encoding="utf-8")
    assert "x-draft" not in _compiled_headers(project)


def _compiled_headers(project: Path) -> dict[str, str]:
    with catalogues.compile_one(french(project)).open("rb") as mo:
        return gettext.GNUTranslations(mo).info()


def test_a_compiled_catalogue_speaks_through_gettext(project: Path) -> None:
    catalogues.compile_all(project)
    french_words = gettext.translation("s2w_desktop", project / "translations", ["fr"])
    assert french_words.gettext("Save") == "Enregistrer"
    assert french_words.pgettext("form", "Open") == "Ouvrir"
    one = french_words.ngettext("{n} profile of {name}", "{n} profiles of {name}", 1)
    many = french_words.ngettext("{n} profile of {name}", "{n} profiles of {name}", 5)
    assert (one, many) == ("un profil de {name}", "{n} profils de {name}")


def test_a_catalogue_that_would_break_the_program_is_not_compiled(project: Path) -> None:
    change(project, "Bonjour {name}", "Bonjour {nom}")
    with pytest.raises(CatalogueError, match="unknown place"):
        catalogues.compile_one(french(project))
    assert not french(project).with_suffix(".mo").exists()


TARGETS = "bg hr cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv ar fa fa_AF ps ckb ur ti so uk tr ru am bn kmr"


@pytest.mark.parametrize("language", TARGETS.split())
def test_the_plural_rule_in_the_header_chooses_what_cldr_chooses(language: str) -> None:
    header = plural_forms_header(language)
    choose = gettext.c2py(header.split("plural=")[1].rstrip("; "))
    rule = Locale.parse(language).plural_form
    order = [tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in rule.tags | {"other"}]
    for number in (*range(250), 1_000, 999_999, 1_000_000, 1_000_001, 2_000_000):
        assert order[choose(number)] == rule(number), f"{number} in {language}"


def test_only_catalogues_changed_since_are_compiled_again(project: Path) -> None:
    assert len(catalogues.compile_all(project, only_older=True)) == 1
    assert catalogues.compile_all(project, only_older=True) == []


def test_every_catalogue_of_the_project_belongs_to_one_of_its_languages() -> None:
    codes = {one.code for one in LANGUAGES if one.pseudo is Pseudo.NONE} - {"en"}
    present = {catalogues.language_of(po) for po in catalogues.po_paths(catalogues.ROOT)}
    assert present == codes
