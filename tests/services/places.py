"""Invented places for tests: real databases and keys, opened without a passphrase, and a clock that only tests move."""

import itertools
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from s2w_desktop.bundle.process import Opener, open_bundle
from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Role, Station
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.setup import NewStore, OpenStore, new_keys
from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.layout import ServerPlace, StorePlace
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import ListQuery, Officer
from tests.engines import Engine, FileEngine

ROOT = Path(__file__).parents[2]
RESOURCES, TRANSLATIONS = ROOT / "resources", ROOT / "translations"
TODAY = date(2026, 6, 1)
PASSPHRASE = "correct horse battery staple nine"
WANTED = NewStore(
    role=Role.FIELD,
    organisation="Example Aid",
    centre="Athens",
    device_name="",
    officer_name="M. Papadaki",
    country="GR",
    host_country="GRC",
    host_language="ell",
)


class Clock:
    """Stands on 1 June 2026; each look moves it on by a second."""

    def __init__(self, start: datetime = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)) -> None:
        self._ticks = itertools.count()
        self._start = start

    def pass_by(self, time: timedelta) -> None:
        """Let so much time pass at once."""
        self._start += time

    def now(self) -> datetime:
        return self._start + timedelta(seconds=next(self._ticks))


def sources_of(clock: Clock) -> Sources:
    return replace(system_sources(), now=clock.now, today=lambda: TODAY)


class Place:
    """A store that can be opened again, as after a restart or a crash. `folder` is this machine's for it."""

    def __init__(
        self,
        folder: Path,
        role: Role,
        *,
        training: bool = False,
        name: str = "",
        clock: Clock | None = None,
        questionnaire: Questionnaire = QUESTIONNAIRE,
        engine: Engine | None = None,
    ) -> None:
        self.folder = folder
        self.questionnaire = questionnaire
        self.sources = sources_of(clock or Clock())
        self._secret = os.urandom(32)
        self.officer = OfficerId(self.sources.new_id())
        station = Station(
            role=role,
            organisation="Example Aid",
            centre="Athens" if role is Role.FIELD else "Geneva",
            device=DeviceId(self.sources.new_id()),
            device_name=name,
            epoch=1,
            country="GR",
            host_country="GRC",
            host_language="ell",
            training=training,
        )
        officer = Officer(self.officer, "M. Papadaki", self.sources.now())
        self._made = (engine or FileEngine()).make_store(folder, self.key(), station, new_keys(), officer)

    @property
    def place(self) -> StorePlace:
        """Where it is, wherever the folder was moved to."""
        return replace(self._made, folder=self.folder) if isinstance(self._made, ServerPlace) else self.folder

    def move(self, place: ServerPlace) -> None:
        """From now on it is there."""
        self._made, self.folder = place, place.folder

    def key(self) -> StoreKey:
        return StoreKey(bytearray(self._secret))

    def open(self, opener: Opener = open_bundle) -> Workplace:
        return open_workplace(
            OpenStore(Store.open(self.place, key=self.key()), self.officer),
            folder=self.folder,
            resources=RESOURCES,
            catalogues=Catalogues(TRANSLATIONS),
            sources=self.sources,
            questionnaire=self.questionnaire,
            opener=opener,
        )


def enrol(*, headquarters: Workplace, laptop: Workplace, folder: Path) -> None:
    """The whole way of getting to know each other, words compared."""
    folder.mkdir(parents=True, exist_ok=True)
    card = folder / f"card-{laptop.station.device}.json"
    headquarters.enrolment.write_card(card)
    laptop.enrolment.accept(laptop.enrolment.read_card(card), " ".join(headquarters.enrolment.own_words()))
    request = laptop.enrolment.write_request(folder).path
    introduction = headquarters.enrolment.read_request(request)
    headquarters.enrolment.accept(introduction, " ".join(laptop.enrolment.own_words()))
    request.unlink()


def interview(workplace: Workplace, **answers: Answer) -> ProfileId:
    """A closed interview; answers as section__field=…; by default everything may be sent."""
    session = workplace.interviews.begin(Pair("en", "ara"))
    agreed: dict[str, Answer] = {
        "consent__create_profile": "granted",
        "consent__send_with_name": "granted",
        "identity__given_names": "Layla",
    }
    for name, answer in {**agreed, **answers}.items():
        session.set_answer(name.replace("__", "."), answer)
    session.close()
    return session.profile.id


def change(workplace: Workplace, profile: ProfileId, **answers: Answer | None) -> None:
    """One more revision of a profile."""
    session = workplace.interviews.open(profile)
    for name, answer in answers.items():
        session.set_answer(name.replace("__", "."), answer)
    session.close()


def export(workplace: Workplace, folder: Path) -> Path:
    """The file of one hand-over."""
    folder.mkdir(parents=True, exist_ok=True)
    (bundle,) = workplace.exporting.write(folder).bundles
    return bundle.path


def make_template(office: Workplace, folder: Path, *, version: int = 1, **decides: object) -> Path:
    """A template that a headquarters signed."""
    source, target = folder / f"template-{version}.json", folder / f"template-{version}.s2wt"
    plain = {"format": "s2w-template/1", "id": "reception", "version": version, "title": "Reception", "valid_from": "2026-01-01"}
    source.write_text(json.dumps({**plain, **decides}), encoding="utf-8")
    office.templates.make(source, target)
    return target


def answers_of(workplace: Workplace) -> dict[ProfileId, Profile]:
    """Every profile as it stands."""
    return {profile: workplace.interviews.read(profile) for profile in workplace.store.profiles.ids(ListQuery())}


def revisions_of(workplace: Workplace) -> Iterator[Revision]:
    """Every revision of the store, by profile."""
    for profile in sorted(workplace.store.profiles.ids(ListQuery())):
        yield from workplace.store.profiles.load(profile).revisions
