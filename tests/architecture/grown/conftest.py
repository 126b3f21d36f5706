"""What sentences about the form stand on: the fixtures of the interview page."""

from tests.ui.conftest import fonts, theme, typing_guard
from tests.ui.interview.conftest import made_store, open_page, workplace

__all__ = ["fonts", "made_store", "open_page", "theme", "typing_guard", "workplace"]
