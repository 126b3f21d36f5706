"""The languages of the interface, and how their codes meet those of the profile (ISO 639-3).

The program brings the languages of `LANGUAGES`. Any other that CLDR knows needs a catalogue alone: `language` takes what stands
here for ours from CLDR. Which languages can be spoken on this machine is asked of `translator.Catalogues`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS


class Pseudo(Enum):
    """Languages made from English at run time, to test windows and papers with."""

    NONE = ""
    LONG = "long"  # accents, 40 % longer, in brackets
    MIRRORED = "mirrored"  # written from right to left


@dataclass(frozen=True)
class InterfaceLanguage:
    """A language that screens and papers can speak.

    `iso639_3` begins with the code that the profile stores for it; further codes are spoken forms that are written the same way.
    `cldr` names the locale whose dates, lists and names are used, `script` the writing (ISO 15924).
    """

    code: str
    native_name: str
    iso639_3: tuple[str, ...]
    cldr: str
    script: str = "Latn"
    pseudo: Pseudo = Pseudo.NONE

    @property
    def is_rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.script in RTL_SCRIPTS or self.pseudo is Pseudo.MIRRORED


RTL_SCRIPTS: Final = frozenset(("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"))
"""Scripts of living languages that run from right to left (ISO 15924)."""

SOURCE: Final = "en"
"""The language that the program is written in."""

_ARABIC: Final = ("ara", "arb", "apc", "arz", "acm", "apd", "ary")

LANGUAGES: Final = (
    InterfaceLanguage(SOURCE, "English", ("eng",), cldr="en_001"),
    InterfaceLanguage("fr", "Français", ("fra",), cldr="fr"),
    InterfaceLanguage("de", "Deutsch", ("deu",), cldr="de"),
    InterfaceLanguage("it", "Italiano", ("ita",), cldr="it"),
    InterfaceLanguage("es", "Español", ("spa",), cldr="es"),
    InterfaceLanguage("nl", "Nederlands", ("nld",), cldr="nl"),
    InterfaceLanguage("sl", "Slovenščina", ("slv",), cldr="sl"),
    InterfaceLanguage("sk", "Slovenčina", ("slk",), cldr="sk"),
    InterfaceLanguage("hu", "Magyar", ("hun",), cldr="hu"),
    InterfaceLanguage("ro", "Română", ("ron",), cldr="ro"),
    InterfaceLanguage("el", "Ελληνικά", ("ell",), cldr="el", script="Grek"),
    InterfaceLanguage("ar", "العربية", _ARABIC, cldr="ar", script="Arab"),
    InterfaceLanguage("fa", "فارسی", ("fas", "pes"), cldr="fa", script="Arab"),
    InterfaceLanguage("fa_AF", "دری", ("prs",), cldr="fa_AF", script="Arab"),
    InterfaceLanguage("ps", "پښتو", ("pus",), cldr="ps", script="Arab"),
    InterfaceLanguage("ckb", "کوردیی سۆرانی", ("ckb",), cldr="ckb", script="Arab"),
    InterfaceLanguage("kmr", "Kurdî (Kurmancî)", ("kmr",), cldr="ku"),
    InterfaceLanguage("so", "Soomaali", ("som",), cldr="so"),
    InterfaceLanguage("ti", "ትግርኛ", ("tir",), cldr="ti", script="Ethi"),
    InterfaceLanguage("tr", "Türkçe", ("tur",), cldr="tr"),
    InterfaceLanguage("uk", "Українська", ("ukr",), cldr="uk", script="Cyrl"),
    InterfaceLanguage("ur", "اردو", ("urd",), cldr="ur", script="Arab"),
    InterfaceLanguage("ru", "Русский", ("rus",), cldr="ru", script="Cyrl"),
    InterfaceLanguage("am", "አማርኛ", ("amh",), cldr="am", script="Ethi"),
    InterfaceLanguage("bn", "বাংলা", ("ben",), cldr="bn", script="Beng"),
    InterfaceLanguage("bg", "Български", ("bul",), cldr="bg", script="Cyrl"),
    InterfaceLanguage("cs", "Čeština", ("ces",), cldr="cs"),
    InterfaceLanguage("da", "Dansk", ("dan",), cldr="da"),
    InterfaceLanguage("et", "Eesti", ("est",), cldr="et"),
    InterfaceLanguage("fi", "Suomi", ("fin",), cldr="fi"),
    InterfaceLanguage("ga", "Gaeilge", ("gle",), cldr="ga"),
    InterfaceLanguage("hr", "Hrvatski", ("hrv",), cldr="hr"),
    InterfaceLanguage("lt", "Lietuvių", ("lit",), cldr="lt"),
    InterfaceLanguage("lv", "Latviešu", ("lav",), cldr="lv"),
    InterfaceLanguage("mt", "Malti", ("mlt",), cldr="mt"),
    InterfaceLanguage("pl", "Polski", ("pol",), cldr="pl"),
    InterfaceLanguage("pt", "Português", ("por",), cldr="pt"),
    InterfaceLanguage("sv", "Svenska", ("swe",), cldr="sv"),
    InterfaceLanguage("en_XA", "[Þšéûðö English]", (), cldr="en_001", pseudo=Pseudo.LONG),
    InterfaceLanguage("ar_XB", "\u202ehsilgnE oduesP\u202c", (), cldr="en_001", pseudo=Pseudo.MIRRORED),
)
_BY_CODE: Final = {language.code: language for language in LANGUAGES}
_BY_ISO639_3: Final = {code: language.code for language in LANGUAGES for code in language.iso639_3}
_SYSTEM_CODES: Final = {"prs": "fa_AF", "ku": "kmr", "ku_IQ": "ckb", "fa_AF": "fa_AF"}
"""What systems call some of our languages."""

_WRITTEN_RTL: Final = frozenset(
    ("ara", "arb", "apc", "arz", "acm", "apd", "ary", "fas", "pes", "prs", "pus", "ckb", "urd", "snd", "pnb", "uig", "aii")
)
"""Codes of ISO 639-3 that are written from right to left (profile-model 6.24)."""


def language(code: str) -> InterfaceLanguage:
    """The language with this interface code, ours or one that CLDR knows. Raises KeyError for any other."""
    return _BY_CODE.get(code) or _from_cldr(code)


def interface_for(iso639_3: str) -> str:
    """The code of the interface language in which a speaker of a profile language could read.

    Whether the program speaks it is asked of `translator.Catalogues`.
    """
    return _BY_ISO639_3.get(iso639_3) or _short_code(iso639_3)


def iso639_3_of(code: str) -> str:
    """The profile's code of an interface language; English for the pseudo-languages. Raises KeyError."""
    return (language(code).iso639_3 or _BY_CODE[SOURCE].iso639_3)[0]


def is_same_language(one: str, other: str) -> bool:
    """Whether two codes, each of the interface or of ISO 639-3, are written the same way."""
    return _written_as(one) == _written_as(other)


def is_rtl_language(code: str) -> bool:
    """Whether an interface language or a language of the profile is written from right to left."""
    known = _BY_CODE.get(code)
    return known.is_rtl if known else code in _WRITTEN_RTL


def best_match(wanted: Sequence[str], spoken: Collection[str]) -> str:
    """The first language wanted that is among those spoken, regions aside; English when none is.

    `wanted` are codes as systems write them: `fr_CA.UTF-8`, `fa-AF`, `ku-Latn-TR`.
    """
    for code in wanted:
        bare = code.replace("-", "_").partition(".")[0].partition("@")[0]
        short = bare.partition("_")[0]
        for known in (bare, _SYSTEM_CODES.get(bare, ""), _SYSTEM_CODES.get(short, short)):
            if known in spoken:
                return known
    return SOURCE


def _written_as(code: str) -> str:
    return _BY_ISO639_3.get(code, code)


def _from_cldr(code: str) -> InterfaceLanguage:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError) as cause:
        raise KeyError(code) from cause
    likely = str(get_global("likely_subtags").get(code) or get_global("likely_subtags").get(locale.language) or "")
    script = locale.script or next((part for part in likely.split("_")[1:] if len(part) == len("Arab")), "Latn")
    name = str(locale.get_display_name(locale) or code)
    found = [long for long, short in get_global("language_aliases").items() if short == code and len(long) == len("swh")]
    iso639_3 = tuple(sorted(found, key=lambda long: (long not in CODE_LISTS["language"], long)))
    return InterfaceLanguage(code, name[:1].upper() + name[1:], iso639_3, cldr=str(locale), script=script)


def _short_code(iso639_3: str) -> str:
    """CLDR files most languages under two letters; those without keep their three."""
    from babel.core import get_global

    return str(get_global("language_aliases").get(iso639_3, iso639_3))
