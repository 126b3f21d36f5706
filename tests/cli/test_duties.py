"""Who may give which command: each command with each duty alone, in a real headquarters and on a real laptop."""

import argparse
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.cli.arguments import build_parser
from s2w_desktop.cli.command_acts import Command, require_command
from s2w_desktop.cli.parser import Parser
from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.exchange_errors import NotPermitted
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.workplace import Workplace
from tests.cli.conftest import World
from tests.cli.program import Office
from tests.services.places import Place

ROOT = Path(__file__).parents[2]

# At headquarters. Interviewer, Coordinator, Reviewer, Import, aNalyst, data Protection, Administrator; * is everybody
MATRIX = """
init                    *
keygen recovery         *
keygen rotate           A
keygen pack             A
keygen rehearse         P A
keygen reopen           *
keygen export-training  A
rescue                  *
enroll card             A
enroll request          *
enroll look             *
enroll accept           A
enroll revoke           A
enroll reinstate        A
enroll loss             P A
enroll use              *
enroll new-epoch        A
enroll list             *
staff list              *
staff add               A
staff duties            A
staff remove            A
template make           C A
template install        C A
template show           *
template remove         C A
profile add             I C
profile show            I C R P
profile list            I C R P
profile paper           I C R P
profile papers         I C R P
profile europass        I C R P
profile exchange        I C
profile import          I C
profile thin            I C
erase                   P
export                  I C
verify                  *
inspect                 *
import                  C M
inbox list              *
inbox own               C R M
inbox note              C R M
inbox close             C R M
inbox reopen            C R M
inbox take              C M
inbox release           P A
inbox send-back         C R M
inbox discard           P A
inbox wishes            *
inbox agree             C R P A
inbox refuse            *
duplicates list         I C R P
duplicates show         I C R P
duplicates apart        R
duplicates join         R
duplicates part         R
duplicates link         R
duplicates resolve      R
duplicates index        C A
receipt                 C M
order list              *
order give              C A
transfer                C
conflicts list          I C R P
conflicts show          I C R P
conflicts decide        R
conflicts part          R
conflicts undo          R
report                  C N P
reach list              C N P
reach set               C
reach remove            C
audit list              P
audit check             P
demo                    I C
ref search              *
ref build               C A
ref sign                C A
ref verify              *
ref send                C A
ref install             C A
ref list                *
ref rollback            C A
i18n export             *
i18n import             *
i18n status             *
gui                     *
"""
LETTERS = {
    "I": Duty.INTERVIEWER,
    "C": Duty.COORDINATOR,
    "R": Duty.REVIEWER,
    "M": Duty.IMPORTER,
    "N": Duty.ANALYST,
    "P": Duty.PROTECTION,
    "A": Duty.ADMINISTRATOR,
}
FREE_ON_A_LAPTOP = {("enroll", "card"), ("enroll", "accept"), ("enroll", "new-epoch"), ("import",)}


def rows() -> dict[Command, frozenset[Duty]]:
    found = dict[Command, frozenset[Duty]]()
    for line in MATRIX.strip().splitlines():
        words = line.split()
        letters = [word for word in words if word == "*" or word in LETTERS]
        command = tuple(word for word in words if word not in letters)
        found[command] = frozenset(Duty) if letters == ["*"] else frozenset(LETTERS[letter] for letter in letters)
    return found


def commands(parser: Parser, before: Command = ()) -> Iterator[Command]:
    """The commands that the parser knows."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield before
    for group in groups:
        for name, one in group.choices.items():
            yield from commands(one, (*before, name))


@pytest.fixture(scope="module", params=list(Role), ids=lambda role: role.value)
def workplace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    with closing(Place(tmp_path_factory.mktemp("place") / "store", request.param).open()) as opened:
        yield opened


def test_every_command_has_a_line() -> None:
    parser = build_parser(Catalogues(ROOT / "translations").translator("en"))
    assert set(commands(parser)) == set(rows())


@pytest.mark.parametrize("command", rows(), ids=" ".join)
def test_who_may_give_it(workplace: Workplace, command: Command) -> None:
    officer = workplace.store.officers.get(workplace.officer)
    assert officer is not None
    is_laptop = workplace.station.role is Role.FIELD
    expected = frozenset(Duty) if is_laptop and command in FREE_ON_A_LAPTOP else rows()[command]
    may = set[Duty]()
    for duty in Duty:
        workplace.store.officers.add(replace(officer, duties=frozenset({duty})))
        try:
            require_command(workplace, command)
        except NotPermitted:
            continue
        may.add(duty)
    assert may == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ("profile", "show", "--all"),
        ("profile", "list"),
        ("receipt", "stick"),
        ("import", "bundle.s2w"),
        ("staff", "remove", "Ana"),
        ("keygen", "rotate", "--out", "keys.s2wref"),
        ("conflicts", "decide", "GR-7777-7777-Q", "--field", "identity.sex", "--choose", "1"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_an_analyst_is_told_and_nothing_happens(analyst: Office, arguments: tuple[str, ...]) -> None:
    told = analyst(*arguments, "--json")
    assert (told.code, told.out, told.failure["code"]) == (40, b"", "E-DUTY-1")


@pytest.fixture(scope="module")
def analyst(made_world: World, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """One more officer of a headquarters of its own."""
    passphrase = tmp_path_factory.mktemp("analyst") / "passphrase"
    passphrase.write_text("violet anchor meadow candle\n", encoding="utf-8")
    folder = passphrase.parent / "hq"
    shutil.copytree(made_world.hq.folder, folder)
    hq = Office(folder, made_world.hq.passphrase_file)
    assert hq("staff", "add", "Ana", "--duty", "analyst", "--new-passphrase-file", passphrase).code == 0
    found = Office(folder, passphrase)
    assert found("report").code == 0
    return found
