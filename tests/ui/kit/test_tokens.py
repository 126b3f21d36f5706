"""Every colour pair keeps its floor, in every theme, with and without training."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from s2w_desktop.ui.kit.tokens import (
    PAIRS,
    TEXT_FLOOR,
    TYPE,
    Colour,
    Look,
    Palette,
    Role,
    best_ink,
    contrast,
    palette_of,
)

ROOT = Path(__file__).parents[3]
PALETTES = [(look, training) for look in Look for training in (False, True)]


@pytest.mark.parametrize(("look", "training"), PALETTES)
def test_every_pair_reaches_its_floor(look: Look, training: bool) -> None:
    palette = palette_of(look, training=training)
    misses = [
        f"{pair.foreground} on {ground}: {ratio:.2f} under {pair.floor}"
        for pair in PAIRS
        for ground in pair.grounds
        if (ratio := contrast(palette.of(pair.foreground), palette.of(ground))) < pair.floor
    ]
    assert not misses


@pytest.mark.parametrize(("look", "training"), PALETTES)
def test_figures_can_be_read_inside_every_chart_step(look: Look, training: bool) -> None:
    assert all(contrast(best_ink(step), step) >= TEXT_FLOOR for step in palette_of(look, training=training).series)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_training_store_never_looks_like_a_real_one() -> None:
    for look in Look:
        assert palette_of(look, training=True).accent == palette_of(look).training
        assert palette_of(look, training=True).accent != palette_of(look).accent


def test_every_named_colour_is_in_the_palette_and_none_is_left_over() -> None:
    assert {colour.value for colour in Colour} | {"series"} == {field.name for field in fields(Palette)}


def test_nothing_is_set_smaller_than_a_caption() -> None:
    assert min(style.px for style in TYPE.values()) == TYPE[Role.CAPTION].px == 13
    assert TYPE[Role.SHOW_QUIET].px >= 43  # 32 pt at 96 dpi, for reading across a table


def test_no_colour_stands_outside_the_tokens() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in sorted((ROOT / "s2w_desktop" / "ui").rglob("*.py"))
        if file.name != "tokens.py"
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"#[0-9A-Fa-f]{6}\b", line)
    ]
    assert not found
