"""What comes to a laptop: receipts, and profiles that are handed on; one door for both."""

from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.receipts import Receipts
from s2w_desktop.services.transfer import TakenOver, Transfer
from s2w_desktop.storage.bundle_values import ReceiptEffect

KINDS = frozenset({Kind.RECEIPT, Kind.TRANSFER})


class Post:
    """Takes in whatever headquarters sent."""

    def __init__(self, importing: Importing, receipts: Receipts, transfer: Transfer) -> None:
        self._importing = importing
        self.receipts = receipts
        self.transfer = transfer

    def take(self, source: Path | BinaryIO) -> ReceiptEffect | TakenOver:
        """Follow a receipt, or take over what is handed on. Raises what `Receipts.take` and `Transfer.take` raise."""
        with self._importing.opened(source, KINDS) as (spool, reading):
            if reading.manifest.kind is Kind.TRANSFER:
                return self.transfer.take_over(spool, reading)
            return self.receipts.follow(spool, reading)
