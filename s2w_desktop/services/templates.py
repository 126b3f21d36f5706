"""Templates of the centre: headquarters signs them, laptops install them, and one of them is in force."""

from dataclasses import dataclass, replace
from pathlib import Path

from s2w_desktop.attachments.process import clean, show
from s2w_desktop.bundle.logo import check_logo
from s2w_desktop.bundle.template_file import MOST_FILE_BYTES, kept_template, open_template, signed_template
from s2w_desktop.bundle.template_text import MOST_BYTES, read_template
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import (
    CopyDamaged,
    CopyProtected,
    CopyTooHeavy,
    CopyTooLarge,
    FileUnreadable,
    NotACopy,
    PictureTooBig,
    TargetExists,
    TooManyPages,
    WrongRole,
)
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.files import FileKind
from s2w_desktop.domain.hiding import unknown_names
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.template_errors import NotATemplate, UnfitLogo
from s2w_desktop.domain.templates import Template
from s2w_desktop.services.headquarters_keys import own_signing_key, signer_name, trusted_signers
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.templates import StoredTemplate

_MOST_PICTURE_BYTES = 2_000_000
"""What is read of a picture before it is made anew."""
_NO_PICTURE = (CopyDamaged, CopyProtected, CopyTooHeavy, CopyTooLarge, NotACopy, PictureTooBig, TooManyPages)


@dataclass(frozen=True)
class InstalledTemplate:
    """A template of this store. `signer` names the headquarters that signed it; `unknown` are names that it hides and that
    this program does not have: they say nothing to this program and wait for a newer one. `is_in_force`: it is the one that
    interviews follow today."""

    template: Template
    signer: str
    unknown: tuple[str, ...]
    is_in_force: bool


class Templates:
    """What the store knows of templates, and the ways of a template out of headquarters and into a laptop."""

    def __init__(self, *, store: Store, questionnaire: Questionnaire, permits: Permits, sources: Sources) -> None:
        self._store = store
        self._permits = permits
        self._questionnaire = questionnaire
        self._sources = sources

    # --- headquarters ---

    def make(self, source: Path, target: Path, *, logo: Path | None = None) -> Template:
        """Sign the template that a JSON file describes, with the picture of a PNG or JPEG file beside it if one is named.

        The logo is made anew from what can be seen of it, as copies of documents are (decisions/0210).
        Stricter than `install`: a name that this program does not have is refused, for it would be a slip.
        Raises NotPermitted, WrongRole, FileUnreadable, NotATemplate, NewerTemplate, HidesProtection, UnfitLogo, TargetExists,
        disk errors.
        """
        self._permits.require(Act.INSTALL_PACKS)
        key = own_signing_key(self._store)
        template = read_template(_read(source, MOST_BYTES))
        picture = template.logo if logo is None else _read(logo, _MOST_PICTURE_BYTES)
        if picture or logo is not None:
            template = replace(template, logo=_made_anew(picture))
        unknown = unknown_names(self._questionnaire, template.hidden)
        if unknown:
            raise NotATemplate(f"hidden {template.hidden.index(unknown[0]) + 1}")
        if target.exists():
            raise TargetExists
        replace_file(target, signed_template(template, key))
        return template

    # --- laptop ---

    def look(self, path: Path) -> InstalledTemplate:
        """What a file holds, checked as `install` checks it but not kept. At headquarters its own key counts.

        Raises FileUnreadable, NotATemplate, NewerTemplate, UnknownTemplateSigner, BadTemplateSignature, HidesProtection,
        UnfitLogo.
        """
        signers = trusted_signers(self._store, self._sources.now())
        template, key = open_template(_read(path, MOST_FILE_BYTES), tuple(signers))
        _decode(template.logo)
        return self._told(template, signers[key].name, is_in_force=False)

    def install(self, path: Path) -> InstalledTemplate:
        """Keep the template of a file; interviews follow it from their next opening on, once its day has come.

        Raises NotPermitted, WrongRole (headquarters holds no interviews), StaleTemplate, and what `look` raises; then nothing is
        changed.
        """
        self._permits.require(Act.INSTALL_PACKS)
        return self.install_content(_read(path, MOST_FILE_BYTES))

    def install_content(self, untrusted: bytes) -> InstalledTemplate:
        """`install` for what stands in a file."""
        if self._store.stations.station().role is not Role.FIELD:
            raise WrongRole
        signers = trusted_signers(self._store, self._sources.now())
        template, key = open_template(untrusted, tuple(signers))
        signer = signers[key]
        _decode(template.logo)
        self._store.templates.install(
            StoredTemplate(template.id, template.version, untrusted, signer.device, self._sources.now())
        )
        return self._told(template, signer.name, is_in_force=template.is_in_force(self._sources.today()))

    def remove(self) -> int:
        """Let no template be in force; how many were installed. Older ones than those stay refused. Raises NotPermitted."""
        self._permits.require(Act.INSTALL_PACKS)
        return self._store.templates.remove_all()

    # --- both ---

    def in_force(self) -> Template | None:
        """The template that interviews follow today: of those whose day has come, the one installed last."""
        today = self._sources.today()
        kept = (kept_template(stored.content) for stored in self._store.templates.installed())
        return next((template for template in kept if template.is_in_force(today)), None)

    def decides_depth(self) -> bool:
        """Whether the template in force leaves the depth of an interview to nobody else."""
        template = self.in_force()
        return template is not None and template.tier is not None

    def installed(self) -> tuple[InstalledTemplate, ...]:
        """The template in force, and those that were installed after it and whose day is still to come; newest first."""
        today, found = self._sources.today(), []
        for stored in self._store.templates.installed():
            template = kept_template(stored.content)
            is_in_force = template.is_in_force(today)
            found.append(self._told(template, signer_name(self._store, stored.signer), is_in_force=is_in_force))
            if is_in_force:
                break
        return tuple(found)

    def _told(self, template: Template, signer: str, *, is_in_force: bool) -> InstalledTemplate:
        return InstalledTemplate(template, signer, unknown_names(self._questionnaire, template.hidden), is_in_force)


def _made_anew(untrusted: bytes) -> bytes:
    """A logo without anything that cannot be seen. Raises UnfitLogo."""
    try:
        made = clean(untrusted)
    except _NO_PICTURE as cause:
        raise UnfitLogo from cause
    if made.kind is FileKind.PDF:
        raise UnfitLogo
    return check_logo(made.content)


def _decode(logo: bytes) -> None:
    """Raises UnfitLogo when a logo is none that the paper can show: better now than at the first paper."""
    if logo:
        try:
            show(logo, 0, 1)
        except _NO_PICTURE as cause:
            raise UnfitLogo from cause


def read_template_file(path: Path) -> bytes:
    """The untrusted bytes of the file of a template. Raises FileUnreadable."""
    return _read(path, MOST_FILE_BYTES)


def _read(path: Path, most: int) -> bytes:
    """The untrusted bytes of a file, one more than `most` at the utmost. Raises FileUnreadable."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as cause:
        raise FileUnreadable from cause
