"""Marked names go through a day of work; afterwards they are in no file, no log and no error, except where a person put them."""

import logging
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.translator import english
from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from tests.workplaces import enrol, make_workplace, reopen

CANARIES = ("Zyxwvelda", "قرقوبانية", "Ќвертјуш")
PATHS = ("identity.given_names", "identity.family_names", "identity.name_original")


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that any logger says, at the finest level."""
    told = StringIO()
    handler, root = logging.StreamHandler(told), logging.getLogger()
    handler.setLevel(logging.DEBUG)
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield told
    root.removeHandler(handler)
    root.setLevel(before)


def traces(data: bytes) -> set[str]:
    return {name for name in CANARIES for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le") if name.encode(code) in data}


def test_a_day_of_work_leaves_no_name_behind(tmp_path: Path, log: StringIO) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    headquarters = make_workplace(tmp_path / "headquarters", Role.HEADQUARTERS)
    stick = tmp_path / "stick"
    enrol(laptop, headquarters, stick)
    session = laptop.interviews.begin(Pair("en", "ara"))
    for path, name in zip(PATHS, CANARIES, strict=True):
        session.set_answer(path, name)
        session.save()
    for purpose in ("create_profile", "send_with_name"):
        session.set_answer(f"consent.{purpose}", "granted")
    session.close()
    assert laptop.interviews.rows(ListQuery(search=CANARIES[0]), 0, 5)
    bundle = laptop.exporting.write(stick).bundles[0]
    headquarters.importing.take(bundle.path)
    (receipt,) = headquarters.receipts.write(stick)
    laptop.receipts.take(receipt.bundle.path)
    assert laptop.store.profiles.handover_counts()[Handover.RECEIVED] == 1
    (stick / "damaged.s2w").write_bytes(bundle.path.read_bytes()[:-40])
    for refused in (stick / "damaged.s2w", tmp_path / "nothing.s2w"):
        with pytest.raises(S2wError) as failed:
            headquarters.importing.take(refused)
        text = error_text(english(), failed.value)
        assert not traces(f"{failed.value!r} {text}".encode())
        assert str(tmp_path) not in f"{text}"
    laptop.close()
    headquarters.close()
    for file in sorted(tmp_path.rglob("*")):
        assert not traces(file.name.encode())
        if file.is_file():
            assert not traces(file.read_bytes()), file.name
    assert not traces(log.getvalue().encode())
    again = reopen(tmp_path / "headquarters")  # the test would see them: they are in the store
    assert again.interviews.rows(ListQuery(search=CANARIES[1]), 0, 5)
    again.close()
