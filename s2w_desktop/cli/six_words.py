"""Asking for the six words that another person reads out."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.parser import UsageProblem


def ask_words(call: Call) -> str:
    """The words as they are typed. Raises UsageProblem without a terminal, KeyboardInterrupt."""
    _ = call.tr.gettext
    if call.surroundings.ask is None:
        raise UsageProblem(_("There is no terminal to ask for the six words. Use --words."))
    with call.interrupts.waiting():
        return call.surroundings.ask(_("The six words as the other side reads them out: "))
