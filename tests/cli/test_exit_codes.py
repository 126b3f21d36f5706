"""The table of exit codes."""

from collections.abc import Iterator

import pytest

from s2w_desktop.cli.exit_codes import EXIT_CODES, ExitCode, exit_code_of
from s2w_desktop.domain.errors import S2wError

PROMISED = {
    "OK": 0,
    "FAILURE": 1,
    "USAGE": 2,
    "PARTLY": 3,
    "NO_STORE": 10,
    "STORE_IN_USE": 11,
    "WRONG_KEY": 12,
    "STORE_DAMAGED": 13,
    "BUNDLE_DAMAGED": 20,
    "NOT_TRUSTED": 21,
    "STALE": 22,
    "NEWER": 23,
    "TRAINING": 24,
    "DISK": 30,
    "NOT_ALLOWED": 40,
    "CANCELLED": 130,
    "BROKEN_PIPE": 141,
}


def failures(root: type[S2wError] = S2wError) -> Iterator[type[S2wError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from failures(kind)


def test_the_numbers_are_those_that_scripts_were_promised() -> None:
    assert {code.name: code.value for code in ExitCode} == PROMISED


@pytest.mark.parametrize("kind", list(failures()), ids=lambda kind: kind.__name__)
def test_every_failure_has_a_row_of_its_own(kind: type[S2wError]) -> None:
    assert exit_code_of(kind()) is EXIT_CODES[kind]


def test_no_row_is_left_of_failures_that_are_gone() -> None:
    assert set(EXIT_CODES) == set(failures())


def test_only_what_is_no_failure_ends_with_zero() -> None:
    assert [kind.code for kind, code in EXIT_CODES.items() if code is ExitCode.OK] == ["E-EXPORT-1"]
