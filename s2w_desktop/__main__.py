"""Start of the window: `s2w-desktop [--store FOLDER] [--training]`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from s2w_desktop.attachments.cleaner_flag import is_cleaner
from s2w_desktop.bundle.reader_flag import is_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from s2w_desktop.i18n.translator import Translator
    from s2w_desktop.storage.layout import StorePlace

USAGE_CODE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window; or, as the child that reads bundles or opens copies, do that alone. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if is_reader(given):
        from s2w_desktop.bundle.process_main import main as read_bundle

        return read_bundle()
    if is_cleaner(given):
        from s2w_desktop.attachments.process_main import main as open_copy

        return open_copy()
    _forbid_core_dumps()
    from s2w_desktop.cli.parser import TextAsked, UsageProblem
    from s2w_desktop.domain.errors import S2wError

    try:
        store, training = _config(given)
    except TextAsked as asked:
        _tell(str(asked), error=False)
        return 0
    except UsageProblem as problem:
        _tell(f"s2w-desktop: {problem} (E-USAGE-1)", error=True)
        return USAGE_CODE
    except S2wError as failure:  # an address of a server that is not followed
        from s2w_desktop.i18n.error_texts import error_text

        told = error_text(_translator(), failure)
        _tell(f"s2w-desktop: {told.happened} {told.todo} ({told.code})", error=True)
        return USAGE_CODE
    from s2w_desktop.app import Config, run

    can_switch = set(given) <= {"--training"}
    return run(Config(store=store, training=training, arguments=given, can_switch=can_switch))


def _config(given: list[str]) -> tuple[StorePlace, bool]:
    """The place of the store, and whether it is for training. Raises TextAsked and UsageProblem."""
    from pathlib import Path

    from s2w_desktop import paths

    if not given:  # as most starts are: no words are needed
        return paths.default_store().absolute(), False
    from s2w_desktop.cli.arguments_window import build_window_parser

    wanted = build_window_parser(_translator()).parse_args(given)
    store = wanted.store or (paths.training_store() if wanted.training else paths.default_store())
    return store.absolute() if isinstance(store, Path) else store, wanted.training


def _translator() -> Translator:
    import os

    from s2w_desktop import paths
    from s2w_desktop.cli.system_language import system_languages
    from s2w_desktop.i18n.translator import Catalogues

    catalogues = Catalogues(paths.translations(), paths.own_languages())
    return catalogues.translator_or_english(catalogues.best_match(system_languages(os.environ)))


def _tell(text: str, *, error: bool) -> None:
    stream = sys.stderr if error else sys.stdout
    if stream is not None:  # a windowed program of Windows has none
        stream.buffer.write(f"{text.rstrip()}\n".encode())
        stream.flush()


def _forbid_core_dumps() -> None:
    """A crash must not write keys and people into a file."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
