"""Reference packs from headquarters to laptop: installed, replaced, gone back from; whatever fails leaves what is installed."""

import json
import os
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle.pack_file import signature_of
from s2w_desktop.bundle.pack_text import pack_text
from s2w_desktop.domain.errors import DiskFull, FileUnreadable, S2wError, TargetExists, WrongRole
from s2w_desktop.domain.pack_errors import (
    BadPackSignature,
    NoPack,
    NotAPack,
    NothingToRollBack,
    PackNeedsTwoKeys,
    PackPartDamaged,
    StalePack,
    UnknownPackSigner,
)
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.template_errors import NotATemplate, StaleTemplate
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.headquarters_keys import own_signing_key
from s2w_desktop.services.pack_making import esco_draft, joined, template_draft
from s2w_desktop.services.packs import TEMPLATE_PART, Draft, readers_beside, unsigned_parts, write_file
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.pack_folder import CURRENT, NAME
from tests.reference.esco_making import BAKER, place
from tests.services.places import RESOURCES, TODAY, Place, enrol
from tests.storage.disks import fill_up, small_disk

PARTS: Mapping[str, bytes] = {"esco/concepts": b"one", "esco/relations": bytes(4_000)}


def draft(title: str = "ESCO", parts: Mapping[str, bytes] = PARTS, *contents: PackContent) -> Draft:
    return Draft("esco", title, contents or (PackContent.ESCO,), parts)


def made(office: Workplace, folder: Path, version: int, title: str = "ESCO", parts: Mapping[str, bytes] = PARTS) -> Path:
    file = folder / f"{title}-{version}.s2wref"
    office.packs.make(draft(title, parts), file, version)
    return file


def forged(office: Workplace, folder: Path, version: int) -> Path:
    """A pack with the true key, of a version that headquarters has given to another one."""
    file, other = folder / f"forged-{version}", draft("Another", {"esco/concepts": b"other"})
    pack = other.pack(version, TODAY)
    write_file(file, pack, other, [signature_of(pack_text(pack), own_signing_key(office.store))])
    return file


def standing(workplace: Workplace) -> list[tuple[int, bool]]:
    """Versions that are kept, and which of them counts."""
    return [(one.pack.version, one.is_current) for one in workplace.packs.installed()]


def content(workplace: Workplace) -> dict[str, bytes]:
    (reader,) = workplace.packs.readers(PackContent.ESCO)
    return {name: reader.read(name) for name in reader.names}


def root_of(workplace: Workplace) -> Path:
    return workplace.spool_folder.parent / NAME


def folders(workplace: Workplace) -> list[str]:
    root = root_of(workplace)
    return sorted(one.name for one in root.iterdir() if one.is_dir()) if root.exists() else []


def test_a_pack_is_made_looked_at_installed_and_read(hq: Workplace, field: Workplace, stick: Path) -> None:
    file = made(hq, stick, 1)
    looked = field.packs.look(file)
    assert (looked.pack.version, looked.pack.made_on, looked.signer, looked.is_current) == (1, TODAY, "Example Aid", False)
    assert (standing(field), folders(field)) == ([], [])
    installed = field.packs.install(file)
    assert installed == replace(looked, is_current=True)
    assert field.packs.installed() == (installed,)
    assert content(field) == PARTS
    assert field.packs.readers(PackContent.COUNTRY) == ()


def test_headquarters_installs_its_own(hq: Workplace, stick: Path) -> None:
    assert hq.packs.install(made(hq, stick, 1)).signer == "Example Aid"
    assert content(hq) == PARTS


def test_a_pack_of_a_download_can_be_searched_once_it_is_installed(
    hq: Workplace, field: Workplace, stick: Path, tmp_path: Path
) -> None:
    whole = esco_draft(place(tmp_path / "download"), RESOURCES, lambda _done, _of: None)
    hq.packs.make(whole, stick / "esco.s2wref")
    field.packs.install(stick / "esco.s2wref")
    (reader,) = field.packs.readers(PackContent.ESCO)
    esco = EscoData(reader.read, reader.names)
    assert (reader.pack.title, esco.label(BAKER, ["en"])) == ("ESCO 1.2.1", ("baker", "en"))


def test_versions_rise_by_themselves_also_when_headquarters_installs_none(hq: Workplace, stick: Path) -> None:
    versions = [hq.packs.make(draft(title), stick / title).version for title in ("a", "b", "c")]
    assert versions == [1, 2, 3]
    with pytest.raises(StalePack):
        hq.packs.make(draft("d"), stick / "d", 2)
    assert not (stick / "d").exists()
    assert hq.packs.make(draft("d"), stick / "d", 7).version == 7
    assert hq.packs.make(draft("e"), stick / "e").version == 8


def test_a_newer_pack_replaces_and_an_older_one_is_refused(hq: Workplace, field: Workplace, stick: Path) -> None:
    first, third = made(hq, stick, 1), made(hq, stick, 3, parts={"esco/concepts": b"three"})
    field.packs.install(first)
    field.packs.install(third)
    assert standing(field) == [(1, False), (3, True)]
    with pytest.raises(StalePack) as stale:
        field.packs.install(first)
    assert (stale.value.found, stale.value.known) == (1, 3)
    assert content(field) == {"esco/concepts": b"three"}


def test_another_pack_of_the_same_version_is_refused(hq: Workplace, field: Workplace, stick: Path) -> None:
    field.packs.install(made(hq, stick, 2))
    other = forged(hq, stick, 2)
    with pytest.raises(StalePack):
        field.packs.install(other)
    assert content(field) == PARTS


def test_going_back_and_forth(hq: Workplace, field: Workplace, stick: Path) -> None:
    first, second, third = (made(hq, stick, version, parts={"esco/concepts": b"%d" % version}) for version in (1, 2, 3))
    field.packs.install(first)
    with pytest.raises(NothingToRollBack):
        field.packs.roll_back("esco")
    field.packs.install(second)
    assert field.packs.roll_back("esco").pack.version == 1
    assert (standing(field), content(field)) == ([(1, True), (2, False)], {"esco/concepts": b"1"})
    with pytest.raises(NothingToRollBack):
        field.packs.roll_back("esco")
    field.packs.install(second)
    assert (standing(field), content(field)) == ([(1, False), (2, True)], {"esco/concepts": b"2"})
    field.packs.roll_back("esco")
    field.packs.install(third)
    assert standing(field) == [(1, False), (3, True)]
    assert folders(field) == ["esco-1", "esco-3"]
    assert field.packs.roll_back("esco").pack.version == 1
    with pytest.raises(NoPack):
        field.packs.roll_back("country-gr")


def test_the_same_pack_again_mends_its_parts_and_keeps_the_way_back(hq: Workplace, field: Workplace, stick: Path) -> None:
    first, second = made(hq, stick, 1), made(hq, stick, 2)
    field.packs.install(first)
    field.packs.install(second)
    part = root_of(field) / "esco-2" / "0001"
    part.write_bytes(b"x")
    field.packs.install(second)
    assert (standing(field), content(field)) == ([(1, False), (2, True)], PARTS)
    field.packs.roll_back("esco")
    (root_of(field) / "esco-1" / "0000").unlink()
    field.packs.install(first)
    assert (standing(field), content(field)) == ([(1, True), (2, False)], PARTS)


@pytest.mark.parametrize("damage", ["other bytes", "shorter", "longer", "missing", "folder missing"])
def test_a_part_that_was_damaged_on_the_disk_is_found_when_it_is_read(
    hq: Workplace, field: Workplace, stick: Path, damage: str
) -> None:
    field.packs.install(made(hq, stick, 1))
    folder = root_of(field) / "esco-1"
    part, sound = folder / "0001", PARTS["esco/relations"]
    match damage:
        case "missing":
            part.unlink()
        case "folder missing":
            folder.rename(folder.with_name("gone"))
        case _:
            part.write_bytes({"other bytes": b"x" + sound[1:], "shorter": sound[:-1], "longer": sound + b"x"}[damage])
    (reader,) = field.packs.readers(PackContent.ESCO)
    with pytest.raises(PackPartDamaged):
        reader.read("esco/relations")
    with pytest.raises(KeyError):
        reader.read("esco/other")


@pytest.fixture
def settled(hq: Workplace, field: Workplace, stick: Path) -> Workplace:
    """The laptop with two versions of a pack; what is refused must change none of it."""
    field.packs.install(made(hq, stick, 1))
    field.packs.install(made(hq, stick, 2))
    return field


def refused(workplace: Workplace, file: Path, failure: type[S2wError]) -> None:
    before = standing(workplace), content(workplace), folders(workplace)
    with pytest.raises(failure):
        workplace.packs.look(file) if failure is not StalePack else workplace.packs.install(file)
    with pytest.raises(failure):
        workplace.packs.install(file)
    assert (standing(workplace), content(workplace), folders(workplace)) == before


def test_what_is_refused_leaves_the_installed_pack_untouched(
    hq: Workplace, settled: Workplace, stick: Path, tmp_path: Path
) -> None:
    whole = made(hq, stick, 3).read_bytes()
    (bad := stick / "bad").write_bytes(whole[:-512])
    refused(settled, bad, NotAPack)
    bad.write_bytes(whole.replace(b'"title":"ESCO"', b'"title":"ESCA"'))
    refused(settled, bad, BadPackSignature)
    place_of_part = whole.rindex(b"\x1f\x8b")
    bad.write_bytes(whole[: place_of_part + 20] + b"\xff" + whole[place_of_part + 21 :])
    refused(settled, bad, PackPartDamaged)
    bad.write_bytes(b"")
    refused(settled, bad, NotAPack)
    refused(settled, stick / "gone", FileUnreadable)
    refused(settled, stick, FileUnreadable)
    write_file(stick / "unsigned", draft().pack(3, TODAY), draft(), ())
    refused(settled, stick / "unsigned", UnknownPackSigner)
    hq.packs.make(draft("words", PARTS, PackContent.CONSENT), stick / "words", 9)
    refused(settled, stick / "words", PackNeedsTwoKeys)
    with closing(Place(tmp_path / "stranger", Role.HEADQUARTERS).open()) as stranger:
        refused(settled, made(stranger, tmp_path, 3), UnknownPackSigner)


def test_a_headquarters_that_was_revoked_installs_nothing_more(hq: Workplace, settled: Workplace, stick: Path) -> None:
    file = made(hq, stick, 3)
    settled.enrolment.revoke(hq.station.device)
    refused(settled, file, UnknownPackSigner)


def test_a_training_laptop_takes_packs_of_its_own_headquarters_alone(hq: Workplace, stick: Path, tmp_path: Path) -> None:
    with (
        closing(Place(tmp_path / "training hq", Role.HEADQUARTERS, training=True).open()) as office,
        closing(Place(tmp_path / "training", Role.FIELD, training=True).open()) as laptop,
    ):
        enrol(headquarters=office, laptop=laptop, folder=tmp_path / "training enrolment")
        with pytest.raises(UnknownPackSigner):
            laptop.packs.install(made(hq, stick, 1))
        laptop.packs.install(made(office, tmp_path, 1))
        assert content(laptop) == PARTS


def test_only_headquarters_makes_and_never_over_a_file(hq: Workplace, field: Workplace, stick: Path) -> None:
    with pytest.raises(WrongRole):
        field.packs.check_can_make()
    with pytest.raises(WrongRole):
        field.packs.make(draft(), stick / "new")
    file = made(hq, stick, 1)
    before = file.read_bytes()
    with pytest.raises(TargetExists):
        hq.packs.make(draft("other"), file)
    assert file.read_bytes() == before
    assert sorted(one.name for one in stick.iterdir()) == [file.name]


def test_several_drafts_make_one_pack() -> None:
    country = Draft("country-gr", "Country pack GR", (PackContent.COUNTRY,), {"country/directory": b"{}"})
    both = joined([draft(), country])
    assert (both.id, both.contents) == ("reference", (PackContent.ESCO, PackContent.COUNTRY))
    assert both.parts == {**PARTS, "country/directory": b"{}"}
    assert joined([country]) is country


def test_an_unsigned_pack_can_be_tried_out(stick: Path) -> None:
    write_file(stick / "try", draft().pack(1, TODAY), draft(), ())
    pack, parts = unsigned_parts(stick / "try")
    assert (pack.id, parts) == ("esco", PARTS)


def test_packs_are_found_beside_a_closed_store_also_after_going_back(settled: Workplace) -> None:
    folder = root_of(settled).parent
    assert [reader.pack.version for reader in readers_beside(folder)] == [2]
    settled.packs.roll_back("esco")
    (reader,) = readers_beside(folder)
    assert (reader.pack.version, reader.read("esco/concepts")) == (1, b"one")


def test_what_cannot_be_read_beside_a_closed_store_is_left_out(hq: Workplace, settled: Workplace, stick: Path) -> None:
    root = root_of(settled)
    country = Draft("country-gr", "Country", (PackContent.COUNTRY,), {"country/directory": b"{}"})
    hq.packs.make(country, stick / "country")
    settled.packs.install(stick / "country")
    assert len(readers_beside(root.parent)) == 2
    (root / "esco-2").rename(root / "elsewhere")
    assert [reader.pack.id for reader in readers_beside(root.parent)] == ["country-gr"]
    (root / "country-gr-1" / "pack.json").write_bytes(b"{}")
    assert readers_beside(root.parent) == []
    (root / CURRENT).write_bytes(b"../../etc\n\xff\n")
    assert readers_beside(root.parent) == []
    assert readers_beside(stick) == []


def test_leftovers_are_swept_by_the_next_installation(hq: Workplace, settled: Workplace, stick: Path) -> None:
    root = root_of(settled)
    for name in (".0123456789abcdef.part", "esco-9"):
        (root / name).mkdir()
        (root / name / "0000").write_bytes(b"left by a kill")
    settled.packs.install(made(hq, stick, 3))
    assert folders(settled) == ["esco-2", "esco-3"]
    assert content(settled) == PARTS


def test_a_folder_that_a_kill_left_is_filled_again(hq: Workplace, settled: Workplace, stick: Path) -> None:
    left = root_of(settled) / "esco-3"
    left.mkdir()
    for name in ("0000", "0007", "pack.json"):
        (left / name).write_bytes(b"of another pack that never came to count")
    settled.packs.install(made(hq, stick, 3))
    assert sorted(file.name for file in left.iterdir()) == ["0000", "0001", "pack.json"]
    assert content(settled) == PARTS


def test_a_full_disk_leaves_the_old_pack_working(hq: Workplace, stick: Path, tmp_path: Path) -> None:
    large = {"esco/concepts": os.urandom(3_000_000), "esco/relations": b""}
    with small_disk(tmp_path / "small", "12m") as disk, closing(Place(disk / "laptop", Role.FIELD).open()) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        laptop.packs.install(made(hq, stick, 1))
        filler = fill_up(disk, 1_000_000)
        with pytest.raises(DiskFull):
            laptop.packs.install(made(hq, stick, 2, parts=large))
        assert (standing(laptop), content(laptop), folders(laptop)) == ([(1, True)], PARTS, ["esco-1"])
        filler.unlink()
        laptop.packs.install(made(hq, stick, 3, parts=large))
        assert content(laptop) == large


def test_after_a_restart_everything_stands_as_it_did(hq: Workplace, stick: Path, tmp_path: Path) -> None:
    home = Place(tmp_path / "again", Role.FIELD)
    with closing(home.open()) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        laptop.packs.install(made(hq, stick, 1))
        laptop.packs.install(made(hq, stick, 2))
        laptop.packs.roll_back("esco")
    with closing(home.open()) as laptop:
        assert (standing(laptop), content(laptop)) == ([(1, True), (2, False)], PARTS)
        with pytest.raises(StalePack):
            laptop.packs.install(forged(hq, stick, 2))


def test_a_pack_with_words_of_consent_is_installed_once_two_headquarters_have_signed_it(
    hq: Workplace, field: Workplace, stick: Path, tmp_path: Path
) -> None:
    with closing(Place(tmp_path / "hq2", Role.HEADQUARTERS).open()) as second:
        hq.packs.make(draft("words", PARTS, PackContent.CONSENT), stick / "one", 9)
        second.packs.sign(stick / "one", stick / "two")
        with pytest.raises(UnknownPackSigner):
            field.packs.install(stick / "two")
        second.enrolment.write_card(tmp_path / "card.json")
        card = field.enrolment.read_card(tmp_path / "card.json")
        field.enrolment.accept(card, " ".join(second.enrolment.own_words()))
        refused_alone = stick / "alone"
        hq.packs.sign(stick / "one", refused_alone)  # the same key twice is one signature
        with pytest.raises(PackNeedsTwoKeys):
            field.packs.install(refused_alone)
        assert field.packs.install(stick / "two").pack.version == 9


def test_a_pack_that_nobody_signed_is_not_signed_by_another(hq: Workplace, field: Workplace, stick: Path) -> None:
    write_file(stick / "unsigned", draft().pack(1, TODAY), draft(), ())
    with pytest.raises(BadPackSignature):
        hq.packs.sign(stick / "unsigned", stick / "signed")
    hq.packs.make(draft(), stick / "first")
    with pytest.raises(WrongRole):
        field.packs.sign(stick / "first", stick / "signed")
    assert not (stick / "signed").exists()


def signed_template(hq: Workplace, folder: Path, version: int) -> Path:
    source, file = folder / "template.json", folder / f"reception-{version}.s2wt"
    told = {"format": "s2w-template/1", "id": "reception", "version": version, "title": "Reception", "valid_from": "2026-01-01"}
    source.write_text(json.dumps(told), "utf-8")
    hq.templates.make(source, file)
    return file


def test_a_template_in_a_pack_is_in_force_once_the_pack_is_installed(hq: Workplace, field: Workplace, stick: Path) -> None:
    packs = []
    for version in (1, 2):
        packs.append(stick / f"pack-{version}")
        hq.packs.make(template_draft(signed_template(hq, stick, version)), packs[-1], version)
        hq.packs.install(packs[-1])  # headquarters holds no interviews: it keeps the pack alone
        field.packs.install(packs[-1])
        present = field.templates.in_force()
        assert present is not None
        assert present.version == version
    assert hq.templates.in_force() is None


def test_a_pack_whose_template_is_refused_is_refused_whole(hq: Workplace, field: Workplace, stick: Path) -> None:
    old = stick / "old"
    hq.packs.make(template_draft(signed_template(hq, stick, 1)), old)
    field.templates.install(signed_template(hq, stick, 2))
    with pytest.raises(StaleTemplate):
        field.packs.install(old)
    assert field.packs.installed() == ()
    strange = Draft("template-x", "none", (PackContent.TEMPLATE,), {TEMPLATE_PART: b"no template"})
    hq.packs.make(strange, stick / "strange")
    with pytest.raises(NotATemplate):
        field.packs.install(stick / "strange")
    assert folders(field) == []
