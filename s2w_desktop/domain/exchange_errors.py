"""Failures of what headquarters decides and of what it exchanges with laptops, beside those of bundles themselves."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import S2wError


class NotPermitted(S2wError):
    """The officer at work has no duty that allows this."""

    code = "E-DUTY-1"


class SecondPersonNeeded(S2wError):
    """Two people are needed for this; the wish is noted and waits for the second."""

    code = "E-DUTY-2"


class LastAdministrator(S2wError):
    """Without this person nobody here could let others in or give duties."""

    code = "E-DUTY-4"


class UnknownOfficer(S2wError):
    """Nobody who works here is meant by this, or more than one person could be."""

    code = "E-DUTY-5"


class TooManyOfficers(S2wError):
    """The vault has no room for one more passphrase."""

    code = "E-DUTY-6"


class PassphraseTaken(S2wError):
    """Somebody else opens this store with the same passphrase."""

    code = "E-DUTY-7"


class ProfileErased(S2wError):
    """The profile was erased; nothing more is kept of it."""

    code = "E-ERASE-1"


class TransferNotAgreed(S2wError):
    """The person has not agreed that the profile is passed to another office."""

    code = "E-TRANSFER-1"


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


class StagesDiffer(S2wError):
    """One of two profiles is from before the departure and the other from after: such profiles are linked, never joined."""

    code = "E-JOIN-1"


class SameStage(S2wError):
    """Two profiles are not from before and after a departure, so that neither is the earlier one of the other."""

    code = "E-JOIN-2"


class AlreadyOne(S2wError):
    """Two profiles are one person already, or the same profile was named twice."""

    code = "E-JOIN-3"


class NotJoined(S2wError):
    """A profile is not joined into another one."""

    code = "E-JOIN-4"


@dataclass(eq=False)
class DecisionsRefused(S2wError):
    """A file of decisions cannot be followed from this line on; `line` is 0 when the file is none of that kind."""

    code = "E-JOIN-5"

    line: int = 0


class WatchedFolderGone(S2wError):
    """The folder in which bundles appear is not there, or may not be read."""

    code = "E-WATCH-1"


class NoNewKeys(S2wError):
    """The keys of this headquarters were never replaced, so there is nothing to tell laptops."""

    code = "E-KEY-7"


class NoRecoveryKey(S2wError):
    """This headquarters has no recovery key."""

    code = "E-KEY-8"


class OtherRecoveryKey(S2wError):
    """A whole recovery key, but not the one for which bundles are sealed here."""

    code = "E-KEY-9"


class LogBroken(S2wError):
    """An entry of the log of who did what does not follow from those before it, or the end of the log is gone."""

    code = "E-LOG-1"


class OtherHeadquarters(S2wError):
    """It comes from a headquarters that is known here, but not from the one that this laptop hands over to."""

    code = "E-HQ-1"
