"""Study files for analysts outside: no names, nobody stands out, and two people agree before one is written."""

import csv
import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import SystemRandom, token_hex
from typing import Final

from s2w_desktop.analysis.study import STANDARD_K, Line, Risk, Study, make_study
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.figures import EVERYBODY, Selection
from s2w_desktop.domain.progress import Progress, untold
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.report_cases import ReportCases
from s2w_desktop.storage.safe_files import replace_file

CODE: Final = "person"
_CODE_BYTES: Final = 6


@dataclass(frozen=True)
class StudyPlan:
    """A study file before it is written; `risk` is shown to whoever decides."""

    selection: Selection
    study: Study

    @property
    def risk(self) -> Risk:
        """How far the file protects."""
        return self.study.risk


class Studies:
    """Makes study files. Everything raises NotPermitted without the duty."""

    def __init__(self, editors: Editors, permits: Permits, approvals: Approvals) -> None:
        self._cases, self._permits, self._approvals = ReportCases(editors), permits, approvals

    def plan(self, selection: Selection = EVERYBODY, k: int = STANDARD_K, progress: Progress = untold) -> StudyPlan:
        """The file over a selection, in memory. Raises ValueError for a k out of range, and what `progress` raises."""
        self._permits.check(Act.MAKE_STUDY)
        self._cases.catch_up(progress)
        return StudyPlan(selection, make_study(self._cases.lines(selection, progress), k))

    def write(self, plan: StudyPlan, path: Path) -> None:
        """Write the file as CSV, one line per person in an order of chance, under a code made for this file alone.

        So two files cannot be joined by their codes. Raises SecondPersonNeeded until another person agreed, and disk errors;
        then nothing is written.
        """
        with self._approvals.agreed(Act.MAKE_STUDY, _subject(plan)):
            replace_file(path, _csv(plan.study))


def _subject(plan: StudyPlan) -> str:
    """What the other person agrees to: k, and a mark of whom the file counts."""
    return f"{plan.risk.k} {sha256(repr(plan.selection).encode()).hexdigest()[:16]}"


def _csv(study: Study) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = list(study.lines[0]) if study.lines else []
    writer.writerow([CODE, *names])
    lines: list[Line] = list(study.lines)
    SystemRandom().shuffle(lines)
    writer.writerows([token_hex(_CODE_BYTES), *(line[name] for name in names)] for line in lines)
    return text.getvalue().encode("utf-8")
