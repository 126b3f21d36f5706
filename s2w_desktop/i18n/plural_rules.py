"""Which plural forms a language has: CLDR's rules in the language of gettext, and numbers that show what each form is for."""

import re
from collections import defaultdict
from typing import Final

_TAGS: Final = ("zero", "one", "two", "few", "many", "other")
"""CLDR's categories in the order in which gettext numbers them."""

_SAMPLES: Final = (*range(210), 1_000, 1_000_000, 2_000_000)
_SHOWN: Final = 6


def plural_forms_header(locale: str) -> str:
    """The Plural-Forms header of a CLDR locale: `nplurals=2; plural=(n != 1);`.

    Babel's own table for new catalogues disagrees with CLDR, so it is not used.

    CLDR's rules for some languages, French among them, ask for the exponent of a number written short ("1 million").
    Gettext knows no such operand and refuses the rule; our numbers are written in full, so it is always 0.
    Raises `babel.UnknownLocaleError` or ValueError for what is no locale of CLDR.
    """
    from babel import Locale
    from babel.plural import to_gettext

    return re.sub(r"\b[ce]\b", "0", to_gettext(Locale.parse(locale).plural_form))


def plural_tags(locale: str) -> tuple[str, ...]:
    """CLDR's names of the forms that gettext numbers 0, 1, ... ("one", "other"). Raises as `plural_forms_header`."""
    from babel import Locale

    used = Locale.parse(locale).plural_form.tags | {"other"}
    return tuple(tag for tag in _TAGS if tag in used)


def plural_examples(locale: str) -> tuple[str, ...]:
    """For each form some numbers that take it ("0, 1" and "2, 3, 4, …"), so that a translator need not know the rule.

    A form that whole numbers never take has "" (the "other" of Russian). Raises as `plural_forms_header`.
    """
    from babel import Locale

    rule = Locale.parse(locale).plural_form
    found: dict[str, list[str]] = defaultdict(list)
    for number in _SAMPLES:
        found[rule(number)].append(str(number))
    return tuple(_shown(found[tag]) for tag in plural_tags(locale))


def _shown(numbers: list[str]) -> str:
    return ", ".join([*numbers[:_SHOWN], "…"] if len(numbers) > _SHOWN else numbers)
