"""The structure tree of a document: what a screen reader walks through, in reading order."""

from dataclasses import dataclass, field
from typing import Final

from s2w_desktop.pdf.objects import PdfDictionary, PdfFile
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
    """Writes elements as text: there are hundreds, and marks of the page on which an element begins are told by number alone."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._references: dict[Node, str] = {}
        self._annotations: list[tuple[Annotation, str]] = []

    def write(self, root: Node, owners: dict[int, list[Node]]) -> None:
        tree, reference = self._file.written()
        kids = self._element(root, reference)
        rows: list[str] = []
        for key, (page, nodes) in enumerate(sorted(owners.items())):
            rows.append(f"{key} [ {' '.join([self._references[node] for node in nodes])} ]")
            self._file.set_page_structure(page, key)
        for key, (annotation, element) in enumerate(self._annotations, len(owners)):
            annotation.entries["StructParent"] = key
            rows.append(f"{key} {element}")
        parents, numbers = self._file.written()
        parents.text = f"<< /Nums [ {' '.join(rows)} ] >>"
        tree.text = f"<< /Type /StructTreeRoot /K {kids} /ParentTree {numbers} >>"
        self._file.set_structure(tree)

    def _element(self, node: Node, parent: str) -> str:
        """Write an element and those below it; its reference."""
        element, reference = self._file.written()
        self._references[node] = reference
        first = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        kids = " ".join([self._kid(kid, reference, first) for kid in node.kids if _is_filled(kid)])
        entries = [f"<< /Type /StructElem /S /{node.role} /P {parent} /K [ {kids} ]"]
        if first is not None:
            entries.append(f"/Pg {self._file.page_reference(first)}")
        if node.language:
            entries.append(f"/Lang ({language_tag(node.language)})")
        if node.alt:
            entries.append(f"/Alt {self._file.text_string(node.alt)}")
        if node.attributes:
            values = (
                f"/{key} /{value}" if isinstance(value, str) else f"/{key} {value}" for key, value in node.attributes.items()
            )
            entries.append(f"/A << /O /Table {' '.join(values)} >>")
        element.text = " ".join([*entries, ">>"])
        return reference

    def _kid(self, kid: Node | Mark | Annotation, parent: str, first: int | None) -> str:
        if isinstance(kid, Node):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            self._annotations.append((kid, parent))
            entries = self._file.reference_text(kid.entries)
            return f"<< /Type /OBJR /Pg {self._file.page_reference(kid.page)} /Obj {entries} >>"
        if kid.page == first:
            return str(kid.number)
        return f"<< /Type /MCR /Pg {self._file.page_reference(kid.page)} /MCID {kid.number} >>"
