"""Foreseen failures of unlocking that have nothing to do with the store itself."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import S2wError


@dataclass(eq=False)
class MustWait(S2wError):
    """Wrong passphrases came before this one, which was not tried. `seconds` are left until one is."""

    code = "E-KEY-11"
    seconds: int = 0
