"""An update that comes before what it is an update of (F45)."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests.services.places import change, interview


def sent(laptop: Workplace, revisions: Sequence[Revision], folder: Path) -> Path:
    """A bundle of these revisions alone."""
    folder.mkdir(exist_ok=True)
    address = Address(Kind.PROFILES, laptop.exporting.headquarters().recipients)
    lines = (revision_line(one) for one in revisions)
    (bundle,) = Dispatch(laptop.store, QUESTIONNAIRE, laptop.sources).write(folder, address, lines)
    return bundle.path


@pytest.mark.parametrize("order", [(2, 1, 0), (1, 0, 2), (2, 0, 1), (0, 2, 1)])
def test_an_update_that_comes_before_its_beginning_is_shown_as_far_as_it_goes_and_completed_later(
    hq: Workplace, field: Workplace, tmp_path: Path, order: tuple[int, ...]
) -> None:
    profile = interview(field, identity__given_names="Layla")
    change(field, profile, identity__sex="F")
    change(field, profile, identity__sex="M")
    steps = field.store.profiles.load(profile).revisions
    by_clock = sorted(steps, key=lambda one: one.clock)
    for number, place in enumerate(order):
        hq.importing.take(sent(field, [by_clock[place]], tmp_path / f"bundle-{number}"))
        shown = hq.interviews.read(profile)
        known = set(order[: number + 1])
        assert shown.text("identity.given_names") == ("Layla" if 0 in known else "")
        assert shown.text("identity.sex") == ("M" if 2 in known else "F" if 1 in known else "")
    assert hq.interviews.read(profile) == field.interviews.read(profile)
    assert hq.store.profiles.rows_of([profile])[0].conflicts == 0
    assert hq.store.inbox.quarantined() == ()
