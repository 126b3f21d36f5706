"""`s2w import`: profiles at headquarters, receipts at a laptop."""

from collections.abc import Callable
from functools import partial

from s2w_desktop.cli.bundle_source import bundle_source, watching
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.import_words import (
    known_object,
    profiles_object,
    receipt_object,
    tell_known,
    tell_profiles,
    tell_receipt,
    tell_transfer,
    transfer_object,
)
from s2w_desktop.cli.commands.look_inside import proof_object, tell_proof, tell_sight
from s2w_desktop.cli.console import Json, failure_object
from s2w_desktop.cli.exit_codes import ExitCode, exit_code_of
from s2w_desktop.cli.passphrases import require_free_input
from s2w_desktop.cli.recovery_keys import recovery_key
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.errors import FileUnreadable, S2wError
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.known_people import KnownTaken
from s2w_desktop.services.transfer import TakenOver
from s2w_desktop.services.workplace import Workplace

_OF_THE_BUNDLE = frozenset(
    {
        ExitCode.WRONG_KEY,
        ExitCode.BUNDLE_DAMAGED,
        ExitCode.NOT_TRUSTED,
        ExitCode.STALE,
        ExitCode.NEWER,
        ExitCode.TRAINING,
        ExitCode.NOT_ALLOWED,
    }
)
"""Failures that say nothing about the next bundle. Any other ends the command: a full disk stays full."""


def run(call: Call) -> int:
    """Take each bundle in, one after the other. A refused one does not stop the others."""
    named: list[str] = call.wanted.bundles
    require_free_input(call, *named, call.wanted.recovery_passphrase_file or "")
    results: list[Json] = []
    codes: list[ExitCode] = []
    with opened(call) as workplace:
        take = _way_of(call, workplace)
        for one in named:
            call.interrupts.check()
            if len(named) > 1:
                call.console.say(fill("{bundle}", bundle=Ltr(one)))
            try:
                result, code = take(call, workplace, one)
            except S2wError as refusal:
                code = exit_code_of(refusal)
                if len(named) == 1 or not (code in _OF_THE_BUNDLE or isinstance(refusal, FileUnreadable)):
                    raise
                result = {"file": one, "error": failure_object(call.tr, refusal)}
                _tell_refusal(call, refusal)
            results.append(result)
            codes.append(code)
    code = _overall(codes)
    call.console.document({"bundles": results, "dry_run": bool(call.wanted.dry_run), "exit_code": int(code)})
    return _tell_overall(call, codes, code)


def _way_of(call: Call, workplace: Workplace) -> Callable[[Call, Workplace, str], tuple[dict[str, Json], ExitCode]]:
    """How each bundle is taken in here. Asks for the recovery key once, where it is wanted; raises WrongRole at a laptop then."""
    if call.wanted.recovery:
        require_role(workplace, Role.HEADQUARTERS)
        return partial(_profiles, identity=recovery_key(call).text)
    return _profiles if workplace.station.role is Role.HEADQUARTERS else _receipt


def _profiles(call: Call, workplace: Workplace, named: str, *, identity: str = "") -> tuple[dict[str, Json], ExitCode]:
    source = bundle_source(call, named)
    result = workplace.importing.take(source, rehearse=call.wanted.dry_run, progress=watching(call), identity=identity)
    tell_profiles(call, result)
    return profiles_object(named, result), ExitCode.PARTLY if result.quarantined else ExitCode.OK


def _receipt(call: Call, workplace: Workplace, named: str) -> tuple[dict[str, Json], ExitCode]:
    source = bundle_source(call, named)
    if call.wanted.dry_run:  # a receipt brings nothing that could be counted before it is followed
        proof = workplace.looking.verify(source, watching(call))
        tell_sight(call, proof.sight)
        return proof_object(named, proof), tell_proof(call, proof)
    brought = workplace.post.take(source)
    if isinstance(brought, TakenOver):
        tell_transfer(call, brought)
        return transfer_object(named, brought), ExitCode.OK
    if isinstance(brought, KnownTaken):
        tell_known(call)
        return known_object(named, brought), ExitCode.OK
    tell_receipt(call, brought)
    return receipt_object(named, brought), ExitCode.OK


def _overall(codes: list[ExitCode]) -> ExitCode:
    """One code for all: of a single bundle its own, of several 3 as soon as one was taken, else the highest."""
    if all(code is ExitCode.OK for code in codes):
        return ExitCode.OK
    if any(code in (ExitCode.OK, ExitCode.PARTLY) for code in codes):
        return ExitCode.PARTLY
    return max(codes)


def _tell_refusal(call: Call, refusal: S2wError) -> None:
    text = error_text(call.tr, refusal)
    call.console.note(f"{text.happened} {text.todo} ({text.code})")


def _tell_overall(call: Call, codes: list[ExitCode], code: ExitCode) -> int:
    if code is ExitCode.OK:
        return code
    ngettext = call.tr.ngettext
    refused = sum(one not in (ExitCode.OK, ExitCode.PARTLY) for one in codes)
    if refused:
        words = ngettext("{n} bundle was refused.", "{n} bundles were refused.", refused)
        return call.console.problem("E-PARTLY-1", code, fill(words, n=refused))
    _ = call.tr.gettext
    return call.console.problem("E-PARTLY-1", code, _("Some records could not be taken and wait in quarantine."))
