"""The pictures of a paper: the person's photo, and the logo of the centre. A paper is never held up by its ornament."""

import logging
from collections.abc import Callable
from typing import Final

from s2w_desktop.attachments.process import show
from s2w_desktop.domain.errors import CopyDamaged, CopyMissing, CopyTooHeavy, NotACopy, PictureTooBig
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.domain.profile import Profile
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.services.templates import Templates

PHOTO_PATH: Final = "identity.photo"
_PHOTO_POINTS, _LOGO_POINTS = 420, 480
_CANNOT_BE_SHOWN = (CopyDamaged, CopyTooHeavy, NotACopy, PictureTooBig)
_log = logging.getLogger(__name__)


class PaperPictures:
    """Gives pixels; every file is decoded in the process for that. The last logo is remembered, for it seldom changes."""

    def __init__(self, attachments: Attachments, templates: Templates) -> None:
        self._attachments = attachments
        self._templates = templates
        self._last_logo: tuple[bytes, PagePicture] | None = None

    def photo(self, shown: Profile) -> PagePicture | None:
        """The photo of a profile less what is not put or not agreed to (see `asking.as_asked`); None without one.

        None too where its copy is not here (it was never sent to headquarters) or cannot be shown.
        """
        ref = shown.get(PHOTO_PATH)
        return _shown(lambda: self._attachments.page(ref, 0, _PHOTO_POINTS)) if isinstance(ref, FileRef) else None

    def logo(self) -> PagePicture | None:
        """The logo of the template in force; None without one."""
        template = self._templates.in_force()
        if template is None or not template.logo:
            return None
        if self._last_logo is None or self._last_logo[0] != template.logo:
            logo = template.logo
            picture = _shown(lambda: show(logo, 0, _LOGO_POINTS))
            self._last_logo = (logo, picture) if picture else None
        return self._last_logo[1] if self._last_logo else None


def _shown(decode: Callable[[], PagePicture]) -> PagePicture | None:
    """The picture; None where its copy is not here, or cannot be shown: the paper goes without it, and the log says why."""
    try:
        return decode()
    except CopyMissing:
        return None
    except _CANNOT_BE_SHOWN as failure:
        _log.warning("a picture of the paper cannot be shown: %s", failure.code)
        return None
