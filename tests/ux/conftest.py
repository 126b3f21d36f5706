"""What tests of the numbered statements on the screen share with the tests of windows and services."""

from tests.services.conftest import field, hq, laptop, stick
from tests.ui.conftest import fonts, theme, typing_guard
from tests.ui.interview.conftest import made_store, open_page, workplace
from tests.ui.pages.conftest import desktop, made_stores, stores

__all__ = [
    "desktop",
    "field",
    "fonts",
    "hq",
    "laptop",
    "made_store",
    "made_stores",
    "open_page",
    "stick",
    "stores",
    "theme",
    "typing_guard",
    "workplace",
]
