"""Writes the tables of docs/data-model.md from the declared fields: `python packaging/data_model.py` (--check only compares)."""

import sys
from pathlib import Path

from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "data-model.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"


def tables() -> str:
    """The tables of every section, as Markdown."""
    return "\n".join(_table(section) for section in QUESTIONNAIRE.sections)


def filled(text: str) -> str:
    """The document with its tables made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def main() -> int:
    """Write or check; 1 when the check finds a difference."""
    text = DOCUMENT.read_text("utf-8")
    if "--check" in sys.argv:
        return int(filled(text) != text)
    DOCUMENT.write_text(filled(text), "utf-8")
    return 0


def _table(section: SectionSpec) -> str:
    repeats = f", repeats up to {section.most_entries} times" if section.repeats else ""
    head = "| field | kind | need | tier | sensitivity | analysis | limits |\n|---|---|---|---|---|---|---|\n"
    asked = f", asked when: {section.asked_when.__name__.replace('_', ' ')}" if section.asked_when else ""
    return f"### `{section.key}`{repeats}{asked}\n\n{head}" + "".join(_row(spec) for spec in section.fields)


def _row(spec: FieldSpec) -> str:
    listed = spec.codes or spec.concept
    kind = f"{spec.kind.value} of `{listed}`" if listed else spec.kind.value
    facts = (f"`{spec.key}`", kind, spec.need.value, spec.tier.code, str(spec.sensitivity.value), spec.analysis.value)
    return f"| {' | '.join(facts)} | {', '.join(_limits(spec))} |\n"


def _limits(spec: FieldSpec) -> list[str]:
    told = _sizes(spec)
    if spec.alone:
        told.append(f"{spec.alone} excludes the others")
    if spec.shielded_by:
        told.append(f"taken away by: {spec.shielded_by} is yes")
    if spec.fills:
        told.append(f"answers `{spec.fills}` too while that is blank")
    if spec.purpose:
        told.append(f"kept only with: consent.{spec.purpose}")
    if spec.asked_when is not None:
        told.append(f"asked when: {spec.asked_when.__name__.replace('_', ' ')}")
    return told


def _sizes(spec: FieldSpec) -> list[str]:
    told = []
    if spec.kind is FieldKind.NUMBER:
        told.append(f"{spec.low} to {spec.high}, step {spec.step}")
    if spec.kind in (FieldKind.TEXT, FieldKind.WORDS):
        told.append(f"{spec.max_length} characters")
    if spec.most is not None:
        told.append(f"at most {spec.most}")
    return told


if __name__ == "__main__":
    raise SystemExit(main())
