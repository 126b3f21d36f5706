"""argparse in our manner: words of the person's language, no abbreviations, and no printing or leaving by itself."""

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn

from s2w_desktop.i18n.translator import Translator


class UsageProblem(Exception):  # not a failure of the program: the command line makes no sense
    """The command line cannot be followed; the message says why and never repeats a secret."""


class TextAsked(Exception):  # not a failure: help or version is the result
    """The command line asks for a text that the parser has."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    usage_word = "usage: "

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # argparse has no public name for it
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self.usage_word if prefix is None else prefix)


class _ShowText(argparse.Action):
    """An option that asks for a text: the help when `const` is None."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> NoReturn:
        del namespace, values, option_string
        raise TextAsked(self.const or parser.format_help())


class Parser(argparse.ArgumentParser):
    """A parser of one command. Raises UsageProblem and TextAsked instead of leaving the process."""

    def __init__(self, tr: Translator, *, prog: str, description: str) -> None:
        _ = tr.gettext

        class Formatter(_Formatter):
            usage_word = _("Usage: ")

        super().__init__(prog=prog, description=description, formatter_class=Formatter, add_help=False, allow_abbrev=False)
        self.tr = tr
        self.inputs = self.add_argument_group(_("Arguments"))
        self.options = self.add_argument_group(_("Options"))

    def add_text_option(self, *names: str, words: str, text: str | None = None) -> None:
        """An option that shows a text, by default the help."""
        self.options.add_argument(*names, action=_ShowText, nargs=0, const=text, default=argparse.SUPPRESS, help=words)

    def error(self, message: str) -> NoReturn:
        """Called by argparse for everything that does not fit."""
        raise UsageProblem(message)
