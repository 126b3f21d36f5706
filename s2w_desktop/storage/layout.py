"""The names of a store's files; loads nothing, so that the first window can ask whether there is a store."""

from pathlib import Path

VAULT_NAME = "vault.s2w"
DATABASE_NAME = "profiles.db"
TRAINING_NAME = "TRAINING"
"""An empty file beside a training store: how the window looks before it is unlocked. What counts stands in the store."""


def has_store(folder: Path) -> bool:
    """Whether a store was made in the folder to its end: the database comes last, so a vault alone is a cut attempt."""
    return (folder / VAULT_NAME).exists() and (folder / DATABASE_NAME).exists()


def looks_like_training(folder: Path) -> bool:
    """Whether the store of a folder is marked as one for exercises."""
    return (folder / TRAINING_NAME).exists()
