"""Template files: read strictly, checked by tar and minisign as well, and pictures looked at before they are decoded."""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.bundle import tar
from s2w_desktop.bundle.logo import MOST_BYTES, check_logo
from s2w_desktop.bundle.minisign import SigningKey, public_key_file
from s2w_desktop.bundle.template_file import kept_template, open_template, signed_template
from s2w_desktop.bundle.template_text import read_template, template_text
from s2w_desktop.domain.errors import (
    S2wError,
)
from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.template_errors import (
    BadTemplateSignature,
    HidesProtection,
    NewerTemplate,
    NotATemplate,
    UnfitLogo,
    UnknownTemplateSigner,
)
from s2w_desktop.domain.templates import Template
from tests.attachments.making import jpeg_of, photograph, telling_jpeg
from tests.services.pictures import chunk, png

KEY = SigningKey.generate()
JPEG = jpeg_of(photograph((64, 48)))
TEMPLATE = Template(
    id="reception",
    version=3,
    title="Accueil, première visite",
    valid_from=date(2026, 6, 1),
    hidden=("household", "identity.country_of_birth"),
    tier=Tier.STANDARD,
    officer_language="fr",
    person_languages=("tir", "ara"),
    centres=("Lyon", "Casa do Rio"),
    logo=png(),
)
PLAIN = json.loads(template_text(TEMPLATE))


def with_member(name: str, content: bytes, *others: tuple[str, bytes]) -> bytes:
    parts = b"".join(tar.header(n, len(c)) + c + tar.filling(len(c)) for n, c in ((name, content), *others))
    return parts.ljust(tar.whole_size(len(parts)), b"\0")


def signed(text: bytes, comment: str, key: SigningKey = KEY) -> bytes:
    return with_member("template.json", text, ("template.json.minisig", key.sign(text, comment)))


def test_a_template_comes_back_as_it_was_signed() -> None:
    content = signed_template(TEMPLATE, KEY)
    assert open_template(content, [SigningKey.generate().public, KEY.public]) == (TEMPLATE, KEY.public)
    assert kept_template(content) == TEMPLATE
    assert signed_template(TEMPLATE, KEY) == content
    bare = Template("a", 1, "A", date(2026, 1, 1))
    assert read_template(template_text(bare)) == bare


@pytest.mark.skipif(not (shutil.which("tar") and shutil.which("minisign")), reason="needs tar and minisign")
def test_tar_and_minisign_check_the_file(tmp_path: Path) -> None:
    (tmp_path / "t.s2wt").write_bytes(signed_template(TEMPLATE, KEY))
    (tmp_path / "hq.pub").write_text(public_key_file(KEY.public_text))
    subprocess.run(["tar", "-xf", "t.s2wt"], cwd=tmp_path, check=True)
    check = ["minisign", "-Vm", "template.json", "-p", "hq.pub"]
    done = subprocess.run(check, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "s2w-template reception version 3" in done.stdout
    assert json.loads((tmp_path / "template.json").read_text())["title"] == TEMPLATE.title


def test_a_foreign_key_and_a_changed_byte_are_told_apart() -> None:
    content = bytearray(signed_template(TEMPLATE, KEY))
    with pytest.raises(UnknownTemplateSigner):
        open_template(bytes(content), [])
    with pytest.raises(UnknownTemplateSigner):
        open_template(bytes(content), [SigningKey.generate().public])
    place = content.index(b"Accueil")
    content[place] ^= 1
    with pytest.raises(BadTemplateSignature):
        open_template(bytes(content), [KEY.public])


def test_a_bundles_signature_cannot_stand_in_for_a_templates() -> None:
    text = template_text(TEMPLATE)
    for comment in ("s2w-template reception version 4", "bundle 7", ""):
        with pytest.raises(BadTemplateSignature):
            open_template(signed(text, comment), [KEY.public])


@given(st.data())
def test_no_changed_byte_goes_unseen(data: st.DataObject) -> None:
    sound = signed_template(replace(TEMPLATE, logo=b""), KEY)
    content = bytearray(sound)
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    try:
        template, _ = open_template(bytes(content), [KEY.public])
    except S2wError:
        return
    assert template == replace(TEMPLATE, logo=b"")  # only the untrusted comment of minisign may differ
    assert 0 <= place - sound.index(b"untrusted comment: ") < 80


@given(st.integers(0, 5_000))
def test_a_cut_file_is_no_template(length: int) -> None:
    content = signed_template(TEMPLATE, KEY)
    with pytest.raises(NotATemplate):
        open_template(content[: length % len(content)], [KEY.public])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\0" * 10_240,
        with_member("template.json", b"{}"),
        with_member("template.json.minisig", b"", ("template.json", b"{}")),
        with_member("template.json", b"{}", ("template.json.minisig", b""), ("more", b"")),
        with_member("template.json", b"{}", ("template.json", b"{}")),
        with_member("../template.json", b"{}", ("template.json.minisig", b"")),
        b"x" * 600_000,
    ],
)
def test_other_files_are_no_templates(content: bytes) -> None:
    with pytest.raises(NotATemplate):
        open_template(content, [KEY.public])


FAULTS: dict[str, tuple[dict[str, object], str]] = {
    "format": ({"format": "s2w-bundle/1"}, "format"),
    "format of a friend": ({"format": "s2w-template/x"}, "format"),
    "unknown key": ({"colour": "red"}, ""),
    "id": ({"id": "../reception"}, "id"),
    "version zero": ({"version": 0}, "version"),
    "version true": ({"version": True}, "version"),
    "version text": ({"version": "3"}, "version"),
    "title empty": ({"title": ""}, "title"),
    "title of two lines": ({"title": "A\nB"}, "title"),
    "title that turns around": ({"title": "A\u202eB"}, "title"),
    "title long": ({"title": "A" * 81}, "title"),
    "no such day": ({"valid_from": "2026-02-30"}, "valid_from"),
    "hidden twice": ({"hidden": ["household", "household"]}, "hidden 2"),
    "hidden entry": ({"hidden": ["work.0190.title"]}, "hidden 1"),
    "hidden number": ({"hidden": [7]}, "hidden 1"),
    "hidden text": ({"hidden": "household"}, "hidden"),
    "hidden without end": ({"hidden": [f"s{n}.{'f' * 39}" for n in range(100)]}, "hidden"),
    "tier": ({"tier": "deep"}, "tier"),
    "tier number": ({"tier": 1}, "tier"),
    "officer language": ({"officer_language": "French"}, "officer_language"),
    "person language": ({"person_languages": ["ti"]}, "person_languages 1"),
    "centre": ({"centres": [" Lyon"]}, "centres 1"),
    "logo": ({"logo": "!!"}, "logo"),
    "logo number": ({"logo": 3}, "logo"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_text_is_refused_by_its_key(name: str) -> None:
    changed, key = FAULTS[name]
    with pytest.raises(NotATemplate) as refused:
        read_template(json.dumps({**PLAIN, **changed}).encode())
    assert refused.value.key == key


@pytest.mark.parametrize("key", ["format", "id", "version", "title", "valid_from"])
def test_what_must_be_there_must_be_there(key: str) -> None:
    with pytest.raises(NotATemplate) as refused:
        read_template(json.dumps({name: value for name, value in PLAIN.items() if name != key}).encode())
    assert refused.value.key == key


def test_a_key_given_twice_and_deep_or_broken_json_are_refused() -> None:
    text = template_text(TEMPLATE).decode()
    for broken in (text.replace("{", '{"version":9,', 1), "[" * 9_999, text[:-5], "[]", text.replace("3", "3.0")):
        with pytest.raises(NotATemplate):
            read_template(broken.encode())
    with pytest.raises(NotATemplate):
        read_template(text.encode("utf-16"))


def test_a_newer_format_is_told_as_such() -> None:
    with pytest.raises(NewerTemplate):
        read_template(json.dumps({**PLAIN, "format": "s2w-template/2", "more": 1}).encode())


@pytest.mark.parametrize(
    "names",
    [
        ("consent",),
        ("consent.photo",),
        ("record.remark",),
        ("agreement",),
        ("agreement.given_by",),
        ("session.stage",),
        ("contact",),  # while telephones are still asked for
        ("contact.safe_to_contact",),
        ("work.sensitive_employer",),
        ("identity.date_of_birth",),
    ],
)
def test_what_protects_the_person_cannot_be_hidden(names: tuple[str, ...]) -> None:
    with pytest.raises(HidesProtection) as refused:
        read_template(json.dumps({**PLAIN, "hidden": ["household", *names]}).encode())
    assert refused.value.names == names


def test_a_guard_may_go_with_all_that_it_guards() -> None:
    for names in (["contact", "phone"], ["work"], ["contact.third_person", "contact.third_person_agreed"]):
        assert read_template(json.dumps({**PLAIN, "hidden": names}).encode()).hidden == tuple(names)


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"GIF89a",
        png()[:-1],
        png() + b"x",
        png()[:20] + b"\xff" + png()[21:],
        png(1001, 1),
        png(1, 1001),
        png(0, 1),
        png(more=chunk(b"tEXt", b"Author\0M. P.")),
        png(more=chunk(b"iCCP", b"x" * 50)),
        png(more=chunk(b"acTL", b"\0" * 8)),
        png(more=chunk(b"IHDR", b"\0" * 13)),
        png(more=chunk(b"PLTE", b"\0" * MOST_BYTES)),
        png().replace(b"IEND", b"IENX"),
        JPEG[:-1],
        JPEG[:40],
        JPEG + b"x",
        JPEG[:2] + b"\xff\xfe\x00\x05M.P" + JPEG[2:],
        JPEG[:2] + b"\xff\xe1\x00\x08Exif\0\0" + JPEG[2:],
        JPEG[:2] + b"\xff\xe1\xff\xff" + JPEG[2:],
        jpeg_of(photograph((1280, 10))),
        telling_jpeg(),
        b"\xff\xd8\xff\xda\x00\x02\xff\xd9",
    ],
)
def test_a_picture_that_claims_too_much_is_refused_before_it_is_decoded(picture: bytes) -> None:
    with pytest.raises(UnfitLogo):
        check_logo(picture)


def test_a_jpeg_that_holds_pixels_alone_is_taken() -> None:
    assert check_logo(JPEG) == JPEG
    assert check_logo(png()) == png()
