"""The main job, unattended, through the real windows: `python packaging/tour.py DIR`.

Headquarters and a laptop are set up, people are recorded, handed over and imported; the receipt is carried back, papers are made.
Whole interviews are held with the people of `tour_people`, in their pairs of languages. DIR gets numbered pictures,
a folder of them for each pair, the bundle with the training keys that open and verify it, the papers, and tour.md.
"""

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dev_arguments import folder_parser
from tour_people import tour_people
from tour_program import StrayWindows
from tour_report import write_report
from tour_story import Tour

OURS = (
    "[0-9][0-9]-*.png",
    "??+??/[0-9][0-9][0-9]-*.png",
    "S2W-*.s2w",
    "receipt-S2W-*.s2w",
    "paper-*.pdf",
    "hq-identity.txt",
    "hq.pub",
    "device.pub",
    "tour.md",
)


def clear_last_tour(folder: Path) -> None:
    """Remove what an earlier tour left, so that keys and bundle belong together; nothing else is touched."""
    if (folder / "tour.md").exists():
        for pattern in OURS:
            for file in folder.glob(pattern):
                file.unlink()


def main() -> int:
    """Run the tour into the folder given; 0 when everything happened."""
    people = {person.pair: person for person in tour_people()}
    parser = folder_parser("tour.py", "do the main job unattended", Path("tour").absolute())
    parser.add_argument("--pairs", nargs="+", choices=list(people), default=list(people), help="of whole interviews; all of them")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    clear_last_tour(folder)
    app = QApplication(["s2w-desktop"])
    app.setApplicationName("s2w-desktop")
    strays = StrayWindows()
    app.installEventFilter(strays)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="s2w-tour-") as work:
        tour = Tour(app, folder, Path(work), [people[pair] for pair in options.pairs])
        tour.run()
        write_report(folder, tour.account, tour.album.taken, time.monotonic() - started)
    if strays.seen != {"MainWindow", "ShowWindow"}:
        raise RuntimeError(f"other windows than the main one and show-mode: {strays.seen}")
    count = len(tour.album.taken) + sum(len(pictures) for _, pictures in tour.account.interviews)
    sys.stdout.write(f"{count} pictures, the bundle, its training keys, papers and tour.md are in {folder}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
