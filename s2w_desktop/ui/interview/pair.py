"""The two languages of one interview: the officer's, and the one beside it."""

from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.languages import iso639_3_of, language
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.forms.voices import Voices


class LanguagePair:
    """`second` is the interface code of the language beside the officer's, None for one language only."""

    def __init__(self, desk: Desk, profile: Profile) -> None:
        self._desk = desk
        self._spoken = profile.text("record.person_language")
        self.second = desk.catalogues.reading_language(self._spoken)

    @property
    def voices(self) -> Voices:
        """Everything that is said twice."""
        own, second = self._desk.translator, self.second
        other = self._desk.catalogues.translator(second) if second and second != own.code else None
        desk = self._desk
        return Voices(own, other, self._spoken or "eng", iso639_3_of(own.code), desk.replay, desk.concepts, desk.jobs)

    @property
    def person(self) -> Translator:
        """The language that the person is shown: theirs, else the officer's."""
        voices = self.voices
        return voices.other or voices.own

    @property
    def words(self) -> str:
        """The language beside the officer's, or the officer's where it stands alone."""
        return language(self.second or self._desk.translator.code).native_name
