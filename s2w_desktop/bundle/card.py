"""The card of headquarters: an enrol record as a small JSON file, with its format and whether it is for training."""

from dataclasses import dataclass

from s2w_desktop.bundle import small_records
from s2w_desktop.bundle.json_lines import parse_document
from s2w_desktop.bundle.record_types import EnrolRecord, LineRefused
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.errors import KeyFileDamaged

CARD_FORMAT = "s2w-card/1"
MOST_CARD_BYTES = 16 * 1024
_DEPTH = 2  # the object and its list of recipients


@dataclass(frozen=True)
class Card:
    """What a card says."""

    record: EnrolRecord
    training: bool


def card_bytes(card: Card) -> bytes:
    """The file of a card."""
    fields = parse_document(small_records.small_line(card.record), _DEPTH)
    del fields["type"]
    return canonical({**fields, "format": CARD_FORMAT, "training": card.training}) + b"\n"


def parse_card(untrusted: bytes) -> Card:
    """The card in a file, held to the rules of an enrol record. Raises KeyFileDamaged."""
    if len(untrusted) > MOST_CARD_BYTES:
        raise KeyFileDamaged
    try:
        fields = parse_document(untrusted, _DEPTH)
        found_format, training = fields.pop("format", None), fields.pop("training", None)
        if found_format != CARD_FORMAT or not isinstance(training, bool) or "type" in fields:
            raise KeyFileDamaged
        fields["type"] = "enrol"
        record = small_records.read(fields, canonical(fields))
    except LineRefused as cause:
        raise KeyFileDamaged from cause
    if not isinstance(record, EnrolRecord):
        raise KeyFileDamaged
    return Card(record, training)
