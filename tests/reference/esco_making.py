"""Small downloads of ESCO for tests, in the shape of the official packages."""

import csv
import gzip
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from s2w_desktop.domain.reference_errors import Finding
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_files import MOST_FILE_BYTES, esco_files
from s2w_desktop.reference.esco_merge import Merged, merged
from s2w_desktop.reference.esco_parts import Editorial, esco_parts

BASE = "http://data.europa.eu/esco/"
BAKER, COOK, SOLDIER = (f"{BASE}occupation/{name}" for name in ("baker", "cook", "soldier"))
KNEAD, BAKE, HYGIENE = (f"{BASE}skill/{name}" for name in ("knead", "bake", "hygiene"))
FOOD = f"{BASE}skill/food"
Rows = Sequence[Mapping[str, str]]
OCCUPATION = ("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels", "status", "modifiedDate",
              "regulatedProfessionNote")  # fmt: skip
SKILL = ("conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "status", "modifiedDate")
GROUP = ("conceptType", "conceptUri", "preferredLabel", "code")
RELATION = ("occupationUri", "relationType", "skillType", "skillUri")
BROADER = ("conceptType", "conceptUri", "broaderType", "broaderUri")
NOTHING = Editorial(frozenset(), frozenset(), ())


def occupation(uri: str, label: str, isco: str = "7512", **more: str) -> dict[str, str]:
    """A row of occupations."""
    return {
        "conceptType": "Occupation",
        "conceptUri": uri,
        "iscoGroup": isco,
        "preferredLabel": label,
        "status": "released",
    } | more


def skill(uri: str, label: str, **more: str) -> dict[str, str]:
    """A row of skills."""
    kinds = {"conceptType": "KnowledgeSkillCompetence", "skillType": "skill/competence", "reuseLevel": "cross-sector"}
    return kinds | {"conceptUri": uri, "preferredLabel": label, "status": "released"} | more


def relation(job: str, asked: str, kind: str = "essential") -> dict[str, str]:
    """A row of relations."""
    return {"occupationUri": job, "relationType": kind, "skillType": "skill/competence", "skillUri": asked}


def broader(lower: str, upper: str) -> dict[str, str]:
    """A row of the hierarchy of skills."""
    return {"conceptType": "KnowledgeSkillCompetence", "conceptUri": lower, "broaderType": "SkillGroup", "broaderUri": upper}


def table(columns: Sequence[str], rows: Rows, *, end: str = "\n", bom: bool = False) -> bytes:
    """A CSV file; cells that a row leaves out are empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


FILES: Mapping[str, bytes] = {
    "ESCO dataset - v1.2.1/en/occupations_en.csv": table(
        OCCUPATION,
        [
            occupation(BAKER, "baker", altLabels="bread baker\nbaker of bread", modifiedDate="2024-01-01T00:00:00Z"),
            occupation(COOK, "cook", "5120", regulatedProfessionNote=f"{BASE}regulated-professions/unregulated"),
        ],
    ),
    "ESCO dataset - v1.2.1/en/skills_en.csv": table(
        SKILL, [skill(KNEAD, "knead dough"), skill(BAKE, "bake goods"), skill(HYGIENE, "hygiene", skillType="knowledge")]
    ),
    "ESCO dataset - v1.2.1/en/skillGroups_en.csv": table(GROUP, [{"conceptUri": FOOD, "preferredLabel": "food"}]),
    "ESCO dataset - v1.2.1/en/occupationSkillRelations_en.csv": table(
        RELATION, [relation(BAKER, KNEAD), relation(BAKER, HYGIENE, "optional"), relation(COOK, HYGIENE)]
    ),
    "ESCO dataset - v1.2.1/en/broaderRelationsSkillPillar_en.csv": table(BROADER, [broader(KNEAD, FOOD), broader(BAKE, FOOD)]),
}
OCCUPATIONS, SKILLS, GROUPS, RELATIONS, BROADER_FILE = FILES


def place(folder: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """A folder with these files; those whose names end so are gzipped."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return folder


def read(where: Path, most_bytes: int = MOST_FILE_BYTES) -> Merged:
    """The concepts of a download."""
    return merged(esco_files(where, most_bytes), lambda _done, _of: None)


def data(made: Merged, editorial: Editorial = NOTHING) -> EscoData:
    """What a pack of them would hold."""
    parts = dict(esco_parts(made, editorial, lambda _done, _of: None))
    return EscoData(parts.__getitem__, tuple(parts))


def labels(made: Merged, uri: str, language: str = "en") -> list[str]:
    """All labels of an occupation or skill, the preferred one first."""
    for concepts, words in ((made.occupations, made.occupation_labels), (made.skills, made.skill_labels)):
        if uri in concepts:
            number = list(concepts).index(uri)
            return [label.text for label in words.get(language, ()) if label.concept == number]
    raise KeyError(uri)


def told(finding: Finding) -> tuple[str, int, str, str]:
    """A fault in one line."""
    return finding.file, finding.line, finding.column, finding.fault.value
