"""One set of ESCO concepts from files of several versions and languages.

The newest version says which concepts are offered; what only older ones have is retired: it is never offered, but keeps
its label. Labels of a language come from its newest file, and from older ones for concepts that the newest leaves out.
URIs are stable between versions, so they join what belongs together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.reference_errors import Fault, Finding, SourceRefused
from s2w_desktop.reference.esco_files import Content, EscoFile, Version, version_text
from s2w_desktop.reference.labels import Label
from s2w_desktop.reference.source_table import Row, Table

_BASE: Final = "http://data.europa.eu/esco/"
_UNREGULATED: Final = ("", f"{_BASE}regulated-professions/unregulated")
_ISCO: Final = frozenset(code for code in CODE_LISTS["isco"] if len(code) == 4)
_KNOWLEDGE: Final = "knowledge"
_TYPES: Final = frozenset({_KNOWLEDGE, "skill/competence"})
REUSE: Final = ("transversal", "cross-sector", "sector-specific", "occupation-specific")
_WITHDRAWN_ONE_IN: Final = 1000  # of so many relations one may name a concept that is withdrawn
_MOST_TOLD: Final = 100
_STRENGTHS: Final = {"essential": True, "optional": False}
_RELEASED: Final = ("", "released")
LONGEST_LABEL: Final = 400
_STAGE: Final = {
    Content.OCCUPATIONS: 0, Content.SKILLS: 1, Content.COLLECTION: 1, Content.SKILL_LABELS: 2, Content.SKILL_GROUPS: 3,
    Content.RELATIONS: 4, Content.BROADER: 4,
}  # fmt: skip
"""What has to be known before what; within a stage newer files come first."""
Told = Callable[[int, int], None]
"""How many files are read, and of how many."""


@dataclass
class Occupation:
    """An occupation with its unit group of ISCO-08; `is_offered` when the newest version has it."""

    isco08: str
    is_regulated: bool
    is_offered: bool


@dataclass
class Skill:
    """A skill, its kind, how widely it is used (a word of `REUSE`), and the groups it belongs to, by their URIs."""

    is_knowledge: bool
    reuse: str
    is_offered: bool
    groups: list[str] = field(default_factory=list)


Labels = dict[str, list[Label]]  # by language


@dataclass
class Merged:
    """What a pack holds of ESCO. A concept's number in `labels` is its place in the order of its mapping."""

    version: str = ""
    occupations: dict[str, Occupation] = field(default_factory=dict)
    skills: dict[str, Skill] = field(default_factory=dict)
    skill_groups: dict[str, None] = field(default_factory=dict)
    relations: dict[tuple[int, int], bool] = field(default_factory=dict)  # occupation, skill -> essential
    occupation_labels: Labels = field(default_factory=dict)
    skill_labels: Labels = field(default_factory=dict)
    group_labels: Labels = field(default_factory=dict)
    label_versions: dict[str, list[str]] = field(default_factory=dict)  # by language: versions that its labels come from
    left_out: list[Finding] = field(default_factory=list)  # relations of concepts that ESCO has withdrawn


def merged(files: Sequence[EscoFile], told: Told) -> Merged:
    """The concepts of these files, which come newest first. Raises SourceRefused at the first fault."""
    merging = _Merging(files)
    ordered = sorted(files, key=lambda file: _STAGE[file.content])
    for number, file in enumerate(ordered):
        told(number, len(ordered))
        merging.take(file)
    told(len(ordered), len(ordered))
    return merging.made


class _Merging:
    def __init__(self, files: Sequence[EscoFile]) -> None:
        self.made = Merged()
        self._newest = max(file.version for file in files if file.content is Content.OCCUPATIONS)
        whole = [file.version for file in files if file.content is Content.SKILLS]
        self._newest_skills: Version = max(whole, default=())
        self._newest_relations = max((file.version for file in files if file.content is Content.RELATIONS), default=())
        self._newest_broader = max((file.version for file in files if file.content is Content.BROADER), default=())
        self._places: dict[str, dict[str, int]] = {"occupation": {}, "skill": {}, "group": {}}
        self.made.version = version_text(self._newest)

    def take(self, file: EscoFile) -> None:
        """The rows of one file."""
        table = file.table()
        match file.content:
            case Content.OCCUPATIONS:
                self._label(file, table, "occupation", self.made.occupation_labels, self._occupation)
            case Content.SKILLS | Content.COLLECTION:
                self._label(file, table, "skill", self.made.skill_labels, self._skill)
            case Content.SKILL_LABELS:
                self._label(file, table, "skill", self.made.skill_labels, None)
            case Content.SKILL_GROUPS:
                self._label(file, table, "group", self.made.group_labels, self._group)
            case Content.RELATIONS if file.version == self._newest_relations:
                self._relations(table)
            case Content.BROADER if file.version == self._newest_broader:
                self._broader(table)
            case _:
                pass  # older relations say nothing that newer ones do not

    def _label(
        self, file: EscoFile, table: Table, kind: str, labels: Labels, concept: Callable[[EscoFile, Table, Row], None] | None
    ) -> None:
        """Take the labels of concepts that no newer file of the language has named, and the concepts themselves."""
        places, mine = self._places[kind], labels.setdefault(file.language, [])
        known = {label.concept for label in mine}
        count = len(mine)
        for row in _latest(table):
            uri = row.cells["conceptUri"]
            if concept is not None and uri not in places:
                concept(file, table, row)
                places[uri] = len(places)
            if uri in places and places[uri] not in known:
                mine += _labels(places[uri], row)
        versions = self.made.label_versions.setdefault(file.language, [])
        if len(mine) > count and version_text(file.version) not in versions:
            versions.append(version_text(file.version))

    def _occupation(self, file: EscoFile, table: Table, row: Row) -> None:
        code = row.cells["iscoGroup"].removeprefix(f"{_BASE}isco/C").removeprefix("C")
        if code not in _ISCO:
            raise table.fault(Fault.UNKNOWN_CODE, row.line, "iscoGroup")
        note = row.cells.get("regulatedProfessionNote", "")
        self.made.occupations[row.cells["conceptUri"]] = Occupation(
            code, is_regulated=note not in _UNREGULATED, is_offered=file.version == self._newest
        )

    def _skill(self, file: EscoFile, table: Table, row: Row) -> None:
        kind, reuse = row.cells["skillType"], row.cells["reuseLevel"]
        if not _TYPES.issuperset(kind.split()):  # ESCO 1.0 calls one of them both
            raise table.fault(Fault.UNKNOWN_CODE, row.line, "skillType")
        if reuse and reuse not in REUSE:
            raise table.fault(Fault.UNKNOWN_CODE, row.line, "reuseLevel")
        self.made.skills[row.cells["conceptUri"]] = Skill(
            kind == _KNOWLEDGE, reuse or REUSE[-1], is_offered=file.version >= self._newest_skills
        )

    def _group(self, file: EscoFile, table: Table, row: Row) -> None:
        del file, table
        self.made.skill_groups[row.cells["conceptUri"]] = None

    def _relations(self, table: Table) -> None:
        """Official files relate a few concepts that ESCO has withdrawn: those are left out and told. More are a fault."""
        ends = {"occupationUri": self._places["occupation"], "skillUri": self._places["skill"]}
        rows, dangling = 0, list[Finding]()
        for row in table.rows():
            rows += 1
            unknown = next((column for column, known in ends.items() if row.cells[column] not in known), None)
            if unknown is not None:
                dangling.append(Finding(table.name, row.line, unknown, Fault.DANGLING))
                continue
            strength = _STRENGTHS.get(row.cells["relationType"])
            if strength is None:
                raise table.fault(Fault.UNKNOWN_CODE, row.line, "relationType")
            pair = ends["occupationUri"][row.cells["occupationUri"]], ends["skillUri"][row.cells["skillUri"]]
            self.made.relations[pair] = strength or self.made.relations.get(pair, False)
        if len(dangling) * _WITHDRAWN_ONE_IN > rows:
            raise SourceRefused(tuple(dangling[:_MOST_TOLD]), is_cut=len(dangling) > _MOST_TOLD)
        self.made.left_out += dangling

    def _broader(self, table: Table) -> None:
        for row in table.rows():
            skill, group = self.made.skills.get(row.cells["conceptUri"]), row.cells["broaderUri"]
            if skill is not None and group in self.made.skill_groups and group not in skill.groups:
                skill.groups.append(group)  # each language of a download tells the same


def _latest(table: Table) -> Iterator[Row]:
    """The released rows, one for each URI: of two, the one that was changed last. Raises SourceRefused when neither was."""
    rows: dict[str, Row] = {}
    for row in table.rows():
        uri = table.needed(row, "conceptUri")
        if not uri.startswith(_BASE):
            raise table.fault(Fault.UNKNOWN_CODE, row.line, "conceptUri")
        earlier = rows.get(uri)
        if earlier is None or _changed(earlier) < _changed(row):
            rows[uri] = row
        elif _changed(earlier) == _changed(row):
            raise table.fault(Fault.TWICE, row.line, "conceptUri")
    return (row for row in rows.values() if row.cells.get("status", "") in _RELEASED and row.cells["preferredLabel"])


def _changed(row: Row) -> str:
    return row.cells.get("modifiedDate", "")


def _labels(concept: int, row: Row) -> Iterator[Label]:
    yield Label(concept, row.cells["preferredLabel"][:LONGEST_LABEL], is_preferred=True)
    others = "\n".join((row.cells.get("altLabels", ""), row.cells.get("hiddenLabels", "")))
    for text in others.replace(" | ", "\n").splitlines():
        if text.strip():
            yield Label(concept, text.strip()[:LONGEST_LABEL])
