"""Countries and languages as Europass writes them: ISO 3166-1 alpha-2 in lower case, ISO 639-2/B with names for the rest."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NoReturn

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.listing import codes
from s2w_desktop.i18n.languages import interface_for
from s2w_desktop.i18n.names import alpha2
from s2w_desktop.interchange.codec import Codec, Unfit
from s2w_desktop.interchange.wording import Wording

_BIBLIOGRAPHIC: Final = MappingProxyType(
    {
        "fra": "fre", "deu": "ger", "nld": "dut", "ron": "rum", "ell": "gre", "ces": "cze", "slk": "slo", "fas": "per",
        "sqi": "alb", "mkd": "mac", "hye": "arm", "kat": "geo", "zho": "chi", "eus": "baq",
    }
)  # fmt: skip
"""Languages whose code for libraries (ISO 639-2/B) is not the one for terms."""
_ONLY_BY_NAME: Final = frozenset(codes("arb apc arz acm apd ary pes prs ckb kmr pnb aii rhg mnk swh"))
"""Languages that ISO 639-2 does not tell apart from their kin; Europass takes them as free text."""
_OTHER_COUNTRY_CODES: Final = MappingProxyType({"el": "GRC", "uk": "GBR"})
"""What the institutions of the Union use beside ISO 3166-1."""


@cache
def _countries() -> Mapping[str, str]:
    """Our codes by those of Europass."""
    return MappingProxyType({**{alpha2(code).lower(): code for code in CODE_LISTS["country"]}, **_OTHER_COUNTRY_CODES})


def _write_country(answer: Answer, _wording: Wording) -> str | None:
    return alpha2(answer).lower() if isinstance(answer, str) and answer in CODE_LISTS["country"] else None


def _read_country(untrusted: str, _wording: Wording) -> Answer | None:
    code = _countries().get(untrusted.lower())
    if code is None:
        raise Unfit
    return code


COUNTRY: Final = Codec(_write_country, _read_country)


def library_code(iso639_3: str) -> str:
    """The code of ISO 639-2/B of a language; empty for one that has none of its own."""
    return "" if iso639_3 in _ONLY_BY_NAME else _BIBLIOGRAPHIC.get(iso639_3, iso639_3)


def _write_library_code(answer: Answer, _wording: Wording) -> str | None:
    return library_code(answer) or None if isinstance(answer, str) else None


def _read_library_code(untrusted: str, _wording: Wording) -> Answer | None:
    """Both codes of ISO 639-2 are taken, as both occur."""
    lowered = untrusted.lower()
    by_library = {other: code for code, other in _BIBLIOGRAPHIC.items()}
    return by_library.get(lowered, lowered)


LIBRARY_CODE: Final = Codec(_write_library_code, _read_library_code)


def _write_language(answer: Answer, _wording: Wording) -> str | None:
    return answer if isinstance(answer, str) else None


def _read_language(untrusted: str, wording: Wording) -> Answer | None:
    """Two letters of ISO 639-1, three of any other part, or the name."""
    if len(untrusted) == len("pt"):
        two = untrusted.lower()
        return next((code for code in CODE_LISTS["language"] if interface_for(code) == two), None) or _unknown()
    code = _read_library_code(untrusted, wording)
    return code if code in CODE_LISTS["language"] else wording.code("language", untrusted) or _unknown()


def _unknown() -> NoReturn:
    raise Unfit


ANY_LANGUAGE: Final = Codec(_write_language, _read_language)
"""Written as the interview codes it (ISO 639-3)."""
