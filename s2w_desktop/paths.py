"""Where the program's own files and the person's store lie, in a checkout, an installed package or a frozen build."""

from pathlib import Path

from platformdirs import user_data_path

_HERE = Path(__file__).resolve().parent


def _data() -> Path:
    checkout = _HERE.parent
    return checkout if (checkout / "resources").is_dir() else _HERE / "_data"


def resources() -> Path:
    """Fonts, icons, word lists."""
    return _data() / "resources"


def translations() -> Path:
    """Catalogues by language."""
    return _data() / "translations"


def own_languages() -> Path:
    """Catalogues that this person added or changed, one file for each language: `<language>.po`."""
    return user_data_path("s2w_desktop", appauthor=False, roaming=False) / "languages"


def own_recordings() -> Path:
    """Recorded questions that this person put here: `<language>/<section>.<field>.wav`. None is shipped."""
    return own_languages().parent / "recordings"


def default_store() -> Path:
    """The folder of this person's store; not on a roaming profile, not in a synced folder."""
    return user_data_path("s2w_desktop", appauthor=False, roaming=False) / "store"


def servers() -> Path:
    """What this machine keeps beside stores on servers, a folder for each."""
    return user_data_path("s2w_desktop", appauthor=False, roaming=False) / "servers"


def training_store() -> Path:
    """The folder of the training store, apart from the real one."""
    return user_data_path("s2w_desktop", appauthor=False, roaming=False) / "training"
