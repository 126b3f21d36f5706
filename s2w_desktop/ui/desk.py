"""What every page stands on, handed to it when it is built."""

from dataclasses import dataclass
from pathlib import Path

from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.reference.finding import ConceptFinder
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.sources import Sources
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.tasks import Runner
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.replay import Replay
from s2w_desktop.ui.sticks import FindSticks, no_sticks


@dataclass(frozen=True)
class Desk:
    """Look, words, time, work and sound of the window.

    `translator` speaks the interface language. A change of language makes a new desk, and pages are built anew from it;
    so a page may keep its desk, and never has to look for a change.
    `replay` plays recorded questions; None where this machine has no recordings. `concepts` finds those of ESCO; None where
    no reference pack is installed. `jobs` finds groups of occupations by everyday words; without it their titles are searched.
    `sticks` tells which are in; without it none is offered.
    """

    theme: Theme
    catalogues: Catalogues
    translator: Translator
    tasks: Runner
    book: SettingsBook
    sources: Sources
    resources: Path
    replay: Replay | None = None
    concepts: ConceptFinder | None = None
    jobs: JobFinding | None = None
    sticks: FindSticks = no_sticks
