"""Names of countries and languages, from CLDR with words of our own where it falls short.

Babel is imported when the first name is asked for: a window opens without it.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

from s2w_desktop.i18n.labels_choices_person import TRAVEL_DOCUMENTS
from s2w_desktop.i18n.labels_languages import LANGUAGE_NAMES, NAMES_WHERE_CLDR_LACKS
from s2w_desktop.i18n.translator import Translator

if TYPE_CHECKING:
    from babel import Locale

_COUNTRY_CODES: Final = {"XKX": "XK"}  # a user code of ISO 3166; CLDR has the two letters only

OTHER_COUNTRY_NAMES: Final = {
    "ARE": "UAE", "CIV": "Ivory Coast", "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo",
    "CPV": "Cape Verde", "CZE": "Czech Republic", "GBR": "England, Great Britain", "MKD": "Macedonia", "MMR": "Burma",
    "NLD": "Holland", "SWZ": "Swaziland", "SYR": "Syrian Arab Republic", "TLS": "East Timor", "TUR": "Turkey", "USA": "America",
}  # fmt: skip
"""Names that people type in English for countries that CLDR calls otherwise: found, never shown."""


def locale_of(tr: Translator) -> "Locale":
    """CLDR's data for the translator's language."""
    return _locale(tr.language.cldr)


@cache
def _locale(cldr: str) -> "Locale":
    """Read once: a list of countries asks for each of its names."""
    from babel import Locale

    return Locale.parse(cldr)


def country_name(tr: Translator, alpha3: str) -> str:
    """Name of a country by ISO 3166-1 alpha-3, or words for a travel document's code. Raises KeyError when unknown."""
    if alpha3 in TRAVEL_DOCUMENTS:
        return tr.say(TRAVEL_DOCUMENTS[alpha3])
    return _as_label(tr, locale_of(tr).territories[alpha2(alpha3)])


def region_name(tr: Translator, m49: str) -> str:
    """Name of a subregion by its number in UN M49; empty when unknown."""
    name = locale_of(tr).territories.get(m49) if m49.isdecimal() else None
    return _as_label(tr, name) if name else ""


def language_name(tr: Translator, iso639_3: str) -> str:
    """Name of a language by ISO 639-3. Raises KeyError when unknown."""
    if iso639_3 in LANGUAGE_NAMES:
        return tr.say(LANGUAGE_NAMES[iso639_3])
    code = cldr_language(iso639_3)
    name = locale_of(tr).languages.get(code)
    own = NAMES_WHERE_CLDR_LACKS.get(iso639_3)
    if own is not None and name in (None, own.text):
        return tr.say(own)
    if name is None:
        raise KeyError(iso639_3)
    return _as_label(tr, name)


def _as_label(tr: Translator, name: str) -> str:
    """Stand-alone names begin with a capital, also where sentences do without (French)."""
    return tr.dressed(name[:1].upper() + name[1:])


def alpha2(alpha3: str) -> str:
    """ISO 3166-1 alpha-2 of a country's alpha-3. Raises KeyError when unknown."""
    from babel.core import get_global

    return _COUNTRY_CODES.get(alpha3) or str(get_global("territory_aliases")[alpha3][0])


def cldr_language(iso639_3: str) -> str:
    """What CLDR calls a language: its two letters of ISO 639-1 where it has them."""
    from babel.core import get_global

    return str(get_global("language_aliases").get(iso639_3, iso639_3))
