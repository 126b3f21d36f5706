"""What comes to a laptop: receipts, profiles that are handed on, the index of known people; one door for all."""

from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.known_people import KnownPeople, KnownTaken
from s2w_desktop.services.receipts import Receipts
from s2w_desktop.services.transfer import TakenOver, Transfer
from s2w_desktop.storage.bundle_values import ReceiptEffect

KINDS = frozenset({Kind.RECEIPT, Kind.TRANSFER, Kind.REFERENCE})


class Post:
    """Takes in whatever headquarters sent."""

    def __init__(self, importing: Importing, receipts: Receipts, transfer: Transfer, known: KnownPeople) -> None:
        self._importing = importing
        self._receipts = receipts
        self._transfer = transfer
        self._known = known

    def take(self, source: Path | BinaryIO) -> ReceiptEffect | TakenOver | KnownTaken:
        """Follow a receipt, take over what is handed on, or keep the index of known people.

        Raises what `Receipts.take`, `Transfer.take` and `KnownPeople.take` raise.
        """
        with self._importing.opened(source, KINDS) as (spool, reading):
            if reading.manifest.kind is Kind.TRANSFER:
                return self._transfer.take_over(spool, reading)
            if reading.manifest.kind is Kind.REFERENCE:
                return self._known.take(reading)
            return self._receipts.follow(spool, reading)
