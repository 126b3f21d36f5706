"""The files of an ESCO download: a folder or a ZIP with CSV files, gzipped or not, of one or many languages and versions.

The names are those of the official packages (`occupations_fr.csv`, `digitalSkillsCollection_fr.csv`); the version
stands in no file, so it is taken from the name of the folder or ZIP that holds it ("ESCO dataset - v1.2.1 - … - csv.zip").
"""

import gzip
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import IO, Final

from s2w_desktop.domain.reference_errors import Fault, Finding, SourceRefused
from s2w_desktop.reference.source_table import Columns, Table

MOST_FILE_BYTES: Final = 64 * 1024 * 1024
"""What is read of one file once it is unpacked; the largest of ESCO 1.2 has 22 million bytes."""
_MOST_ZIP_FILES: Final = 2_000
_NAME: Final = re.compile(r"(?:.*[/\\])?([A-Za-z]+(?:_preferred)?)(?:_([a-z]{2}(?:-[A-Za-z]{2})?))?\.csv(?:\.gz)?")
_VERSION: Final = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\d.]*\d)")

_CONCEPT: Final = frozenset({"conceptUri", "preferredLabel"})
_USUAL: Final = frozenset(
    {"conceptType", "conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "status", "modifiedDate", "scopeNote",
     "definition", "inScheme", "description"}
)  # fmt: skip
_OF_SKILLS: Final = frozenset({"skillType", "reuseLevel"})
_OF_COLLECTIONS: Final = frozenset({"broaderConceptUri", "broaderConceptPT"})


class Content(StrEnum):
    """What a file is about. Other files of the download say nothing that a pack holds."""

    OCCUPATIONS = "occupations"
    SKILLS = "skills"
    COLLECTION = "collection"  # a thematic part of the skills
    SKILL_LABELS = "skill_labels"  # preferred labels alone
    SKILL_GROUPS = "skill_groups"
    RELATIONS = "relations"  # which skills an occupation asks for
    BROADER = "broader"  # which group a skill belongs to


_WITHOUT_LANGUAGE: Final = (Content.RELATIONS, Content.BROADER)
_COLUMNS: Final = {
    Content.OCCUPATIONS: Columns(
        _CONCEPT | {"iscoGroup"}, _USUAL | {"iscoGroup", "regulatedProfessionNote", "code", "naceCode"}
    ),
    Content.SKILLS: Columns(_CONCEPT | _OF_SKILLS, _USUAL | _OF_SKILLS),
    Content.COLLECTION: Columns(_CONCEPT | _OF_SKILLS, _USUAL | _OF_SKILLS | _OF_COLLECTIONS),
    Content.SKILL_LABELS: Columns(_CONCEPT, _CONCEPT),
    Content.SKILL_GROUPS: Columns(_CONCEPT, _USUAL | {"code"}),
    Content.RELATIONS: Columns(
        frozenset({"occupationUri", "relationType", "skillUri"}),
        frozenset({"occupationUri", "relationType", "skillType", "skillUri", "occupationLabel", "skillLabel"}),
    ),
    Content.BROADER: Columns(
        frozenset({"conceptUri", "broaderUri"}),
        frozenset({"conceptType", "conceptUri", "conceptLabel", "broaderType", "broaderUri", "broaderLabel"}),
    ),
}  # fmt: skip
_CONTENTS: Final = {
    "occupations": Content.OCCUPATIONS,
    "skills": Content.SKILLS,
    "skills_preferred": Content.SKILL_LABELS,
    "skillGroups": Content.SKILL_GROUPS,
    "occupationSkillRelations": Content.RELATIONS,
    "broaderRelationsSkillPillar": Content.BROADER,
    **{f"{theme}SkillsCollection": Content.COLLECTION for theme in ("digital", "green", "language", "research", "transversal")},
    "digCompSkillsCollection": Content.COLLECTION,
}
_OF_ZIP: Final = (NotImplementedError, RuntimeError, ValueError)  # methods, passwords, directories that lead nowhere
Version = tuple[int, ...]


@dataclass(frozen=True)
class EscoFile:
    """One file: what it is about, its language ("" where it has none) and its version (empty where none is stated)."""

    content: Content
    language: str
    version: Version
    name: str
    is_gzipped: bool
    open: Callable[[], IO[bytes]]
    most_bytes: int = MOST_FILE_BYTES

    def table(self) -> Table:
        """Its rows, unpacked. Raises SourceRefused, also while they are read."""
        return Table(self.name, self._unpacked(), _COLUMNS[self.content])

    def _unpacked(self) -> bytes:
        try:
            with self.open() as raw:
                stream = gzip.GzipFile(fileobj=raw) if self.is_gzipped else raw
                untrusted = stream.read(self.most_bytes + 1)
        except EOFError as cause:
            raise _refused(Fault.CUT_SHORT, self.name) from cause
        except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, zipfile.BadZipFile, *_OF_ZIP) as cause:
            raise _refused(Fault.COMPRESSION, self.name) from cause
        except OSError as cause:
            raise _refused(Fault.UNREADABLE, self.name) from cause
        if len(untrusted) > self.most_bytes:
            raise _refused(Fault.TOO_LARGE, self.name)
        return untrusted


def esco_files(place: Path, most_bytes: int = MOST_FILE_BYTES) -> list[EscoFile]:
    """What a folder (with its folders and ZIP files) or a ZIP file holds, newest version first; files without one are last.

    Raises SourceRefused. A file that has more than `most_bytes` is refused when it is read.
    """
    named = sorted(_files(place.resolve()), key=lambda file: file.name)
    found = [replace(file, most_bytes=most_bytes) for file in sorted(named, key=lambda file: file.version, reverse=True)]
    if not any(file.content is Content.OCCUPATIONS for file in found):
        raise _refused(Fault.NO_FILE, place.name)
    return found


def _refused(fault: Fault, name: str) -> SourceRefused:
    return SourceRefused((Finding(name, 0, "", fault),))


def version_text(version: Version) -> str:
    """As it is written: 1.2.1."""
    return ".".join(map(str, version))


def _files(place: Path) -> Iterator[EscoFile]:
    if not place.is_dir():
        yield from _in_zip(place, place.name)
        return
    for path in sorted(place.rglob("*")):
        within = path.relative_to(place.parent.parent).as_posix()
        if path.suffix.lower() == ".zip" and path.is_file():
            yield from _in_zip(path, within)
        elif path.is_file():
            yield from _named(within, partial(_open, path))


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _open_in_zip(path: Path, name: str) -> IO[bytes]:
    """The archive is closed with the file that comes out of it, and at once where none does."""
    with zipfile.ZipFile(path) as archive:
        return archive.open(name)


def _in_zip(path: Path, within: str) -> Iterator[EscoFile]:
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as cause:
        raise _refused(Fault.NO_FILE, path.name) from cause
    except OSError as cause:
        raise _refused(Fault.UNREADABLE, path.name) from cause
    except (zipfile.BadZipFile, *_OF_ZIP) as cause:
        raise _refused(Fault.COMPRESSION, path.name) from cause
    with archive:
        names = archive.namelist()
    if len(names) > _MOST_ZIP_FILES:
        raise _refused(Fault.TOO_LARGE, path.name)
    for name in names:
        yield from _named(f"{within}/{name}", partial(_open_in_zip, path, name))


def _named(within: str, opener: Callable[[], IO[bytes]]) -> Iterator[EscoFile]:
    match = _NAME.fullmatch(within)
    content = _CONTENTS.get(match[1]) if match else None
    if match is None or content is None:
        return
    stated = _VERSION.findall(within)
    version = tuple(int(part) for part in stated[-1].split(".")) if stated else ()
    language = (match[2] or "").partition("-")[0]
    name = re.split(r"[/\\]", within)[-1]
    if not language and content not in _WITHOUT_LANGUAGE:
        raise _refused(Fault.STRANGE_FILE, name)  # words of nobody knows which language
    yield EscoFile(content, language, version, name, within.endswith(".gz"), opener)
