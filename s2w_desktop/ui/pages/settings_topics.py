"""The simple topics of the settings: a question each, with the answer that holds now."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from s2w_desktop import __version__
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.settings import LOCK_CHOICES_MINUTES
from s2w_desktop.ui.capture import can_block
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import Facts, Notice, NoticeText, Tone
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.languages import language_choices
from s2w_desktop.ui.looks import look_options, scale_options
from s2w_desktop.ui.settled import SettledGroup

_LICENCES_HEIGHT = 260
YES = "yes"
Slot = Callable[[str], None]
"""A method of the page that takes the key chosen; pages hold their parts, never the other way round."""


def look(desk: Desk, use_look: Slot, use_scale: Slot) -> QWidget:
    """Colours and text size."""
    _, theme, settings = desk.translator.gettext, desk.theme, desk.book.settings
    looks = _group(desk, _("Colours"), look_options(desk.translator), settings.look, use_look)
    sizes = _group(desk, _("Text size"), scale_options(desk.translator), str(settings.text_scale), use_scale)
    return _sheet(desk, Label(theme, _("Colours"), Role.HEADING), looks, 6, Label(theme, _("Text size"), Role.HEADING), sizes)


def language(desk: Desk, use: Slot) -> QWidget:
    """The language of the window."""
    _, theme = desk.translator.gettext, desk.theme
    group = SettledGroup(theme, language_choices(desk.catalogues, desk.translator), _("Language of this program"))
    group.set_value((desk.translator.code,))
    group.chosen.connect(use)
    hint = _("The language of the questions is chosen in each interview. F4 changes this language anywhere.")
    return _sheet(
        desk,
        Label(theme, _("Language of this program"), Role.HEADING),
        group,
        Label(theme, hint, Role.CAPTION, wrap=True),
        *_missing_notice(desk),
        *_draft_notice(desk),
    )


def locking(desk: Desk, use: Slot, use_capture: Slot) -> QWidget:
    """After how long an abandoned window locks itself, and whether pictures of the screen show it."""
    tr, theme = desk.translator, desk.theme
    _ = tr.gettext
    minutes = [(str(n), fill(tr.ngettext("After {n} minute", "After {n} minutes", n), n=n)) for n in LOCK_CHOICES_MINUTES]
    group = _group(desk, _("Lock without input"), minutes, str(desk.book.settings.lock_after_minutes), use)
    hint = _(
        "It cannot be switched off: a laptop that lies open shows people who trusted you. A warning comes 20 seconds before."
    )
    return _sheet(
        desk,
        Label(theme, _("Lock without input"), Role.HEADING),
        group,
        Label(theme, hint, Role.CAPTION, wrap=True),
        6,
        Label(theme, _("Pictures of the screen"), Role.HEADING),
        *_capture(desk, use_capture),
    )


def _capture(desk: Desk, use: Slot) -> tuple[QWidget, ...]:
    """What holds about pictures of the screen; a choice where somebody trains."""
    _, theme = desk.translator.gettext, desk.theme
    if not can_block():
        words = _("This system cannot block them: whoever takes a picture of the screen, or shares it, shows what stands on it.")
        return (Label(theme, words, Role.CAPTION, wrap=True),)
    hint = Label(theme, _("A camera, or a telephone, is not hindered by this."), Role.CAPTION, wrap=True)
    if not theme.is_training:
        words = _("They are blocked: in a picture or a shared screen these windows are missing.")
        return Label(theme, words, wrap=True), hint
    now = YES if desk.book.settings.is_capture_allowed else "no"
    options = [("no", _("Blocked, as in real work")), (YES, _("Allowed, to show others how it is done"))]
    return _group(desk, _("Pictures of the screen"), options, now, use), hint


def names(desk: Desk, use: Slot) -> QWidget:
    """Whether the list shows names when the program starts."""
    _, theme = desk.translator.gettext, desk.theme
    options = [("no", _("Codes only; names on request")), (YES, _("Names and codes"))]
    now = YES if desk.book.settings.are_names_shown else "no"
    group = _group(desk, _("The list of profiles shows"), options, now, use)
    hint = _("Titles of windows never show a name.")
    return _sheet(
        desk, Label(theme, _("The list of profiles shows"), Role.HEADING), group, Label(theme, hint, Role.CAPTION, wrap=True)
    )


def about(desk: Desk) -> QWidget:
    """Version and licences."""
    _, theme = desk.translator.gettext, desk.theme
    facts = Facts(theme, [(_("Version"), Ltr(__version__)), (_("Licence"), Ltr("Apache-2.0"))])
    licences = QPlainTextEdit(_licences(desk.resources))
    licences.setReadOnly(True)
    licences.setTabChangesFocus(True)
    licences.setAccessibleName(_("Licences of fonts"))
    licences.setMinimumHeight(theme.px(_LICENCES_HEIGHT))
    return _sheet(
        desk,
        Label(theme, _("Skills to Work"), Role.HEADING),
        facts,
        *_missing_notice(desk),
        *_draft_notice(desk),
        Label(theme, _("Licences of fonts"), Role.HEADING),
        licences,
    )


def _missing_notice(desk: Desk) -> tuple[QWidget, ...]:
    """Say how much is shown in English, so that nobody looks for a fault of their own."""
    tr, missing = desk.translator, desk.translator.facts.missing
    if not missing:
        return ()
    words = tr.ngettext(
        "{n} sentence is not translated yet and is shown in English.",
        "{n} sentences are not translated yet and are shown in English.",
        missing,
    )
    return (Label(desk.theme, fill(words, n=number(tr, missing)), Role.CAPTION, wrap=True),)


def _draft_notice(desk: Desk) -> tuple[QWidget, ...]:
    if not desk.translator.is_draft:
        return ()
    _ = desk.translator.gettext
    text = NoticeText(
        fill(_("The translation into {language} is a draft."), language=desk.translator.language.native_name),
        _("Answers are kept as codes, so no answer changes when words are corrected."),
        _("Tell headquarters about words that are wrong or hurt."),
    )
    return (Notice(desk.theme, text, Tone.WARN),)


def _licences(resources: Path) -> str:
    return "\n\n".join(path.read_text("utf-8") for path in sorted((resources / "fonts").glob("OFL-*.txt")))


def _group(
    desk: Desk,
    name: str,
    options: Sequence[tuple[str, str]],
    now: str,
    use: Slot,
) -> OptionGroup:
    group = SettledGroup(desk.theme, [Choice(key, Words(words)) for key, words in options], name)
    group.set_value((now,))
    group.chosen.connect(use)
    return group


def _sheet(desk: Desk, *parts: QWidget | int) -> Panel:
    sheet = Panel(desk.theme, gap=10)
    sheet.add(*parts)
    return sheet
