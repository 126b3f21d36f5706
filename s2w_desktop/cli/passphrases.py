"""Where a passphrase comes from: a terminal, a file or a descriptor. Never an argument, never the environment (CLI-06).

Arguments and environment are shown to other programs of the machine, and shells keep them in a history.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.i18n.translator import Translator

_MOST_BYTES = 4096
_FLAGS = ("--passphrase", "--password", "--pass", "--passwd", "--pin")
_VARIABLES = ("S2W_PASSPHRASE", "S2W_PASSWORD")


def refuse_exposed_secrets(tr: Translator, arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Explain why a passphrase in arguments or environment is not taken. Raises UsageProblem, without the passphrase."""
    _ = tr.gettext
    if any(argument.partition("=")[0] in _FLAGS for argument in arguments):
        raise UsageProblem(
            _(
                "A passphrase is not taken from the command line: other programs and the shell's history can read it. "
                "Type it when asked, or use --passphrase-file with a file, with /dev/fd/N or with - for standard input."
            )
        )
    if any(name in environ for name in _VARIABLES):
        raise UsageProblem(
            _(
                "A passphrase is not taken from the environment: every program started from there can read it. "
                "Remove the variable, and type the passphrase when asked or use --passphrase-file."
            )
        )


def read_passphrase(call: Call, question: str) -> str:
    """The passphrase of something that exists. Raises UsageProblem, FileUnreadable, KeyboardInterrupt."""
    return read_secret(call, call.wanted.passphrase_file, question)


def read_secret(call: Call, source: str | None, question: str) -> str:
    """A secret from where `source` names, else as it is typed. Raises as `read_passphrase`."""
    return _ask(call, question) if source is None else _from_file(call, source)


def read_new_passphrase(call: Call, question: str) -> str:
    """A passphrase to be used from now on; on a terminal it is typed twice. Raises as `read_passphrase` does."""
    return read_new_secret(call, call.wanted.passphrase_file, question)


def read_new_secret(call: Call, source: str | None, question: str) -> str:
    """As `read_new_passphrase`, from where `source` names."""
    _ = call.tr.gettext
    typed = read_secret(call, source, question)
    if source is None and _ask(call, _("Once more: ")) != typed:
        raise UsageProblem(_("The two passphrases are not the same. Nothing was changed."))
    return typed


def require_free_input(call: Call, *sources: str) -> None:
    """Standard input can be read for one thing only. Raises UsageProblem."""
    _ = call.tr.gettext
    if [*sources, getattr(call.wanted, "passphrase_file", None)].count("-") > 1:
        raise UsageProblem(_("Standard input (-) can be used once only."))


def _ask(call: Call, question: str) -> str:
    _ = call.tr.gettext
    ask: Callable[[str], str] | None = call.surroundings.ask_secret
    if ask is None:
        raise UsageProblem(_("There is no terminal to ask for the passphrase. Use --passphrase-file."))
    with call.interrupts.waiting():
        return ask(question)


def _from_file(call: Call, source: str) -> str:
    if source == "-":
        return _first_line(call, call.surroundings.stdin)
    try:
        with Path(source).open("rb", buffering=0) as file:
            return _first_line(call, file)
    except OSError as cause:
        raise FileUnreadable from cause


def _first_line(call: Call, file: BinaryIO) -> str:
    """The first line without its end. What is no UTF-8 opens nothing, so it may as well be unreadable."""
    try:
        with call.interrupts.waiting():
            return file.readline(_MOST_BYTES).decode("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as cause:
        raise FileUnreadable from cause
