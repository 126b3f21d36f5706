"""Lines of revisions that are stored already, told by their digests: nothing in them has to be read once more.

A revision's hash is that of its canonical head, which names the digests of its parts. So a line that hashes to a known revision,
head and parts, is the very text that was checked when that one was stored.
"""

import hashlib
from collections.abc import Collection

from s2w_desktop.bundle.record_types import Noted

MOST_KNOWN = 100_000
"""Revisions of which a reader is told at once: it keeps them in memory."""

_OPEN, _OPEN_DIGEST = b'"open":', b'"open_digest":"'
_PROTECTED, _PROTECTED_DIGEST = b'"protected":', b'"protected_digest":"'
_END = b',"type":"revision"}'
_HEX = 64


def known_line(untrusted_line: bytes, known: Collection[bytes]) -> Noted | None:
    """What is to be noted of the line of a known revision; None for every other. `known` are hashes of revisions, in bytes."""
    between = untrusted_line.find(_OPEN_DIGEST)
    end = untrusted_line.rfind(_PROTECTED_DIGEST)
    shown_at = untrusted_line.find(_OPEN, 0, max(between, 0))
    hidden_at = untrusted_line.find(_PROTECTED, max(between, 0), max(end, 0))
    if between < 0 or end < between or not untrusted_line.endswith(_END):
        return None
    shown = untrusted_line[shown_at:between] if shown_at >= 0 else b""
    hidden = untrusted_line[hidden_at:end] if hidden_at >= 0 else b""
    head = untrusted_line[: between - len(shown)] + untrusted_line[between : end - len(hidden)] + untrusted_line[end:]
    if hashlib.sha256(head.removesuffix(_END) + b"}").digest() not in known:
        return None
    digests = [untrusted_line[at : at + _HEX] for at in (between + len(_OPEN_DIGEST), end + len(_PROTECTED_DIGEST))]
    texts = [piece[len(key) : -1] for piece, key in ((shown, _OPEN), (hidden, _PROTECTED))]
    for piece, text, digest in zip((shown, hidden), texts, digests, strict=True):
        if piece and (not piece.endswith(b",") or hashlib.sha256(text).hexdigest().encode() != digest):
            return None
    if hidden and not shown:  # no revision travels so
        return None
    return Noted(len(texts[0]), len(texts[1]))
