"""`s2w i18n`: translators take the words out as a table, bring them back, and see how far each language is. Needs no store."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.domain.errors import FileUnreadable, TargetExists
from s2w_desktop.i18n.catalogue_places import CataloguePlaces
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.i18n.sheet_file import MAX_BYTES
from s2w_desktop.i18n.translation_sheet import Refusal
from s2w_desktop.i18n.translation_words import refusal_words
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.translating import Brought, LanguageStatus, SignOff, Translating
from s2w_desktop.storage.safe_files import replace_file

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_LONGEST_NAME = 100


def run(call: Call) -> int:
    """Take out, bring back, or count."""
    translating = Translating(_places(call))
    match call.wanted.action:
        case "export":
            return _export(call, translating)
        case "import":
            return _import(call, translating)
        case _:
            return _status(call, translating)


def _places(call: Call) -> CataloguePlaces:
    """In a checkout people work on the checkout itself, in an installed program on files of their own."""
    program = call.surroundings.translations
    if call.wanted.folder is None and CataloguePlaces(program).is_checkout():
        return CataloguePlaces(program)
    return CataloguePlaces(program, call.wanted.folder or call.surroundings.own_languages)


def _export(call: Call, translating: Translating) -> int:
    _ = call.tr.gettext
    language, named = call.wanted.language, call.wanted.file
    ending = Path(named).suffix.lower()
    if named != "-" and ending not in _DELIMITERS:
        raise UsageProblem(_("The name of the table must end in .csv or .tsv."))
    content = translating.sheet(language, delimiter=_DELIMITERS.get(ending, ","))
    if named == "-":
        call.console.raw(content)
        return ExitCode.OK
    if Path(named).exists():
        raise TargetExists  # it may hold a week of somebody's work
    replace_file(Path(named), content)
    call.console.say(fill(_("Written: {file}"), file=Ltr(named)))
    call.console.document({"language": language, "file": named})
    return ExitCode.OK


def _import(call: Call, translating: Translating) -> int:
    sources = system_sources()
    sign_off = SignOff(sources.today(), _name(call, call.wanted.translator), _name(call, call.wanted.reviewed))
    brought = translating.bring(_untrusted_sheet(call), sign_off, rehearse=call.wanted.dry_run)
    _tell(call, brought)
    call.console.document(_brought_object(brought) | {"dry_run": call.wanted.dry_run})
    return _overall(call, brought, wants_review=bool(sign_off.reviewer))


def _untrusted_sheet(call: Call) -> bytes:
    if call.wanted.file == "-":
        return call.surroundings.stdin.read(MAX_BYTES + 1)
    try:
        with Path(call.wanted.file).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as cause:
        raise FileUnreadable from cause


def _name(call: Call, untrusted_name: str) -> str:
    """A name that fits into one line of the catalogue."""
    _ = call.tr.gettext
    if not untrusted_name.isprintable() or len(untrusted_name) > _LONGEST_NAME:
        raise UsageProblem(_("A name is one line of at most 100 letters."))
    return clean(untrusted_name).strip()


def _tell(call: Call, brought: Brought) -> None:
    _ = call.tr.gettext
    taken, console = brought.taken, call.console
    for words, count in (
        (_("changed: {n}"), taken.changed),
        (_("as before: {n}"), taken.unchanged),
        (_("empty, left as they were: {n}"), taken.empty),
        (_("refused: {n}"), len(taken.refused)),
        (_("longer than the windows were tried with, please look: {n}"), len(taken.long)),
    ):
        if count:
            console.say(fill(words, n=count))
    for refusal in taken.refused:
        words = fill(_("Row {n}: {reason}"), n=refusal.row, reason=refusal_words(call.tr, refusal.reason))
        console.note(words)


def _overall(call: Call, brought: Brought, *, wants_review: bool) -> int:
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    count = len(brought.taken.refused)
    if wants_review and not brought.is_signed_off:
        words = _("Not signed off: something is missing, unsure or refused. The language stays a draft.")
        return call.console.problem("E-PARTLY-1", ExitCode.PARTLY, words)
    if count:
        words = fill(ngettext("{n} sentence was refused, all others were taken.",
                              "{n} sentences were refused, all others were taken.", count), n=count)  # fmt: skip
        return call.console.problem("E-PARTLY-1", ExitCode.PARTLY, words)
    return ExitCode.OK


def _status(call: Call, translating: Translating) -> int:
    found = translating.status()
    _ = call.tr.gettext
    titles = (_("Language"), _("translated"), _("unsure"), _("missing"), _("questions"), _("review"))
    rows = [
        (one.code, str(one.translated), str(one.fuzzy), str(one.missing), f"{one.asked} %", _review(call, one)) for one in found
    ]
    call.console.say(table([titles, *rows]))
    call.console.document({"languages": [_status_object(one) for one in found]})
    return ExitCode.OK


def _review(call: Call, status: LanguageStatus) -> str:
    _ = call.tr.gettext
    return _("draft, not reviewed by a native speaker") if status.is_draft else _("reviewed")


def _status_object(status: LanguageStatus) -> dict[str, Json]:
    return {
        "language": status.code,
        "messages": status.messages,
        "translated": status.translated,
        "fuzzy": status.fuzzy,
        "missing": status.missing,
        "faulty": status.faulty,
        "asked_percent": status.asked,
        "review": "draft" if status.is_draft else "reviewed",
    }


def _brought_object(brought: Brought) -> dict[str, Json]:
    taken = brought.taken
    return {
        "file": str(brought.file),
        "changed": taken.changed,
        "unchanged": taken.unchanged,
        "empty": taken.empty,
        "refused": [_refusal_object(one) for one in taken.refused],
        "long_rows": list(taken.long),
        "signed_off": brought.is_signed_off,
        **_status_object(brought.status),
    }


def _refusal_object(refusal: Refusal) -> dict[str, Json]:
    return {"row": refusal.row, "id": refusal.id, "reason": str(getattr(refusal.reason, "value", refusal.reason))}
