"""A signed template as one file: a tar of `template.json` and `template.json.minisig`, for tar and minisign to check."""

from collections.abc import Sequence

from s2w_desktop.bundle import tar
from s2w_desktop.bundle.minisign import PublicKey, Signature, SigningKey, verify
from s2w_desktop.bundle.template_text import MOST_BYTES, read_template, template_text
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
)
from s2w_desktop.domain.template_errors import (
    BadTemplateSignature,
    NotATemplate,
    UnknownTemplateSigner,
)
from s2w_desktop.domain.templates import Template

MOST_FILE_BYTES = 512 * 1024
_TEXT, _SIGNATURE = "template.json", "template.json.minisig"
_MOST = {_TEXT: MOST_BYTES, _SIGNATURE: 4 * 1024}


def signed_template(template: Template, key: SigningKey) -> bytes:
    """The whole file. The same template and key give the same bytes."""
    text = template_text(template)
    signature = key.sign(text, _comment(template), about="a template of a centre")
    parts = b"".join(
        tar.header(name, len(content)) + content + tar.filling(len(content))
        for name, content in ((_TEXT, text), (_SIGNATURE, signature))
    )
    return parts.ljust(tar.whole_size(len(parts)), b"\0")


def open_template(untrusted: bytes, signers: Sequence[PublicKey]) -> tuple[Template, PublicKey]:
    """The template of a file and the key that signed it; nothing of the text is read before the signature holds.

    Raises NotATemplate, UnknownTemplateSigner, BadTemplateSignature, and what `read_template` raises.
    """
    text, signature = _taken_apart(untrusted)
    try:
        named = Signature.parse(signature).key_id
        signer = next((key for key in signers if key.key_id == named), None)
        if signer is None:
            raise UnknownTemplateSigner
        comment = verify(signer, text, signature)
    except BadSignature as cause:
        raise BadTemplateSignature from cause
    template = read_template(text)
    if comment != _comment(template):
        raise BadTemplateSignature
    return template, signer


def kept_template(content: bytes) -> Template:
    """The template of a file that `open_template` took before. Raises what `read_template` raises."""
    return read_template(_taken_apart(content)[0])


def _comment(template: Template) -> str:
    """What minisign shows to whoever checks by hand; no bundle carries such a comment."""
    return f"s2w-template {template.id} version {template.version}"


def _taken_apart(untrusted: bytes) -> tuple[bytes, bytes]:
    if len(untrusted) > MOST_FILE_BYTES:
        raise NotATemplate
    sink = _TwoMembers()
    reader = tar.TarReader(sink)
    try:
        reader.feed(untrusted)
        reader.finish()
    except BundleDamaged as cause:
        raise NotATemplate from cause
    if list(sink.members) != [_TEXT, _SIGNATURE]:
        raise NotATemplate
    return bytes(sink.members[_TEXT]), bytes(sink.members[_SIGNATURE])


class _TwoMembers:
    """Takes exactly the two members, each within its size."""

    def __init__(self) -> None:
        self.members: dict[str, bytearray] = {}
        self._present = bytearray()

    def begin(self, name: str, size: int) -> None:
        if name in self.members or size > _MOST.get(name, -1):
            raise NotATemplate
        self._present = self.members[name] = bytearray()

    def take(self, data: bytes) -> None:
        self._present += data

    def end(self) -> None:
        """Nothing is left to do."""
