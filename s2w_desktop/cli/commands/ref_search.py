"""`s2w ref search`: a code for each line of standard input. Opens no store."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import named_store
from s2w_desktop.domain.errors import UnknownLanguage
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.reference_errors import UnreadableQuery
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.reference.code_search import CodeSearch
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_parts import EscoKind
from s2w_desktop.services.classifications import Classifications
from s2w_desktop.services.packs import readers_beside, unsigned_parts
from s2w_desktop.storage.layout import local_folder

_LONGEST_QUERY = 4_000  # bytes
Results = list[Json]


def run(call: Call) -> int:
    """Answer the queries, one line each."""
    esco = _esco(call)
    translators, languages = _languages(call, esco)
    known = Classifications(call.surroundings.resources, translators, esco)
    answer = _answers(known, translators[0], languages, call.wanted.limit)[call.wanted.kind]
    for query in _queries(call):
        call.console.line({"query": query, "results": answer(query)})
        if call.interrupts.is_pending:
            raise KeyboardInterrupt
    return ExitCode.OK


def _esco(call: Call) -> EscoData | None:
    if call.wanted.pack is not None:
        pack, parts = unsigned_parts(call.wanted.pack)
        return EscoData(parts.__getitem__, tuple(parts)) if PackContent.ESCO in pack.contents else None
    for reader in readers_beside(local_folder(named_store(call))):
        if PackContent.ESCO in reader.pack.contents:
            return EscoData(reader.read, reader.names)
    return None


def _languages(call: Call, esco: EscoData | None) -> tuple[list[Translator], Sequence[str]]:
    """The translators to search by, the first for labels, and the codes to search; no codes for all. Raises UnknownLanguage.

    ESCO has languages that the program does not speak.
    """
    catalogues = Catalogues(call.surroundings.translations, own=call.surroundings.own_languages)
    wanted = call.wanted.lang
    spoken = [language.code for language in catalogues.offered()]
    if not wanted:
        return [catalogues.translator(code) for code in spoken], ()
    brought = esco.languages(EscoKind.OCCUPATION) + esco.languages(EscoKind.SKILL) if esco else ()
    if wanted not in spoken and wanted not in brought:
        raise UnknownLanguage
    codes = tuple(dict.fromkeys((wanted, SOURCE)))
    return [catalogues.translator(code) for code in codes if code in spoken], codes


def _answers(known: Classifications, tr: Translator, languages: Sequence[str], most: int) -> dict[str, Callable[[str], Results]]:
    def occupations(query: str) -> Results:
        return [
            _result(one.uri, one.isco08, _occupation_name(known, tr, languages, one.uri, one.isco08), one.language, one.matched)
            for one in known.occupations.find(query, most, languages=languages)
        ]

    def skills(query: str) -> Results:
        found = known.skills.find(query, most, languages=languages) if known.skills else []
        return [_result(one.uri, "", _name(known, one.uri, languages), one.language, one.matched) for one in found]

    def codes(search: CodeSearch, query: str) -> Results:
        found = search.find(query, most, languages=languages)
        return [_result(one.uri, "", search.name(tr, one.code), one.language, one.matched) | {"code": one.code} for one in found]

    by_code = {kind.value: partial(codes, search) for kind, search in known.codes.items()}
    return {"occupation": occupations, "skill": skills, **by_code}


def _occupation_name(known: Classifications, tr: Translator, languages: Sequence[str], uri: str, code: str) -> str:
    return choice(tr, "isco", code) if "/isco/" in uri else _name(known, uri, languages)


def _name(known: Classifications, uri: str, languages: Sequence[str]) -> str:
    return known.esco.label(uri, languages)[0] if known.esco else ""


def _result(uri: str, isco: str, label: str, language: str, matched: str) -> dict[str, Json]:
    return {"uri": uri, "isco": isco, "label": label, "lang": language, "matched": matched}


def _queries(call: Call) -> Iterator[str]:
    for number, raw in enumerate(iter(lambda: call.surroundings.stdin.readline(_LONGEST_QUERY + 1), b""), start=1):
        if len(raw) > _LONGEST_QUERY:
            raise UnreadableQuery(number)
        try:
            query = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError as cause:
            raise UnreadableQuery(number) from cause
        yield query
