"""A day as somebody types it into one line: year, month and day, with the digits of any script."""

from datetime import date

from s2w_desktop.domain.folding import latin_digits


def typed_day(untrusted_text: str) -> date | None:
    """The day, written as in ISO 8601 ("2026-11-03"); None for anything else."""
    try:
        return date.fromisoformat(latin_digits(untrusted_text.strip()))
    except ValueError:
        return None
