"""Why a record that is sound in its form is put aside until people decide; reasons of form are those of the bundle format."""

from enum import StrEnum
from typing import Final

NEWER_PROGRAM: Final = "newer_program"
"""A reason of form: this program is too old to understand the bundle. It ends with an update, without anybody's decision."""


class SendBack(StrEnum):
    """What headquarters asks for when it sends a record back by hand. The codes travel in receipts: never rename one."""

    CHECK_ANSWERS = "check_answers"
    UPDATE_PROGRAM = "update_program"
    CALL = "call_headquarters"


class AsideReason(StrEnum):
    """As it stands in quarantine and in receipts. All of them say something about the sender."""

    CLASH = "clash"  # a known id with another content
    OTHER_DEVICE = "other_device"  # not made by the sender, or the tombstone of somebody whom it does not know
    OTHER_OFFICER = "other_officer"  # names an officer who works at another machine
    REVOKED_SENDER = "revoked_sender"  # whatever comes from a laptop that was taken off the list


def is_for_the_officer(reason: str) -> bool:
    """Whether who recorded can end the wait by a correction: of everything but what headquarters itself has to decide or mend."""
    return reason != NEWER_PROGRAM and reason not in tuple(AsideReason)
