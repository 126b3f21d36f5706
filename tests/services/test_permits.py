"""Who has no duty for it can do nothing, whichever way it is asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from s2w_desktop.domain.duties import ALLOWED, EVERY_DUTY, Act, Duty, allowed
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.exchange_errors import NotPermitted
from s2w_desktop.domain.ids import BundleId, DeviceId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.putting_aside import SendBack
from s2w_desktop.domain.reach import Reach
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.packs import Draft
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.values import ListQuery

NOBODY, DEVICE, BUNDLE, PAIR = ProfileId(uuid4()), DeviceId(uuid4()), BundleId(uuid4()), Pair("en", "ara")
REACH = Reach("Athens", "GRC", date(2018, 1, 1), date(2018, 3, 31), 3, 2, 1)
FILE, FOLDER = Path("no-such-file"), Path("no-such-folder")
DRAFT = Draft("esco", "ESCO", (), {})

DOING: dict[str, tuple[Act, Callable[[Workplace], object]]] = {
    "begin": (Act.RECORD, lambda place: place.interviews.begin(PAIR)),
    "begin without a trace": (Act.RECORD, lambda place: place.interviews.begin_unkept(PAIR)),
    "go on": (Act.RECORD, lambda place: place.interviews.open(NOBODY)),
    "add": (Act.RECORD, lambda place: place.interviews.add(Profile(NOBODY))),
    "read": (Act.READ_PROFILES, lambda place: place.interviews.read(NOBODY)),
    "list": (Act.READ_PROFILES, lambda place: place.interviews.rows(ListQuery(), 0, 1)),
    "paper": (Act.READ_PROFILES, lambda place: place.papers.profile_paper(NOBODY, ("en",))),
    "Europass": (Act.READ_PROFILES, lambda place: place.interchange.europass(NOBODY)),
    "exchange file": (Act.EXPORT, lambda place: place.interchange.exchange(NOBODY)),
    "export": (Act.EXPORT, lambda place: place.exporting.write(FOLDER)),
    "import": (Act.IMPORT, lambda place: place.importing.take(FILE)),
    "watch": (Act.IMPORT, lambda place: place.office.watching.choose(FOLDER, automatic=True)),
    "receipts": (Act.WRITE_RECEIPTS, lambda place: place.receipts.write(FOLDER)),
    "release": (Act.RELEASE_QUARANTINE, lambda place: place.office.quarantine.release(BUNDLE, "cut")),
    "discard": (Act.RELEASE_QUARANTINE, lambda place: place.office.quarantine.discard(BUNDLE, "cut")),
    "send back": (Act.HANDLE_MATTERS, lambda place: place.office.quarantine.send_back(BUNDLE, "cut", SendBack.CALL)),
    "say again": (Act.RECORD, lambda place: place.interviews.say_again(NOBODY)),
    "matter": (Act.HANDLE_MATTERS, lambda place: place.office.matters.close("0")),
    "agree": (Act.APPROVE, lambda place: place.office.approvals.approve(uuid4())),
    "take back": (Act.SETTLE_CONFLICTS, lambda place: place.office.conflicts.take_back(NOBODY, uuid4())),  # type: ignore[arg-type]
    "conflicts of one": (Act.READ_PROFILES, lambda place: place.office.conflicts.of(NOBODY)),
    "look for pairs": (Act.READ_PROFILES, lambda place: place.office.duplicates.look()),
    "compare": (Act.READ_PROFILES, lambda place: place.office.duplicates.compare(NOBODY, NOBODY)),
    "tell apart": (Act.DECIDE_DUPLICATES, lambda place: place.office.duplicates.tell_apart(NOBODY, NOBODY)),
    "join": (Act.DECIDE_DUPLICATES, lambda place: place.office.duplicates.joining.join(NOBODY, NOBODY, {})),
    "part": (Act.DECIDE_DUPLICATES, lambda place: place.office.duplicates.joining.part(NOBODY)),
    "link": (Act.DECIDE_DUPLICATES, lambda place: place.office.duplicates.joining.link(NOBODY, NOBODY)),
    "hand on": (Act.TRANSFER, lambda place: place.transfer.give([NOBODY], DEVICE, FOLDER)),
    "order": (Act.GIVE_ORDERS, lambda place: place.orders.begin_epoch(DEVICE)),
    "erase": (Act.ERASE, lambda place: place.erasure.erase(NOBODY, ErasureReason.REQUEST)),
    "make a study": (Act.MAKE_STUDY, lambda place: place.office.studies.plan()),
    "report": (Act.REPORT, lambda place: place.office.reporting.report()),
    "see how far centres reached": (Act.REPORT, lambda place: place.office.reach.all()),
    "say how far a centre reached": (Act.ENTER_REACH, lambda place: place.office.reach.enter(REACH)),
    "take out how far a centre reached": (Act.ENTER_REACH, lambda place: place.office.reach.remove(REACH)),
    "make a template": (Act.INSTALL_PACKS, lambda place: place.templates.make(FILE, FILE)),
    "install a template": (Act.INSTALL_PACKS, lambda place: place.templates.install(FILE)),
    "remove templates": (Act.INSTALL_PACKS, lambda place: place.templates.remove()),
    "make a pack": (Act.INSTALL_PACKS, lambda place: place.packs.make(DRAFT, FILE)),
    "sign a pack": (Act.INSTALL_PACKS, lambda place: place.packs.sign(FILE, FILE)),
    "install a pack": (Act.INSTALL_PACKS, lambda place: place.packs.roll_back("esco")),
    "send a pack": (Act.INSTALL_PACKS, lambda place: place.pack_exchange.write(FILE, FOLDER)),
    "index of people": (Act.INSTALL_PACKS, lambda place: place.known_people.write(FOLDER)),
    "card": (Act.ENROL, lambda place: place.enrolment.write_card(FILE)),
    "revoke": (Act.REVOKE, lambda place: place.enrolment.revoke(DEVICE)),
    "reinstate": (Act.REVOKE, lambda place: place.enrolment.reinstate(DEVICE, "")),
    "new keys": (Act.ROTATE_KEYS, lambda place: place.safekeeping.rotation.rotate(FILE)),
    "keys again": (Act.ROTATE_KEYS, lambda place: place.safekeeping.rotation.write_pack(FILE)),
    "new epoch": (Act.ROTATE_KEYS, lambda place: place.safekeeping.restoring.begin_epoch()),
    "loss": (Act.SEE_LOSS, lambda place: place.safekeeping.losses.of(DEVICE)),
    "look at the log": (Act.SEE_LOG, lambda place: place.office.access_log.newest(0, 1)),
    "check the log": (Act.SEE_LOG, lambda place: place.office.access_log.check()),
    "let in": (Act.MANAGE_STAFF, lambda place: place.office.staff.add("Ana", EVERY_DUTY, "", LEAST_COST)),
    "give duties": (Act.MANAGE_STAFF, lambda place: place.office.staff.give(place.officer, EVERY_DUTY)),
    "remove somebody": (Act.MANAGE_STAFF, lambda place: place.office.staff.remove(place.officer)),
}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_everything_that_needs_a_duty_is_refused_without_it(hq: Workplace) -> None:
    """Nothing of this exists, so whoever may is told that, or does nothing; who may not never gets so far."""
    officer = hq.store.officers.get(hq.officer)
    assert officer is not None
    allowed_by_mistake = []
    for name, (act, do) in DOING.items():
        duties = frozenset(duty for duty in Duty if act not in ALLOWED[duty])
        hq.store.officers.add(replace(officer, duties=duties))
        assert not hq.permits.may(act)
        try:
            do(hq)
        except NotPermitted:
            continue
        allowed_by_mistake.append(name)
    assert allowed_by_mistake == []


def test_every_act_is_asked_for_and_somebody_may_do_it() -> None:
    assert allowed(EVERY_DUTY) == frozenset(Act)
    assert {act for act, _ in DOING.values()} | {Act.REHEARSE_RECOVERY} == frozenset(Act)
