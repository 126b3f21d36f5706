"""The cards of giving profiles to another centre, one for each step."""

from collections.abc import Sequence

from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.transfer import HandedOn, TransferPlan
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import Card, Facts, Hairline, Notice, NoticeText, Tone
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.hand_over_cards import EJECT, MARGINS, bundle_facts, points, profile_count, written_card
from s2w_desktop.ui.pages.inbox_rows import sender_words
from s2w_desktop.ui.settled import SettledGroup

_NEXT = (
    ("usb", EJECT),
    ("receipt", N_("The other centre takes the bundle in on its page “Receipts”.")),
    ("lock", N_("If the stick is lost, nobody else can open it. The next receipt for that laptop brings the profiles too.")),
)


def laptop_choices(desk: Desk, peers: Sequence[Peer]) -> list[Choice]:
    """Laptops to choose from, each with its place below."""
    code = desk.translator.code
    return [
        Choice(str(peer.device), Words(peer.name or peer.organisation, code), note=Words(peer.centre, code)) for peer in peers
    ]


def what(desk: Desk, group: SettledGroup) -> Card:
    """Which profiles are given."""
    _ = desk.translator.gettext
    card = Card(desk.theme, gap=14, margins=MARGINS)
    said = (
        ("receipt", _("The whole history goes along, and the copies of documents.")),
        ("shield", _("A profile goes only if the person agreed that another office gets it.")),
        ("people", _("Both centres can go on with the profile, and hear of each other.")),
    )
    card.add(Label(desk.theme, _("Which profiles?"), Role.DISPLAY, wrap=True), group, Hairline(), points(desk, said))
    return card


def whom(desk: Desk, group: SettledGroup) -> Card:
    """Who will be able to read them."""
    _ = desk.translator.gettext
    card = Card(desk.theme, gap=14, margins=MARGINS)
    said = (("lock", _("Only this laptop can open the bundle.")),)
    card.add(Label(desk.theme, _("To which laptop?"), Role.DISPLAY, wrap=True), group, Hairline(), points(desk, said))
    return card


def nobody(desk: Desk) -> Notice:
    """There is no laptop to give anything to."""
    _ = desk.translator.gettext
    text = NoticeText(
        _("There is no other laptop yet."), "", _("Give your card to the other centre first. Its answer arrives in the inbox.")
    )
    return Notice(desk.theme, text, Tone.WARN)


def summary(desk: Desk, plan: TransferPlan, peer: Peer) -> Card:
    """What is about to be written."""
    tr = desk.translator
    facts = [(tr.gettext("For"), sender_words(desk, peer)), *_counts(tr, len(plan.agreed), plan.held_back)]
    return Card(desk.theme, Facts(desk.theme, facts), gap=14, margins=MARGINS)


def written(desk: Desk, handed: HandedOn) -> Card:
    """What was written, proven by reading it again."""
    tr = desk.translator
    facts = [(tr.gettext("For"), sender_words(desk, handed.peer)), *_counts(tr, len(handed.profiles), handed.held_back)]
    return written_card(desk, [*facts, *bundle_facts(desk, handed.bundles, handed.peer)], _NEXT)


def _counts(tr: Translator, given: int, held_back: int) -> list[tuple[str, str]]:
    facts = [(tr.gettext("Profiles"), profile_count(tr, given))]
    if held_back:
        words = tr.ngettext("{n} person has not agreed", "{n} people have not agreed", held_back)
        facts.append((tr.gettext("Left out"), fill(words, n=number(tr, held_back))))
    return facts
