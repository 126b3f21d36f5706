"""Installing and going back in any order, against a model of a few lines: what counts, what is kept, what is refused."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s2w_desktop.bundle.pack_file import signature_of
from s2w_desktop.bundle.pack_text import pack_text
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.pack_errors import NoPack, NothingToRollBack, StalePack
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.headquarters_keys import own_signing_key
from s2w_desktop.services.packs import Draft, write_file
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.pack_folder import PackReader
from tests.services.places import TODAY, Place

ROLL_BACK = (0, "")
INSTALLS = st.tuples(st.integers(1, 5), st.sampled_from("aab"))
STEPS = st.lists(st.one_of(INSTALLS, INSTALLS, INSTALLS, st.just(ROLL_BACK)), max_size=14)


@dataclass
class Model:
    """What should stand: texts by version, the version that counts and the one beside it."""

    known: dict[int, str]
    current: int = 0
    other: int = 0

    def install(self, version: int, text: str) -> type[S2wError] | None:
        is_older = version < max(self.known, default=0) and version != self.current
        if is_older or self.known.get(version, text) != text:
            return StalePack
        self.known[version] = text
        if version != self.current:
            self.current, self.other = version, self.current
        return None

    def roll_back(self) -> type[S2wError] | None:
        if not self.current:
            return NoPack
        if not 0 < self.other < self.current:
            return NothingToRollBack
        self.current, self.other = self.other, self.current
        return None

    @property
    def kept(self) -> list[tuple[int, bool]]:
        return sorted((version, version == self.current) for version in (self.current, self.other) if version)


@dataclass(frozen=True)
class Office:
    """A headquarters that installs its own packs, each run under another name."""

    workplace: Workplace
    folder: Path
    names: Iterator[int]

    def pack(self, name: str, version: int, text: str) -> Path:
        file = self.folder / f"{name}-{version}{text}"
        if not file.exists():
            draft = Draft(name, text, (PackContent.ESCO,), {"esco/concepts": f"{version}{text}".encode(), "esco/relations": b"x"})
            pack = draft.pack(version, TODAY)
            write_file(file, pack, draft, [signature_of(pack_text(pack), own_signing_key(self.workplace.store))])
        return file

    def do(self, name: str, version: int, text: str) -> type[S2wError] | None:
        try:
            if (version, text) == ROLL_BACK:
                self.workplace.packs.roll_back(name)
            else:
                self.workplace.packs.install(self.pack(name, version, text))
        except S2wError as failure:
            return type(failure)
        return None


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    with closing(Place(folder / "hq", Role.HEADQUARTERS).open()) as workplace:
        yield Office(workplace, folder, count(1))


@settings(max_examples=60)
@given(steps=STEPS)
def test_any_order_of_steps_ends_where_the_model_does(office: Office, steps: list[tuple[int, str]]) -> None:
    name, model = f"pack-{next(office.names)}", Model({})
    for version, text in steps:
        expected = model.roll_back() if (version, text) == ROLL_BACK else model.install(version, text)
        assert office.do(name, version, text) is expected
        mine = [one for one in office.workplace.packs.installed() if one.pack.id == name]
        assert [(one.pack.version, one.is_current) for one in mine] == model.kept
        for one in mine:
            reader = PackReader(office.workplace.spool_folder.parent / "reference", one.pack)
            assert reader.read("esco/concepts").decode() == f"{one.pack.version}{model.known[one.pack.version]}"
