"""How long work tells how far it has come."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Told of steps done and of all, or of 0 while nobody knows how many there are. What it raises ends the work."""


def untold(_done: int, _all: int) -> None:
    """Nobody wants to know."""
