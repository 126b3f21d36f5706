"""The elements of a Europass document: names with prefixes, paths of them, and the text at the end of a path."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element, SubElement

NAMESPACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "http://www.europass.eu/1.0",
        "oa": "http://www.openapplications.org/oagis/9",
        "eures": "http://www.europass_eures.eu/1.0",
        "hr": "http://www.hr-xml.org/3",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
)
OLD_NAMESPACE: Final = "http://europass.cedefop.europa.eu/Europass"
"""Of the format that Europass used until 2020 ("SkillsPassport")."""


def tag(name: str) -> str:
    """The name of an element as the parser gives it: `hr:BirthDate`, or `Address` of Europass' own namespace."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local_name(element: Element) -> str:
    """The name without its namespace; empty for what is no element of ours."""
    space, _, local = element.tag.removeprefix("{").rpartition("}")
    return local if space in NAMESPACES.values() else ""


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A new element at the end."""
    child = SubElement(parent, tag(name), attributes)
    child.text = text or None
    return child


def grown(parent: Element, path: str) -> Element:
    """The element at a path, made where it is not there yet."""
    for name in path.split("/"):
        found = parent.find(tag(name))
        parent = SubElement(parent, tag(name)) if found is None else found
    return parent


def all_at(parent: Element, path: str) -> list[Element]:
    """Every element at a path."""
    return parent.findall("/".join(tag(name) for name in path.split("/")))


def text_at(parent: Element, path: str) -> str:
    """The text of the first element at a path that has one; empty for none."""
    texts = ((element.text or "").strip() for element in all_at(parent, path))
    return next((text for text in texts if text), "")


def children(parent: Element, local: str) -> Iterator[Element]:
    """The children of a name in any of our namespaces: documents disagree about a few."""
    return (child for child in parent if local_name(child) == local)


def leaves(parent: Element) -> Iterator[Element]:
    """The elements below that hold text."""
    return (element for element in parent.iter() if (element.text or "").strip())
