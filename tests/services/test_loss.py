"""Whose data were on a lost laptop, and from when on headquarters does not know (DP-14)."""

import random
import re
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from s2w_desktop import paths
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.errors import NotEnrolled, WrongRole
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.losses import Extent, Presence
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.loss_words import loss_lines, profile_line
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import change, export, interview

ENGLISH = Catalogues(paths.translations()).translator("en")


def case_number(workplace: Workplace, profile: ProfileId) -> str:
    return workplace.interviews.read(profile).text("record.case_number")


def lines(hq: Workplace, laptop: Workplace) -> str:
    told = "\n".join(loss_lines(ENGLISH, hq.safekeeping.losses.of(laptop.station.device)))
    return re.sub("[\u2066-\u2069]", "", told)


def receipts(hq: Workplace, stick: Path) -> list[Path]:
    return [one.bundle.path for one in hq.receipts.write(stick)]


@pytest.mark.parametrize("seed", range(4))
def test_the_list_is_what_the_laptop_had_up_to_its_last_bundle(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path, seed: int
) -> None:
    chance, delivered, last = random.Random(seed), set[ProfileId](), 0
    mine: list[ProfileId] = []
    for step in range(9):
        act = chance.choice(("new", "new", "change", "deliver", "deliver", "lose", "other"))
        if act == "new" or (act == "change" and not mine):
            mine.append(interview(field))
        elif act == "change":
            change(field, chance.choice(mine), identity__given_names=f"Layla {step}")
        elif act == "other":
            interview(other)
            hq.importing.take(export(other, stick))
        elif field.store.outbox.has_to_send(field.station):
            bundle = export(field, stick / str(step))
            if act == "deliver":
                last, delivered = hq.importing.take(bundle).seq, set(mine)
    loss = hq.safekeeping.losses.of(field.station.device)
    assert {one.case_number for one in loss.profiles} == {case_number(field, profile) for profile in delivered}
    assert {one.presence for one in loss.profiles} <= {Presence.RECORDED}
    assert loss.known.last_bundle is not None
    assert (loss.known.last_bundle.seq, loss.known.missing, loss.known.is_whole) == (last or 1, 0, True)


def test_it_says_what_headquarters_has_and_from_when_on_it_does_not_know(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field, identity__family_names="Marker")
    hq.importing.take(export(field, stick))
    field.receipts.take(*receipts(hq, stick))
    interview(field)
    told = lines(hq, field)
    assert told.startswith("1 profile was on it.\nHeadquarters has all of it up to bundle no. 2.")
    assert "What was recorded after bundle no. 2 of" in told
    assert "The last receipt for it is no. 1 of" in told
    (lost,) = hq.safekeeping.losses.of(field.station.device).profiles
    assert lost.case_number == case_number(hq, profile)
    assert profile_line(ENGLISH, lost).startswith("recorded there, last change")
    assert "Marker" not in told + repr(lost)


def test_a_laptop_that_never_handed_over(hq: Workplace, field: Workplace) -> None:
    interview(field)
    loss = hq.safekeeping.losses.of(field.station.device)
    assert (loss.profiles, loss.known.last_receipt, loss.known.heard) == ((), None, None)
    assert "0 profiles were on it." in lines(hq, field)
    assert "No receipt was written for it." in lines(hq, field)


def test_people_who_agreed_to_little_are_counted(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field, consent__send_with_name="refused")
    hq.importing.take(export(field, stick))
    loss = hq.safekeeping.losses.of(field.station.device)
    assert [one.extent for one in loss.profiles] == [Extent.EXISTENCE]
    assert "1 more was on it of which only the existence is known here." in lines(hq, field)


def test_gaps_and_quarantine_are_told(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    second = interview(field)
    field.interviews.seal_all()
    good = [revision_line(one) for one in field.store.profiles.load(second).revisions]
    dispatch = Dispatch(field.store, QUESTIONNAIRE, field.sources)
    address = Address(Kind.PROFILES, field.exporting.headquarters().recipients)
    (bundle,) = dispatch.write(stick, address, [b'{"type":"revision"}', *good])
    hq.importing.take(bundle.path)
    known = hq.safekeeping.losses.of(field.station.device).known
    assert (known.missing, known.held_back, known.is_whole) == (1, 1, False)
    told = lines(hq, field)
    assert "has all of it" not in told
    assert "1 change before it never came." in told
    assert "1 record of it waits in quarantine." in told


def test_only_headquarters_can_tell_and_only_of_its_own_laptops(hq: Workplace, field: Workplace) -> None:
    with pytest.raises(WrongRole):
        field.safekeeping.losses.of(hq.station.device)
    with pytest.raises(NotEnrolled):
        hq.safekeeping.losses.of(DeviceId(hq.sources.new_id()))


def test_the_paper_bears_case_numbers_and_no_names(hq: Workplace, field: Workplace, stick: Path) -> None:
    for _ in range(12):
        interview(field, identity__family_names="Marker")
    hq.importing.take(export(field, stick))
    loss = hq.safekeeping.losses.of(field.station.device)
    paper = hq.safekeeping.loss_sheets.sheet(loss, "en")
    assert hq.safekeeping.loss_sheets.sheet(loss, "en") == paper
    with closing(pypdfium2.PdfDocument(paper)) as pages:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "What was on a laptop" in text
    assert all(case_number(hq, id_) in text for id_ in hq.store.profiles.ids(ListQuery()))
    assert "Marker" not in text
