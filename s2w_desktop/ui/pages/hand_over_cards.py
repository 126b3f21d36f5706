"""The cards of the hand-over, one for each step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from s2w_desktop.bundle.fingerprint import fingerprint_words
from s2w_desktop.bundle.limits import LEAST_MOST_BYTES
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import file_size, joined, number, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.rejection_words import put_aside_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.exporting import ExportPlan, ExportResult
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import Card, Facts, Hairline, Notice, NoticeText, Tone
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.progress import ProgressWords
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.target_choice import TargetChoice

WRITTEN_TITLE = N_("Written and read back")
MARGINS = (28, 24, 28, 26)
MAIL = "mail"
_BIG_MARK = 40
EJECT = N_("Eject the stick, then give it to the courier.")
_MOST_NAMED = 3
_STAYS = ("receipt", N_("The profiles stay on this laptop until the receipt from headquarters arrives."))
_NEXT_AT_A_LAPTOP = (
    ("usb", EJECT),
    ("lock", N_("If the stick is lost, nobody else can open it. Simply hand over again.")),
    _STAYS,
)
_NEXT_BY_MAIL = (
    ("export", N_("Send each file as it is, in a mail of its own. They may arrive in any order.")),
    _STAYS,
)


def key_words(desk: Desk, peer: Peer) -> tuple[str, ...]:
    """The six words of another machine's keys."""
    words = (desk.resources / "words" / "en.txt").read_text("utf-8").split()
    return fingerprint_words(signing_key=peer.signing_key, recipients=peer.recipients, words=words)


def not_enrolled(desk: Desk) -> Notice:
    """Why nothing can be handed over yet."""
    _ = desk.translator.gettext
    text = NoticeText(
        _("This laptop does not know its headquarters yet."),
        _("Your profiles are safe on this computer."),
        _("Ask headquarters for its card, a small file without secrets. It says for whom your bundles are locked."),
    )
    return Notice(desk.theme, text, Tone.WARN)


def what(desk: Desk, plan: ExportPlan) -> Card:
    """What a hand-over carries now."""
    tr = desk.translator
    _ = tr.gettext
    counts = ((_("Complete"), plan.finished), (_("Drafts"), plan.drafts))
    facts = [(name, profile_count(tr, count)) for name, count in counts if count]
    if plan.erased:
        facts.append((_("Erased, headquarters is told"), profile_count(tr, plan.erased)))
    if plan.unchanged:
        facts.append((_("Not sent again"), _unchanged(tr, plan.unchanged)))
    card = Card(desk.theme, gap=14, margins=MARGINS)
    if plan.tells_keys and not (plan.profiles or plan.erased):
        card.add(Label(desk.theme, _("Headquarters is told that its new keys are here"), Role.DISPLAY, wrap=True))
    elif not plan.is_empty:
        said = tr.ngettext("{n} profile goes to headquarters", "{n} profiles go to headquarters", plan.profiles)
        card.add(Label(desk.theme, fill(said, n=number(tr, plan.profiles)), Role.DISPLAY, wrap=True))
    else:
        card.add(Label(desk.theme, _("Headquarters has everything"), Role.DISPLAY, wrap=True))
    card.add(Hairline(), Facts(desk.theme, facts))
    aside = [("fork", words.whole) for words in put_aside_words(tr, plan.put_aside)]
    card.add(
        points(
            desk,
            (
                *aside,
                ("shield", _("What a person did not agree to stays on this laptop.")),
                ("half", _("Drafts travel too, so that a lost laptop loses no work.")),
            ),
        )
    )
    return card


def profile_count(tr: Translator, count: int) -> str:
    """So many profiles."""
    return fill(tr.ngettext("{n} profile", "{n} profiles", count), n=number(tr, count))


def _unchanged(tr: Translator, count: int) -> str:
    words = tr.ngettext("{n} profile, unchanged since the last receipt", "{n} profiles, unchanged since the last receipt", count)
    return fill(words, n=number(tr, count))


def whom(desk: Desk, peer: Peer, words: Sequence[str]) -> Card:
    """Who will be able to read it."""
    _ = desk.translator.gettext
    card = Card(desk.theme, gap=14, margins=MARGINS)
    card.add(Label(desk.theme, peer.name or peer.organisation, Role.DISPLAY, wrap=True), Hairline())
    card.add(
        Facts(
            desk.theme,
            [
                (_("Organisation"), peer.organisation),
                (_("Place"), peer.centre),
                (_("Key in words"), Ltr(" ".join(words))),
            ],
        ),
        points(desk, (("lock", _("Only this headquarters can open the bundle. This laptop cannot open it again itself.")),)),
    )
    return card


def small_files(desk: Desk) -> OptionGroup:
    """The wish for files that mail takes; MAIL while it is chosen."""
    tr = desk.translator
    _ = tr.gettext
    words = fill(_("Several small files for mail, each at most {size}"), size=file_size(tr, LEAST_MOST_BYTES))
    return OptionGroup(desk.theme, [Choice(MAIL, Words(words, tr.code))], words, many=True)


def where(desk: Desk, target: TargetChoice) -> Card:
    """Where the bundle is written."""
    _ = desk.translator.gettext
    card = Card(desk.theme, gap=14, margins=MARGINS)
    card.add(Label(desk.theme, _("Where to?"), Role.DISPLAY), target)
    return card


def writing_words(desk: Desk, profiles: int) -> ProgressWords:
    """Words while so many profiles are being written."""
    tr = desk.translator
    _ = tr.gettext
    doing = fill(tr.ngettext("Writing {n} profile", "Writing {n} profiles", profiles), n=number(tr, profiles))
    return ProgressWords(doing, _("Cancel"), lambda done, total, seconds: remaining(tr, done, total, seconds))


def remaining(tr: Translator, done: int, total: int, seconds: float) -> str:
    """How far, and how long it will take."""
    words = tr.ngettext(
        "{done} of {total}, about {n} second left", "{done} of {total}, about {n} seconds left", max(1, round(seconds))
    )
    return fill(words, done=number(tr, done), total=number(tr, total), n=max(1, round(seconds)))


def written(desk: Desk, result: ExportResult, plan: ExportPlan, *, for_mail: bool = False) -> Card:
    """What was written, proven by reading it again."""
    return written_card(desk, _written_facts(desk, result, plan), _NEXT_BY_MAIL if for_mail else _NEXT_AT_A_LAPTOP)


def written_card(desk: Desk, facts: Sequence[tuple[str, str]], happens_next: Sequence[tuple[str, str]]) -> Card:
    """What was written, and what happens next: icons with marked sentences."""
    tr = desk.translator
    _ = tr.gettext
    now = desk.sources.now().astimezone()
    title = column(
        desk.theme,
        Label(desk.theme, _(WRITTEN_TITLE), Role.DISPLAY, wrap=True),
        Label(desk.theme, when(tr, now, now), Role.MUTED),
        gap=0,
    )
    head = row(desk.theme, Mark(desk.theme, "done", Colour.OK, size=_BIG_MARK), gap=16)
    head.box.addWidget(title, 1)
    card = Card(desk.theme, head, Hairline(), gap=14, margins=MARGINS)
    card.add(Facts(desk.theme, facts), 2, _what_happens_next(desk, happens_next))
    return card


def _written_facts(desk: Desk, result: ExportResult, plan: ExportPlan) -> list[tuple[str, str]]:
    tr = desk.translator
    _ = tr.gettext
    profiles = profile_count(tr, result.profiles)
    if plan.unchanged:
        profiles = joined(tr, (profiles, _unchanged(tr, plan.unchanged)))
    facts = [(_("Profiles"), profiles), *bundle_facts(desk, result.bundles, result.headquarters)]
    if result.without_name:
        without = tr.ngettext("{n} profile, as agreed", "{n} profiles, as agreed", result.without_name)
        facts.insert(1, (_("Without a name"), fill(without, n=number(tr, result.without_name))))
    if result.held_back:
        held = tr.ngettext("{n} profile: no consent to send it", "{n} profiles: no consent to send them", result.held_back)
        facts.insert(1, (_("Held back"), fill(held, n=number(tr, result.held_back))))
    return facts


def bundle_facts(desk: Desk, bundles: Sequence[WrittenBundle], peer: Peer) -> list[tuple[str, str]]:
    """What there is to know of what was written, and for whom."""
    tr = desk.translator
    _ = tr.gettext
    first, last = bundles[0].seq, bundles[-1].seq
    numbers = fill("{n}", n=first) if first == last else fill("{first}–{last}", first=first, last=last)
    files = [fill(_("{name}, {size}"), name=Ltr(one.path.name), size=file_size(tr, one.size)) for one in bundles]
    named = fill("{first} … {last}", first=files[0], last=files[-1]) if len(files) > _MOST_NAMED else joined(tr, files)
    records = sum(one.counts.records for one in bundles)
    return [
        (_("Bundle"), fill(_("number {n}"), n=numbers)),
        (_("Only readable by"), peer.name or peer.organisation),
        (_("Key in words"), Ltr(" ".join(key_words(desk, peer)))),
        (_("Folder"), Ltr(str(bundles[0].path.parent))),
        (_("File"), files[0] if len(files) == 1 else named),
        (_("Read back"), fill(tr.ngettext("{n} record, equal", "{n} records, all equal", records), n=number(tr, records))),
    ]


def _what_happens_next(desk: Desk, sentences: Sequence[tuple[str, str]]) -> Card:
    _ = desk.translator.gettext
    card = Card(desk.theme, tone=Tone.QUIET, gap=8, margins=(20, 12, 20, 14))
    said = [(icon, desk.translator.gettext(words)) for icon, words in sentences]
    card.add(Label(desk.theme, _("What happens next"), Role.HEADING), points(desk, said, ground=Colour.RAISED))
    return card


def points(desk: Desk, sentences: Sequence[tuple[str, str]], ground: Colour = Colour.SURFACE) -> Panel:
    """Icons with a sentence each."""
    lines = column(desk.theme, gap=8)
    for icon, words in sentences:
        line = row(desk.theme, gap=12)
        line.box.addWidget(Mark(desk.theme, icon, Colour.ACCENT, size=ICON_SMALL, ground=ground), 0, Qt.AlignmentFlag.AlignTop)
        line.box.addWidget(Label(desk.theme, words, wrap=True), 1)
        lines.add(line)
    return lines
