"""The Unicode Bidirectional Algorithm (UAX #9): which way every letter of a paragraph runs.

`analyse` finds the levels of one paragraph, `BidiParagraph.line_levels` those of one of its lines, `visual_order` the
order in which a line is drawn. Checked against Unicode's own test files. The rules' names (W1, N0 ...) are Unicode's.
"""

from s2w_desktop.pdf.bidi.paragraph import BidiParagraph, analyse, visual_order

__all__ = ["BidiParagraph", "analyse", "visual_order"]
