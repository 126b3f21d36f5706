"""A template as JSON, format s2w-template/1: read strictly, written in one spelling. See docs/templates.md."""

import base64
import binascii
import re
from collections.abc import Mapping
from datetime import date

from s2w_desktop.bundle.json_lines import parse_document
from s2w_desktop.bundle.logo import check_logo
from s2w_desktop.bundle.record_types import LineRefused
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.hiding import protected
from s2w_desktop.domain.template_errors import (
    HidesProtection,
    NewerTemplate,
    NotATemplate,
)
from s2w_desktop.domain.templates import HIDDEN_NAME, MOST_HIDDEN_LETTERS, TEMPLATE_ID, Template

FORMAT = "s2w-template/1"
MOST_BYTES = 384 * 1024
_FAMILY = "s2w-template/"
_DEPTH = 2
_MOST_VERSION = 2**31 - 1
_MOST_TITLE = 80
_MOST_CENTRES = _MOST_LANGUAGES = 50
_TIERS = {tier.code: tier for tier in Tier}
_KEYS = frozenset(
    {
        "format",
        "id",
        "version",
        "title",
        "valid_from",
        "hidden",
        "tier",
        "officer_language",
        "person_languages",
        "centres",
        "logo",
    }
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_OFFICER_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?", re.ASCII)
_PERSON_LANGUAGE = re.compile(r"[a-z]{3}", re.ASCII)


def read_template(untrusted: bytes) -> Template:
    """The template of a JSON text.

    Raises NewerTemplate, NotATemplate with the key at fault, HidesProtection, UnfitLogo. Names of sections and fields are
    taken as they are: whether this program knows them is for the caller to ask.
    """
    if len(untrusted) > MOST_BYTES:
        raise NotATemplate
    try:
        plain = parse_document(untrusted, _DEPTH)
    except LineRefused as cause:
        raise NotATemplate from cause
    _check_format(plain)
    template = Template(
        id=_matching(plain, "id", TEMPLATE_ID),
        version=_version(plain),
        title=_text(plain.get("title"), "title", _MOST_TITLE),
        valid_from=_day(plain),
        hidden=_hidden(plain),
        tier=_tier(plain),
        officer_language=_matching(plain, "officer_language", _OFFICER_LANGUAGE) if "officer_language" in plain else "",
        person_languages=_list(plain, "person_languages", _MOST_LANGUAGES, _PERSON_LANGUAGE),
        centres=_list(plain, "centres", _MOST_CENTRES),
        logo=_logo(plain),
    )
    refused = protected(template.hidden)
    if refused:
        raise HidesProtection(tuple(sorted(refused)))
    return template


def template_text(template: Template) -> bytes:
    """The one JSON text of a template; what says nothing is left out."""
    plain: dict[str, Plain] = {
        "format": FORMAT,
        "id": template.id,
        "version": template.version,
        "title": template.title,
        "valid_from": template.valid_from.isoformat(),
        "hidden": list(template.hidden),
        "tier": template.tier.code if template.tier else "",
        "officer_language": template.officer_language,
        "person_languages": list(template.person_languages),
        "centres": list(template.centres),
        "logo": base64.b64encode(template.logo).decode("ascii"),
    }
    return canonical({key: value for key, value in plain.items() if value}) + b"\n"


def _check_format(plain: Mapping[str, Plain]) -> None:
    stated = plain.get("format")
    if not isinstance(stated, str) or not stated.startswith(_FAMILY):
        raise NotATemplate("format")
    if stated != FORMAT:
        number = stated.removeprefix(_FAMILY)
        raise NewerTemplate if number.isascii() and number.isdigit() and number != "0" else NotATemplate("format")
    if not plain.keys() <= _KEYS:
        raise NotATemplate  # the key that is too much came from outside and is not repeated


def _version(plain: Mapping[str, Plain]) -> int:
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= _MOST_VERSION:
        raise NotATemplate("version")
    return version


def _day(plain: Mapping[str, Plain]) -> date:
    stated = _matching(plain, "valid_from", _DAY)
    try:
        return date.fromisoformat(stated)
    except ValueError as cause:
        raise NotATemplate("valid_from") from cause


def _hidden(plain: Mapping[str, Plain]) -> tuple[str, ...]:
    names = _list(plain, "hidden", MOST_HIDDEN_LETTERS, HIDDEN_NAME)
    if len(" ".join(names)) > MOST_HIDDEN_LETTERS:
        raise NotATemplate("hidden")
    return names


def _tier(plain: Mapping[str, Plain]) -> Tier | None:
    if "tier" not in plain:
        return None
    stated = plain["tier"]
    if not isinstance(stated, str) or stated not in _TIERS:
        raise NotATemplate("tier")
    return _TIERS[stated]


def _logo(plain: Mapping[str, Plain]) -> bytes:
    if "logo" not in plain:
        return b""
    stated = plain["logo"]
    if not isinstance(stated, str):
        raise NotATemplate("logo")
    try:
        return check_logo(base64.b64decode(stated, validate=True))
    except (ValueError, binascii.Error) as cause:
        raise NotATemplate("logo") from cause


def _matching(plain: Mapping[str, Plain], key: str, form: re.Pattern[str]) -> str:
    stated = plain.get(key)
    if not isinstance(stated, str) or not form.fullmatch(stated):
        raise NotATemplate(key)
    return stated


def _list(plain: Mapping[str, Plain], key: str, most: int, form: re.Pattern[str] | None = None) -> tuple[str, ...]:
    """A list of different texts; a fault names its place, counted from 1."""
    stated = plain.get(key, [])
    if not isinstance(stated, list) or len(stated) > most:
        raise NotATemplate(key)
    found: dict[str, None] = {}
    for number, item in enumerate(stated, start=1):
        place = f"{key} {number}"
        text = _text(item, place, _MOST_TITLE + 1 if form else _MOST_TITLE)
        if text in found or (form and not form.fullmatch(text)):
            raise NotATemplate(place)
        found[text] = None
    return tuple(found)


def _text(stated: Plain, place: str, most: int) -> str:
    """A text of one line."""
    if not isinstance(stated, str) or not 0 < len(stated) <= most or stated != stated.strip() or not stated.isprintable():
        raise NotATemplate(place)
    return stated
