"""`s2w export`: hand over to headquarters."""

import shutil
from pathlib import Path

from s2w_desktop.bundle.limits import MEGABYTE
from s2w_desktop.bundle.writing import Watch
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.descriptions import peer_object, peer_words, say_written, written_object
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import NothingToExport
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.exporting import ExportPlan, ExportResult
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Write what headquarters has not acknowledged, or count it. Nothing to hand over is no failure."""
    with opened(call) as workplace:
        require_role(workplace, Role.FIELD)
        if call.wanted.dry_run:
            _tell_plan(call, workplace.exporting.plan())
            return ExitCode.OK
        try:
            result = _write(call, workplace)
        except NothingToExport as nothing:
            call.console.note(error_text(call.tr, nothing).happened)
            if not _is_stream(call):
                call.console.document(_nothing(workplace))
            return ExitCode.OK
    _tell(call, result)
    return ExitCode.OK


def _is_stream(call: Call) -> bool:
    return bool(call.wanted.target == "-")


def _write(call: Call, workplace: Workplace) -> ExportResult:
    total = workplace.exporting.plan().profiles
    watch = Watch(
        free_space=_free_space,
        progress=lambda done: call.console.progress(done, max(done, total)),
        is_cancelled=lambda: call.interrupts.is_pending,
    )
    most_bytes = call.wanted.most_mb * MEGABYTE if call.wanted.most_mb else None
    if _is_stream(call):
        return workplace.exporting.write_to(call.surroundings.stdout, workplace.spool_folder, watch, most_bytes=most_bytes)
    return workplace.exporting.write(Path(call.wanted.target), watch, most_bytes=most_bytes)


def _free_space(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError as cause:
        raise disk_error(cause) from cause


def _tell(call: Call, result: ExportResult) -> None:
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    count = result.profiles
    handed_over = fill(
        ngettext("{n} profile for {headquarters}.", "{n} profiles for {headquarters}.", count),
        n=count,
        headquarters=peer_words(result.headquarters),
    )
    if _is_stream(call):
        call.console.note(handed_over)
        return
    for bundle in result.bundles:
        say_written(call.console, call.tr, bundle)
    call.console.say(handed_over)
    if result.without_name:
        words = ngettext("{n} without a name, as the person wished.", "{n} without names, as they wished.", result.without_name)
        call.console.say(fill(words, n=result.without_name))
    if result.held_back:
        words = ngettext(
            "Of {n} only the existence was sent, as the person wished.",
            "Of {n} only the existence was sent, as they wished.",
            result.held_back,
        )
        call.console.say(fill(words, n=result.held_back))
    call.console.note(_("You can remove the stick now."))
    call.console.document(_result_object(result))


def _result_object(result: ExportResult) -> dict[str, Json]:
    return {
        "bundles": [written_object(bundle) for bundle in result.bundles],
        "headquarters": peer_object(result.headquarters),
        "profiles": result.profiles,
        "without_name": result.without_name,
        "held_back": result.held_back,
    }


def _nothing(workplace: Workplace) -> dict[str, Json]:
    headquarters = peer_object(workplace.exporting.headquarters())
    return {"bundles": [], "headquarters": headquarters, "profiles": 0, "without_name": 0, "held_back": 0}


def _tell_plan(call: Call, plan: ExportPlan) -> None:
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    words = ngettext(
        "{n} profile would go to {headquarters}: {finished} finished, {drafts} not finished.",
        "{n} profiles would go to {headquarters}: {finished} finished, {drafts} not finished.",
        plan.profiles,
    )
    headquarters = peer_words(plan.headquarters)
    call.console.say(fill(words, n=plan.profiles, headquarters=headquarters, finished=plan.finished, drafts=plan.drafts))
    call.console.document(
        {
            "dry_run": True,
            "headquarters": peer_object(plan.headquarters),
            "profiles": plan.profiles,
            "finished": plan.finished,
            "drafts": plan.drafts,
            "unchanged": plan.unchanged,
            "erased": plan.erased,
        }
    )
