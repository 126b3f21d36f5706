"""What tests of the numbered statements on the screen share with the tests of windows and services."""

from tests.services.conftest import field, hq, laptop, stick
from tests.ui.conftest import fonts, theme, typing_guard
from tests.ui.interview.conftest import open_page, workplace

__all__ = ["field", "fonts", "hq", "laptop", "open_page", "stick", "theme", "typing_guard", "workplace"]
