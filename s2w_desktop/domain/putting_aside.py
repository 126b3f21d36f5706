"""Why a record that is sound in its form is put aside until people decide; reasons of form are those of the bundle format."""

from enum import StrEnum
from typing import Final

NEWER_PROGRAM: Final = "newer_program"
"""A reason of form: this program is too old to understand the bundle. It ends with an update, without anybody's decision."""


class AsideReason(StrEnum):
    """As it stands in quarantine and in receipts. All of them say something about the sender."""

    CLASH = "clash"  # a known id with another content
    OTHER_DEVICE = "other_device"  # not made by the sender, or the tombstone of somebody whom it does not know
    REVOKED_SENDER = "revoked_sender"  # whatever comes from a laptop that was taken off the list
