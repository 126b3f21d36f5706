"""The part of a reference pack that brings new keys of a headquarters: one JSON object, read strictly."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from s2w_desktop.bundle.age import check_recipient
from s2w_desktop.bundle.json_lines import parse_document
from s2w_desktop.bundle.limits import MOST_RECIPIENTS
from s2w_desktop.bundle.minisign import PublicKey
from s2w_desktop.bundle.record_types import LineRefused
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.errors import KeyFileDamaged
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.key_changes import MOST_GRACE_DAYS, KeyChange
from s2w_desktop.domain.pack_errors import NotAPack

KEYS_PART: Final = "keys/headquarters"
MOST_BYTES: Final = 8 * 1024
_DEPTH: Final = 2  # the object and its list of recipients
_KEYS: Final = frozenset({"device", "signing_key", "recipients", "grace_days"})


def keys_text(change: KeyChange) -> bytes:
    """The one text of new keys."""
    recipients: list[Plain] = [*change.recipients]
    plain: dict[str, Plain] = {
        "device": str(change.device),
        "signing_key": change.signing_key,
        "recipients": recipients,
        "grace_days": change.grace_days,
    }
    return canonical(plain) + b"\n"


def read_keys_text(untrusted: bytes) -> KeyChange:
    """The new keys. Raises NotAPack with the name of the part."""
    try:
        if len(untrusted) > MOST_BYTES:
            raise NotAPack(KEYS_PART)
        return _change(parse_document(untrusted, _DEPTH))
    except (LineRefused, KeyFileDamaged, ValueError, UnicodeEncodeError) as cause:
        raise NotAPack(KEYS_PART) from cause


def _change(untrusted: Mapping[str, Plain]) -> KeyChange:
    if untrusted.keys() != _KEYS:
        raise NotAPack(KEYS_PART)
    device, days = _text(untrusted["device"]), untrusted["grace_days"]
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= MOST_GRACE_DAYS or str(UUID(device)) != device:
        raise NotAPack(KEYS_PART)
    named = untrusted["recipients"]
    if not isinstance(named, list) or not 1 <= len(named) <= MOST_RECIPIENTS:
        raise NotAPack(KEYS_PART)
    recipients = tuple(check_recipient(_text(one)) for one in named)
    if len(set(recipients)) != len(recipients):
        raise NotAPack(KEYS_PART)
    signing = PublicKey.parse(_text(untrusted["signing_key"])).text
    return KeyChange(DeviceId(UUID(device)), signing, recipients, days)


def _text(untrusted: Plain) -> str:
    if not isinstance(untrusted, str):
        raise NotAPack(KEYS_PART)
    return untrusted
