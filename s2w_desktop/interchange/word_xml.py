"""What python-docx has no words for: single elements of WordprocessingML, each at the place that the schema gives it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_ORDER: Final = {
    "pPr": (
        "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
        "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
        "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
    ),
    "rPr": (
        "w:noProof", "w:color", "w:spacing", "w:sz", "w:szCs", "w:highlight", "w:u", "w:shd", "w:vertAlign", "w:rtl", "w:cs",
        "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath",
    ),
    "sectPr": ("w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"),
    "tblPr": ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"),
    "trPr": ("w:cantSplit", "w:trHeight", "w:tblHeader", "w:jc"),
}  # fmt: skip
"""Children of each element from the first that is put here on, in the order of the schema (ISO/IEC 29500-1, annex A)."""


def put(parent: "BaseOxmlElement", tag: str, **values: str) -> "BaseOxmlElement":
    """Put an element with these attributes into its place, in the place of one that is there; it comes back to be filled."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    order = _ORDER[parent.tag.rpartition("}")[2]]
    parent.remove_all(tag)
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    parent.insert_element_before(made, *order[order.index(tag) + 1 :])
    return made


def border(parent: "BaseOxmlElement", holder: str, sides: tuple[str, ...], color: str, *, is_dashed: bool = False) -> None:
    """Draw thin lines at some sides of a paragraph (`w:pBdr`) or a table (`w:tblBorders`)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    lines = put(parent, holder)
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "dashed" if is_dashed else "single"), ("sz", "4"), ("space", "1"), ("color", color)):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)


def field(parent: "BaseOxmlElement", instruction: str) -> None:
    """Add a field, such as the number of the page, that the word processor fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    made.append(run)
    parent.append(made)
