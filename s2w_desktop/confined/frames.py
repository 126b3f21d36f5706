"""What a confined process and its parent say to each other: frames of a letter, a length and a payload."""

import struct
from typing import BinaryIO

_HEAD = struct.Struct(">cI")
MOST_PAYLOAD = 16 * 1024 * 1024


def framed(letter: bytes, payload: bytes) -> bytes:
    """One frame."""
    return _HEAD.pack(letter, len(payload)) + payload


def send(pipe: BinaryIO, letter: bytes, payload: bytes = b"") -> None:
    """Write one frame."""
    pipe.write(framed(letter, payload))
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[bytes, bytes]:
    """Read one frame. Raises EOFError when the other side stopped, or speaks of more than a frame holds."""
    head = pipe.read(_HEAD.size)
    if len(head) != _HEAD.size:
        raise EOFError
    letter, size = _HEAD.unpack(head)
    if size > MOST_PAYLOAD:
        raise EOFError
    payload = pipe.read(size)
    if len(payload) != size:
        raise EOFError
    return letter, payload
