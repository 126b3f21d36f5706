"""Orders of headquarters: each leaves with every receipt until it was heard, and is followed once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import NotEnrolled, StaleBundle, WrongRole
from s2w_desktop.domain.exchange_errors import LaptopRevoked, NotPermitted
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.orders import Order
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.services.exchanges import answer, bring, handed_over, receipt_for
from tests.services.places import interview


def test_an_order_makes_post_for_its_laptop_alone(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    hq.orders.install(other.station.device, "country", 3)
    assert [due.device for due in hq.receipts.due()] == [other.station.device]
    effect = answer(hq, other, stick)
    assert [(one.kind, one.detail) for one in effect.orders] == [(Order.INSTALL_REFERENCE, "country 3")]
    assert hq.receipts.due() == ()
    assert [due.device for due in hq.receipts.due(again=True)] == [other.station.device]
    assert field.orders.followed() == ()


def test_a_new_epoch_is_begun_once_however_often_the_order_comes(hq: Workplace, field: Workplace, stick: Path) -> None:
    handed_over(hq, field, stick)
    hq.orders.begin_epoch(field.station.device)
    assert [one.kind for one in answer(hq, field, stick).orders] == [Order.NEW_EPOCH]
    assert field.store.stations.station().epoch == 2
    assert answer(hq, field, stick, again=True).orders == ()
    assert field.store.stations.station().epoch == 2
    result = bring(hq, field, stick)
    assert (result.new, result.changed, result.gaps, result.missing_bundles) == (0, 0, (), ())
    answer(hq, field, stick)


def test_a_revoked_laptop_records_nothing_new_and_still_hands_over(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.orders.revoke(field.station.device)
    answer(hq, field, stick)
    assert field.orders.is_revoked
    with pytest.raises(LaptopRevoked):
        field.interviews.begin(Pair("en", "ara"))
    with pytest.raises(LaptopRevoked):
        field.interviews.begin_unkept(Pair("en", "ara"))
    assert len(field.exporting.write(stick).bundles) == 1


def test_a_laptop_off_the_list_gets_its_orders_and_nothing_else(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bring(hq, field, stick)
    hq.orders.revoke(field.station.device)
    hq.enrolment.revoke(field.station.device)
    effect = answer(hq, field, stick)
    assert ([one.kind for one in effect.orders], effect.received) == ([Order.REVOKE], 0)


def test_orders_that_a_restored_laptop_forgot_go_again(hq: Workplace, field: Workplace, stick: Path) -> None:
    handed_over(hq, field, stick)
    hq.orders.install(field.station.device, "country", 3)
    answer(hq, field, stick)
    interview(field)
    bring(hq, field, stick)
    assert hq.store.orders.waiting(field.station.device) == ()
    field.store.stations.begin_epoch()
    bring(hq, field, stick)
    assert [one.kind for one in hq.store.orders.waiting(field.station.device)] == [Order.INSTALL_REFERENCE]
    assert answer(hq, field, stick).orders == ()
    assert len(field.orders.followed()) == 1


def test_an_older_bundle_that_comes_late_tells_nothing_about_what_was_heard(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    older = field.exporting.write(stick).bundles[0].path
    hq.orders.install(field.station.device, "country", 3)
    answer(hq, field, stick)
    interview(field)
    bring(hq, field, stick)
    assert hq.store.orders.waiting(field.station.device) == ()
    hq.importing.take(older)
    assert hq.store.orders.waiting(field.station.device) == ()


def test_a_receipt_older_than_the_last_is_refused_with_its_orders(hq: Workplace, field: Workplace, stick: Path) -> None:
    """F50."""
    hq.orders.begin_epoch(field.station.device)
    older = receipt_for(hq, field, stick)
    answer(hq, field, stick, again=True)
    with pytest.raises(StaleBundle):
        field.receipts.take(older)
    assert field.store.stations.station().epoch == 2


def test_nobody_gives_orders_who_may_not(hq: Workplace, field: Workplace, without_duty: Callable[[Workplace], None]) -> None:
    with pytest.raises(WrongRole):
        field.orders.begin_epoch(hq.station.device)
    with pytest.raises(NotEnrolled):
        hq.orders.begin_epoch(DeviceId(hq.sources.new_id()))
    without_duty(hq)
    with pytest.raises(NotPermitted):
        hq.orders.begin_epoch(field.station.device)
    assert hq.orders.given() == ()
