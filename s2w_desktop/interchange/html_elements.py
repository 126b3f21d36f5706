"""Elements of a web page as text that is already escaped: what is no `Markup` is escaped when it is put in."""

from collections.abc import Iterable
from html import escape
from typing import Final

from s2w_desktop.interchange.xml_text import fit_for_xml

_VOID: Final = frozenset({"meta", "col"})


class Markup(str):
    """Escaped markup. Made by this module alone."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str) -> Markup:
    """An element; an attribute's name may end in `_` and has `-` where it is written `_` (`class_`, `aria_label`)."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{_escaped(value)}"' for key, value in attributes.items())
    start = f"<{name}{told}>"
    return Markup(start if name in _VOID else f"{start}{together(children)}</{name}>")


def together(parts: Iterable[str]) -> Markup:
    """Parts beside each other."""
    return Markup("".join(part if isinstance(part, Markup) else _escaped(part) for part in parts))


def as_it_is(text: str) -> Markup:
    """A style sheet of this program, which stands in its element as it is."""
    return Markup(text)


def _escaped(text: str) -> str:
    return escape(fit_for_xml(text))
