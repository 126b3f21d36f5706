"""Opening and finding interviews."""

from dataclasses import dataclass
from weakref import WeakValueDictionary

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.asking import HIDDEN_PATH, TIER_PATH
from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.exchange_errors import LaptopRevoked
from s2w_desktop.domain.fields import Tier, field_path
from s2w_desktop.domain.handover import ProfileRow
from s2w_desktop.domain.history import Resolution
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile, answered, changes_between, read_profile
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.domain.stations import Role, Station
from s2w_desktop.domain.templates import Template
from s2w_desktop.domain.unkept import unkept
from s2w_desktop.services.case_numbers import free_case_number
from s2w_desktop.services.editing import EditingSession, open_session
from s2w_desktop.services.keeping import Editors, Keeper, NoKeeper, StoreKeeper, say_again, seal
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.templates import Templates
from s2w_desktop.storage.following import REVOKED_FACT
from s2w_desktop.storage.values import ListQuery

_NOTHING = Resolution(values={}, conflicts={}, heads=())


@dataclass(frozen=True)
class Pair:
    """Languages of an interview: interface code of the officer's, ISO 639-3 code of the person's."""

    officer: str
    person: str


@dataclass(frozen=True)
class Beginning:
    """What an officer chooses beside the languages: the depth, and one of the centres that the template names."""

    tier: Tier | None = None
    centre: str = ""


class Interviews:
    """Begin, reopen and list interviews."""

    def __init__(self, editors: Editors, templates: Templates) -> None:
        self._editors = editors
        self._permits = Permits(editors.store, editors.officer)
        self._templates = templates
        self._memory: WeakValueDictionary[ProfileId, EditingSession] = WeakValueDictionary()

    def begin(self, pair: Pair, choice: Beginning = Beginning()) -> EditingSession:
        """A new interview with a fresh case number and what is known before the first question. Kept from the first save on.

        The template in force decides its depth and what is hidden; where it leaves something open, `choice` holds. Raises
        NotPermitted, LaptopRevoked.
        """
        self._require_recording()
        return self._begin(pair, choice, StoreKeeper(self._editors))

    def begin_unkept(self, pair: Pair, choice: Beginning = Beginning()) -> EditingSession:
        """A new interview of which nothing is kept. It is known to `read` as long as somebody holds the session.

        Raises NotPermitted, LaptopRevoked.
        """
        self._require_recording()
        return self._in_memory(self._begin(pair, choice, NoKeeper()))

    def stop_keeping(self, session: EditingSession) -> None:
        """Remove everything that is stored of a session's profile, and go on without keeping anything.

        What was sealed stays as bare numbers without content. Raises HandedOver, with nothing changed, when a bundle has
        carried anything of it, or other revisions than ours are part of it; raises what the store raises.
        """
        self._editors.store.profiles.forget(session.profile.id)
        session.stop_keeping()
        self._in_memory(session)

    def forget(self, session: EditingSession) -> None:
        """The end of an interview of which nothing is kept: it is counted, and `read` knows it no longer."""
        profile, editors = session.profile, self._editors
        centre = profile.text("record.centre") or editors.store.stations.station().centre
        editors.store.unkept.count(unkept(profile, centre, editors.sources.today()))
        self._memory.pop(profile.id, None)

    def _require_recording(self) -> None:
        self._permits.require(Act.RECORD)
        if self._editors.store.facts.get(REVOKED_FACT) is not None:
            raise LaptopRevoked

    def _in_memory(self, session: EditingSession) -> EditingSession:
        self._memory[session.profile.id] = session
        return session

    def _begin(self, pair: Pair, choice: Beginning, keeper: Keeper) -> EditingSession:
        sources, station = self._editors.sources, self._editors.store.stations.station()
        profile = self._with_choice(Profile(ProfileId(sources.new_id())), choice)
        profile = self.with_record(profile, pair)
        profile = self._noted(profile, "session.interview_language", pair.person)
        profile = self._with_languages(profile, pair.person, station.host_language)
        changes = changes_between(Profile(profile.id), profile)
        return EditingSession(self._editors, profile.id, _NOTHING, changes, keeper=keeper, is_new=True)

    def with_record(self, profile: Profile, pair: Pair) -> Profile:
        """A profile with everything filled in that is known without asking; what it says already stays."""
        known = self._known(pair)
        if not profile.text("record.case_number"):
            profile = self._noted(profile, "record.case_number", free_case_number(self._editors))
        for path, answer in known.items():
            if answer and profile.get(path) is None:
                profile = self._noted(profile, path, answer)
        return profile

    def open(self, profile: ProfileId) -> EditingSession:
        """Reopen an interview where it stands. Raises NotPermitted, UnknownProfile.

        On a laptop it follows the template in force from now on: what that hides and its depth are noted where they differ,
        saved as an edit but no step of undo. No answer is touched.
        """
        self._permits.require(Act.RECORD, profile)
        session = open_session(self._editors, profile)
        if self._editors.store.stations.station().role is Role.FIELD:
            template = self._templates.in_force()
            session.note(HIDDEN_PATH, template.hidden_text or None if template else None)
            if template is not None and template.tier is not None:
                session.note(TIER_PATH, template.tier.code)
        return session

    def find(self, untrusted_case_number: str) -> ProfileId:
        """The profile with a case number, however it is typed. Raises UnknownProfile."""
        case_number = untrusted_case_number.strip().upper()
        found = self._editors.store.profiles.find(case_number) if is_case_number(case_number) else None
        if found is None:
            raise UnknownProfile
        return found

    def read(self, profile: ProfileId) -> Profile:
        """The profile as it stands, all open work included, or as it is remembered. Raises NotPermitted, UnknownProfile."""
        self._permits.require(Act.READ_PROFILES, profile)
        remembered = self._memory.get(profile)
        if remembered is not None:
            return remembered.profile
        stored = self._editors.store.profiles.load(profile)
        values = resolve_shielded(self._editors.questionnaire, stored.revisions).values if stored.revisions else {}
        return read_profile(self._editors.questionnaire, profile, {**values, **stored.open_changes()})

    def rows(self, query: ListQuery, first: int, count: int) -> list[ProfileRow]:
        """A page of the list. Raises NotPermitted."""
        self._permits.check(Act.READ_PROFILES)
        return self._editors.store.profiles.rows(query, first, count)

    def add(self, profile: Profile) -> None:
        """Keep a whole profile from elsewhere as one revision of this laptop. Raises NotPermitted."""
        self._permits.require(Act.RECORD, profile.id)
        changes = changes_between(Profile(profile.id), profile)
        keeper = StoreKeeper(self._editors)
        EditingSession(self._editors, profile.id, _NOTHING, changes, keeper=keeper, is_new=True).close()

    def say_again(self, profile: ProfileId) -> bool:
        """Send again what headquarters refused of a profile, though nothing is to be corrected; whether there was any.

        Raises NotPermitted, UnknownProfile and what the store raises.
        """
        self._permits.require(Act.RECORD, profile)
        return say_again(self._editors, profile)

    def seal_all(self) -> int:
        """Turn all open work, whoever did it, into revisions; how many profiles had some."""
        open_work = self._editors.store.profiles.workings()
        for profile in open_work:
            seal(self._editors, profile)
        return len(open_work)

    def _known(self, pair: Pair) -> dict[str, Answer]:
        station, template = self._editors.store.stations.station(), self._templates.in_force()
        return {
            "record.opened_on": SaidDate.on(self._editors.sources.today()),
            "record.centre": centre_of(station, template),
            "record.host_country": station.host_country,
            "record.host_language": station.host_language,
            "record.officer_language": pair.officer,
            "record.person_language": pair.person,
            TIER_PATH: template.tier.code if template and template.tier else "",
            HIDDEN_PATH: template.hidden_text if template else "",
            "record.training": "yes" if station.training else "",
        }

    def _with_choice(self, profile: Profile, choice: Beginning) -> Profile:
        """What the officer chose, as far as the template leaves it open."""
        template = self._templates.in_force()
        if choice.tier is not None and not (template and template.tier):
            profile = self._noted(profile, TIER_PATH, choice.tier.code)
        if choice.centre and template and choice.centre in template.centres:
            profile = self._noted(profile, "record.centre", choice.centre)
        return profile

    def _noted(self, profile: Profile, path: str, answer: Answer) -> Profile:
        return answered(self._editors.questionnaire, profile, path, answer)

    def _with_languages(self, profile: Profile, person: str, host: str) -> Profile:
        """Rows for the languages that every core interview asks about: the person's, the host country's, English."""
        roles = {"eng": "further", host: "host_country", person: ""}
        for language in dict.fromkeys((person, host, "eng")):
            entry = EntryId(self._editors.sources.new_id())
            profile = profile.with_entry("language", entry)
            profile = self._noted(profile, field_path("language", "language", entry), language)
            if roles[language]:
                profile = self._noted(profile, field_path("language", "role", entry), roles[language])
        return profile


def centre_of(station: Station, template: Template | None) -> str:
    """The centre of a new interview: the station's own, unless the template names others; then its first."""
    if template is None or not template.centres or station.centre in template.centres:
        return station.centre
    return template.centres[0]
