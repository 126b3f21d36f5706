"""Faces of the shipped fonts."""

from pathlib import Path

import pytest

from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.scripts import Script


def test_each_script_has_its_own_family_first(fonts: FontSet) -> None:
    first = {script: fonts.stack(script, is_bold=False)[0].name for script in Script}
    assert first == {
        Script.LATIN: "NotoSans-Regular",
        Script.ARABIC: "Vazirmatn-Regular",
        Script.ETHIOPIC: "NotoSansEthiopic-Regular",
        Script.BENGALI: "NotoSansBengali-Regular",
    }
    assert fonts.stack(Script.ARABIC, is_bold=True)[0].name == "Vazirmatn-Bold"


def test_a_letter_has_a_glyph_and_a_foreign_one_the_box(fonts: FontSet) -> None:
    face = fonts.stack(Script.LATIN, is_bold=False)[0]
    assert face.advance(face.glyph("m")) > face.advance(face.glyph("i")) > 0
    assert face.glyph("漢") == 0


@pytest.mark.parametrize("content", [None, b"", b"not a font"])
def test_a_folder_without_sound_fonts_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "NotoSans-Regular.ttf").write_bytes(content)
    face = FontSet(tmp_path).stack(Script.LATIN, is_bold=False)[0]
    with pytest.raises(FileUnreadable):
        assert face.coverage
