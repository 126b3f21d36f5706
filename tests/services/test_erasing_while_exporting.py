"""Somebody is erased while a hand-over with them is being written (F53)."""

from pathlib import Path

from s2w_desktop.bundle.writing import Watch
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.services.workplace import Workplace
from tests.services.exchanges import answer, listed
from tests.services.places import export, interview


def test_who_is_erased_during_an_export_is_erased_at_headquarters_too_and_all_others_are_there(
    hq: Workplace, field: Workplace, tmp_path: Path
) -> None:
    people = [interview(field, identity__given_names=f"Person {number}") for number in range(4)]
    gone = people[1]
    done: list[int] = []

    def erase(_records: int) -> None:
        if not done:  # once, in the midst of the writing
            done.append(field.erasure.erase(gone, ErasureReason.REQUEST))

    stick = tmp_path / "stick"
    stick.mkdir()
    (written,) = field.exporting.write(stick, Watch(progress=erase)).bundles
    assert done == [1]
    assert gone not in listed(field)
    hq.importing.take(written.path)
    answer(hq, field, stick)
    hq.importing.take(export(field, tmp_path / "later"))
    assert sorted(listed(hq)) == sorted(one for one in people if one != gone)
    assert {one.scope for one in hq.store.profiles.load(gone).revisions} <= {Scope.STUB}
