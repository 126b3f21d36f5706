"""Failures of what headquarters decides and of what it exchanges with laptops, beside those of bundles themselves."""

from s2w_desktop.domain.errors import S2wError


class NotPermitted(S2wError):
    """The officer at work has no duty that allows this."""

    code = "E-DUTY-1"


class SecondPersonNeeded(S2wError):
    """Two people are needed for this; the wish is noted and waits for the second."""

    code = "E-DUTY-2"


class ProfileErased(S2wError):
    """The profile was erased; nothing more is kept of it."""

    code = "E-ERASE-1"


class LaptopRevoked(S2wError):
    """Headquarters took this laptop off its list: nothing new is recorded here, what is here can still be handed over."""

    code = "E-DUTY-3"


class UnknownMatter(S2wError):
    """No matter of the inbox has this number now: it was settled, or its facts changed."""

    code = "E-MATTER-1"


class ConflictChanged(S2wError):
    """Another answer came, or a colleague decided, since the question was shown."""

    code = "E-CONFLICT-1"


class NothingToTakeBack(S2wError):
    """The decision does not stand any more: it was changed since, or taken back already."""

    code = "E-CONFLICT-2"


class UnknownConflict(S2wError):
    """There is nothing to decide at this place."""

    code = "E-CONFLICT-3"
