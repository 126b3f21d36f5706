"""What sentences about the form stand on: the fixtures of the interview page."""

from tests.ui.conftest import fonts, theme, typing_guard
from tests.ui.interview.conftest import open_page, workplace

__all__ = ["fonts", "open_page", "theme", "typing_guard", "workplace"]
