"""What a person chose for this machine: look, languages, locking. Nothing secret, nothing about anybody."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.storage.safe_files import replace_file

FILE_NAME = "settings.json"
LOCK_CHOICES_MINUTES = (2, 5, 10, 15)
TEXT_SCALES = (100, 125, 150, 175, 200)
SYSTEM_SCALE = 0
"""In place of a text size: as the system has it."""

Stored = dict[str, object]
Upgrade = Callable[[Stored], Stored]
UPGRADES: Sequence[Upgrade] = ()  # position n leads from version n + 1 to n + 2; a new one is appended, and VERSION follows
VERSION = len(UPGRADES) + 1


class LookChoice(StrEnum):
    """The look a person asked for; SYSTEM follows the machine."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Settings:
    """Choices of this machine. `language` is an interface code, or empty: not chosen yet, follow the system.

    `lock_after_minutes` is never 0: a laptop that never locks is not offered. `are_names_shown` is only the state at the
    start of a session. `interview_officer` (interface code) and `interview_person` (ISO 639-3) are the last pair, or empty;
    `interview_tier` is the depth that was chosen last, a code of the list `tier`.
    `is_capture_allowed` lets pictures of the screen be taken in a training store; in a real one it says nothing.
    `station_words` names the laptop before it is unlocked (its device name and centre), or is empty. `text_scale` is per cent
    or SYSTEM_SCALE.
    """

    language: str = ""
    look: LookChoice = LookChoice.SYSTEM
    text_scale: int = SYSTEM_SCALE
    lock_after_minutes: int = 5
    are_names_shown: bool = False
    last_folder: str = ""
    interview_officer: str = ""
    interview_person: str = ""
    interview_tier: str = ""
    is_capture_allowed: bool = False
    station_words: str = ""


class SettingsBook:
    """The settings in use and their file. A file that cannot be read counts as absent: settings are never worth a refusal."""

    def __init__(self, path: Path, *, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
        self._path = path
        self._stored = _read(path, upgrades)
        self._settings = _settings(self._stored)

    @property
    def settings(self) -> Settings:
        """The settings in use."""
        return self._settings

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on and write them. Keys of other versions of the program stay in the file.

        Raises DiskFull, TargetReadOnly or TargetGone when they could not be written; they are in use all the same.
        """
        self._settings = settings
        self._stored = {**self._stored, **asdict(settings), "version": VERSION}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, json.dumps(self._stored, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def keep_if_possible(self, settings: Settings) -> None:
        """As `keep`, for what is only convenient: a full disk must not disturb an interview."""
        try:
            self.keep(settings)
        except S2wError:
            return


def _read(path: Path, upgrades: Sequence[Upgrade]) -> Stored:
    try:
        untrusted = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(untrusted, dict):
        return {}
    stored: Stored = {str(key): value for key, value in untrusted.items()}
    version = stored.get("version", 1)
    if isinstance(version, int) and version >= 1:  # a newer program's file is read as far as its keys are known
        for upgrade in upgrades[version - 1 :]:
            stored = upgrade(stored)
    return stored


def _settings(stored: Stored) -> Settings:
    """Each known key whose value makes sense; a default for each other."""
    plain = Settings()
    known = {field.name for field in fields(Settings)} - {"look", "text_scale", "lock_after_minutes"}
    fitting = {name: stored[name] for name in known if isinstance(stored.get(name), type(getattr(plain, name)))}
    made = replace(plain, **fitting)  # type: ignore[arg-type]  # each value was just compared with its field's type
    look, scale, minutes = stored.get("look"), stored.get("text_scale"), stored.get("lock_after_minutes")
    return replace(
        made,
        look=LookChoice(look) if look in [one.value for one in LookChoice] else plain.look,
        text_scale=scale if type(scale) is int and scale in (SYSTEM_SCALE, *TEXT_SCALES) else plain.text_scale,
        lock_after_minutes=minutes if isinstance(minutes, int) and minutes in LOCK_CHOICES_MINUTES else plain.lock_after_minutes,
    )
