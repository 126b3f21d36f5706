"""Foreseen failures with templates of a centre; see `errors`."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import S2wError


@dataclass(eq=False)
class NotATemplate(S2wError):
    """The file is no template, is damaged, or breaks a rule of the format. `key` names the part of the format at fault."""

    code = "E-TEMPLATE-1"
    key: str = ""


class NewerTemplate(S2wError):
    """The template is made for a newer program."""

    code = "E-TEMPLATE-2"


class UnknownTemplateSigner(S2wError):
    """The template is not signed by the headquarters that this laptop is enrolled with."""

    code = "E-TEMPLATE-3"


class BadTemplateSignature(S2wError):
    """The signature does not fit the template."""

    code = "E-TEMPLATE-4"


@dataclass(eq=False)
class StaleTemplate(S2wError):
    """The same or a newer version of this template was installed before. `known` is that version."""

    code = "E-TEMPLATE-5"
    found: int = 0
    known: int = 0


@dataclass(eq=False)
class HidesProtection(S2wError):
    """The template hides questions that protect the person. `names` are sections and fields of the questionnaire."""

    code = "E-TEMPLATE-6"
    names: tuple[str, ...] = ()


class UnfitLogo(S2wError):
    """The logo is no PNG or JPEG, larger than the format allows, or cannot be decoded."""

    code = "E-TEMPLATE-7"
