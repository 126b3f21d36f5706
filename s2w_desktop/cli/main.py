"""The program `s2w`: understand the command line, call the command, give its exit code."""

import importlib
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, cast

from s2w_desktop.attachments.cleaner_flag import is_cleaner
from s2w_desktop.bundle.reader_flag import is_reader
from s2w_desktop.cli.arguments import build_parser, json_asked
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Console
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.interrupts import Interrupts
from s2w_desktop.cli.parser import TextAsked, UsageProblem
from s2w_desktop.cli.passphrases import refuse_exposed_secrets
from s2w_desktop.cli.surroundings import Surroundings, of_this_process
from s2w_desktop.cli.system_language import system_languages
from s2w_desktop.domain.errors import Cancelled, S2wError
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.translator import Catalogues, Translator


class _Command(Protocol):
    def run(self, call: Call) -> int: ...


def main(argv: Sequence[str] | None = None, surroundings: Surroundings | None = None) -> int:
    """Run one command and return its exit code. Without arguments those of the process are taken."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if is_reader(arguments):
        from s2w_desktop.bundle.process_main import main as read_bundle  # only the reader needs it

        return read_bundle()
    if is_cleaner(arguments):
        from s2w_desktop.attachments.process_main import main as open_copy  # only the cleaner needs it

        return open_copy()
    if argv is None:
        sys.excepthook = _tell_fault
    around = surroundings or of_this_process()
    catalogues = Catalogues(around.translations, around.own_languages)
    tr = catalogues.translator_or_english(catalogues.best_match(system_languages(around.environ)))
    console = Console(around, tr, is_json=json_asked(arguments))
    try:
        return _answer(arguments, around, tr, console)
    except BrokenPipeError:
        around.abandon_output()
        return ExitCode.BROKEN_PIPE


def _answer(arguments: list[str], around: Surroundings, tr: Translator, console: Console) -> int:
    interrupts = Interrupts()
    try:
        with interrupts.installed():
            refuse_exposed_secrets(tr, arguments, around.environ)
            wanted = build_parser(tr).parse_args(arguments)
            with interrupts.working():  # inside the import of a compiled library an interrupt would be a crash
                command = _command(wanted.command)
            return command.run(Call(wanted, console, tr, around, interrupts))
    except TextAsked as asked:
        console.raw(f"{str(asked).rstrip()}\n".encode())
        return ExitCode.OK
    except UsageProblem as problem:
        _ = tr.gettext
        advice = _("See s2w --help.")
        return console.problem("E-USAGE-1", ExitCode.USAGE, f"{clean(str(problem))}\n{advice}")
    except KeyboardInterrupt:
        return console.failure(Cancelled())
    except S2wError as failure:
        return console.failure(Cancelled() if interrupts.is_pending else failure)


def _command(name: str) -> _Command:
    return cast("_Command", importlib.import_module(f"s2w_desktop.cli.commands.{name}_command"))


def _tell_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault of the program itself: where it happened, but never its message, which may hold what a person said."""
    del fault
    places = [f"  {frame.name} ({frame.lineno})" for frame in traceback.extract_tb(trace)]
    sys.stderr.write("\n".join([f"s2w: internal fault, {kind.__name__} (E-FAULT-1)", *places, ""]))
