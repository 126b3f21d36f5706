"""Sample windows built from the kit, saved as pictures to be looked at beside the mocks.

    python -m tests.ui.kit.gallery OUT [NAME ...]

People and words are invented; the foreign words only judge the layout and need native review before any use.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.ui.kit.audit import clipped, small_targets, unnamed
from s2w_desktop.ui.kit.focus import FocusRing
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.kit.tokens import Look
from tests.ui.kit import samples, samples_doors, samples_interview

ROOT = Path(__file__).parents[3]
Build = Callable[[samples.Setting], QWidget]


@dataclass(frozen=True)
class Picture:
    """One picture: what is built, how it looks, and how large its window is."""

    build: Build
    look: Look = Look.LIGHT
    scale: int = 100
    mirrored: bool = False
    training: bool = False
    size: tuple[int, int] = (1366, 768)


PICTURES: dict[str, Picture] = {
    "interview": Picture(samples_interview.interview),
    "interview-dark": Picture(samples_interview.interview, Look.DARK),
    "interview-contrast": Picture(samples_interview.interview, Look.CONTRAST),
    "interview-ar": Picture(samples_interview.interview, mirrored=True),
    "interview-training": Picture(samples_interview.interview, training=True),
    "interview-150": Picture(samples_interview.interview, scale=150),
    "interview-200": Picture(samples_interview.interview, scale=200),
    "interview-200-ar": Picture(samples_interview.interview, scale=200, mirrored=True),
    "interview-small": Picture(samples_interview.interview, size=(1024, 600)),
    "languages": Picture(samples_interview.languages),
    "languages-ar": Picture(samples_interview.languages, mirrored=True),
    "languages-200": Picture(samples_interview.languages, scale=200),
    "fields": Picture(samples_interview.fields),
    "fields-ar": Picture(samples_interview.fields, mirrored=True),
    "list": Picture(samples.profile_list),
    "list-dark": Picture(samples.profile_list, Look.DARK),
    "list-ar": Picture(samples.profile_list, mirrored=True),
    "list-150": Picture(samples.profile_list, scale=150),
    "list-small": Picture(samples.profile_list, size=(1024, 600)),
    "hand-over": Picture(samples.hand_over),
    "hand-over-200": Picture(samples.hand_over, scale=200),
    "hand-over-ar": Picture(samples.hand_over, mirrored=True),
    "inbox": Picture(samples.inbox),
    "inbox-contrast": Picture(samples.inbox, Look.CONTRAST),
    "notices": Picture(samples.notices),
    "notices-dark": Picture(samples.notices, Look.DARK),
    "first-run": Picture(samples_doors.first_run),
    "first-run-200": Picture(samples_doors.first_run, scale=200),
    "unlock": Picture(samples_doors.unlock),
    "unlock-dark": Picture(samples_doors.unlock, Look.DARK),
    "unlock-ar": Picture(samples_doors.unlock, mirrored=True),
}


def main() -> None:
    """Build and save the pictures named, or all; print what the audit finds in each."""
    out, *names = sys.argv[1:]
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'packaging' / 'screen.json'}")
    app = QApplication([])
    load_fonts(ROOT / "resources" / "fonts")
    for name in names or PICTURES:
        picture = PICTURES[name]
        theme = Theme(ROOT / "resources", look=picture.look, text_scale=picture.scale, training=picture.training)
        theme.apply(app)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if picture.mirrored else Qt.LayoutDirection.LeftToRight)
        window = picture.build(samples.Setting(theme, mirrored=picture.mirrored))
        window.resize(*picture.size)
        ring = FocusRing(theme, window)
        window.show()
        window.activateWindow()
        app.processEvents()
        samples.give_focus(window)
        app.processEvents()
        ring.raise_()
        window.grab().save(str(Path(out) / f"{name}.png"))
        least = window.minimumSizeHint()
        faults = [str(finding) for finding in (*clipped(window), *unnamed(window), *small_targets(window, 24))]
        sys.stdout.write(f"{name}: least {least.width()} x {least.height()}; {'; '.join(faults) or 'nothing found'}\n")
        window.close()
        window.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main()
