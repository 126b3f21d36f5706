"""Two short ways to write a list of codes."""


def codes(written: str) -> tuple[str, ...]:
    """The codes of a text, parted by white space."""
    return tuple(written.split())


def numbered(prefix: str, last: int) -> tuple[str, ...]:
    """Codes from 01 to the last number, two digits each."""
    return tuple(f"{prefix}{number:02d}" for number in range(1, last + 1))
