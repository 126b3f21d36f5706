"""Two profiles side by side, for people and for programs."""

from s2w_desktop.cli.console import Json, table
from s2w_desktop.domain.fields import is_remark
from s2w_desktop.domain.side_by_side import Line, Matter, Standing
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.labels import section_title, short_label
from s2w_desktop.i18n.likeness_words import standing_sign
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.duplicates import Comparison


def comparison_object(tr: Translator, found: Comparison) -> dict[str, Json]:
    """What the two say; `key` names a matter in a file of choices, `usual` is what holds without a choice."""
    return {
        "first": found.first.text("record.case_number"),
        "second": found.second.text("record.case_number"),
        "can_join": found.can_join,
        "matters": [_matter_object(tr, matter) for matter in found.matters],
    }


def comparison_text(tr: Translator, found: Comparison) -> str:
    """A table; a sign before each line tells whether the two say the same."""
    numbers = (found.first.text("record.case_number"), found.second.text("record.case_number"))
    rows = [("", "", *numbers)]
    section = ""
    for matter in found.matters:
        title = section_title(tr, matter.section.key)
        if title != section:
            rows.append(("", title, "", ""))
            section = title
        rows += [
            (standing_sign(line.standing), f"  {_name(tr, matter, line)}", *_texts(tr, matter, line)) for line in matter.lines
        ]
    return table(rows)


def _matter_object(tr: Translator, matter: Matter) -> dict[str, Json]:
    names = {"first": "kept", "second": "other", "both": "both"}
    return {
        "key": matter.key,
        "section": matter.section.key,
        "standing": matter.standing.value,
        "choices": [names[pick.value] for pick in matter.picks],
        "usual": names[matter.usual.value] if matter.standing is not Standing.SAME else None,
        "lines": [_line_object(tr, matter, line) for line in matter.lines],
    }


def _line_object(tr: Translator, matter: Matter, line: Line) -> dict[str, Json]:
    first, second = _texts(tr, matter, line)
    return {"field": line.spec.key, "standing": line.standing.value, "first": first, "second": second}


def _name(tr: Translator, matter: Matter, line: Line) -> str:
    name = short_label(tr, matter.section.key, line.spec.key)
    return f"{name} ({tr.pgettext('same person', 'remark')})" if is_remark(line.path_first) else name


def _texts(tr: Translator, matter: Matter, line: Line) -> tuple[str, str]:
    first, second = (clean(answer_text(tr, matter.section.key, line.spec, answer)) for answer in (line.first, line.second))
    return first, second
