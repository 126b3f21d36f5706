"""What can be looked up: ESCO where a pack brings it, and always what the program ships."""

from collections.abc import Sequence
from pathlib import Path

from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.code_search import CodeKind, CodeSearch
from s2w_desktop.reference.concepts import SkillSearch
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.occupations import OccupationSearch, ShippedOccupations


class Classifications:
    """Searches in the languages of the translators, and in those that the pack has besides. Tables are made when they are
    first asked for, and kept.

    `esco` is None where no pack brings it; then occupations are unit groups, and no skill is found.
    """

    def __init__(self, resources: Path, translators: Sequence[Translator], esco: EscoData | None) -> None:
        shipped = ShippedOccupations(resources / "job_words", translators)
        self.esco = esco
        self.occupations = OccupationSearch(shipped, esco) if esco else shipped
        self.skills = SkillSearch(esco) if esco else None
        self.codes = {kind: CodeSearch(kind, translators) for kind in CodeKind}
