"""Files about one person for other programs, and from them: Europass and the Data Exchange Framework.

Nothing is made without the person's word on exactly that file, which is asked in one place here.
"""

import hashlib
from pathlib import Path
from typing import Final

from s2w_desktop.attachments.process import unpack
from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.asking import TIER_PATH
from s2w_desktop.domain.consent import Purpose, may_go
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import (
    CopyDamaged,
    CopyMissing,
    CopyProtected,
    CopyTooHeavy,
    CopyTooLarge,
    FileUnreadable,
    NotACopy,
    TargetExists,
    WrongRole,
)
from s2w_desktop.domain.fields import Questionnaire, Tier, field_path
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.interchange_errors import LanguageNotOffered, NotAgreed, NotAProfileFile, ProfileFileTooLarge
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.interchange.europass_map import CV_LANGUAGES
from s2w_desktop.interchange.europass_reader import read_europass
from s2w_desktop.interchange.europass_writer import EuropassFile, write_europass
from s2w_desktop.interchange.europass_xml import MOST_BYTES, read_xml
from s2w_desktop.interchange.exchange_json import ExchangeSchema, read_json
from s2w_desktop.interchange.exchange_reader import read_exchange
from s2w_desktop.interchange.exchange_writer import ExchangeFile, Sender, write_exchange
from s2w_desktop.interchange.leaving import as_it_may_leave
from s2w_desktop.interchange.outcome import Found
from s2w_desktop.interchange.wording import Wording
from s2w_desktop.services.adoption import adopt
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.known_concepts import KnownConcepts
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store

EUROPASS_PURPOSE: Final = Purpose.EUROPASS
EXCHANGE_PURPOSE: Final = Purpose.REFER_TO_PARTNER
"""The framework's files go to organisations that help; the person is asked about them by name."""
_INSIDE_A_PDF: Final = "attachment.xml"
"""The name under which a PDF of Europass carries the document that it shows."""
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


class Interchange:
    """Makes and takes in such files."""

    def __init__(
        self,
        store: Store,
        interviews: Interviews,
        questionnaire: Questionnaire,
        catalogues: Catalogues,
        resources: Path,
        sources: Sources,
        esco: EscoSource,
        permits: Permits,
    ) -> None:
        self._store = store
        self._permits = permits
        self._interviews = interviews
        self._questionnaire = questionnaire
        self._catalogues = catalogues
        self._resources = resources
        self._sources = sources
        self._known = KnownConcepts(esco)

    # --- out ---

    def europass_languages(self) -> tuple[str, ...]:
        """The languages in which a Europass file can be written here, in the order of the program's own."""
        return tuple(one.code for one in self._catalogues.offered() if one.code in CV_LANGUAGES)

    def europass(self, profile: ProfileId, language: str = SOURCE) -> EuropassFile:
        """The Europass document of a profile. Raises UnknownProfile, NotAgreed, LanguageNotOffered."""
        read = self._agreed(profile, EUROPASS_PURPOSE)
        if language not in self.europass_languages():
            raise LanguageNotOffered
        wording = Wording.of(self._catalogues.translator(language))
        return write_europass(
            self._questionnaire,
            self._leaving(read, wording),
            wording,
            document_id=_file_id("europass", profile),
            is_training=self._store.stations.station().training,
        )

    def exchange(self, profile: ProfileId) -> ExchangeFile:
        """The candidate of the Data Exchange Framework. Raises NotPermitted, UnknownProfile, NotAgreed, AnswersMissing."""
        self._permits.require(Act.EXPORT, profile)
        read, station = self._agreed(profile, EXCHANGE_PURPOSE), self._store.stations.station()
        wording = Wording.of(self._catalogues.translator(SOURCE))
        sender = Sender(
            id=_file_id("exchange", profile),
            organisation=station.organisation,
            residence=read.text("record.host_country"),
            now=self._sources.now(),
        )
        schema = ExchangeSchema(self._resources)
        return write_exchange(self._questionnaire, self._leaving(read, wording), wording, sender, schema)

    def keep(self, content: bytes, target: Path, *, may_replace: bool = False) -> None:
        """Write a file. Raises TargetExists unless it may replace one, DiskFull, TargetReadOnly, TargetGone, FileTooLarge."""
        if target.exists() and not may_replace:
            raise TargetExists
        replace_file(target, content)

    def _agreed(self, profile: ProfileId, purpose: Purpose) -> Profile:
        read = self._interviews.read(profile)
        if not may_go(read, purpose):
            raise NotAgreed(purpose.path)
        return read

    def _leaving(self, profile: Profile, wording: Wording) -> Profile:
        public_service = Words(paper_text(wording.tr, PaperText.PUBLIC_SERVICE), wording.said_in)
        return as_it_may_leave(self._questionnaire, profile, public_service)

    # --- in ---

    def look(self, path: Path) -> Found:
        """What a file holds: Europass XML, a PDF that carries it, or a candidate as JSON. Nothing is kept.

        Raises FileUnreadable, NotAProfileFile, OldEuropass, ProfileFileTooLarge, UnsafeXml.
        """
        untrusted = _read(path)
        if untrusted.startswith(b"%PDF-"):
            untrusted = _from_pdf(untrusted)
        start = untrusted.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        if start == b"<" or untrusted.startswith(_UTF_16):
            return read_europass(self._questionnaire, read_xml(untrusted), self._wording_of, self._sources.new_id)
        wording = Wording.of(self._catalogues.translator(SOURCE))
        schema = ExchangeSchema(self._resources)
        return read_exchange(self._questionnaire, read_json(untrusted), wording, self._sources.new_id, schema)

    def take_in(self, found: Found, officer_language: str) -> tuple[ProfileId, str]:
        """Keep what a file held as a new profile without any consent; its id and its case number.

        Its depth is noted as the shallowest that puts every question that has an answer. Raises WrongRole at headquarters.
        """
        station = self._store.stations.station()
        if station.role is not Role.FIELD:
            raise WrongRole
        profile = found.profile.with_answer(TIER_PATH, self._tier_of(found.profile).code)
        profile = profile.with_answer("record.officer_language", officer_language)
        if person := _mother_tongue(profile):
            profile = profile.with_answer("record.person_language", person)
        _adoption, number = adopt(
            interviews=self._interviews, questionnaire=self._questionnaire, station=station, profile=profile
        )
        return profile.id, number

    def _tier_of(self, profile: Profile) -> Tier:
        return max((self._questionnaire.spec(path).tier for path in profile.held if path[-1:] != "."), default=Tier.CORE)

    def _wording_of(self, untrusted_language: str) -> Wording:
        """The wording of a language, or the English one where the program does not speak it."""
        spoken = {one.code for one in self._catalogues.offered()}
        known = untrusted_language if untrusted_language in spoken else SOURCE
        return Wording.of(self._catalogues.translator(known), self._known.occupation)


def _mother_tongue(profile: Profile) -> str:
    """The language to begin the interview in; empty when the file does not tell one."""
    rows = profile.entry_texts("language")
    first = (row for row in rows if profile.text(field_path("language", "role", row)) == "mother_tongue")
    return next((profile.text(field_path("language", "language", row)) for row in first), "")


def _file_id(kind: str, profile: ProfileId) -> str:
    """A lasting name of a person in files of one kind. Only a store that holds the profile can tell whose it is."""
    return hashlib.sha256(f"s2w {kind} {profile}".encode("ascii")).hexdigest()[:32]


def _read(path: Path) -> bytes:
    """The untrusted bytes of a file, one more than may be at the utmost. Raises FileUnreadable."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as cause:
        raise FileUnreadable from cause


def _from_pdf(untrusted: bytes) -> bytes:
    try:
        return unpack(untrusted, _INSIDE_A_PDF)
    except (CopyTooLarge, CopyTooHeavy) as cause:
        raise ProfileFileTooLarge from cause
    except (CopyDamaged, CopyMissing, CopyProtected, NotACopy) as cause:
        raise NotAProfileFile from cause
