"""Names of languages that CLDR lacks, or does not tell apart: dialects, Dari and Farsi, the two written Kurdish languages."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

LANGUAGE_NAMES: Final[Mapping[str, Message]] = {
    "arb": pgettext("language", "Arabic, standard"),
    "apc": pgettext("language", "Arabic, Levantine"),
    "arz": pgettext("language", "Arabic, Egyptian"),
    "acm": pgettext("language", "Arabic, Iraqi"),
    "apd": pgettext("language", "Arabic, Sudanese"),
    "ary": pgettext("language", "Arabic, Moroccan"),
    "pes": pgettext("language", "Persian, Farsi"),
    "prs": pgettext("language", "Persian, Dari"),
    "ckb": pgettext("language", "Kurdish, Sorani"),
    "kmr": pgettext("language", "Kurdish, Kurmanji"),
    "pnb": pgettext("language", "Punjabi, western"),
    "aii": pgettext("language", "Assyrian Neo-Aramaic"),
    "mnk": pgettext("language", "Mandinka"),
    "luo": pgettext("language", "Luo"),
    "zho": pgettext("language", "Chinese"),
}
"""By ISO 639-3 code; they come before CLDR."""

NAMES_WHERE_CLDR_LACKS: Final[Mapping[str, Message]] = {
    "aar": pgettext("language", "Afar"),
    "din": pgettext("language", "Dinka"),
    "dyu": pgettext("language", "Dyula"),
    "orm": pgettext("language", "Oromo"),
    "rhg": pgettext("language", "Rohingya"),
    "tig": pgettext("language", "Tigre"),
    "tir": pgettext("language", "Tigrinya"),
    "tur": pgettext("language", "Turkish"),
}
"""By ISO 639-3 code, for languages of the interface in which CLDR has no name or the English one: ps, ckb, kmr, so, ti, ur."""
