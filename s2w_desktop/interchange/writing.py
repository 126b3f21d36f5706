"""The ledger of what is written: each answer that went into a file, and whether it would come back as it was."""

from collections.abc import Callable

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.fields import FieldKind, Questionnaire, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.interchange.codec import Codec, Unfit
from s2w_desktop.interchange.outcome import Losses
from s2w_desktop.interchange.reading import fitting
from s2w_desktop.interchange.wording import Wording


class Writing:
    """Gives the texts of one profile for a file, and keeps account of them.

    `fit` makes a text fit for the format. Every text is read back at once as the reader would, so what is told of losses is
    what a reader would find.
    """

    def __init__(self, questionnaire: Questionnaire, profile: Profile, wording: Wording, fit: Callable[[str], str] = str) -> None:
        self.profile = profile
        self.wording = wording
        self._questionnaire = questionnaire
        self._fit = fit
        self._placed: dict[str, bool] = {}

    def entries(self, section: str) -> tuple[EntryId, ...]:
        """The entries of a repeating section."""
        return self.profile.entries(section)

    def text(self, section: str, key: str, entry: EntryId | None, codec: Codec) -> str:
        """The text of an answer; empty when there is none, or when the format has no form for it."""
        path = field_path(section, key, entry)
        answer = self.profile.get(path)
        if answer is None or isinstance(answer, NoAnswer):
            return ""
        text = self._fit(codec.write(answer, self.wording) or "")
        if text.strip():
            try:
                came_back = fitting(self._questionnaire.spec(path), path, codec, text, self.wording).answer
            except Unfit:
                came_back = None
            self.placed(path, exactly=came_back == answer)
        return text

    def placed(self, path: str, *, exactly: bool) -> None:
        """Note an answer as written. What was once written exactly stays so."""
        self._placed[path] = exactly or self._placed.get(path, False)

    def losses(self) -> Losses:
        """What of the profile is not in the file; an answer's own path, in the order of the interview."""
        left_out, blunted = [], []
        for section in self._questionnaire.sections:
            for place in self.profile.places(section):
                for spec in section.fields:
                    path = field_path(section.key, spec.key, place)
                    if self._says_something(path) and path not in self._placed and spec.kind is not FieldKind.FILE:
                        left_out.append(path)
                    elif not self._placed.get(path, True):
                        blunted.append(path)
        return Losses(tuple(left_out), tuple(blunted))

    def _says_something(self, path: str) -> bool:
        answer = self.profile.get(path)
        return answer is not None and not isinstance(answer, NoAnswer)
