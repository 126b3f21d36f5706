"""`s2w template`: headquarters signs what its centres ask; a laptop installs it, shows it, or does without."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.templates import Template
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.template_texts import template_facts
from s2w_desktop.services.templates import InstalledTemplate
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps = {"make": _make, "install": _install, "show": _show, "remove": _remove}
    with opened(call) as workplace:
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _make(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    target = call.wanted.out
    template = workplace.templates.make(call.wanted.file, target, logo=call.wanted.logo)
    call.console.say(fill(_("The template is signed: {file}"), file=Ltr(target)))
    call.console.document({"file": str(target)} | _plain(template))


def _install(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    installed = workplace.templates.install(call.wanted.file)
    call.console.say(_("The template is installed. Interviews follow it from their next opening on; no answer is lost."))
    _tell(call, installed)
    call.console.document(_object(installed))


def _show(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    if call.wanted.file is not None:
        found = workplace.templates.look(call.wanted.file)
        _tell(call, found)
        call.console.document({"templates": [_object(found)]})
        return
    installed = workplace.templates.installed()
    for one in installed:
        _tell(call, one)
    if not installed:
        call.console.say(_("No template is installed: every question of the depth that the interviewer chooses is asked."))
    call.console.document({"templates": [_object(one) for one in installed]})


def _remove(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    removed = workplace.templates.remove()
    call.console.say(_("The template is removed.") if removed else _("No template was installed."))
    call.console.document({"removed": removed})


def _tell(call: Call, told: InstalledTemplate) -> None:
    _ = call.tr.gettext
    for name, value in template_facts(call.tr, told.template, told.signer):
        call.console.say(fill(_("{name}: {value}"), name=name, value=value.replace("\n", "; ")))
    if told.unknown:
        names = Ltr(", ".join(told.unknown))
        call.console.note(fill(_("This program does not know these names, and ignores them: {names}"), names=names))


def _object(told: InstalledTemplate) -> dict[str, Json]:
    return _plain(told.template) | {
        "signer": told.signer,
        "unknown": list(told.unknown),
        "in_force": told.is_in_force,
    }


def _plain(template: Template) -> dict[str, Json]:
    return {
        "id": template.id,
        "version": template.version,
        "title": template.title,
        "valid_from": template.valid_from.isoformat(),
        "hidden": list(template.hidden),
        "tier": template.tier.code if template.tier else None,
        "officer_language": template.officer_language or None,
        "person_languages": list(template.person_languages),
        "centres": list(template.centres),
        "logo_bytes": len(template.logo),
    }
