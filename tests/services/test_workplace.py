"""Everything behind an unlocked store."""

from contextlib import closing
from pathlib import Path

from s2w_desktop.domain.stations import Role
from tests.services.places import Place


def test_what_a_killed_import_left_in_the_spool_is_removed(tmp_path: Path) -> None:
    place = Place(tmp_path / "hq", Role.HEADQUARTERS)
    with closing(place.open()) as workplace:
        (workplace.spool_folder / ".abc.part").write_bytes(b"ciphertext")
    with closing(place.open()) as workplace:
        assert list(workplace.spool_folder.iterdir()) == []


def test_a_closed_workplace_lets_the_next_one_in(tmp_path: Path) -> None:
    place = Place(tmp_path / "hq", Role.HEADQUARTERS)
    place.open().close()
    place.open().close()
