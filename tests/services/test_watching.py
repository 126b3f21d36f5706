"""The watched folder: files that grow, vanish, come twice or are no bundles; each bundle is taken in once, nothing is deleted."""

import os
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from s2w_desktop.bundle import age
from s2w_desktop.bundle.age import MAGIC
from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import DiskFull
from s2w_desktop.domain.exchange_errors import NotPermitted, WatchedFolderGone
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.folder_looks import PATIENCE, FolderLooks
from s2w_desktop.services.watching import Arrived, Came, Watching
from s2w_desktop.services.workplace import Workplace
from tests.services.colleagues import colleague, office_of
from tests.services.places import Clock, Place, answers_of, enrol, export, interview

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "bundles"
    found.mkdir()
    return found


def names(folder: Path) -> list[str]:
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if not one.is_dir())


def rounds(watching: Watching, looks: FolderLooks, count: int = 2) -> list[Arrived]:
    """Look and take, as the window does every few seconds."""
    came = []
    for _ in range(count):
        came += [watching.take(looks, file, tell=lambda error: error.code) for file in watching.look(looks)]
    return came


def freshly(file: Path, at: datetime = NOW) -> Path:
    """The file as if it were written just now by the clock of the tests."""
    os.utime(file, (at.timestamp(), at.timestamp()))
    return file


# --- looking -------------------------------------------------------------------------------------------------------


def test_a_growing_file_is_offered_when_it_stood_still_over_two_looks(folder: Path) -> None:
    looks, file = FolderLooks(folder), folder / "a.s2w"
    for size in (1, 2, 3):
        file.write_bytes(b"x" * size)
        freshly(file, NOW + timedelta(seconds=size))
        assert looks.look(NOW) == ()
    assert looks.look(NOW) == (file,)
    assert looks.look(NOW) == (file,)


def test_a_file_written_over_with_the_same_size_is_another_file(folder: Path) -> None:
    looks, file = FolderLooks(folder), folder / "a.s2w"
    file.write_bytes(b"one")
    freshly(file)
    looks.look(NOW)
    assert looks.look(NOW) == (file,)
    file.write_bytes(b"two")
    freshly(file, NOW + timedelta(seconds=1))
    assert looks.look(NOW) == ()


def test_only_regular_files_named_or_beginning_as_bundles_are_offered(folder: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "real"
    bundle.write_bytes(MAGIC)
    for name in ("b.txt", "~$d.s2wx", "no-ending"):
        (folder / name).write_bytes(b"x")
    (folder / "too-short.bin").write_bytes(MAGIC[:20])
    for name in (".hidden.s2w", ".a.s2w.part", ".mail.bin", "a.s2w.part", "c.s2w.tmp", "S2W.s2w.crdownload", "e.S2W.Partial"):
        (folder / name).write_bytes(MAGIC)
    (folder / "link.bin").symlink_to(bundle)
    (folder / "empty.s2w").touch()
    (folder / "folder.s2w").mkdir()
    (folder / "link.s2w").symlink_to(bundle)
    (folder / "nowhere.s2w").symlink_to(tmp_path / "gone")
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.s2w")
        os.mkfifo(folder / "pipe.bin")
    shown = ["S2W-0190F3A1.S2W", "a (1).s2w", "a.sync-conflict-20260601-090000-ABCDEFG.s2w", "حزمة.s2w"]
    for name in shown:
        (folder / name).write_bytes(b"x")
    renamed = ["S2W-0190f3a1.s2w.txt", "S2W-0190f3a1.s2w_", "ATT00001.bin", "attachment", "sent as text.txt"]
    for name in renamed:
        (folder / name).write_bytes(MAGIC if name != "sent as text.txt" else MAGIC.replace(b"\n", b"\r\n"))
    looks = FolderLooks(folder)
    looks.look(NOW)
    assert sorted(file.name for file in looks.look(NOW)) == sorted([*shown, *renamed])


def test_a_file_that_vanishes_is_forgotten_and_new_when_it_comes_back(folder: Path) -> None:
    looks, file = FolderLooks(folder), folder / "a.s2w"
    file.write_bytes(b"x")
    looks.look(NOW)
    file.unlink()
    assert looks.look(NOW) == ()
    assert looks.stamp(file) is None
    file.write_bytes(b"x")
    assert looks.look(NOW) == ()
    assert looks.look(NOW) == (file,)


def test_what_was_answered_is_offered_again_only_when_asked(folder: Path) -> None:
    looks, file = FolderLooks(folder), folder / "a.s2w"
    file.write_bytes(b"x")
    looks.look(NOW)
    looks.answer(*looks.look(NOW))
    assert looks.look(NOW + 10 * PATIENCE) == ()
    looks.forget_answers()
    assert looks.look(NOW) == (file,)


def test_what_cannot_be_read_is_offered_once_more_when_patience_ends(folder: Path) -> None:
    looks, file = FolderLooks(folder), folder / "a.s2w"
    file.write_bytes(b"x")
    looks.look(NOW)
    assert looks.look(NOW) == (file,)
    assert looks.put_off(file)
    assert looks.look(NOW + PATIENCE / 2) == ()
    assert looks.look(NOW + PATIENCE) == (file,)
    assert not looks.put_off(file)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    looks = FolderLooks(tmp_path / "gone")
    with pytest.raises(WatchedFolderGone):
        looks.look(NOW)


# --- taking --------------------------------------------------------------------------------------------------------


def test_a_bundle_is_taken_in_once_and_moved(hq: Workplace, field: Workplace, folder: Path) -> None:
    interview(field)
    file, looks, watching = export(field, folder), FolderLooks(folder), hq.office.watching
    (came,) = rounds(watching, looks, 4)
    assert (came.came, came.file, came.moved_to) == (Came.TAKEN, file, folder / "taken" / file.name)
    assert came.result is not None
    assert came.result.new == 1
    assert names(folder) == [f"taken/{file.name}"]


def test_one_file_under_two_names_is_taken_in_once_and_both_are_kept(hq: Workplace, field: Workplace, folder: Path) -> None:
    interview(field)
    file = export(field, folder)
    shutil.copy2(file, folder / "copy of it.S2W")
    (folder / "taken").mkdir()
    (folder / "taken" / file.name.upper()).write_bytes(b"an older one")
    came = rounds(hq.office.watching, FolderLooks(folder), 3)
    assert [one.came for one in came] == [Came.TAKEN, Came.TAKEN]
    assert sorted(one.result.was_known for one in came if one.result) == [False, True]
    assert len(hq.store.inbox.bundles(field.station.device)) == 2  # the request and this one
    assert len(names(folder)) == 3
    assert (folder / "taken" / file.name.upper()).read_bytes() == b"an older one"


def test_a_bundle_that_mail_renamed_is_taken_in_and_somebody_elses_file_stays(
    hq: Workplace, field: Workplace, folder: Path
) -> None:
    interview(field)
    whole = export(field, folder / "elsewhere").read_bytes()
    renamed, others, looks = folder / "S2W.s2w.txt", folder / "taxes.pdf.age", FolderLooks(folder)
    others.write_bytes(b"".join(_sealed_for_somebody()))
    renamed.write_bytes(whole[: len(whole) // 2])
    freshly(renamed)
    came = {one.file: one for one in rounds(hq.office.watching, looks)}
    assert (came[renamed].came, came[others].came, came[others].moved_to) == (Came.WAITING, Came.REFUSED, None)
    renamed.write_bytes(whole)
    (taken,) = rounds(hq.office.watching, looks, 4)
    assert (taken.came, taken.moved_to) == (Came.TAKEN, folder / "taken" / renamed.name)
    assert names(folder) == ["elsewhere/" + next((folder / "elsewhere").iterdir()).name, "taken/S2W.s2w.txt", others.name]


def _sealed_for_somebody() -> list[bytes]:
    pieces: list[bytes] = []
    age.encrypt([b"taxes"], pieces.append, [age.Identity.generate().recipient])
    return pieces


def test_bundles_in_reverse_order_end_the_same(hq: Workplace, field: Workplace, folder: Path, tmp_path: Path) -> None:
    made = []
    for _ in range(3):
        interview(field)
        made.append(export(field, tmp_path / "stick"))
    looks = FolderLooks(folder)
    for number, file in enumerate(reversed(made)):
        shutil.copy2(file, folder / f"{number}.s2w")
        assert [one.came for one in rounds(hq.office.watching, looks)] == [Came.TAKEN]
    assert answers_of(hq) == answers_of(field)
    assert hq.office.matters.all() == ()


def test_half_a_file_is_waited_for_and_taken_in_when_it_is_whole(hq: Workplace, field: Workplace, folder: Path) -> None:
    interview(field)
    whole = export(field, folder / "elsewhere").read_bytes()
    file, looks = folder / "growing.s2w", FolderLooks(folder)
    for part in (10, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:part])
        freshly(file)
        assert [one.came for one in rounds(hq.office.watching, looks, 4)] == [Came.WAITING]
    file.write_bytes(whole)
    assert [one.came for one in rounds(hq.office.watching, looks, 3)] == [Came.TAKEN]


def test_a_damaged_file_is_refused_when_patience_ended(tmp_path: Path, folder: Path) -> None:
    class Later(Clock):
        ahead = timedelta(0)

        def now(self) -> datetime:
            return super().now() + self.ahead

    clock = Later()
    hq = Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock).open()
    file, looks = folder / "a.s2w", FolderLooks(folder)
    file.write_bytes(b"no bundle")
    freshly(file)
    assert [one.came for one in rounds(hq.office.watching, looks, 4)] == [Came.WAITING]
    clock.ahead = PATIENCE
    (came,) = rounds(hq.office.watching, looks, 3)
    hq.close()
    assert (came.came, came.moved_to) == (Came.REFUSED, folder / "refused" / file.name)
    assert names(folder) == ["refused/a.s2w", "refused/a.s2w.txt"]
    assert (folder / "refused" / "a.s2w.txt").read_text() == "E-BUNDLE-1\n"


@pytest.mark.parametrize("days", [-400, 400])
def test_a_damaged_file_of_long_ago_is_refused_at_once_whatever_its_clock_says(hq: Workplace, folder: Path, days: int) -> None:
    (folder / "a.s2w").write_bytes(b"no bundle")
    freshly(folder / "a.s2w", NOW + timedelta(days=days))
    (came,) = rounds(hq.office.watching, FolderLooks(folder), 3)
    assert came.came is Came.REFUSED


def test_a_bundle_for_another_office_is_refused_with_the_reason_beside_it(
    hq: Workplace, tmp_path: Path, folder: Path, field: Workplace
) -> None:
    elsewhere = Place(tmp_path / "elsewhere", Role.HEADQUARTERS).open()
    laptop = Place(tmp_path / "foreign", Role.FIELD).open()
    enrol(headquarters=elsewhere, laptop=laptop, folder=tmp_path / "foreign-enrolment")
    interview(laptop)
    interview(field)
    foreign, own = export(laptop, folder), export(field, folder)
    elsewhere.close()
    laptop.close()
    came = {one.file: one for one in rounds(hq.office.watching, FolderLooks(folder), 3)}
    assert (came[foreign].came, came[own].came) == (Came.REFUSED, Came.TAKEN)
    assert (folder / "refused" / f"{foreign.name}.txt").is_file()


def test_a_laptop_that_introduces_itself_waits_for_a_person(
    hq: Workplace, laptop: Workplace, folder: Path, tmp_path: Path
) -> None:
    hq.enrolment.write_card(tmp_path / "card.json")
    laptop.enrolment.accept(laptop.enrolment.read_card(tmp_path / "card.json"), " ".join(hq.enrolment.own_words()))
    request = laptop.enrolment.write_request(folder).path
    interview(laptop)
    bundle, looks = export(laptop, folder), FolderLooks(folder)
    assert {one.came for one in rounds(hq.office.watching, looks, 4)} == {Came.WAITING}
    assert names(folder) == sorted([request.name, bundle.name])
    hq.enrolment.accept(hq.enrolment.read_request(request), " ".join(laptop.enrolment.own_words()))
    looks.forget_answers()
    assert {one.file: one.came for one in rounds(hq.office.watching, looks)}[bundle] is Came.TAKEN


def test_a_full_disk_refuses_nobody(hq: Workplace, field: Workplace, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interview(field)
    file, looks = export(field, folder), FolderLooks(folder)

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            rounds(hq.office.watching, looks)
    assert names(folder) == [file.name]
    assert [one.came for one in rounds(hq.office.watching, looks)] == [Came.TAKEN]


def test_a_file_that_changes_between_look_and_taking_waits_for_the_next_look(
    hq: Workplace, field: Workplace, folder: Path
) -> None:
    interview(field)
    file, looks, watching = export(field, folder), FolderLooks(folder), hq.office.watching
    whole = file.read_bytes()
    watching.look(looks)
    assert watching.look(looks) == (file,)
    file.write_bytes(whole[:-1])
    assert watching.take(looks, file, tell=str).came is Came.WAITING
    file.unlink()
    assert watching.take(looks, file, tell=str).came is Came.WAITING
    file.write_bytes(whole)
    assert [one.came for one in rounds(watching, looks)] == [Came.TAKEN]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_the_place_of_taken_is_not_followed(hq: Workplace, field: Workplace, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (folder / "taken").symlink_to(tmp_path / "outside")
    interview(field)
    file, looks = export(field, folder), FolderLooks(folder)
    (came,) = rounds(hq.office.watching, looks, 5)
    assert (came.came, came.moved_to) == (Came.TAKEN, None)
    assert file.exists()
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_folder_in_which_nothing_can_be_moved_is_not_asked_again_and_again(
    hq: Workplace, field: Workplace, folder: Path
) -> None:
    interview(field)
    file, looks = export(field, folder), FolderLooks(folder)
    (folder / "taken").write_bytes(b"a file in the way")
    (came,) = rounds(hq.office.watching, looks, 6)
    assert (came.came, came.moved_to) == (Came.TAKEN, None)
    assert file.exists()


def test_the_folder_is_a_setting_of_the_store_and_off_at_first(hq: Workplace, folder: Path) -> None:
    watching = hq.office.watching
    assert (watching.folder(), watching.is_automatic()) == (None, False)
    watching.choose(folder, automatic=True)
    assert (watching.folder(), watching.is_automatic()) == (folder, True)
    watching.choose(None, automatic=True)
    assert (watching.folder(), watching.is_automatic()) == (None, False)


def test_who_may_not_import_takes_nothing_in(hq: Workplace, field: Workplace, folder: Path) -> None:
    analyst = office_of(hq, colleague(hq, duties=[Duty.ANALYST])).watching
    interview(field)
    export(field, folder)
    with pytest.raises(NotPermitted):
        rounds(analyst, FolderLooks(folder))
    with pytest.raises(NotPermitted):
        analyst.choose(folder, automatic=False)
