"""Settings live through everything that can happen to their file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.services.settings import LookChoice, Settings, SettingsBook, Stored


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert SettingsBook(tmp_path / "settings.json").settings == Settings()


def test_what_is_kept_is_there_next_time(tmp_path: Path) -> None:
    wanted = Settings(language="ar", look=LookChoice.DARK, text_scale=150, lock_after_minutes=2, are_names_shown=True)
    SettingsBook(tmp_path / "new" / "settings.json").keep(wanted)
    assert SettingsBook(tmp_path / "new" / "settings.json").settings == wanted


def test_keys_of_another_version_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"of_tomorrow": [1, 2], "language": "fr", "version": 99}))
    book = SettingsBook(path)
    assert book.settings.language == "fr"
    book.keep(replace(book.settings, text_scale=125))
    assert json.loads(path.read_text())["of_tomorrow"] == [1, 2]


@pytest.mark.parametrize("content", ["", "[]", "{", '"text"', "null", "[" * 100_000])
def test_a_broken_file_counts_as_absent(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content)
    assert SettingsBook(tmp_path / "settings.json").settings == Settings()


_VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2))


@given(st.dictionaries(st.sampled_from(["language", "look", "text_scale", "lock_after_minutes", "are_names_shown"]), _VALUES))
def test_values_that_make_no_sense_give_way_to_defaults(tmp_path_factory: pytest.TempPathFactory, stored: Stored) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(stored))
    settings = SettingsBook(path).settings
    assert settings.lock_after_minutes in (2, 5, 10, 15)
    assert settings.text_scale in (0, 100, 125, 150, 175, 200)
    assert isinstance(settings.language, str)
    assert isinstance(settings.are_names_shown, bool)


def test_upgrades_run_from_the_version_of_the_file_on(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 2, "tongue": "fr"}))

    def first(stored: Stored) -> Stored:
        raise AssertionError(f"the file is newer than this: {stored}")

    def second(stored: Stored) -> Stored:
        return {**stored, "language": stored["tongue"]}

    assert SettingsBook(path, upgrades=(first, second)).settings.language == "fr"


def test_a_folder_that_cannot_be_written_is_told_but_the_settings_hold(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    book = SettingsBook(path)
    with pytest.raises(S2wError):
        book.keep(Settings(language="fr"))
    assert book.settings.language == "fr"
    book.keep_if_possible(Settings(language="ar"))
    assert book.settings.language == "ar"
