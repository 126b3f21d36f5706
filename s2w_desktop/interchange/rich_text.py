"""Descriptions of Europass are HTML: made from plain text, and cleaned to plain text with everything else taken out."""

import re
from html import escape
from html.parser import HTMLParser
from typing import Final

from s2w_desktop.domain.answers import Answer
from s2w_desktop.interchange.codec import WORDS, Codec
from s2w_desktop.interchange.wording import Wording

_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "head"})
"""Elements whose text nobody is meant to read."""
_LINES: Final = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
)
"""Elements that begin a line."""
_SOFT_BREAKS: Final = re.compile(r"[\r\n\t]+")


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self._unseen = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == self._unseen or (not self._unseen and tag in _UNSEEN):
            self._unseen = tag
            self._depth += 1
        elif tag in _LINES:
            self.lines.append(["• "] if tag == "li" else [])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _LINES:
            self.lines.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._depth -= 1
            self._unseen = self._unseen if self._depth else ""
        elif tag in _LINES and not self._unseen:
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.lines[-1].append(_SOFT_BREAKS.sub(" ", data))


def plain_text(untrusted_html: str) -> str:
    """What a person reads of it: lines of text, a dot before each item of a list. No markup, script or link is left."""
    parser = _Plain()
    parser.feed(untrusted_html)
    parser.close()
    lines = ("".join(line).strip() for line in parser.lines)
    return "\n".join(line for line in lines if line not in ("", "•"))


def rich_text(text: str) -> str:
    """A paragraph for each line."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())


def _write(answer: Answer, wording: Wording) -> str | None:
    text = WORDS.write(answer, wording)
    return rich_text(text) if text else None


def _read(untrusted: str, wording: Wording) -> Answer | None:
    text = plain_text(untrusted)
    return WORDS.read(text, wording) if text else None


DESCRIPTION: Final = Codec(_write, _read)
"""Words in a description."""
