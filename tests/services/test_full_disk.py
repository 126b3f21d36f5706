"""A disk that fills up during an import, at twenty places of its way: nothing is half done, and room later is enough."""

import shutil
from contextlib import closing
from pathlib import Path

from s2w_desktop.domain.errors import DiskFull
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from tests.histories.reading_here import open_here
from tests.services.children import bundle_for
from tests.services.places import Place, revisions_of
from tests.storage.disks import fill_up, small_disk

OFFSETS = 20


def found(workplace: Workplace) -> tuple[list[Revision], int]:
    """What headquarters holds, and how many bundles of profiles it entered."""
    bundles = [one for one in workplace.store.inbox.bundles() if one.kind == "profiles"]
    return list(revisions_of(workplace)), len(bundles)


def needed(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def is_full(hq: Workplace, bundle: Path) -> bool:
    """Import with little room; whether it was too little."""
    try:
        hq.importing.take(bundle)
    except DiskFull:
        return True
    return False


def test_a_disk_that_fills_up_during_an_import_leaves_nothing_half_done(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64m") as disk:
        hq, filled = Place(disk / "hq", Role.HEADQUARTERS, training=True), 0
        bundle = bundle_for(hq, tmp_path, 40)
        before = shutil.copytree(hq.folder, tmp_path / "before")
        with closing(hq.open(open_here)) as workplace:
            workplace.importing.take(bundle)
            room = needed(hq.folder) - needed(before) + bundle.stat().st_size
            reference = found(workplace)
        for number in range(OFFSETS):
            shutil.rmtree(hq.folder)
            shutil.copytree(before, hq.folder)
            with closing(hq.open(open_here)) as workplace:
                filler = fill_up(disk, leave=room * number // OFFSETS)
                was_full = is_full(workplace, bundle)
                assert found(workplace) == (([], 0) if was_full else reference)
                filler.unlink()
                workplace.importing.take(bundle)
                assert found(workplace) == reference
                workplace.store.verify()
            filled += was_full
        assert filled >= OFFSETS // 2
