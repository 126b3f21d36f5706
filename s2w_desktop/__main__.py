"""Start of the window: `s2w-desktop [--store DIR] [--training]`."""

import sys
from collections.abc import Sequence
from pathlib import Path

READER = "--bundle-reader"


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window; or, as the child that reads bundles, do that alone. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READER]:
        from s2w_desktop.bundle.process_main import main as read_bundle

        return read_bundle()
    _forbid_core_dumps()
    config = _config(given)
    from s2w_desktop.app import Config, run

    return run(Config(store=config[0], training=config[1], arguments=given))


def _config(given: list[str]) -> tuple[Path, bool]:
    import argparse

    from s2w_desktop import paths

    parser = argparse.ArgumentParser(prog="s2w-desktop", description="Skills to Work: the window.")
    parser.add_argument("--store", type=Path, help="folder of the store")
    parser.add_argument("--training", action="store_true", help="the training store, with invented people")
    parsed = parser.parse_args(given)
    store = parsed.store or (paths.training_store() if parsed.training else paths.default_store())
    return store.absolute(), parsed.training


def _forbid_core_dumps() -> None:
    """A crash must not write keys and people into a file."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
