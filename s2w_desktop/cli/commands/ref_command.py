"""`s2w ref`: what the program knows of classifications, and the packs that bring it more."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands import ref_packs, ref_search


def run(call: Call) -> int:
    """Do the part that was asked for."""
    return ref_search.run(call) if call.wanted.action == "search" else ref_packs.run(call)
