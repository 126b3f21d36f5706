"""The pair of languages: equals, at their own edges, stacked when one row is too small."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.text import BilingualLabel, Label
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.kit.words import Words

ENGLISH, ARABIC, UKRAINIAN = Words("Have you ever worked?", "en"), Words("هل عملت من قبل؟", "ar"), Words("Ви працювали?", "uk")


def shown(qtbot: QtBot, label: BilingualLabel, width: int) -> tuple[Label, Label]:
    qtbot.addWidget(label)
    label.resize(width, label.heightForWidth(width))
    label.show()
    own, other = label.findChildren(Label)
    return own, other


def test_two_directions_share_a_row_each_from_its_own_edge(theme: Theme, qtbot: QtBot) -> None:
    label = BilingualLabel(theme, ENGLISH, ARABIC)
    own, other = shown(qtbot, label, 800)
    assert own.x() == 0
    assert other.geometry().right() == 799
    assert own.y() == other.y()
    assert other.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_an_arabic_officer_has_arabic_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    theme.set_direction(Qt.LayoutDirection.RightToLeft)
    label = BilingualLabel(theme, ARABIC, ENGLISH)
    own, other = shown(qtbot, label, 800)
    assert own.geometry().right() == 799
    assert other.x() == 0
    assert other.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_words_stand_at_the_edge_of_their_language_whatever_letters_they_hold(theme: Theme, qtbot: QtBot) -> None:
    label = BilingualLabel(theme, Words("T (tractor)", "en"), Words("T (جرار)", "ar"))
    _, other = shown(qtbot, label, 600)
    assert other.geometry().right() == 599
    assert other.width() == other.one_line_width()


def test_languages_of_one_direction_get_columns_of_equal_width(theme: Theme, qtbot: QtBot) -> None:
    label = BilingualLabel(theme, ENGLISH, UKRAINIAN)
    own, other = shown(qtbot, label, 800)
    assert own.width() == other.width()
    assert other.x() == 800 - other.width()


def test_a_pair_that_does_not_fit_stands_below_each_other(theme: Theme, qtbot: QtBot) -> None:
    long = Words("Which of all these would you like to do again here, if you could choose? " * 2, "en")
    label = BilingualLabel(theme, long, ARABIC)
    own, other = shown(qtbot, label, 800)
    assert other.y() == own.geometry().bottom() + 1 + 4
    assert other.width() == 800


def test_narrow_columns_and_large_text_stack_the_pair(theme: Theme, qtbot: QtBot) -> None:
    label = BilingualLabel(theme, ENGLISH, ARABIC)
    qtbot.addWidget(label)
    assert label.is_stacked(559)
    assert not label.is_stacked(560)
    theme.set_text_scale(150)
    assert label.is_stacked(1600)
    theme.set_text_scale(100)


def test_equal_languages_are_shown_once(theme: Theme, qtbot: QtBot) -> None:
    label = BilingualLabel(theme, ENGLISH, Words(ENGLISH.text, "en"))
    own, other = shown(qtbot, label, 300)
    assert other.isHidden()
    assert own.width() == 300
    assert label.accessibleName() == ENGLISH.text


def test_both_languages_are_spoken_and_each_label_tells_its_language(theme: Theme, qtbot: QtBot) -> None:
    label = BilingualLabel(theme, ENGLISH, ARABIC)
    own, other = shown(qtbot, label, 800)
    assert label.accessibleName() == f"{ENGLISH.text} / {ARABIC.text}"
    assert (own.locale().language().name, other.locale().language().name) == ("English", "Arabic")


def test_words_are_never_read_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "<b>Ada</b> & co")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Ada</b> & co"
    button = Button(theme, "Ada & co")
    qtbot.addWidget(button)
    assert button.text() == "Ada && co"
    assert button.accessibleName() == "Ada & co"


def test_a_latin_name_starts_at_the_leading_edge_of_an_arabic_window(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "Casa do Rio.")
    qtbot.addWidget(label)
    assert label.text() == "Casa do Rio."
    theme.set_direction(Qt.LayoutDirection.RightToLeft)
    assert label.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert label.text() == "\u200f\u2068Casa do Rio.\u2069"


def test_an_icon_that_comes_last_stands_after_the_words_in_both_directions(theme: Theme, qtbot: QtBot) -> None:
    """The words start where the icon would otherwise be."""
    first, last = Button(theme, "Unpaid work", icon="next"), Button(theme, "Unpaid work", icon="next", icon_last=True)
    for button in (first, last):
        qtbot.addWidget(button)
        button.show()
    left_to_right = (first.grab().toImage(), last.grab().toImage())
    for button in (first, last):
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right_to_left = (first.grab().toImage(), last.grab().toImage())
    assert ink_of_words(left_to_right[0]) > ink_of_words(left_to_right[1])
    assert ink_of_words(right_to_left[1]) > ink_of_words(right_to_left[0])


def ink_of_words(picture: QImage) -> int:
    """First column, from the left, in which a tall stroke (the capital U) stands."""

    def is_tall(x: int) -> bool:
        return sum(picture.pixelColor(x, y).lightness() < 120 for y in range(6, picture.height() - 6)) > 8

    return next(x for x in range(8, picture.width()) if is_tall(x))


def ink_of_lines(image: QImage) -> list[tuple[int, int]]:
    """The first and the last inked column of every line of words."""
    ground, lines, above = image.pixelColor(0, 0), list[tuple[int, int]](), False
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, y) != ground]
        if inked and above:
            lines[-1] = (min(lines[-1][0], inked[0]), max(lines[-1][1], inked[-1]))
        elif inked:
            lines.append((inked[0], inked[-1]))
        above = bool(inked)
    return lines


def test_every_line_of_arabic_words_begins_at_the_same_edge_and_none_is_cut(theme: Theme, qtbot: QtBot) -> None:
    theme.set_direction(Qt.LayoutDirection.RightToLeft)
    alone = Label(theme, Words("مركز مركز", "ar"))
    label = Label(theme, Words(" ".join(["مركز"] * 5), "ar"), wrap=True)
    for one in (alone, label):
        qtbot.addWidget(one)
        one.show()
    wide = alone.one_line_width()  # two of the words just fit
    label.resize(wide, label.heightForWidth(wide))
    first, second, third = ink_of_lines(label.grab().toImage())
    assert first == second
    assert first[1] == third[1]
    (whole,) = ink_of_lines(alone.grab().toImage())
    assert first[1] - first[0] == whole[1] - whole[0]
    assert label.grab().toImage().pixelColor(0, 0) != theme.colour(Colour.TEXT)
