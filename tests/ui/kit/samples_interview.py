"""Sample windows of the interview: questions, ladders, fields."""

from PySide6.QtWidgets import QGridLayout, QWidget

from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.ui.forms.date_field import DateField, DateWords
from s2w_desktop.ui.kit.bar import ActionBar
from s2w_desktop.ui.kit.buttons import Button, ButtonKind, IconButton
from s2w_desktop.ui.kit.card import Card, Hairline, KeyCap, SectionHeading, Tone
from s2w_desktop.ui.kit.fields import NumberField, TextArea, TextField
from s2w_desktop.ui.kit.frame import InterviewFrame, InterviewParts, InterviewWords
from s2w_desktop.ui.kit.ladder import Ladder, Step
from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, Part, column, row
from s2w_desktop.ui.kit.picker import Picked, Picker, PickerWords
from s2w_desktop.ui.kit.searching import Suggestion, search_in
from s2w_desktop.ui.kit.text import BilingualLabel, Label, Mark
from s2w_desktop.ui.kit.tokens import Colour, Role
from tests.ui.kit.samples import Setting, marked

SECTIONS = [
    ("", "Start", "البداية", ""),
    ("agreement", "Agreement", "الموافقة", "done"),
    ("meeting", "This interview", "المقابلة", "done"),
    ("", "Person", "الشخص", ""),
    ("name", "Name and birth", "الاسم والولادة", "done"),
    ("home", "Residence, family", "الإقامة والعائلة", "alert"),
    ("", "Abilities", "القدرات", ""),
    ("languages", "Languages", "اللغات", "done"),
    ("reading", "Reading and numbers", "القراءة والحساب", "done"),
    ("school", "School and training", "المدرسة والتدريب", "done"),
    ("work", "Work", "العمل", "half"),
    ("unpaid", "Unpaid work", "عمل بدون أجر", "empty"),
    ("strengths", "Strengths", "نقاط القوة", "empty"),
    ("driving", "Driving", "قيادة السيارات", "empty"),
    ("", "What comes next", "الخطوات التالية", ""),
    ("goals", "Goals", "الأهداف", "empty"),
    ("support", "Support", "المساعدة", "empty"),
    ("steps", "Next steps", "الخطة", "empty"),
]
COUNTS = {"home": "1", "work": "3 / 6"}
STATE_WORDS = {"done": "resolved", "half": "started", "empty": "not started", "alert": "has remarks"}


def frame(setting: Setting, here: str, title: tuple[str, str], hint: tuple[str, str], *cards: Part) -> InterviewFrame:
    """An interview window around these cards."""
    theme, own = setting.theme, setting.own
    heading = SectionHeading(theme, *setting.pair(*title), quiet=setting.pair(*hint))
    page = column(theme, heading, *cards, gap=10)
    foot = row(
        theme,
        Button(theme, own("School and training", "المدرسة والتدريب"), ButtonKind.QUIET, icon="back"),
        None,
        Button(theme, own("Unpaid work", "عمل بدون أجر"), ButtonKind.PRIMARY, icon="next", icon_last=True),
    )
    parts = InterviewParts(_top(setting), _navigator(setting, here), page, _help(setting), foot)
    return InterviewFrame(theme, parts, InterviewWords(own("Sections", "الأقسام"), own("Help", "مساعدة")))


def _top(setting: Setting) -> Panel:
    theme, own = setting.theme, setting.own
    saved = row(
        theme,
        Mark(theme, "check", Colour.OK, size=18),
        Label(theme, own("All changes saved, 14:32", "تم حفظ كل التغييرات 14:32"), Role.MUTED),
        gap=6,
    )
    back = Button(theme, own("Profiles", "الملفات"), ButtonKind.QUIET, icon="back")
    show = Button(theme, own("Show to the person", "اعرض على الشخص"), icon="show")
    pause = Button(theme, own("Pause", "استراحة"), icon="pause")
    bar, state = ActionBar(theme), Label(theme, own("Draft", "مسودة"), Role.MUTED)
    bar.add(back, Label(theme, "PT-7K2M-Q4DX-8", Role.STRONG), state, None, saved, show, pause)
    bar.set_folding((pause, show, back))
    return bar


def _navigator(setting: Setting, here: str) -> Panel:
    theme, own = setting.theme, setting.own
    items = [
        NavItem(key, own(english, arabic), mark, COUNTS.get(key, ""), not key, STATE_WORDS.get(mark, ""))
        for key, english, arabic, mark in SECTIONS
    ]
    sections = NavList(theme, own("Sections", "الأقسام"), items)
    sections.set_current(here)
    foot = row(
        theme,
        Label(theme, own("21 of 35 answered", "21 من 35"), Role.CAPTION),
        None,
        Button(theme, own("Check", "مراجعة"), ButtonKind.LINK),
        margins=(16, 0, 12, 8),
    )
    side = column(theme, gap=0, margins=(0, 6, 0, 0))
    side.box.addWidget(sections, 1)
    side.add(foot)
    return side


def _help(setting: Setting) -> Panel:
    theme, own = setting.theme, setting.own
    states = [
        ("Prefers not to say", "لا يريد الإجابة"),
        ("Does not know", "لا يعرف"),
        ("Does not apply", "لا ينطبق"),
        ("Not asked…", "لم يُسأل…"),
    ]
    keys = [row(theme, Label(theme, own(*words)), None, KeyCap(theme, f"Ctrl+{i}")) for i, words in enumerate(states, 1)]
    tips = "Let the person use their own words. Write them as they are said; the occupation code comes second."
    remark = own("Private remark", "ملاحظة خاصة")
    return column(
        theme,
        Label(theme, own("Main work", "العمل الرئيسي"), Role.HEADING),
        Label(theme, own(tips, "دع الشخص يتكلم بكلماته."), wrap=True),
        12,
        Hairline(),
        8,
        Label(theme, own("No answer", "بدون إجابة"), Role.HEADING),
        *keys,
        12,
        Hairline(),
        8,
        row(theme, Mark(theme, "note", Colour.MUTED, size=18, ground=Colour.SUNKEN), Label(theme, remark, Role.HEADING), None),
        TextArea(theme, remark),
        Label(theme, own("For staff. Never shown, never printed for the person.", "لا تُعرض ولا تُطبع."), Role.CAPTION, wrap=True),
        None,
        row(theme, Label(theme, own("All keys", "كل المفاتيح"), Role.CAPTION), None, KeyCap(theme, "F1")),
        margins=(18, 16, 18, 16),
    )


def _question(setting: Setting, words: tuple[str, str], *controls: Part, tone: Tone = Tone.PLAIN) -> Card:
    card = Card(setting.theme, BilingualLabel(setting.theme, *setting.pair(*words)), 2, *controls, tone=tone)
    card.set_name(setting.own(*words))
    return card


def interview(setting: Setting) -> QWidget:
    """Four questions about work."""
    theme, own = setting.theme, setting.own
    answers = [
        ("Yes, for pay", "نعم، بأجر"),
        ("Yes, unpaid or for the family", "نعم، بدون أجر أو مع العائلة"),
        ("Never", "لا، أبداً"),
    ]
    choices = [Choice(str(i), *setting.pair(*words)) for i, words in enumerate(answers)]
    worked = OptionGroup(theme, choices, own("Have you ever worked?", "هل عملت من قبل؟"))
    worked.set_value(("0",))
    said = marked(TextField(theme, own("As said", "كما قيل")))
    said.set_text(own("Tailor in a small workshop", "خياط في ورشة صغيرة"))
    translated = TextField(theme, own("Translated", "مترجم"))
    translated.set_text(own("خياط في ورشة صغيرة", "Tailor in a small workshop"))
    code = row(
        theme,
        Mark(theme, "done", Colour.OK, size=18),
        Label(theme, own("Tailors, dressmakers, furriers and hatters", "الخياطون")),
        Label(theme, "7531", Role.MUTED),
        None,
        Button(theme, own("Other suggestions", "اقتراحات أخرى"), ButtonKind.LINK),
    )
    about = Choice("about", *setting.pair("about", "تقريباً"))
    years = NumberField(theme, own("For how many years?", "كم سنة؟"), unit=own("years", "سنة"), about=about)
    years.set_value(12, about=True)
    refused = row(
        theme,
        Mark(theme, "done", Colour.OK, size=18),
        Label(theme, own("Prefers not to say", "لا يريد الإجابة"), Role.STRONG),
        None,
        Button(theme, own("Change", "تغيير"), ButtonKind.LINK),
    )
    return frame(
        setting,
        "work",
        ("Work", "العمل"),
        ("Before leaving and today", "قبل السفر واليوم"),
        _question(setting, ("Have you ever worked?", "هل عملت من قبل؟"), worked),
        _question(
            setting,
            ("What is your main work?", "ما هو عملك الرئيسي؟"),
            row(theme, said, translated, gap=12),
            code,
            tone=Tone.ACTIVE,
        ),
        _question(setting, ("For how many years?", "كم سنة؟"), years),
        _question(setting, ("Why did you leave your last job?", "لماذا تركت آخر عمل؟"), refused),
    )


LEVELS = {
    "0": "nothing yet",
    "Pre-A1": "single words, greetings",
    "A1": "short learned sentences",
    "A2": "shopping, daily life",
    "B1": "tells what happened",
    "B2": "talks without strain",
    "C1": "works or studies in it",
    "C2": "any conversation, any text",
}
SKILLS = [
    ("Listening", "الاستماع", "A2"),
    ("Reading", "القراءة", "A1"),
    ("Conversation", "المحادثة", "A2"),
    ("Telling", "الكلام", "A1"),
    ("Writing", "الكتابة", "Pre-A1"),
]


def languages(setting: Setting) -> QWidget:
    """Folded entries around an open one with five ladders."""
    theme, own = setting.theme, setting.own
    grid = QGridLayout()
    steps = [Step(level, level, meaning) for level, meaning in LEVELS.items()]
    for line, (english, arabic, level) in enumerate(SKILLS):
        ladder = Ladder(theme, steps, own(english, arabic), own("not answered yet", "بدون إجابة"))
        ladder.set_level(level)
        grid.addWidget(Label(theme, own(english, arabic)), line, 0)
        grid.addWidget(marked(ladder) if line == 2 else ladder, line, 1)
        grid.addWidget(Label(theme, own(arabic, english)), line, 2)
    grid.setHorizontalSpacing(theme.gap(16))
    grid.setVerticalSpacing(theme.gap(7))
    grid.setColumnStretch(1, 1)
    meaning = Card(
        theme,
        BilingualLabel(theme, *setting.pair("Conversation, A2", "المحادثة، A2"), Role.STRONG),
        BilingualLabel(theme, *setting.pair("Shopping, simple questions about daily life", "التسوق وأسئلة بسيطة"), Role.BODY),
        tone=Tone.QUIET,
        gap=2,
        margins=(14, 8, 14, 9),
    )
    inner = column(theme, grid, 2, meaning, gap=6, margins=(14, 0, 14, 14))
    opened = Card(
        theme, _entry(setting, ("English", "الإنجليزية"), "half", "more"), inner, tone=Tone.ACTIVE, gap=0, margins=(0, 0, 0, 0)
    )
    folded = Card(theme, _entry(setting, ("Arabic", "العربية"), "done", "down"), gap=0, margins=(0, 0, 0, 0))
    add = row(
        theme,
        Button(theme, own("Add a language", "أضف لغة"), icon="plus"),
        4,
        Label(theme, own("Ctrl+Enter adds, Ctrl+D copies, Alt+Up and Alt+Down move", "Ctrl+Enter"), Role.CAPTION),
        None,
    )
    hint = ("All languages, a little counts too", "كل اللغات، والقليل مهم أيضاً")
    return frame(setting, "languages", ("Languages", "اللغات"), hint, folded, opened, add)


def _entry(setting: Setting, name: tuple[str, str], mark: str, glyph: str) -> Panel:
    theme = setting.theme
    line = row(theme, Mark(theme, "grip", Colour.MUTED, size=18), gap=10, margins=(12, 6, 4, 6))
    line.add(Mark(theme, mark, Colour.OK if mark == "done" else Colour.ACCENT))
    line.box.addWidget(BilingualLabel(theme, *setting.pair(*name), Role.HEADING), 1)
    line.add(IconButton(theme, glyph, "Fold"))
    return line


def _date_words(setting: Setting) -> DateWords:
    own, pair = setting.own, setting.pair
    captions = (own("Day", "اليوم"), own("Month", "الشهر"), own("Year", "السنة"))
    modes = [Choice("exact", *pair("exactly", "بالضبط")), Choice("about", *pair("about", "تقريباً"))]
    calendars = [Choice("gregorian", *pair("Gregorian", "ميلادي")), Choice("islamic", *pair("Islamic", "هجري"))]
    kinds = (own("Meant as", "المعنى"), own("Calendar", "التقويم"))
    return DateWords(own("Born", "الولادة"), *captions, *captions, *kinds, modes, calendars)


def fields(setting: Setting) -> QWidget:
    """A date, a picker with its list open, a long pair that does not fit one row, several answers."""
    theme, own = setting.theme, setting.own
    born = DateField(theme, _date_words(setting))
    born.show_answer(SaidDate.plainly("1991-05~"))
    names = [
        ("syr", "Syria", "سوريا"),
        ("ukr", "Ukraine", "أوكرانيا"),
        ("som", "Somalia", "الصومال"),
        ("eri", "Eritrea", "إريتريا"),
        ("ssd", "South Sudan", "جنوب السودان"),
        ("sdn", "Sudan", "السودان"),
    ]
    countries = search_in([Suggestion(key, own(english, arabic), key.upper()) for key, english, arabic in names])
    picker = Picker(
        theme, countries, PickerWords(own("Country", "البلد"), own("Type a few letters", "اكتب"), own("Nothing fits", "لا شيء"))
    )
    picker.set_picked(Picked("syr", own("Syria", "سوريا")))
    marked(picker.line)
    long_pair = (
        "What of all this would you like to do again here, if you could choose freely among everything you know?",
        "ماذا تريد أن تفعل من كل هذا هنا مرة أخرى، إذا كان بإمكانك الاختيار بحرية من بين كل ما تعرفه؟",
    )
    several = [("Sewing", "الخياطة"), ("Cooking", "الطبخ"), ("Caring for people", "رعاية الناس"), ("Driving", "قيادة السيارات")]
    chosen = OptionGroup(theme, [Choice(a, *setting.pair(a, b)) for a, b in several], own(*long_pair), many=True)
    chosen.set_value(("Cooking", "Driving"))
    return frame(
        setting,
        "name",
        ("Name and birth", "الاسم والولادة"),
        ("As the person says it", "كما يقول الشخص"),
        _question(setting, ("When were you born?", "متى ولدت؟"), born),
        _question(setting, long_pair, chosen),
        _question(setting, ("In which country?", "في أي بلد؟"), picker),
    )
