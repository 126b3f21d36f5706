"""The style of a report as a web page: light, dark and on paper, from left and from right, without anything fetched."""

from collections.abc import Mapping
from typing import Final

LIGHT: Final[Mapping[str, str]] = {
    "paper": "#FFFFFF",
    "ink": "#14181B",
    "quiet": "#4A5358",
    "accent": "#17475A",
    "rule": "#6F7A80",
}
DARK: Final[Mapping[str, str]] = {
    "paper": "#14181B",
    "ink": "#EDF1F2",
    "quiet": "#B4BEC3",
    "accent": "#8FC1D4",
    "rule": "#8A9499",
}
HIDDEN_BAR: Final = 12
"""Width of every bar of a hidden number, in per cent of the longest: it tells nothing."""

_RULES: Final = """
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif }
h1, h2, h3 { color: var(--accent); line-height: 1.25 }
h2 { margin-top: 3rem; border-bottom: 2px solid var(--accent) }
a { color: var(--accent) }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; inset-inline-start: -99rem }
.skip:focus { position: static }
.training { position: sticky; top: 0; margin: 0; padding: .25rem; text-align: center; font-weight: bold;
  background: var(--ink); color: var(--paper) }
.kind, .quiet, caption, .notes { color: var(--quiet) }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; margin: .5rem 0 1rem }
caption { text-align: start; padding-block: .25rem }
thead { border-bottom: 2px solid var(--accent) }
tbody { border-bottom: 1px solid var(--rule) }
th, td { padding: .2rem .6rem; text-align: end; vertical-align: top; font-variant-numeric: tabular-nums }
th[scope=row], .words td { text-align: start; font-weight: normal; max-width: 28rem; overflow-wrap: anywhere }
th[scope=row] { min-width: 9rem }
th[scope=colgroup] { text-align: center }
tr.total > * { font-weight: bold; border-top: 1px solid var(--ink) }
abbr { border: 1px dashed var(--rule); padding: 0 .25rem; text-decoration: none; unicode-bidi: isolate }
dt { font-weight: bold; unicode-bidi: isolate }
dl.figures dt { font-size: 1.5rem; color: var(--accent) }
.bar { width: 12rem; min-width: 6rem }
.bar i, .key i { display: block; height: 1rem; margin-top: .25rem; border: 1px solid var(--accent); print-color-adjust: exact;
  background: color-mix(in srgb, var(--accent) var(--tint, 100%), var(--paper)) }
.bar i.hidden { background: none; border: 1px dashed var(--rule) }
.bar i + i { margin-top: 0 }
.stack { display: flex }
.stack i, .stack i + i { margin-top: .25rem }
.keys { text-align: start }
.key { display: inline-flex; align-items: center; gap: .25rem; margin-inline-end: .75rem; color: var(--quiet) }
.key i { width: .75rem !important; height: .75rem; margin: 0; flex: none }
@media print { nav, .skip { display: none } .training { position: fixed; inset-inline: 0 } section { break-inside: avoid-page }
  .scroll { overflow: visible } body { max-width: none; padding: 0; font-size: 9pt } thead { display: table-header-group } }
"""


def style() -> str:
    """The whole sheet."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_colours(DARK)} }} }}"
    return f":root {{ color-scheme: light dark; {_colours(LIGHT)} }}\n{dark}{_RULES}"


def _colours(palette: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in palette.items())
