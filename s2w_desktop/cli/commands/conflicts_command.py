"""`s2w conflicts`: headquarters decides between what laptops said."""

from datetime import datetime

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.exchange_errors import NothingToTakeBack, UnknownConflict
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.voices import Voice
from s2w_desktop.i18n.conflict_words import ConflictWords, fate_words, said_by, side_name
from s2w_desktop.i18n.isolation import clean, fill
from s2w_desktop.services.claims import ClaimKind
from s2w_desktop.services.conflicts import OpenConflict, ProfileConflicts, Take, WaitingProfile
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps = {"list": _list, "show": _show, "decide": _decide, "part": _part, "undo": _undo}
    with opened(call) as workplace:
        require_role(workplace, Role.HEADQUARTERS)
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _list(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    waiting = [(one, workplace.office.conflicts.since(one.profile)) for one in workplace.office.conflicts.waiting()]
    heading = (_("Case number"), _("Centre"), _("Answers to decide"), _("Since"), _("Who works on it"))
    rows = [_row(one, since) for one, since in waiting]
    call.console.say(table([heading, *rows]) if rows else _("There is nothing to decide."))
    call.console.document({"profiles": [_waiting_object(one, since) for one, since in waiting]})


def _row(one: WaitingProfile, since: datetime | None) -> tuple[str, ...]:
    holder, told = one.holder.name if one.holder else "", f"{since.astimezone():%Y-%m-%d %H:%M}" if since else ""
    return one.case_number, clean(one.centre), str(one.questions), told, clean(holder)


def _show(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    profile = workplace.interviews.find(call.wanted.case_number)
    if call.wanted.field is not None:
        _show_history(call, workplace, call.wanted.field)
        return
    seen = workplace.office.conflicts.of(profile)
    words = ConflictWords(call.tr, QUESTIONNAIRE, seen.profile)
    if not seen.open:
        call.console.say(_("There is nothing to decide."))
    for one in seen.open:
        place = words.place(one.conflict)
        call.console.say(f"{one.path}  {words.title(one.path)}{f' ({place})' if place else ''}")
        call.console.say(f"     {words.before(one.conflict)}")
        for number, (side, voice) in enumerate(zip(one.conflict.sides, one.voices, strict=True), 1):
            call.console.say(f"  {number}  {clean(words.answer(one.conflict, side))}  ({_said(call, workplace, voice)})")
    people = _show_people(call, workplace, profile)
    call.console.document(_profile_object(words, call.wanted.case_number, seen) | {"people": people})


def _show_people(call: Call, workplace: Workplace, profile: ProfileId) -> list[Json]:
    """Who may be recorded there, by the numbers that `part` takes; said where there are several."""
    _, now = call.tr.gettext, workplace.sources.now().astimezone()
    sides = workplace.office.two_people.of(profile).sides
    if sides:
        call.console.say(_("If these are two people, one of them can leave the profile:"))
    for number, one in enumerate(sides, 1):
        call.console.say(f"  {number}  {clean(side_name(call.tr, one.name, one.voice, now))}")
    return [_voice(one.voice) | {"n": number, "name": one.name} for number, one in enumerate(sides, 1)]


def _show_history(call: Call, workplace: Workplace, path: str) -> None:
    profile = workplace.interviews.find(call.wanted.case_number)
    told = workplace.office.conflicts.history(profile, path)
    if not told:
        raise UnknownConflict
    words = ConflictWords(call.tr, QUESTIONNAIRE, workplace.interviews.read(profile))
    for saying, voice in told:
        answer, end = clean(words.value(path, saying.plain)), fate_words(call.tr, saying.fate)
        call.console.say(f"{answer}  ({end}; {_said(call, workplace, voice)})")
    sayings: list[Json] = [_voice(voice) | {"value": saying.plain, "state": saying.fate.value} for saying, voice in told]
    call.console.document({"case_number": call.wanted.case_number, "field": path, "answers": sayings})


def _decide(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    profile = workplace.interviews.find(call.wanted.case_number)
    seen = workplace.office.conflicts.of(profile)
    asked = next((one for one in seen.open if one.path == call.wanted.field), None)
    if asked is None or not 1 <= call.wanted.choose <= len(asked.conflict.sides):
        raise UnknownConflict
    _claim(call, workplace, profile)
    decision = workplace.office.conflicts.decide(seen, {asked.path: Take(call.wanted.choose - 1)})
    workplace.office.claims.release(ClaimKind.CONFLICT, str(profile))
    left = len(seen.open) - 1
    call.console.say(_("Decided. The other answers stay in the history."))
    call.console.document({"case_number": call.wanted.case_number, "decision": str(decision), "open": left})


def _part(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    profile = workplace.interviews.find(call.wanted.case_number)
    seen = workplace.office.two_people.of(profile)
    if not 1 <= call.wanted.leaves <= len(seen.sides):
        raise UnknownConflict
    _claim(call, workplace, profile)
    left = workplace.office.two_people.part(seen, seen.sides[call.wanted.leaves - 1].tip)
    workplace.office.claims.release(ClaimKind.CONFLICT, str(profile))
    words = _("These are two profiles now. The one who left has {number}.")
    call.console.say(fill(words, number=left.case_number))
    call.console.document({"case_number": seen.case_number, "left": left.case_number, "new": left.is_new})


def _claim(call: Call, workplace: Workplace, profile: ProfileId) -> None:
    """Tell who works on a profile too; nobody is held up by that."""
    _ = call.tr.gettext
    holder = workplace.office.claims.take(ClaimKind.CONFLICT, str(profile))
    if not holder.is_me:
        call.console.note(fill(_("{name} works on this profile too."), name=holder.name))


def _undo(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    profile = workplace.interviews.find(call.wanted.case_number)
    last = next((one for one in workplace.office.conflicts.of(profile).decisions if one.stands), None)
    if last is None:
        raise NothingToTakeBack
    workplace.office.conflicts.take_back(profile, last.voice.revision)
    call.console.say(_("The decision was taken back. Both answers can be chosen again."))
    document: dict[str, Json] = {"case_number": call.wanted.case_number, "decision": str(last.voice.revision)}
    call.console.document(document | {"fields": list(last.paths)})


def _said(call: Call, workplace: Workplace, voice: Voice) -> str:
    return said_by(call.tr, voice, workplace.sources.now().astimezone())


def _waiting_object(one: WaitingProfile, since: datetime | None) -> dict[str, Json]:
    return {
        "case_number": one.case_number,
        "centre": one.centre,
        "open": one.questions,
        "since": since.isoformat(timespec="seconds") if since else None,
        "holder": one.holder.name if one.holder else None,
    }


def _profile_object(words: ConflictWords, case_number: str, seen: ProfileConflicts) -> dict[str, Json]:
    decisions = [
        _voice(one.voice) | {"decision": str(one.voice.revision), "fields": list(one.paths), "stands": one.stands}
        for one in seen.decisions
    ]
    return {"case_number": case_number, "open": [_conflict(words, one) for one in seen.open], "decisions": decisions}


def _conflict(words: ConflictWords, one: OpenConflict) -> dict[str, Json]:
    before = one.conflict.before
    answers = [
        _voice(voice) | {"n": number, "value": side.plain, "words": words.answer(one.conflict, side)}
        for number, (side, voice) in enumerate(zip(one.conflict.sides, one.voices, strict=True), 1)
    ]
    known: Json = {"known": before.is_known, "value": before.plain}
    return {"field": one.path, "question": words.title(one.path), "before": known, "answers": answers}


def _voice(voice: Voice) -> dict[str, Json]:
    return {
        "device": str(voice.device),
        "laptop": voice.device_name,
        "officer": str(voice.officer),
        "officer_name": voice.officer_name,
        "at": voice.at.isoformat(timespec="seconds"),
    }
