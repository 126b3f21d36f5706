"""What headquarters has goes from a laptop, and only that (F51): nothing else is lost, and it can come back."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import record_line
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import NothingToExport, UnknownProfile, WrongRole
from s2w_desktop.domain.exchange_errors import NotPermitted, TransferNotAgreed
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.losses import Presence
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.thinning import Thinnable, Thinning
from s2w_desktop.i18n.loss_words import loss_lines, profile_line
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests.attachments.making import document, jpeg_of, photograph
from tests.copies import COPIES, ONE
from tests.histories.reading_here import open_here, opener_of
from tests.services.colleagues import colleague, interviews_of
from tests.services.exchanges import answer, bring, handed_over, listed, said
from tests.services.places import TRANSLATIONS, Clock, Place, change, enrol, export, interview
from tests.services.remains import every_page, everything
from tests.stricter import NAMES, STRICTER, TOO_MUCH

MARKER = "Zubaida-the-marker"
NAMED = {"identity__given_names": MARKER}
AGREED = {"consent__pass_to_office": "granted"}
ENGLISH = Catalogues(TRANSLATIONS).translator("en")


def thinnable(laptop: Workplace, days: int = 0) -> Thinnable:
    return laptop.safekeeping.thinning.thinnable(days)


def thin(laptop: Workplace, days: int = 0) -> int:
    return laptop.safekeeping.thinning.remove(days)


def scopes(workplace: Workplace, profile: ProfileId) -> set[Scope]:
    return {revision.scope for revision in workplace.store.profiles.load(profile).revisions}


def state(workplace: Workplace, profile: ProfileId) -> Handover:
    (row,) = workplace.store.profiles.rows_of([profile])
    return row.handover


def told(hq: Workplace, laptop: Workplace) -> list[ProfileId]:
    """Of whom headquarters would tell the laptop something now."""
    return [one.profile for one in hq.store.shares.waiting(laptop.station.device)]


def heard(hq: Workplace, laptop: Workplace, stick: Path) -> None:
    """A hand-over with something else in it tells headquarters; the receipt for it is followed."""
    interview(laptop)
    bring(hq, laptop, stick)
    answer(hq, laptop, stick)


def give(hq: Workplace, profile: ProfileId, laptop: Workplace, stick: Path) -> Path:
    (bundle,) = hq.transfer.give([profile], laptop.station.device, stick).bundles
    return bundle.path


def give_anyway(hq: Workplace, profile: ProfileId, laptop: Workplace, stick: Path) -> Path:
    """As `give`, to a laptop that still has it."""
    change(hq, profile, **AGREED)
    return give(hq, profile, laptop, stick)


# --- what may go, and what is left ---


def test_what_headquarters_has_goes_and_nothing_of_it_is_left(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, **NAMED)
    number = field.interviews.read(profile).text("record.case_number")
    stays = interview(field)
    assert thinnable(field) == Thinnable(1, (number,), 0)
    assert thin(field) == 1
    assert MARKER not in everything(field)
    assert number not in everything(field)
    assert listed(field) == [stays]
    assert scopes(field, profile) == {Scope.STUB}
    with pytest.raises(UnknownProfile):
        field.interviews.find(number)
    assert said(hq, profile, "identity.given_names") == MARKER
    result = bring(hq, field, stick)
    assert (result.new, result.changed, result.gaps, result.quarantined) == (1, 0, (), ())
    assert said(hq, profile, "identity.given_names") == MARKER
    assert (thinnable(field).profiles, thin(field)) == (0, 0)


def test_no_page_of_the_store_holds_it_any_more(tmp_path: Path, hq: Workplace, stick: Path) -> None:
    place = Place(tmp_path / "thin", Role.FIELD)
    with closing(place.open(open_here)) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        handed_over(hq, laptop, stick, **NAMED)
        laptop.store.checkpoint()
        assert MARKER in every_page(place.folder, place.key(), tmp_path / "before")
        old = place.folder / "profiles.before-0011.db"
        old.write_bytes(b"an encrypted copy of the store from before an update")
        assert thin(laptop) == 1
        assert not old.exists()
    assert MARKER not in every_page(place.folder, place.key(), tmp_path / "after")


def _never_sent(_hq: Workplace, field: Workplace, _stick: Path) -> ProfileId:
    return interview(field)


def _in_a_bundle(_hq: Workplace, field: Workplace, stick: Path) -> ProfileId:
    profile = interview(field)
    export(field, stick)
    return profile


def _confirmed_in_part(hq: Workplace, field: Workplace, stick: Path) -> ProfileId:
    """The bundle that the receipt names lacks the last step."""
    profile = interview(field)
    bundle = export(field, stick)
    change(field, profile, identity__sex="F")
    export(field, stick)
    hq.importing.take(bundle)
    answer(hq, field, stick)
    return profile


def _edited_since(hq: Workplace, field: Workplace, stick: Path) -> ProfileId:
    profile = handed_over(hq, field, stick)
    change(field, profile, identity__sex="F")
    return profile


def _open_for_a_colleague(hq: Workplace, field: Workplace, stick: Path) -> ProfileId:
    profile = handed_over(hq, field, stick)
    session = interviews_of(field, colleague(field)).open(profile)
    session.set_answer("identity.sex", "F")
    session.save()
    return profile


def _in_conflict(hq: Workplace, field: Workplace, stick: Path) -> ProfileId:
    profile = handed_over(hq, field, stick)
    change(hq, profile, identity__given_names="Leila")
    change(field, profile, identity__given_names="Laila")
    bring(hq, field, stick)
    answer(hq, field, stick)
    return profile


BUSY = (_never_sent, _in_a_bundle, _confirmed_in_part, _edited_since, _open_for_a_colleague, _in_conflict)


@pytest.mark.parametrize("made", BUSY)
def test_what_somebody_still_works_on_or_waits_for_stays(
    made: Callable[[Workplace, Workplace, Path], ProfileId], hq: Workplace, field: Workplace, stick: Path
) -> None:
    """F51."""
    profile = made(hq, field, stick)
    assert thinnable(field) == Thinnable(0, (), 0)
    assert thin(field) == 0
    assert listed(field) == [profile]
    assert Scope.STUB not in scopes(field, profile)


def test_what_is_only_here_never_goes_and_is_counted(hq: Workplace, field: Workplace, stick: Path) -> None:
    without_name = handed_over(hq, field, stick, consent__send_with_name="refused", consent__send_for_figures="granted")
    existence = handed_over(hq, field, stick, consent__send_with_name="refused")
    withdrawn = handed_over(hq, field, stick)
    change(field, withdrawn, consent__send_with_name="refused")
    bring(hq, field, stick)
    answer(hq, field, stick)
    assert {state(field, one) for one in (without_name, existence, withdrawn)} == {Handover.RECEIVED}
    assert thinnable(field) == Thinnable(0, (), 3)
    assert thin(field) == 0
    assert len(listed(field)) == 3


def test_a_refused_record_keeps_its_profile_here_also_after_the_correction(
    tmp_path: Path, laptop: Workplace, stick: Path
) -> None:
    """What headquarters refused it does not have; what it says stands only here."""
    with closing(Place(tmp_path / "strict", Role.HEADQUARTERS, questionnaire=STRICTER).open(opener_of(STRICTER))) as strict:
        enrol(headquarters=strict, laptop=laptop, folder=tmp_path / "enrolment")
        profile = handed_over(strict, laptop, stick, **{NAMES.replace(".", "__"): TOO_MUCH})
        assert state(laptop, profile) is Handover.NEEDS_YOU
        assert thinnable(laptop) == Thinnable(0, (), 0)
        change(laptop, profile, **{NAMES.replace(".", "__"): None})
        bring(strict, laptop, stick)
        answer(strict, laptop, stick)
        assert state(laptop, profile) is Handover.RECEIVED
        assert thinnable(laptop) == Thinnable(0, (), 1)


def test_copies_of_documents_go_with_it_once_they_have_arrived_and_come_back_with_it(tmp_path: Path, stick: Path) -> None:
    places = [
        Place(tmp_path / name, role, questionnaire=COPIES) for name, role in (("hq", Role.HEADQUARTERS), ("laptop", Role.FIELD))
    ]
    with closing(places[0].open()) as hq, closing(places[1].open()) as field:
        enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
        agreed, kept = (interview(field, consent__attach_copies="granted") for _ in range(2))
        refs = []
        for profile, content in ((agreed, document()), (kept, jpeg_of(photograph()))):
            paper = tmp_path / "paper"
            paper.write_bytes(content)
            session = field.interviews.open(profile)
            refs.append(field.attachments.attach(session, ONE, paper))
            session.close()
        change(field, kept, consent__attach_copies="refused")
        bring(hq, field, stick)
        (copy,) = field.store.outbox.blobs_to_send(field.station)
        assert (thinnable(field).profiles, refs[0].sha256) == (0, copy.sha256)
        answer(hq, field, stick)
        assert thinnable(field).only_here == 1
        assert thin(field) == 1
        assert field.store.blobs.find(refs[0].sha256) is None
        heard(hq, field, stick)
        field.transfer.take(give(hq, agreed, field, stick))
        assert field.attachments.page(refs[0], 0, 100) == hq.attachments.page(refs[0], 0, 100)


# --- days, clock, duties ---


def test_days_count_from_the_last_change_and_from_the_day_on_which_it_was_confirmed(tmp_path: Path, stick: Path) -> None:
    """The day that counts is 1 June. Headquarters may have to go back to a copy of its store: what it just got stays a while."""
    clock = Clock(datetime(2026, 2, 1, 9, tzinfo=UTC))
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock).open(open_here)) as hq,
        closing(Place(tmp_path / "laptop", Role.FIELD, clock=clock).open(open_here)) as field,
    ):
        enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
        old = handed_over(hq, field, stick)
        late = interview(field)
        clock.pass_by(timedelta(days=60))
        bring(hq, field, stick)
        answer(hq, field, stick)
        thinning = field.safekeeping.thinning
        assert [thinnable(field, days).profiles for days in (0, 30, 90, 180)] == [2, 2, 1, 0]
        assert (thinning.after_days, thinning.usual_days, thinning.remove_due()) == (None, 90, 0)
        thinning.choose(180)
        assert (thinning.after_days, thinning.remove_due()) == (180, 0)
        thinning.choose(90)
        clock.pass_by(timedelta(days=-55))
        assert (field.safekeeping.clock.look() is None, thinning.remove_due()) == (False, 0)
        clock.pass_by(timedelta(days=56))
        assert (thinning.remove_due(), thinning.gone_by_itself) == (1, 1)
        assert listed(field) == [late]
        assert old in listed(hq)
        thinning.choose(None)
        assert thinning.after_days is None
        with pytest.raises(ValueError, match="choices"):
            thinning.choose(7)


def test_only_officers_of_a_laptop_who_hand_over_may_do_it(
    hq: Workplace, field: Workplace, without_duty: Callable[[Workplace], None], stick: Path
) -> None:
    profile = handed_over(hq, field, stick)
    for step in (thin, thinnable, lambda place: place.safekeeping.thinning.choose(30)):
        with pytest.raises(WrongRole):
            step(hq)
    field.safekeeping.thinning.choose(30)
    without_duty(field)
    assert not field.safekeeping.thinning.may_thin
    assert field.safekeeping.thinning.remove_due() == 0
    with pytest.raises(NotPermitted):
        thin(field)
    assert listed(field) == [profile]


# --- what headquarters says later ---


def test_later_word_of_headquarters_brings_nothing_back_and_it_stops_telling(
    hq: Workplace, field: Workplace, stick: Path
) -> None:
    profile = handed_over(hq, field, stick)
    thin(field)
    with pytest.raises(NothingToExport):
        export(field, stick)  # to tell that alone nobody has to travel
    change(hq, profile, identity__family_names=MARKER)
    assert told(hq, field) == [profile]
    answer(hq, field, stick)
    assert (listed(field), MARKER in everything(field)) == ([], False)
    heard(hq, field, stick)
    change(hq, profile, identity__other_names=MARKER)
    assert told(hq, field) == []
    assert field.store.thinnings.to_send(field.station) == ()
    assert profile not in listed(field)


def test_handing_it_on_to_the_laptop_brings_all_of_it_back(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, **NAMED)
    change(field, profile, identity__sex="F")
    bring(hq, field, stick)
    answer(hq, field, stick)
    before = field.store.profiles.load(profile)
    thin(field)
    heard(hq, field, stick)
    assert field.transfer.take(give(hq, profile, field, stick)).new == 1
    assert field.store.profiles.load(profile) == before
    assert state(field, profile) is Handover.RECEIVED
    assert thinnable(field, 30).profiles == 0  # it was given for work
    change(hq, profile, identity__family_names="Haddad")
    answer(hq, field, stick, again=True)
    assert said(field, profile, "identity.family_names") == "Haddad"
    heard(hq, field, stick)
    assert hq.safekeeping.losses.of(field.station.device).removed == ()
    assert thin(field) == 3
    assert listed(field) == []


def test_another_laptop_needs_the_persons_word_but_not_the_one_that_had_it(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profile = handed_over(hq, field, stick)
    with pytest.raises(TransferNotAgreed):
        give(hq, profile, field, stick)
    thin(field)
    heard(hq, field, stick)
    assert hq.transfer.plan([profile]).agreed == (profile,)
    with pytest.raises(TransferNotAgreed):
        give(hq, profile, other, stick)
    field.transfer.take(give(hq, profile, field, stick))
    assert profile in listed(field)


def test_a_lost_stick_with_what_was_given_back_heals_with_the_next_receipt(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    thin(field)
    heard(hq, field, stick)
    give(hq, profile, field, stick).unlink()
    answer(hq, field, stick, again=True)
    assert profile in listed(field)


@pytest.mark.parametrize("is_lost", [False, True])
def test_headquarters_gives_a_profile_back_before_it_heard_that_it_went(
    hq: Workplace, field: Workplace, stick: Path, *, is_lost: bool
) -> None:
    """The word that it went arrives after the gift: it was given in spite of it, also where that stick is lost."""
    profile = handed_over(hq, field, stick, **AGREED)
    thin(field)
    interview(field)
    late = export(field, stick)
    gift = give(hq, profile, field, stick)
    if is_lost:
        gift.unlink()
    else:
        field.transfer.take(gift)
    hq.importing.take(late)
    change(hq, profile, identity__sex="F")
    assert told(hq, field) == [profile]
    answer(hq, field, stick)
    assert said(field, profile, "identity.sex") == "F"
    heard(hq, field, stick)
    assert hq.safekeeping.losses.of(field.station.device).removed == ()
    change(hq, profile, identity__sex="X")
    assert told(hq, field) == [profile]


def test_the_last_word_of_a_laptop_counts_whatever_arrives_first(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    gift = give_anyway(hq, profile, field, stick)
    answer(hq, field, stick, again=True)
    thin(field)
    interview(field)
    gone = export(field, stick)
    field.transfer.take(gift)
    interview(field)
    hq.importing.take(export(field, stick))
    hq.importing.take(gone)
    change(hq, profile, identity__sex="F")
    assert told(hq, field) == [profile]


def test_it_can_be_erased_everywhere_all_the_same(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    thin(field)
    heard(hq, field, stick)
    hq.erasure.erase(profile, ErasureReason.REQUEST)
    assert [one.profile for one in hq.orders.given(field.station.device)] == [profile]
    answer(hq, field, stick)
    assert [one.profile for one in field.store.erasures.all()] == [profile]
    interview(field)
    assert bring(hq, field, stick).quarantined == ()


def test_nobody_speaks_for_a_profile_that_was_never_there_nor_from_a_laptop_off_the_list(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profile = handed_over(hq, field, stick)
    change(hq, profile, identity__family_names="Haddad")
    word = record_line(Thinning(profile, other.sources.now().replace(microsecond=0)))
    for laptop, is_trusted in ((other, True), (field, False)):
        address = Address(Kind.PROFILES, laptop.exporting.headquarters().recipients)
        if not is_trusted:
            hq.enrolment.revoke(laptop.station.device)
        (bundle,) = Dispatch(laptop.store, QUESTIONNAIRE, laptop.sources).write(stick, address, [word])
        result = hq.importing.take(bundle.path)
        assert [one.reason for one in result.quarantined] == ([] if is_trusted else ["revoked_sender"])
        assert told(hq, field) == [profile]
    hq.office.quarantine.release(bundle.bundle, "revoked_sender")
    assert hq.store.thinnings.removed_by(None) == frozenset()
    assert told(hq, field) == [profile]


# --- people of several profiles ---


def test_joined_profiles_go_together_or_not_at_all(hq: Workplace, field: Workplace, stick: Path) -> None:
    first, second = handed_over(hq, field, stick), handed_over(hq, field, stick, **NAMED)
    hq.office.duplicates.joining.join(first, second)
    answer(hq, field, stick)
    change(field, first, identity__sex="F")
    assert thin(field) == 0
    bring(hq, field, stick)
    answer(hq, field, stick)
    number = field.interviews.read(first).text("record.case_number")
    assert thinnable(field) == Thinnable(2, (number,), 0)
    assert thin(field) == 2
    heard(hq, field, stick)
    assert first in listed(hq)
    change(hq, first, identity__family_names="Haddad")
    assert told(hq, field) == []


@pytest.mark.parametrize("is_known", [False, True])
def test_what_headquarters_joined_with_somebody_here_comes_back(
    hq: Workplace, field: Workplace, stick: Path, *, is_known: bool
) -> None:
    """The person is whole on a laptop or not there, whether headquarters knew that a part had gone when it joined them or not."""
    first, second = handed_over(hq, field, stick), handed_over(hq, field, stick, **NAMED)
    change(field, second, identity__sex="F")
    assert thin(field) == 1
    if is_known:
        bring(hq, field, stick)
        answer(hq, field, stick)
    hq.office.duplicates.joining.join(first, second)
    answer(hq, field, stick)
    assert (first in listed(field)) == is_known
    heard(hq, field, stick)
    assert first in listed(field)
    assert second not in listed(field)
    assert said(field, first, "identity.family_names") == said(hq, first, "identity.family_names")


# --- copies of stores, losses ---


def test_a_laptop_put_back_from_a_copy_is_known_to_have_it_again(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile, stays = handed_over(hq, field, stick), handed_over(hq, field, stick)
    change(field, stays, identity__sex="F")
    thin(field)
    bring(hq, field, stick)
    assert [one.profile for one in hq.safekeeping.losses.of(field.station.device).removed] == [profile]
    field.store.stations.begin_epoch()
    with field.store._database.writing() as connection:  # its disk of before it removed anything
        connection.exec_driver_sql("DELETE FROM thinned")
    bring(hq, field, stick)
    assert hq.safekeeping.losses.of(field.station.device).removed == ()
    change(hq, profile, identity__family_names="Haddad")
    assert profile in told(hq, field)


def test_headquarters_put_back_gets_numbers_alone_and_nothing_more_goes_until_it_confirmed_again(
    tmp_path: Path, laptop: Workplace, stick: Path
) -> None:
    """That is why days have to pass: what went since the copy was made is not there any more."""
    place = Place(tmp_path / "office", Role.HEADQUARTERS)
    with closing(place.open(open_here)) as hq:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        known = handed_over(hq, laptop, stick, **NAMED)
        change(hq, known, identity__family_names="Haddad")
    shutil.copytree(place.folder, tmp_path / "copy")
    with closing(place.open(open_here)) as hq:
        late = handed_over(hq, laptop, stick, **NAMED)
        assert thin(laptop) == 2
        heard(hq, laptop, stick)
    shutil.rmtree(place.folder)
    (tmp_path / "copy").rename(place.folder)
    with closing(place.open(open_here)) as hq:
        hq.store.stations.begin_epoch()
        assert thinnable(laptop).profiles == 1
        interview(laptop)
        bring(hq, laptop, stick)
        answer(hq, laptop, stick)
        assert known not in listed(laptop), "the copy does not know that it went"
        assert thinnable(laptop) == Thinnable(0, (), 0)
        assert [one.profile for one in laptop.store.thinnings.to_send(laptop.station)] == [known, late]
        result = bring(hq, laptop, stick)
        assert (result.quarantined, result.gaps) == ((), ())
        assert scopes(hq, late) == {Scope.STUB}
        assert said(hq, known, "identity.given_names") == MARKER
        answer(hq, laptop, stick)
        assert thinnable(laptop).profiles == 2


def test_the_sheet_about_a_lost_laptop_tells_what_had_gone_from_it(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    thin(field)
    heard(hq, field, stick)
    loss = hq.safekeeping.losses.of(field.station.device)
    (gone,) = loss.removed
    assert (gone.profile, gone.presence) == (profile, Presence.REMOVED)
    lines = "\n".join(loss_lines(ENGLISH, loss)).replace("\u2068", "").replace("\u2069", "")
    assert "1 profile was on it." in lines
    assert "1 profile had been removed from it before." in lines
    assert "removed from it on" in profile_line(ENGLISH, gone)
