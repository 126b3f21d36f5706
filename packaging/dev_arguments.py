"""Arguments of the developer's scripts, read one way: an option is never taken for a folder. Standard library only."""

from __future__ import annotations

import argparse
from pathlib import Path


def folder(text: str) -> Path:
    """A folder named on the command line, made absolute. Refuses what looks like an option, and nothing at all."""
    if not text or text.startswith("-"):
        raise argparse.ArgumentTypeError(f"{text!r} is an option, not a folder")
    return Path(text).absolute()


def folder_parser(prog: str, description: str, default: Path) -> argparse.ArgumentParser:
    """A parser of one folder, which may be left out."""
    parser = argparse.ArgumentParser(prog=prog, description=description, allow_abbrev=False)
    parser.add_argument("folder", metavar="DIR", type=folder, nargs="?", default=default, help=f"default: {default}")
    return parser
