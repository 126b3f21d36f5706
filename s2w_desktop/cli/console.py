"""What a command says: results on standard output, messages on standard error, always UTF-8.

With `--json` standard output holds JSON alone and standard error one object for a failure; no sentence goes anywhere else.
"""

import json
from collections.abc import Mapping, Sequence
from typing import BinaryIO, TypeAlias

from s2w_desktop.cli.exit_codes import ExitCode, exit_code_of
from s2w_desktop.cli.surroundings import Surroundings
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import InvalidAnswer, InvalidLine, S2wError, StoreInUse
from s2w_desktop.domain.reference_errors import Finding, SourceRefused, UnreadableQuery
from s2w_desktop.domain.unlock_errors import MustWait
from s2w_desktop.i18n.country_words import finding_text
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import fill, without_isolates
from s2w_desktop.i18n.translator import Translator

_CLEAR_LINE = "\r\x1b[K"
Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"


class Console:
    """Writes for people, or JSON for programs. Raises BrokenPipeError when nobody reads on, and the failures of a disk."""

    def __init__(self, surroundings: Surroundings, tr: Translator, *, is_json: bool) -> None:
        self._surroundings = surroundings
        self._tr = tr
        self.is_json = is_json
        self._shows_progress = False

    # --- results ---

    def say(self, text: str) -> None:
        """A result in words; nothing with `--json`."""
        if not self.is_json:
            self._result(text if self._surroundings.stdout_is_terminal else without_isolates(text))

    def document(self, document: Json) -> None:
        """The result as one JSON document; nothing without `--json`."""
        if self.is_json:
            self._result(json.dumps(document, ensure_ascii=False, indent=2))

    def line(self, line: Json) -> None:
        """One line of JSON Lines, with or without `--json`: for results that programs read anyway."""
        self._result(json.dumps(line, ensure_ascii=False))

    def raw(self, content: bytes) -> None:
        """Bytes that are a file of their own."""
        self._write(self._surroundings.stdout, content)

    # --- messages ---

    def note(self, text: str) -> None:
        """Something that a person should know beside the result."""
        if not self.is_json:
            self._message(text)

    def progress(self, done: int, total: int) -> None:
        """How far the work is; shown on a terminal only."""
        if self._surroundings.stderr_is_terminal and not self.is_json:
            _ = self._tr.gettext
            text = without_isolates(fill(_("{done} of {total}"), done=done, total=total))
            self._shows_progress = True
            self._write(self._surroundings.stderr, f"{_CLEAR_LINE}{text}".encode())

    def failure(self, failure: S2wError) -> ExitCode:
        """Tell a failure, and give its exit code."""
        code = exit_code_of(failure)
        if self.is_json:
            self._error_object(failure_object(self._tr, failure))
        else:
            text = error_text(self._tr, failure)
            self._message(f"{text.happened} {text.safe}\n{text.todo} ({text.code})")
            if isinstance(failure, SourceRefused):  # the first stands in the message
                for finding in failure.findings[1:]:
                    self._message(finding_text(self._tr, finding))
        return code

    def problem(self, code: str, exit_code: ExitCode, text: str) -> ExitCode:
        """Tell what is no failure of the program itself: a command line that cannot be read, items refused."""
        if self.is_json:
            self._error_object({"type": "error", "code": code, "exit_code": int(exit_code), "message": without_isolates(text)})
        else:
            self._message(text)
        return exit_code

    def _error_object(self, plain: Json) -> None:
        self._write(self._surroundings.stderr, json.dumps(plain, ensure_ascii=False).encode() + b"\n")

    def _result(self, text: str) -> None:
        self._write(self._surroundings.stdout, text.encode("utf-8", "backslashreplace") + b"\n")

    def _message(self, text: str) -> None:
        start = _CLEAR_LINE if self._shows_progress else ""
        self._shows_progress = False
        shown = text if self._surroundings.stderr_is_terminal else without_isolates(text)
        self._write(self._surroundings.stderr, f"{start}{shown}\n".encode("utf-8", "backslashreplace"))

    def _write(self, stream: BinaryIO, content: bytes) -> None:
        try:
            stream.write(content)
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as cause:
            if stream is self._surroundings.stdout:
                self._surroundings.abandon_output()  # else what is left in it fails again when the interpreter ends
            raise disk_error(cause) from cause


def failure_object(tr: Translator, failure: S2wError) -> dict[str, Json]:
    """A failure for programs: stable code and exit code, the sentences of the person's language, and the facts it carries."""
    text = error_text(tr, failure)
    plain: dict[str, Json] = {
        "type": "error",
        "code": failure.code,
        "exit_code": int(exit_code_of(failure)),
        "message": without_isolates(text.happened),
        "safe": without_isolates(text.safe),
        "todo": without_isolates(text.todo),
    }
    return plain | _facts(failure)


def _facts(failure: S2wError) -> dict[str, Json]:
    facts: dict[str, Json] = {}
    match failure:
        case InvalidLine(line=line, path=path):
            facts = {"line": line, "path": path}
        case UnreadableQuery(line=line):
            facts = {"line": line}
        case InvalidAnswer(path=path):
            facts = {"path": path}
        case SourceRefused(findings=findings):
            facts = {"findings": [_finding(one) for one in findings]}
        case StoreInUse(holder_pid=pid):
            facts = {"holder_pid": pid}
        case MustWait(seconds=seconds):
            facts = {"seconds": seconds}
    return facts


def _finding(found: Finding) -> Json:
    return {"file": found.file, "line": found.line, "column": found.column, "fault": found.fault.value}


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns under each other, two spaces apart; widths by letters, which fits Latin scripts and is readable in others."""
    bare = [[without_isolates(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*bare, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in bare)
    return "\n".join(lines)
