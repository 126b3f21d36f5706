"""Text as files of XML can hold it."""

import re
from typing import Final

_NO_XML: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_for_xml(text: str, instead: str = "") -> str:
    """The text without what XML 1.0 cannot hold, or with a sign in its place; line ends as it keeps them."""
    return _NO_XML.sub(instead, text.replace("\r\n", "\n").replace("\r", "\n"))
