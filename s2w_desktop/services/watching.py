"""Taking in what appears in a folder: each bundle once, what is done with moved away, nothing ever deleted."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from s2w_desktop.bundle.beginning import is_named_as_bundle
from s2w_desktop.bundle.part_file import rename_new
from s2w_desktop.domain import errors
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.progress import Progress
from s2w_desktop.services.folder_looks import FolderLooks, Stamp, stamp_of
from s2w_desktop.services.importing import Importing, ImportResult
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store

TAKEN_FOLDER, REFUSED_FOLDER = "taken", "refused"
Tell = Callable[[errors.S2wError], str]
"""The words of a refusal, for a person who finds the file later."""

_FOLDER_FACT, _AUTOMATIC_FACT = "inbox.folder", "inbox.automatic"
_LONG_AGO = timedelta(days=1)
_MOST_TWINS = 10_000

_PERHAPS_NOT_WHOLE = (errors.NotABundle, errors.BundleDamaged, errors.FileUnreadable)
_FOR_A_PERSON = (errors.UnknownSender, errors.WrongKind)
"""A laptop that introduces itself, or one that will: the file stays where it is until somebody compared the words."""

_REFUSED = (
    errors.BadSignature,
    errors.BundleTooLarge,
    errors.NewerFormat,
    errors.RevokedSender,
    errors.StaleBundle,
    errors.TrainingBundle,
    errors.WrongRecipient,
)
"""Refusals that say something about the file and nothing about this place: a full disk is none of them."""

_PERHAPS_ANOTHERS = (*_PERHAPS_NOT_WHOLE, errors.BundleTooLarge, errors.NewerFormat, errors.WrongRecipient)
"""Nothing of the file was opened: with another ending than bundles have it may be somebody's own, and is left where it is."""


class Came(Enum):
    """What became of a file."""

    TAKEN = "taken"  # also when it was known already
    REFUSED = "refused"
    WAITING = "waiting"  # for a person, or for the rest of it


@dataclass(frozen=True)
class Arrived:
    """A file of the folder. `moved_to` is where it lies now; None while it stays where it was."""

    file: Path
    came: Came
    result: ImportResult | None = None
    error: errors.S2wError | None = None
    moved_to: Path | None = None


class Watching:
    """The watched folder of this headquarters, and taking in what lies in it."""

    def __init__(self, *, store: Store, importing: Importing, permits: Permits, sources: Sources) -> None:
        self._store = store
        self._importing = importing
        self._permits = permits
        self._sources = sources

    def folder(self) -> Path | None:
        """The folder that is watched, if one was chosen."""
        kept = self._store.facts.get(_FOLDER_FACT)
        return Path(kept) if kept else None

    def is_automatic(self) -> bool:
        """Whether bundles that prove themselves are taken in without anybody asking; else they are only shown."""
        return self._store.facts.get(_AUTOMATIC_FACT) == "yes"

    def choose(self, folder: Path | None, *, automatic: bool) -> None:
        """Watch another folder, or none. Raises NotPermitted."""
        self._permits.check(Act.IMPORT)
        self._store.facts.set(_FOLDER_FACT, str(folder) if folder else "")
        self._store.facts.set(_AUTOMATIC_FACT, "yes" if automatic and folder else "no")

    def look(self, looks: FolderLooks) -> tuple[Path, ...]:
        """Files that stand still and wait for an answer. Raises WatchedFolderGone."""
        return looks.look(self._sources.now())

    def take(self, looks: FolderLooks, file: Path, *, tell: Tell, progress: Progress | None = None) -> Arrived:
        """Take a file in that a look gave, and move it away once that is decided.

        Raises NotPermitted, what `progress` raises, and failures of this place, such as DiskFull; then the file stays for later.
        """
        self._permits.check(Act.IMPORT)
        stamp = looks.stamp(file)
        if stamp is None or stamp_of(file) != stamp:  # gone, grown, or a link by now: the next look tells
            return Arrived(file, Came.WAITING, error=errors.FileUnreadable())
        try:
            result = self._importing.take(file, progress=progress)
        except _PERHAPS_NOT_WHOLE as error:
            if not self._is_settled(looks, file, stamp):
                return Arrived(file, Came.WAITING, error=error)
            return self._settled(looks, file, stamp, error, tell)
        except _FOR_A_PERSON as error:
            looks.answer(file)
            return Arrived(file, Came.WAITING, error=error)
        except _REFUSED as error:
            return self._settled(looks, file, stamp, error, tell)
        looks.answer(file)
        return Arrived(file, Came.TAKEN, result=result, moved_to=self.put_away(file, TAKEN_FOLDER, stamp))

    def put_away(self, file: Path, into: str, stamp: Stamp) -> Path | None:
        """Move a file that still stands as `stamp` says into a folder beside it; None when that cannot be, and it stays."""
        if stamp_of(file) != stamp:
            return None  # somebody wrote to it meanwhile: it is another file
        folder = file.parent / into
        with suppress(OSError):  # a folder that is read-only, or gone: what was done stays done, and the file is known again
            folder.mkdir(exist_ok=True)
            if folder.is_symlink():
                return None
            return _moved(file, folder)
        return None

    def _settled(self, looks: FolderLooks, file: Path, stamp: Stamp, error: errors.S2wError, tell: Tell) -> Arrived:
        looks.answer(file)
        is_ours = is_named_as_bundle(file.name) or not isinstance(error, _PERHAPS_ANOTHERS)
        moved = self.put_away(file, REFUSED_FOLDER, stamp) if is_ours else None
        if moved is not None:
            with suppress(errors.S2wError):  # the reason can be found again by opening the file
                replace_file(moved.with_name(f"{moved.name}.txt"), tell(error).encode() + b"\n")
        return Arrived(file, Came.REFUSED, error=error, moved_to=moved)

    def _is_settled(self, looks: FolderLooks, file: Path, stamp: Stamp) -> bool:
        """Whether nothing will be added to the file: it stood as it is for long, by our own looks or by its time of change.

        The time of change is that of another clock, so only one that is far away counts, in whichever direction.
        """
        changed = datetime.fromtimestamp(stamp.changed_ns / 1e9, UTC)
        is_old = abs(self._sources.now() - changed) > _LONG_AGO
        return not looks.put_off(file) or is_old


def _moved(file: Path, folder: Path) -> Path:
    """The file under its name in the folder, or with a number where the name is taken. Raises OSError."""
    names = {one.name.casefold() for one in folder.iterdir()}
    for number in range(1, _MOST_TWINS):
        name = file.name if number == 1 else f"{file.stem} ({number}){file.suffix}"
        if name.casefold() in names:
            continue
        with suppress(FileExistsError):
            rename_new(file, folder / name)
            return folder / name
    raise FileExistsError
