"""`s2w verify`: is a bundle whole, from whom it says, and which number does it have? Nothing is taken in."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.inspect_command import tell_outside
from s2w_desktop.cli.commands.look_inside import verify_inside
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import named_store
from s2w_desktop.storage.layout import has_store


def run(call: Call) -> int:
    """With a store everything is checked; where there is none, only what can be seen from outside, and that is told."""
    if call.wanted.store is None and not has_store(named_store(call)):
        tell_outside(call)
        return ExitCode.OK
    return verify_inside(call)
