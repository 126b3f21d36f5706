"""The structure tree of a document: what a screen reader walks through, in reading order."""

from dataclasses import dataclass, field
from typing import Final

from s2w_desktop.pdf.objects import PdfDictionary, PdfFile, PdfValue, array, dictionary, name, string
from s2w_desktop.pdf.scripts import language_tag

_KEPT_WHEN_EMPTY: Final = frozenset({"TD", "TH"})  # a table needs its cells to stay rectangular


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of marked content: its page (from 1) and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something on a page (from 1) that is no content of it: the rectangle of a link."""

    page: int
    entries: PdfDictionary


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. `attributes` are those of tables (Scope, ColSpan).

    Nodes are made while a paper is composed, so the tree has reading order whatever is painted first.
    """

    role: str
    language: str | None = None
    alt: str | None = None
    attributes: dict[str, str | int] = field(default_factory=dict)
    kids: list["Node | Mark | Annotation"] = field(default_factory=list)

    def add(
        self, role: str, *, language: str | None = None, alt: str | None = None, attributes: dict[str, str | int] | None = None
    ) -> "Node":
        """A new element at the end of this one."""
        node = Node(role, language, alt, attributes or {})
        self.kids.append(node)
        return node

    def is_filled(self) -> bool:
        """Whether something was painted for this element or below it."""
        return self.role in _KEPT_WHEN_EMPTY or any(_is_filled(kid) for kid in self.kids)


def _is_filled(kid: Node | Mark | Annotation) -> bool:
    return kid.is_filled() if isinstance(kid, Node) else True


class StructureTree:
    """The tree of one document and the marks painted on its pages."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self._owners: dict[int, list[Node]] = {}

    def mark(self, node: Node, page: int) -> Mark:
        """The next mark on the page, belonging to `node`."""
        owners = self._owners.setdefault(page, [])
        mark = Mark(page, len(owners))
        owners.append(node)
        node.kids.append(mark)
        return mark

    def add_annotation(self, node: Node, page: int, entries: PdfDictionary) -> None:
        """An annotation on the page, belonging to `node`."""
        node.kids.append(Annotation(page, entries))

    def write(self, file: PdfFile) -> None:
        """Put the tree into the document; to be called when every page is finished."""
        _TreeWriter(file).write(self.root, self._owners)


class _TreeWriter:
    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._references: dict[Node, PdfValue] = {}
        self._annotations: list[tuple[Annotation, PdfValue]] = []

    def write(self, root: Node, owners: dict[int, list[Node]]) -> None:
        tree = dictionary(Type=name("StructTreeRoot"))
        tree["K"] = self._element(root, self._file.reference(tree))
        numbers: list[PdfValue] = []
        for key, (page, nodes) in enumerate(sorted(owners.items())):
            numbers += [key, array([self._references[node] for node in nodes])]
            self._file.set_page_structure(page, key)
        for key, (annotation, element) in enumerate(self._annotations, len(owners)):
            annotation.entries["StructParent"] = key
            numbers += [key, element]
        tree["ParentTree"] = self._file.reference(dictionary(Nums=array(numbers)))
        self._file.set_structure(tree)

    def _element(self, node: Node, parent: PdfValue) -> PdfValue:
        element = dictionary(Type=name("StructElem"), S=name(node.role), P=parent)
        reference = self._references[node] = self._file.reference(element)
        if node.language:
            element["Lang"] = string(language_tag(node.language))
        if node.alt:
            element["Alt"] = string(node.alt)
        if node.attributes:
            values = {key: name(value) if isinstance(value, str) else value for key, value in node.attributes.items()}
            element["A"] = dictionary(O=name("Table"), **values)
        kids = [self._kid(kid, reference) for kid in node.kids if _is_filled(kid)]
        element["K"] = array(kids)
        return reference

    def _kid(self, kid: Node | Mark | Annotation, parent: PdfValue) -> PdfValue:
        page = self._file.page_reference
        if isinstance(kid, Node):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            self._annotations.append((kid, parent))
            return dictionary(Type=name("OBJR"), Pg=page(kid.page), Obj=self._file.reference(kid.entries))
        return dictionary(Type=name("MCR"), Pg=page(kid.page), MCID=kid.number)
