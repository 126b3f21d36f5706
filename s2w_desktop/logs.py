"""The log: what happened, without anybody in it. Ids, counts, codes and type names only.

Values of an unexpected exception are never written: a message may hold what a person said.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from s2w_desktop.domain.errors import S2wError

FILE_NAME = "s2w.log"
_SIZE_BYTES, _KEPT = 1_000_000, 3
_log = logging.getLogger("s2w_desktop")

Tell = Callable[[str], None]


def open_log(folder: Path) -> logging.Handler:
    """Write the log of this process into a folder, which is made if need be. Returns the handler, to be closed at the end."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / FILE_NAME, maxBytes=_SIZE_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(_without_exceptions)
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    return handler


def close_log(handler: logging.Handler) -> None:
    """End the log of this process."""
    _log.removeHandler(handler)
    handler.close()


def report_of(error: BaseException) -> str:
    """An exception and its causes as type names and places in the code; no message, no value."""
    lines = []
    step: BaseException | None = error
    while step is not None:
        lines.append(type(step).__qualname__)
        frames = traceback.extract_tb(step.__traceback__)
        lines += [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        step = step.__cause__ or step.__context__
        if step is not None:
            lines.append("caused by")
    return "\n".join(lines)


def catch_everything(tell: Tell, foreseen: Callable[[S2wError], None] | None = None) -> None:
    """From now on an exception that nobody caught, on any thread, is logged and told with its report.

    A failure that has words of its own, such as a server that is gone, goes to `foreseen` instead. Both are called on the thread
    where it happened.
    """

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(error.with_traceback(trace))
        _log.error("unexpected: %s", report)
        if foreseen is not None and isinstance(error, S2wError):
            foreseen(error)
        else:
            tell(report)

    def on_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = on_exception
    threading.excepthook = on_thread


def catch_qt() -> None:
    """Log that Qt complained, with its category; the text may quote what a widget shows and is left out."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def on_message(kind: QtMsgType, context: QMessageLogContext, _text: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            _log.warning("qt %s in %s:%s", kind.name, _module(context.file or ""), context.line)

    qInstallMessageHandler(on_message)


def _without_exceptions(record: logging.LogRecord) -> bool:
    """A record made with an exception loses the exception's text and keeps its type."""
    if record.exc_info and record.exc_info[1] is not None:
        record.msg, record.args = f"{record.getMessage()}: {report_of(record.exc_info[1])}", None
        record.exc_info = record.exc_text = None
    return True


def _module(path: str) -> str:
    """The file as the package knows it: the folders above may hold a person's name."""
    parts = Path(path.replace("\\", "/")).parts
    return "/".join(parts[parts.index("s2w_desktop") :]) if "s2w_desktop" in parts else "/".join(parts[-1:])
