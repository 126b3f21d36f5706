"""The style sheet, built from tokens: pure text, so that it can be read and tested without a window."""

from collections.abc import Callable

from s2w_desktop.ui.kit.tokens import (
    CONTROL_HEIGHT,
    QUIET_ROLES,
    RADIUS_CARD,
    RADIUS_CONTROL,
    RADIUS_SMALL,
    TYPE,
    Colour,
    Palette,
    Role,
)
from s2w_desktop.ui.kit.words import Script

Px = Callable[[float], int]
TypePx = Callable[[Role, Script], int]

_TONED = (Colour.ACCENT, Colour.OK, Colour.WARN, Colour.BAD, Colour.TRAINING, Colour.MUTED, Colour.TEXT)


def style_sheet(palette: Palette, px: Px, type_px: TypePx) -> str:
    """The sheet for a whole application. Widgets tell what they are by the properties role, script, kind and tone."""
    return "\n".join((_text(palette, type_px), _panels(palette, px), _controls(palette, px, type_px), _views(palette, px)))


def _text(p: Palette, type_px: TypePx) -> str:
    rules = [f"QWidget {{ color: {p.text}; font-size: {type_px(Role.BODY, Script.LATIN)}px; }}"]
    for role, style in TYPE.items():
        colour = p.muted if role in QUIET_ROLES else p.text
        rules += [
            f'QLabel[role="{role}"][script="{script}"] {{ font-size: {type_px(role, script)}px;'
            f" font-weight: {style.weight}; color: {colour}; }}"
            for script in Script
        ]
    rules += [f'QLabel[role][tone="{tone}"] {{ color: {p.of(tone)}; }}' for tone in _TONED]
    return "\n".join(rules)


def _panels(p: Palette, px: Px) -> str:
    return f"""
    QFrame[kind="window"] {{ background: {p.canvas}; border: none; }}
    QScrollArea {{ background: transparent; border: none; }}
    QFrame[kind="sunken"] {{ background: {p.sunken}; border: none; }}
    QFrame[kind="top_bar"] {{ background: {p.surface}; border: none; border-bottom: 1px solid {p.line}; }}
    QFrame[kind="footer"] {{ background: {p.canvas}; border: none; border-top: 1px solid {p.line}; }}
    QFrame[kind="rule"] {{ background: {p.line}; border: none; }}
    QFrame[kind="popup"] {{ background: {p.raised}; border: 1px solid {p.control};
        border-radius: {px(RADIUS_CONTROL)}px; }}
    QFrame[kind="card"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {px(RADIUS_CARD)}px; }}
    QFrame[kind="card"][tone="active"] {{ border-color: {p.accent}; }}
    QFrame[kind="card"][tone="quiet"] {{ background: {p.raised}; }}
    QFrame[kind="card"][tone="ok"] {{ background: {p.ok_soft}; border-color: {p.ok}; }}
    QFrame[kind="card"][tone="warn"] {{ background: {p.warn_soft}; border-color: {p.warn}; }}
    QFrame[kind="card"][tone="bad"] {{ background: {p.bad_soft}; border-color: {p.bad}; }}
    QFrame[kind="card"][tone="training"] {{ background: {p.training_soft}; border-color: {p.training}; }}
    QLabel[kind="keycap"] {{ background: {p.raised}; border: 1px solid {p.control};
        border-radius: {px(RADIUS_SMALL)}px; padding: 0 {px(6)}px; }}
    QToolTip {{ background: {p.raised}; color: {p.text}; border: 1px solid {p.control}; padding: {px(4)}px; }}
    """


def _controls(p: Palette, px: Px, type_px: TypePx) -> str:
    high, arabic = px(CONTROL_HEIGHT) - 2, type_px(Role.BODY, Script.ARABIC)
    return f"""
    QPushButton {{ min-height: {high}px; padding: 0 {px(14)}px; border-radius: {px(RADIUS_CONTROL)}px;
        background: {p.surface}; border: 1px solid {p.control}; outline: none; }}
    QPushButton:hover {{ background: {p.raised}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {p.accent_soft}; }}
    QPushButton[kind="primary"] {{ background: {p.accent}; border-color: {p.accent}; color: {p.on_accent};
        font-weight: 600; }}
    QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {p.accent_strong}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; padding: 0 {px(10)}px; }}
    QPushButton[kind="quiet"]:hover {{ background: {p.accent_soft}; }}
    QPushButton[kind="icon"] {{ background: transparent; border-color: transparent; padding: 0;
        min-width: {high}px; max-width: {high}px; }}
    QPushButton[kind="icon"]:hover {{ background: {p.accent_soft}; }}
    QPushButton[kind="corner"] {{ background: transparent; border: none; padding: 0;
        min-width: {px(24)}px; max-width: {px(24)}px; min-height: {px(24)}px; max-height: {px(24)}px; }}
    QPushButton[kind="corner"]:hover {{ background: {p.accent_soft}; }}
    QPushButton[kind="link"] {{ background: transparent; border: none; color: {p.accent}; padding: 0 {px(2)}px;
        min-height: {px(26)}px; }}
    QPushButton[kind="link"]:hover {{ color: {p.accent_strong}; text-decoration: underline; }}
    QPushButton:disabled {{ color: {p.muted}; background: {p.sunken}; border: 1px dashed {p.control}; }}
    QPushButton[script="Arab"] {{ font-size: {arabic}px; }}
    QLineEdit, QPlainTextEdit {{ background: {p.surface}; border: 1px solid {p.control};
        border-radius: {px(RADIUS_CONTROL)}px; padding: 0 {px(10)}px; min-height: {high}px;
        placeholder-text-color: {p.muted}; selection-background-color: {p.accent};
        selection-color: {p.on_accent}; }}
    QLineEdit[tone="warn"], QPlainTextEdit[tone="warn"] {{ border-color: {p.warn}; }}
    QLineEdit[tone="bad"], QPlainTextEdit[tone="bad"] {{ border-color: {p.bad}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {p.muted}; background: {p.sunken};
        border: 1px dashed {p.control}; }}
    QLineEdit[script="Arab"], QPlainTextEdit[script="Arab"] {{ font-size: {arabic}px; }}
    QPlainTextEdit {{ padding: {px(6)}px; }}
    """


def _views(p: Palette, px: Px) -> str:
    return f"""
    QMenu::item:selected {{ color: {p.on_accent}; }}
    QTableView, QListView {{ background: transparent; border: none; outline: none; }}
    QHeaderView {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: {px(12)}px; background: transparent; border: none; }}
    QScrollBar:horizontal {{ height: {px(12)}px; background: transparent; border: none; }}
    QScrollBar::handle {{ background: {p.control}; border-radius: {px(3)}px; margin: {px(3)}px; min-height: {px(32)}px;
        min-width: {px(32)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
