"""Sample windows of the work outside the interview: list, hand-over, inbox, notices."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.kit.buttons import Button, ButtonKind, IconButton
from s2w_desktop.ui.kit.card import Card, Facts, Hairline, Notice, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.frame import AppFrame, AppWords, WizardFrame
from s2w_desktop.ui.kit.navlist import NavItem
from s2w_desktop.ui.kit.page import Page
from s2w_desktop.ui.kit.panel import FoldingRow, ScrollPage, column, row
from s2w_desktop.ui.kit.progress import ProgressCard, ProgressWords
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words

FOCUS = "sample_focus"


@dataclass(frozen=True)
class Setting:
    """Theme and direction a sample is built in."""

    theme: Theme
    mirrored: bool = False

    def own(self, english: str, arabic: str) -> str:
        """The officer's words."""
        return arabic if self.mirrored else english

    def pair(self, english: str, arabic: str) -> tuple[Words, Words]:
        """The officer's and the person's words."""
        both = Words(english, "en"), Words(arabic, "ar")
        return (both[1], both[0]) if self.mirrored else both


W = TypeVar("W", bound=QWidget)


def marked(widget: W) -> W:
    """The widget, as the one that gets the focus."""
    widget.setObjectName(FOCUS)
    return widget


def give_focus(window: QWidget) -> None:
    """Put the focus where the sample wants it."""
    target = window.findChild(QWidget, FOCUS)
    if target is not None:
        target.setFocus()


def app_frame(setting: Setting, area: str) -> AppFrame:
    """The main window of a field laptop."""
    own = setting.own
    words = AppWords(
        "Skills to Work", own("Areas", "الأقسام"), "Casa do Rio", "Laptop 07", own("Settings", "إعدادات"), own("Lock", "قفل")
    )
    areas = [
        NavItem("profiles", own("Profiles", "الملفات"), "people", "24"),
        NavItem("hand_over", own("Hand over", "تسليم"), "export", "3"),
        NavItem("receipts", own("Receipts", "الإيصالات"), "receipt"),
        NavItem("check", own("To check", "للمراجعة"), "alert", "5"),
        NavItem("services", own("Services", "الخدمات"), "book"),
    ]
    made = AppFrame(setting.theme, words, areas)
    made.set_area(area)
    return made


PEOPLE = [
    ("PT-7K2M-Q4DX-8", "Arabic · English", "Draft", 0.6, "today, 14:32", "not yet"),
    ("PT-3HXW-9T6B-1", "Tigrinya · English", "Draft, 2 remarks", 0.85, "today, 11:05", "not yet"),
    ("PT-M8QR-2CZ5-4", "Dari · English", "Complete", 1, "today, 09:48", "ready to hand over"),
    ("PT-X5JD-7W3N-9", "Ukrainian · Portuguese", "Complete", 1, "yesterday", "ready to hand over"),
    ("PT-6BTP-K9HV-2", "Somali · English", "Complete", 1, "yesterday", "ready to hand over"),
    ("PT-Q2NC-8RM4-7", "Arabic · French", "Handed over", 1, "18 Nov 2026", "waiting for the receipt"),
    ("PT-9VKH-3XD6-5", "Sorani · English", "Received", 1, "17 Nov 2026", "receipt of 18 Nov"),
    ("PT-D4WZ-6QJ2-3", "Pashto · English", "Received", 1, "16 Nov 2026", "receipt of 18 Nov"),
    ("PT-2GXR-5TB8-6", "Turkish · Portuguese", "Received", 1, "16 Nov 2026", "receipt of 18 Nov"),
    ("PT-K7CN-4MP9-1", "Urdu · English", "Received", 1, "12 Nov 2026", "receipt of 14 Nov"),
]
STATES = {
    "Draft": ("half", Colour.ACCENT),
    "Draft, 2 remarks": ("alert", Colour.WARN),
    "Complete": ("done", Colour.OK),
    "Handed over": ("export", Colour.MUTED),
    "Received": ("shield", Colour.OK),
}


def profile_list(setting: Setting) -> QWidget:
    """Search, filters in words, table, and a quiet foot."""
    theme = setting.theme
    actions = (
        Button(theme, setting.own("Hand over…", "تسليم…"), icon="export"),
        Button(theme, setting.own("New interview", "مقابلة جديدة"), ButtonKind.PRIMARY, icon="plus"),
    )
    quiet = setting.own("24 on this laptop, 3 ready to hand over", "24 على هذا الجهاز")
    frame = app_frame(setting, "profiles")
    sheet = Card(theme, gap=0, margins=(1, 1, 1, 8))
    sheet.box.addWidget(_profile_table(theme))
    page = Page(theme, PageHead(theme, setting.own("Profiles", "الملفات"), quiet, actions), _profile_tools(theme))
    page.box.addWidget(sheet, 1)
    page.add(_profile_foot(theme))
    frame.set_content(page)
    return frame


def _profile_table(theme: Theme) -> RowTable:
    columns = [
        Column("Profile and languages", 270),
        Column("State", 200),
        Column("Answered", 160),
        Column("Last change", 150, optional=True),
        Column("Hand-over", 180),
    ]
    table = RowTable(theme, "Profiles", columns)
    rows = [
        Row(
            code,
            (
                Cell(code, pair, strong=True),
                Cell(state, mark=STATES[state][0], colour=STATES[state][1]),
                Cell(f"{share * 100:.0f} %", share=share),
                Cell(when),
                Cell(sent),
            ),
        )
        for code, pair, state, share, when, sent in PEOPLE
    ]
    table.set_all_rows(rows)
    table.select(0)
    return table


def _profile_tools(theme: Theme) -> QWidget:
    search = marked(TextField(theme, "Search", hint="Search by code, name or remark", width=340))
    search.set_icon("search")
    return row(
        theme,
        search,
        Button(theme, "State: all", icon="filter"),
        Button(theme, "Officer: me"),
        Button(theme, "Last change"),
        None,
        Button(theme, "Names hidden", ButtonKind.QUIET, icon="eye_off"),
    )


def _profile_foot(theme: Theme) -> QWidget:
    lock = Mark(theme, "lock", Colour.MUTED, size=18, ground=Colour.CANVAS)
    locks = Label(theme, "Everything is encrypted on this laptop. Locks after 5 minutes.", Role.CAPTION)
    return row(theme, lock, locks, None, Label(theme, "Last backup: today, 08:10", Role.CAPTION))


def hand_over(setting: Setting) -> QWidget:
    """The end of a hand-over: facts and what happens next."""
    theme = setting.theme
    facts = [
        ("Profiles", "3 complete profiles; 21 others unchanged since the last receipt"),
        ("Only readable by", "Headquarters, Skills unit"),
        ("Key in words", "amber  ladder  river  pencil  north  cedar"),
        ("Stick", "Blue stick (E:), 14.2 GB free"),
        ("File", "S2W-0190f3a1.s2w, 1.2 MB"),
        ("Read back", "opened again on the stick; 3 of 3 profiles and the signature match"),
    ]
    steps = [
        ("usb", "Eject the stick, then give it to the courier."),
        ("lock", "If the stick is lost, nobody else can open it. Simply hand over again."),
        ("receipt", "The profiles stay on this laptop until the receipt from headquarters arrives."),
    ]
    title = column(
        theme,
        Label(theme, "Written to the stick and read back", Role.DISPLAY, wrap=True),
        Label(theme, "Today, 21 November 2026, 15:04", Role.MUTED),
        gap=0,
    )
    nexts = Card(theme, Label(theme, "What happens next", Role.HEADING), tone=Tone.QUIET, gap=9, margins=(20, 14, 20, 16))
    for icon, words in steps:
        line = row(theme, Mark(theme, icon, Colour.ACCENT, ground=Colour.RAISED), gap=12)
        line.box.addWidget(Label(theme, words, wrap=True), 1)
        nexts.add(line)
    head = row(theme, Mark(theme, "done", Colour.OK, size=40), gap=16)
    head.box.addWidget(title, 1)
    result = Card(theme, head, 14, Hairline(), 12, Facts(theme, facts), 16, nexts, gap=0, margins=(28, 24, 28, 26))
    finish = marked(Button(theme, "Eject and finish", ButtonKind.PRIMARY, icon="check"))
    actions = FoldingRow(
        theme,
        Button(theme, "Print a hand-over slip", icon="print"),
        Button(theme, "Write to another stick", icon="usb"),
        None,
        finish,
    )
    wizard = WizardFrame(theme, "Steps", ("What", "For whom", "Where to", "Written"), actions)
    wizard.set_finished("done")
    wizard.set_page(column(theme, result, None))
    page = Page(theme, PageHead(theme, "Hand over", "To headquarters, by stick"))
    page.box.addWidget(wizard, 1)
    frame = app_frame(setting, "hand_over")
    frame.set_content(page)
    return frame


def inbox(setting: Setting) -> QWidget:
    """Bundles that wait, and the detail of one."""
    theme = setting.theme
    imported = ("Imported, receipt written", "shield", Colour.OK)
    bundles = [
        ("Casa do Rio, laptop 07", "no. 14, written today 15:04", ("Checked, ready", "done", Colour.OK), "3", "2 new, 1 changed"),
        ("Harbour House, laptop 02", "no. 9, written today 10:20", ("Number 8 is missing", "alert", Colour.WARN), "11", "11 new"),
        (
            "Lindenhof, laptop 01",
            "no. 31, written yesterday",
            ("Checked, 1 conflict", "fork", Colour.WARN),
            "22",
            "15 new, 7 changed",
        ),
        (
            "Mill Lane, laptop 04",
            "no. 3, written yesterday",
            ("Refused: training data", "stop", Colour.BAD),
            "5",
            "nothing imported",
        ),
        ("Casa do Rio, laptop 06", "no. 22, written 18 Nov", imported, "8", "7 new, 1 unchanged"),
        ("Harbour House, laptop 02", "no. 7, written 17 Nov", imported, "14", "14 new"),
        ("Lindenhof, laptop 03", "no. 12, written 16 Nov", imported, "6", "5 new, 1 changed"),
    ]
    columns = [Column("From", 232), Column("State", 216), Column("Profiles", 78, number=True), Column("Content", 150)]
    table = RowTable(theme, "Bundles", columns)
    rows = [
        Row(
            str(i),
            (Cell(who, when, strong=True), Cell(state[0], mark=state[1], colour=state[2]), Cell(n, number=True), Cell(what)),
        )
        for i, (who, when, state, n, what) in enumerate(bundles)
    ]
    table.set_all_rows(rows)
    table.select(0)
    sheet = Card(theme, gap=0, margins=(1, 1, 1, 8))
    sheet.box.addWidget(table)
    detail = ScrollPage(_bundle_detail(theme))
    detail.setFixedWidth(theme.px(318))
    body = row(theme, gap=16)
    body.box.addWidget(sheet, 1)
    body.box.addWidget(detail)
    head = PageHead(
        theme, "Inbox", "4 bundles wait, 3 were imported this week", (Button(theme, "Open a folder or stick…", icon="usb"),)
    )
    page = Page(theme, head)
    page.box.addWidget(body, 1)
    frame = app_frame(setting, "check")
    frame.set_content(page)
    return frame


def _bundle_detail(theme: Theme) -> Card:
    proofs = {
        "Signed by a laptop that you enrolled": "Key: amber river north",
        "Follows number 13 without a gap": "Nothing was left out",
        "All 3 profiles are whole": "Checked against the list inside",
    }
    card = Card(theme, gap=8, margins=(20, 18, 20, 20))
    card.add(Label(theme, "Casa do Rio, laptop 07", Role.HEADING), Label(theme, "Bundle number 14", Role.MUTED), 4, Hairline(), 4)
    for what, how in proofs.items():
        line = row(theme, Mark(theme, "done", Colour.OK), gap=10)
        line.box.addWidget(column(theme, Label(theme, what, wrap=True), Label(theme, how, Role.CAPTION, wrap=True), gap=0), 1)
        card.add(line)
    card.add(4, Hairline(), 4)
    for number, what in (("2", "new"), ("1", "changed since number 11"), ("0", "conflicts")):
        card.add(row(theme, Label(theme, number, Role.TITLE), Label(theme, what, Role.MUTED), None))
    card.add(
        None,
        Label(theme, "The receipt for the laptop is written at the same time.", Role.CAPTION, wrap=True),
        4,
        marked(Button(theme, "Import 3 profiles", ButtonKind.PRIMARY, icon="inbox")),
        Button(theme, "Look inside first"),
    )
    return card


def notices(setting: Setting) -> QWidget:
    """Every tone of a notice, and work in progress."""
    theme = setting.theme
    gone = NoticeText(
        "The stick was pulled out while writing.",
        "Your profiles are safe on this laptop.",
        "Put the stick back and press Write again.",
        "E-DISK-3",
    )
    gap = NoticeText("Number 8 of this laptop is missing.", "What came is safe.", "Ask Harbour House to hand over again.", "")
    fine = NoticeText("3 profiles were imported.", "Both versions stay in the history.", "The receipt lies on the stick.", "")
    progress = ProgressCard(
        theme,
        ProgressWords(
            "Writing 3 profiles to the blue stick", "Cancel", lambda done, total, s: f"{done} of {total}, about {s:.0f} seconds"
        ),
    )
    progress.set_progress(41, 100, 9.0)
    page = Page(
        theme,
        PageHead(theme, "Notices"),
        Notice(theme, gone, Tone.BAD, actions=(marked(Button(theme, "Write again")), Button(theme, "Use another stick"))),
        Notice(theme, gap, Tone.WARN),
        Notice(theme, fine, Tone.OK),
        Notice(theme, NoticeText("Training.", "These people are invented.", "Nothing goes to headquarters."), Tone.TRAINING),
        Notice(theme, NoticeText("2 lists were joined without a question", "Nothing was dropped.", ""), Tone.QUIET),
        progress,
        row(
            theme,
            Button(theme, "Not yet"),
            Button(theme, "Keep this result", ButtonKind.PRIMARY),
            IconButton(theme, "more", "More"),
            None,
        ),
        None,
    )
    page.findChildren(Button)[-3].setEnabled(False)
    frame = app_frame(setting, "receipts")
    frame.set_content(ScrollPage(page))
    return frame
