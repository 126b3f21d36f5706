"""Opening bundles in this process: the same checks and the same order as in the reader's own process, without its start."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.checking import Checked, Place
from s2w_desktop.bundle.process import Opener, Reading
from s2w_desktop.bundle.reading import Batch, check_bundle, read_records
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE


class HereReading:
    """A bundle whose outside was checked; its records are read when they are asked for."""

    def __init__(self, checked: Checked, batches: Sequence[Batch]) -> None:
        self.manifest = checked.manifest
        self.manifest_sha256 = checked.manifest_sha256
        self.is_self_signed = checked.is_self_signed
        self._batches = batches

    def batches(self, known: Iterable[str] = ()) -> Iterator[Batch]:  # noqa: ARG002  # all were read before
        """All of them, once."""
        yield from self._batches


def opener_of(questionnaire: Questionnaire) -> Opener:
    """As `bundle.process.open_bundle`, for a reader that knows this questionnaire."""

    @contextmanager
    def opened(spool: Path, *, identities: Sequence[str], place: Place) -> Iterator[Reading]:
        keys = [Identity.parse(text) for text in identities]
        with spool.open("rb") as file:
            checked = check_bundle(file, identities=keys, place=place)
            batches: list[Batch] = []
            take, today = batches.append, place.today
            read_records(file, checked=checked, identities=keys, questionnaire=questionnaire, take=take, today=today)
        yield HereReading(checked, batches)

    return opened


open_here = opener_of(QUESTIONNAIRE)
"""For the questionnaire of this program."""
