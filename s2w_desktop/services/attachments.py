"""Copies of documents: from a file that a person brings to an answer, and from an answer to a page on the screen.

The copy is kept before an answer names it, so no kill leaves an answer without its copy. Taking the answer back keeps the
copy until the store is opened again: until then undo brings it back.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from s2w_desktop.attachments.process import clean, nobody_cancels, nobody_looks, show
from s2w_desktop.domain.consent import copies_without_word, copy_agreed
from s2w_desktop.domain.errors import CopiesNotAgreed, CopyMissing, CopyTooLarge, FileUnreadable, InvalidAnswer
from s2w_desktop.domain.fields import FieldKind, Questionnaire
from s2w_desktop.domain.files import MOST_FILE_BYTES, Blob, FileRef
from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store

_WAITS_FOR_ITS_REVISION: Final = timedelta(days=30)


class Attachments:
    """Keeps, shows and lets go of copies."""

    def __init__(self, *, store: Store, questionnaire: Questionnaire, sources: Sources) -> None:
        self._store = store
        self._questionnaire = questionnaire
        self._sources = sources

    def attach(self, session: EditingSession, path: str, untrusted_file: Path) -> FileRef:
        """Make a copy of a file and answer the question at the path with it; the file is not touched.

        Raises CopiesNotAgreed, also where nothing is kept; InvalidAnswer for a question that takes no copy; and what `keep` and
        `session.save` raise. Then the answer is as before.
        """
        self.require_agreement(session, path)
        ref = self.keep(untrusted_file)
        session.set_answer(path, ref)
        session.save()
        return ref

    def require_agreement(self, session: EditingSession, path: str) -> None:
        """Raises CopiesNotAgreed unless something is kept at all and the person agreed to the purpose of exactly this copy.

        Raises InvalidAnswer for a question that takes no copy.
        """
        spec = self._questionnaire.spec(path)
        if spec.kind is not FieldKind.FILE:
            raise InvalidAnswer(path)
        if not (session.is_kept and copy_agreed(session.profile, spec)):  # copies live in the store, or nowhere
            raise CopiesNotAgreed

    def without_word(self, session: EditingSession, purpose: str) -> tuple[str, ...]:
        """The questions whose copies are kept although the person does not agree to this purpose of theirs (any more)."""
        return tuple(copies_without_word(self._questionnaire, session.profile, purpose))

    def keep(
        self,
        untrusted_file: Path,
        *,
        progress: Callable[[int, int], None] = nobody_looks,
        is_cancelled: Callable[[], bool] = nobody_cancels,
    ) -> FileRef:
        """Keep a cleaned copy of a file, durably, and tell how an answer refers to it. For a thread that may wait.

        Raises FileUnreadable, what `attachments.process.clean` raises, DiskFull, TargetGone or StoreDamaged.
        """
        made = clean(_read(untrusted_file), progress=progress, is_cancelled=is_cancelled)
        self._store.blobs.add(Blob(made.sha256, made.kind, made.content), self._sources.now())
        return made.ref

    def page(self, ref: FileRef, page: int, longest: int, *, is_cancelled: Callable[[], bool] = nobody_cancels) -> PagePicture:
        """A page of a copy, counted from 0, at most `longest` points long; it never becomes a file.

        Raises CopyMissing when the copy is not here, and what `attachments.process.show` raises.
        """
        found = self._store.blobs.find(ref.sha256)
        if found is None:
            raise CopyMissing
        return show(found.content, page, longest, is_cancelled=is_cancelled)

    def remove_unused(self) -> int:
        """Remove copies that nothing names; how many. For the opening of a store, before anything is edited or taken in.

        Headquarters waits a while: the bundle with the revision may come after the one with the copy.
        """
        is_office = self._store.stations.station().role is Role.HEADQUARTERS
        wait = _WAITS_FOR_ITS_REVISION if is_office else timedelta()
        return self._store.blobs.remove_unused(self._sources.now() - wait)


def _read(untrusted_file: Path) -> bytes:
    """The bytes of a regular file. Raises FileUnreadable, and CopyTooLarge before more is read than a copy may have."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if not untrusted_file.is_file():
            raise FileUnreadable
        with os.fdopen(os.open(untrusted_file, flags), "rb") as file:
            untrusted = file.read(MOST_FILE_BYTES + 1)
    except OSError as cause:
        raise FileUnreadable from cause
    if len(untrusted) > MOST_FILE_BYTES:
        raise CopyTooLarge
    return untrusted
