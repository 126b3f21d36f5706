"""The project's pictograms for papers."""

from pathlib import Path

from s2w_desktop.pdf.drawing import Drawing, read_drawing


class Drawings:
    """Reads drawings of `resources/pictograms`, each once."""

    def __init__(self, resources: Path) -> None:
        self._folder = resources / "pictograms"
        self._read: dict[tuple[str, str], Drawing] = {}

    def read(self, code_list: str, code: str) -> Drawing:
        """The drawing of a code; both names come from this program. Raises ValueError for a file that is no drawing of ours."""
        name = code_list, code
        if name not in self._read:
            self._read[name] = read_drawing((self._folder / code_list / f"{code}.svg").read_text("utf-8"))
        return self._read[name]
