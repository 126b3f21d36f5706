"""One call of one command: what was asked, and what the command may use."""

import argparse
from dataclasses import dataclass

from s2w_desktop.cli.console import Console
from s2w_desktop.cli.interrupts import Interrupts
from s2w_desktop.cli.surroundings import Surroundings
from s2w_desktop.i18n.translator import Translator


@dataclass(frozen=True)
class Call:
    """Handed to every command. `wanted` holds the arguments that `arguments` declared for it."""

    wanted: argparse.Namespace
    console: Console
    tr: Translator
    surroundings: Surroundings
    interrupts: Interrupts
