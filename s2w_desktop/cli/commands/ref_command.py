"""`s2w ref`: what the program knows of classifications. Needs no store."""

from collections.abc import Iterator

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.domain.errors import UnknownLanguage
from s2w_desktop.domain.reference_errors import UnreadableQuery
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.reference.occupations import FoundOccupation, ShippedOccupations, isco_uri

_LONGEST_QUERY = 4_000  # bytes


def run(call: Call) -> int:
    """Answer the queries of standard input, one line each."""
    catalogues = Catalogues(call.surroundings.translations, own=call.surroundings.own_languages)
    translators = _translators(catalogues, call.wanted.lang)
    occupations = ShippedOccupations(call.surroundings.resources / "job_words", translators)
    for query in _queries(call):
        found = occupations.find(query, call.wanted.limit)
        call.console.line({"query": query, "results": [_result(translators[0], one) for one in found]})
        if call.interrupts.is_pending:
            raise KeyboardInterrupt
    return ExitCode.OK


def _translators(catalogues: Catalogues, wanted: str) -> list[Translator]:
    """The languages to search; labels come in the first. Raises UnknownLanguage."""
    if not wanted:
        return [catalogues.translator(language.code) for language in catalogues.offered()]
    try:
        return [catalogues.translator(code) for code in dict.fromkeys((wanted, SOURCE))]
    except KeyError as cause:
        raise UnknownLanguage from cause


def _queries(call: Call) -> Iterator[str]:
    for number, raw in enumerate(iter(lambda: call.surroundings.stdin.readline(_LONGEST_QUERY + 1), b""), start=1):
        if len(raw) > _LONGEST_QUERY:
            raise UnreadableQuery(number)
        try:
            query = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError as cause:
            raise UnreadableQuery(number) from cause
        yield query


def _result(tr: Translator, found: FoundOccupation) -> dict[str, Json]:
    return {
        "uri": isco_uri(found.isco08),
        "isco": found.isco08,
        "label": choice(tr, "isco", found.isco08),
        "lang": found.language,
        "matched": found.matched,
    }
