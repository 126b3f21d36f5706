"""Design tokens: colours, type roles, spaces, radii and the contrast they promise. Plain values, no Qt.

This is the only file of the program that holds a colour or a size of type.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Colour(StrEnum):
    """Names of the colours of a palette; the members are the fields of `Palette`."""

    CANVAS = "canvas"
    SUNKEN = "sunken"
    SURFACE = "surface"
    RAISED = "raised"
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    CONTROL = "control"
    ACCENT = "accent"
    ACCENT_STRONG = "accent_strong"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    OK = "ok"
    OK_SOFT = "ok_soft"
    WARN = "warn"
    WARN_SOFT = "warn_soft"
    BAD = "bad"
    BAD_SOFT = "bad_soft"
    TRAINING = "training"
    TRAINING_STRONG = "training_strong"
    TRAINING_SOFT = "training_soft"
    ON_TRAINING = "on_training"


class Look(StrEnum):
    """The three themes a person can choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Role(StrEnum):
    """What a text is for; decides its size and weight."""

    SHOW = "show"
    SHOW_QUIET = "show_quiet"
    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    QUESTION = "question"
    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    CAPTION = "caption"
    OVERLINE = "overline"


@dataclass(frozen=True)
class Palette:
    """One theme's colours as #RRGGBB."""

    canvas: str  # behind everything
    sunken: str  # navigator, sidebar, help
    surface: str  # cards, fields, lists
    raised: str  # pop-ups, keycaps, hovered rows
    text: str
    muted: str  # hints, captions, placeholders
    line: str  # decorates only, so no floor holds for it
    control: str  # outlines that carry meaning
    accent: str
    accent_strong: str  # hover and press
    accent_soft: str  # ground of what is chosen
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    training: str
    training_strong: str
    training_soft: str
    on_training: str
    series: tuple[str, str, str, str]  # ordered chart steps, weakest first

    def of(self, colour: Colour) -> str:
        """The value of one named colour."""
        value: str = getattr(self, colour.value)
        return value


LIGHT = Palette(
    canvas="#F6F4F0",
    sunken="#EDEAE3",
    surface="#FFFFFF",
    raised="#FAF9F6",
    text="#1D2528",
    muted="#545D60",
    line="#DDD8CE",
    control="#7C776E",
    accent="#12616B",
    accent_strong="#0B4951",
    accent_soft="#DCEBEB",
    on_accent="#FFFFFF",
    ok="#27663A",
    ok_soft="#E1EFE3",
    warn="#7A4F00",
    warn_soft="#FAEBCB",
    bad="#A1281F",
    bad_soft="#FBE5E1",
    training="#5B4796",
    training_strong="#3F2F73",
    training_soft="#EAE5F5",
    on_training="#FFFFFF",
    series=("#CFE3E3", "#8FC0C3", "#2E7C85", "#0B4951"),
)

DARK = Palette(
    canvas="#16191A",
    sunken="#111415",
    surface="#1F2426",
    raised="#272D2F",
    text="#ECE9E3",
    muted="#B0B6B5",
    line="#32393B",
    control="#848D8E",
    accent="#6CC2CA",
    accent_strong="#9ADAE0",
    accent_soft="#1D3D41",
    on_accent="#06272B",
    ok="#80C98F",
    ok_soft="#1E3525",
    warn="#E6B85C",
    warn_soft="#3B2F16",
    bad="#F29A91",
    bad_soft="#452320",
    training="#BBA8F0",
    training_strong="#D6CAF9",
    training_soft="#322A4D",
    on_training="#1D1238",
    series=("#24484C", "#357980", "#5FB2BA", "#B9E7EB"),
)

CONTRAST = Palette(
    canvas="#000000",
    sunken="#000000",
    surface="#000000",
    raised="#1A1A1A",
    text="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    control="#FFFFFF",
    accent="#FFE14D",
    accent_strong="#FFF0A0",
    accent_soft="#3A3200",
    on_accent="#000000",
    ok="#8CF5A0",
    ok_soft="#00260A",
    warn="#FFC34D",
    warn_soft="#332200",
    bad="#FFB0A6",
    bad_soft="#3D0A04",
    training="#D9C8FF",
    training_strong="#EDE5FF",
    training_soft="#241447",
    on_training="#000000",
    series=("#4D4400", "#A89400", "#FFE14D", "#FFFFFF"),
)

CHART_INKS = ("#10282B", "#FFFFFF")


def training_variant(palette: Palette) -> Palette:
    """The same palette with the training colour as its accent: a training store never looks like a real one."""
    return replace(
        palette,
        accent=palette.training,
        accent_strong=palette.training_strong,
        accent_soft=palette.training_soft,
        on_accent=palette.on_training,
    )


def palette_of(look: Look, *, training: bool = False) -> Palette:
    """The palette of a theme, in the training variant if asked."""
    chosen = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}[look]
    return training_variant(chosen) if training else chosen


@dataclass(frozen=True)
class TypeStyle:
    """Size in pixels at 96 dpi and weight of one role."""

    px: int
    weight: int


TYPE: dict[Role, TypeStyle] = {
    Role.SHOW: TypeStyle(44, 600),
    Role.SHOW_QUIET: TypeStyle(43, 400),
    Role.DISPLAY: TypeStyle(28, 600),
    Role.TITLE: TypeStyle(20, 600),
    Role.HEADING: TypeStyle(16, 600),
    Role.QUESTION: TypeStyle(16, 600),
    Role.BODY: TypeStyle(14, 400),
    Role.STRONG: TypeStyle(14, 600),
    Role.MUTED: TypeStyle(14, 400),
    Role.CAPTION: TypeStyle(13, 400),
    Role.OVERLINE: TypeStyle(13, 600),
}
QUIET_ROLES = frozenset({Role.MUTED, Role.CAPTION, Role.OVERLINE})
ARABIC_SCALE = 1.125  # at equal size Arabic script looks a grade smaller than Latin
FAMILIES = ("Noto Sans", "Noto Sans Arabic UI", "Noto Sans Ethiopic", "Noto Sans Bengali")

RADIUS_SMALL, RADIUS_CONTROL, RADIUS_CARD, RADIUS_TILE = 4, 6, 10, 14
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL, SPACE_XXL, SPACE_XXXL = 4, 8, 12, 16, 24, 32, 48
CONTROL_HEIGHT, OPTION_HEIGHT, LADDER_HEIGHT = 36, 40, 32
ROW_HEIGHT, SIDEBAR_ROW, SECTION_ROW, HEADER_ROW = 52, 36, 29, 36
SIDEBAR, SIDEBAR_FOLDED, NAVIGATOR, HELP, STEPS = 208, 56, 214, 268, 168
TOP_BAR, FOOTER, TRAINING_BAND = 52, 54, 28
QUESTION_COLUMN, SETTINGS_COLUMN = 836, 560
PAIR_MINIMUM, PAIR_GAP = 560, 24  # a pair of languages stacks under this column width; the least gap in one row
FOCUS_WIDTH, FOCUS_GAP = 2, 2
SMALLEST_TARGET = 24
ICON_SMALL, ICON, ICON_NOTICE = 18, 20, 22

SMALLEST_SCALE, LARGEST_SCALE = 100, 200  # text size in per cent
STACK_SCALE, FOLD_SCALE = 150, 125  # from here on pairs stack, help folds
FOLD_WIDTH, NARROW_WIDTH = 1080, 800  # windows narrower than this (at 100 % text) fold sidebar and help, then navigator
STRIP = 44  # what a folded side leaves

TEXT_FLOOR, SHAPE_FLOOR = 4.5, 3.0


@dataclass(frozen=True)
class Pair:
    """A colour on its grounds, and the least contrast it must reach on each."""

    foreground: Colour
    grounds: tuple[Colour, ...]
    floor: float


_PAPERS = (Colour.CANVAS, Colour.SUNKEN, Colour.SURFACE, Colour.RAISED)
_SOFTS = (Colour.ACCENT_SOFT, Colour.OK_SOFT, Colour.WARN_SOFT, Colour.BAD_SOFT, Colour.TRAINING_SOFT)
_STATUS = (Colour.CANVAS, Colour.SURFACE, Colour.ACCENT_SOFT)
PAIRS = (
    Pair(Colour.TEXT, _PAPERS + _SOFTS, TEXT_FLOOR),
    Pair(Colour.MUTED, _PAPERS + _SOFTS, TEXT_FLOOR),
    Pair(Colour.ACCENT, (*_PAPERS, Colour.ACCENT_SOFT), TEXT_FLOOR),  # links and the focus ring too
    Pair(Colour.ACCENT_STRONG, _STATUS, TEXT_FLOOR),
    Pair(Colour.ON_ACCENT, (Colour.ACCENT, Colour.ACCENT_STRONG), TEXT_FLOOR),
    Pair(Colour.OK, (*_STATUS, Colour.OK_SOFT, Colour.SUNKEN), TEXT_FLOOR),
    Pair(Colour.WARN, (*_STATUS, Colour.WARN_SOFT, Colour.SUNKEN), TEXT_FLOOR),
    Pair(Colour.BAD, (*_STATUS, Colour.BAD_SOFT, Colour.SUNKEN), TEXT_FLOOR),
    Pair(Colour.TRAINING, (Colour.CANVAS, Colour.SURFACE, Colour.TRAINING_SOFT), TEXT_FLOOR),
    Pair(Colour.CONTROL, (*_PAPERS, Colour.ACCENT_SOFT), SHAPE_FLOOR),
)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB as WCAG 2.2 defines it, 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def best_ink(ground: str) -> str:
    """The darker or lighter ink that reads better on a chart step."""
    return max(CHART_INKS, key=lambda ink: contrast(ink, ground))
