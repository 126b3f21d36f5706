"""XML from outside, read within bounds; and XML written so that equal documents have equal bytes.

No document type, no entity, nothing fetched: defusedxml refuses them before anything is made of them (decisions/0270).
"""

import io
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, indent
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesNSImpl

from s2w_desktop.domain.interchange_errors import NotAProfileFile, ProfileFileTooLarge, UnsafeXml
from s2w_desktop.interchange.europass_tree import NAMESPACES
from s2w_desktop.interchange.xml_text import fit_for_xml

MOST_BYTES: Final = 10_000_000
"""A document may hold a picture of the person."""
_MOST_ELEMENTS, _MOST_DEPTH, _MOST_ATTRIBUTES = 20_000, 40, 40
_SLICE: Final = 65_536


class _Bounded(TreeBuilder):
    """Builds a tree until it is larger than any description of a person."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _MOST_DEPTH or len(attrs) > _MOST_ATTRIBUTES:
            raise ProfileFileTooLarge
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(tag)


def read_xml(untrusted: bytes) -> Element:
    """The root element. Raises ProfileFileTooLarge, UnsafeXml, NotAProfileFile."""
    from defusedxml.common import DefusedXmlException  # when a file is read: a window opens without it
    from defusedxml.ElementTree import XMLParser

    if len(untrusted) > MOST_BYTES:
        raise ProfileFileTooLarge
    parser = XMLParser(target=_Bounded(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        for start in range(0, len(untrusted), _SLICE):
            parser.feed(untrusted[start : start + _SLICE])
        root: Element = parser.close()
    except DefusedXmlException as cause:
        raise UnsafeXml from cause
    except (ParseError, LookupError, ValueError) as cause:  # broken, or in an encoding that there is not
        raise NotAProfileFile from cause
    return root


def xml_bytes(root: Element, comments: tuple[str, ...] = ()) -> bytes:
    """The document in UTF-8, with the prefixes that readers of Europass know and comments before everything."""
    indent(root)
    target = io.StringIO()
    target.write('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    for comment in comments:
        target.write(f"<!-- {fit_for_xml(comment).replace('--', '—').rstrip('-')} -->\n")
    writer = XMLGenerator(target, encoding="utf-8", short_empty_elements=True)
    for prefix, space in NAMESPACES.items():
        writer.startPrefixMapping(prefix or None, space)
    _write(writer, root)
    return target.getvalue().encode("utf-8") + b"\n"


def _write(writer: XMLGenerator, element: Element) -> None:
    name, attributes = _name(element.tag), {_name(key): value for key, value in element.items()}
    writer.startElementNS(name, None, AttributesNSImpl(attributes, {}))
    writer.characters(element.text or "")
    for child in element:
        _write(writer, child)
        writer.characters(child.tail or "")
    writer.endElementNS(name, None)


def _name(clark: str) -> tuple[str | None, str]:
    space, closing, local = clark.removeprefix("{").rpartition("}")
    return (space if closing else None), local
