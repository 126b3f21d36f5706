"""`s2w ref build`, `verify`, `send`, `install`, `list` and `rollback`: reference packs."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.descriptions import say_words
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.six_words import ask_words
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.pack_errors import PackNeedsTwoKeys
from s2w_desktop.domain.packs import Pack
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.country_words import finding_text
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.pack_words import CONTENTS
from s2w_desktop.services.pack_making import country_draft, esco_draft, joined, template_draft
from s2w_desktop.services.packs import Draft, InstalledPack, write_file
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Do the part that was asked for."""
    if call.wanted.action == "build":
        _build(call)
        return ExitCode.OK
    steps = {"sign": _sign, "verify": _verify, "send": _send, "install": _install, "list": _list, "rollback": _roll_back}
    with opened(call) as workplace:
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _build(call: Call) -> None:
    _ = call.tr.gettext
    target = call.wanted.out
    if call.wanted.unsigned:
        draft = _draft(call)
        pack = draft.pack(call.wanted.version or 1, system_sources().today())
        write_file(target, pack, draft, ())
        call.console.note(_("The pack is not signed: it can be tried out with “ref search --pack”, and nobody can install it."))
    else:
        with opened(call) as workplace:
            workplace.packs.check_can_make()  # before minutes of work
            pack = workplace.packs.make(_draft(call), target, call.wanted.version)
    call.console.say(fill(_("The pack is made: {file}"), file=Ltr(target)))
    _tell(call, pack)
    call.console.document({"file": str(target)} | _plain(pack))


def _draft(call: Call) -> Draft:
    """What was asked for. Raises KeyboardInterrupt at the next step: nothing is written yet."""
    wanted, resources = call.wanted, call.surroundings.resources

    def told(done: int, total: int) -> None:
        call.console.progress(done, total)
        if call.interrupts.is_pending:
            raise KeyboardInterrupt

    drafts: list[Draft] = []
    if wanted.esco is not None:
        drafts.append(esco_draft(wanted.esco, resources, told, wanted.synonyms))
        _tell_left_out(call, drafts[-1])
    if wanted.country is not None:
        drafts.append(country_draft(wanted.country, system_sources().today()))
    if wanted.template is not None:
        drafts.append(template_draft(wanted.template))
    if not drafts:
        _ = call.tr.gettext
        raise UsageProblem(_("Say what goes into the pack: --esco, --country, --template, or several of them."))
    return joined(drafts)


def _tell_left_out(call: Call, draft: Draft) -> None:
    if not draft.left_out:
        return
    ngettext, count = call.tr.ngettext, len(draft.left_out)
    words = ngettext(
        "{n} line names something that ESCO has withdrawn. It is left out.",
        "{n} lines name something that ESCO has withdrawn. They are left out.",
        count,
    )
    call.console.note(fill(words, n=count))
    call.console.note(finding_text(call.tr, draft.left_out[0]))


def _sign(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    target = call.wanted.out
    pack = workplace.packs.sign(call.wanted.file, target)
    call.console.say(fill(_("The pack is signed here too: {file}"), file=Ltr(target)))
    _tell(call, pack)
    call.console.document({"file": str(target)} | _plain(pack))


def _verify(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    looked = workplace.pack_exchange.look(call.wanted.file)
    call.console.say(_("The pack is whole, and its signature holds."))
    _tell_installed(call, looked)
    if looked.words:
        say_words(call.console, call.tr, looked.words)
    call.console.document(_object(looked))


def _install(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    try:
        installed = workplace.pack_exchange.install(call.wanted.file, call.wanted.words or "")
    except PackNeedsTwoKeys:
        if not workplace.pack_exchange.look(call.wanted.file).words:
            raise
        call.console.note(_("The pack brings new keys of headquarters. Call it on a number you know."))
        installed = workplace.pack_exchange.install(call.wanted.file, ask_words(call))
    call.console.say(_("The pack is installed and is used from now on. Answers that were given stay as they are."))
    _tell_installed(call, installed)
    call.console.document(_object(installed))


def _send(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    require_role(workplace, Role.HEADQUARTERS)
    sent = workplace.pack_exchange.write(call.wanted.file, call.wanted.out)
    for one in sent:
        words = _("For {name}: {file}")
        call.console.say(fill(words, name=one.peer.name or one.peer.organisation, file=Ltr(one.bundle.path)))
    if not sent:
        call.console.say(_("No laptop is enrolled here."))
    call.console.document({"bundles": [{"device": str(one.peer.device), "file": str(one.bundle.path)} for one in sent]})


def _list(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    packs = workplace.packs.installed()
    for one in packs:
        _tell_installed(call, one)
        if not one.is_here:
            call.console.say(_("It is not on this machine: install its file here too."))
        call.console.say(_("This version is in use.") if one.is_current else _("This version can be gone back to."))
    if not packs:
        call.console.say(_("No pack is installed: the program uses its own lists."))
    call.console.document({"packs": [_object(one) for one in packs]})


def _roll_back(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    present = workplace.packs.roll_back(call.wanted.name)
    call.console.say(_("The version before is used again."))
    _tell_installed(call, present)
    call.console.document(_object(present))


def _tell_installed(call: Call, told: InstalledPack) -> None:
    _ = call.tr.gettext
    _tell(call, told.pack)
    call.console.say(fill(_("Signed by: {name}"), name=told.signer))


def _tell(call: Call, pack: Pack) -> None:
    _ = call.tr.gettext
    what = _("{name}, version {version} of {day}: {title}")
    call.console.say(
        fill(what, name=Ltr(pack.id), version=pack.version, day=Ltr(pack.made_on.isoformat()), title=Ltr(pack.title))
    )
    for content in pack.contents:
        call.console.say(fill(_("It brings: {what}"), what=call.tr.say(CONTENTS[content])))


def _object(told: InstalledPack) -> dict[str, Json]:
    return _plain(told.pack) | {"signer": told.signer, "current": told.is_current, "here": told.is_here}


def _plain(pack: Pack) -> dict[str, Json]:
    return {
        "id": pack.id,
        "version": pack.version,
        "made_on": pack.made_on.isoformat(),
        "title": pack.title,
        "contents": [content.value for content in pack.contents],
        "parts": len(pack.parts),
        "bytes": sum(part.size for part in pack.parts),
    }
