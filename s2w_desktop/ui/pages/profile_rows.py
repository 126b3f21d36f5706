"""How a row of the list of profiles is shown."""

from collections.abc import Iterable, Mapping, Sequence

from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.handover import Handover, ProfileRow
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.formats import percent, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.labels import handover_words
from s2w_desktop.i18n.names import language_name
from s2w_desktop.i18n.rejection_words import put_aside_words
from s2w_desktop.services.transfer import Given
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row
from s2w_desktop.ui.kit.tokens import Colour

_HANDOVER_MARKS = {
    Handover.HERE: ("", Colour.TEXT),
    Handover.IN_BUNDLE: ("export", Colour.TEXT),
    Handover.RECEIVED: ("shield", Colour.OK),
    Handover.NEEDS_YOU: ("fork", Colour.WARN),
}


class RowWriter:
    """Turns rows of the store into rows of the table, in the language of the desk."""

    def __init__(self, desk: Desk, role: Role, *, names_shown: bool) -> None:
        self._desk, self._role, self._names_shown = desk, role, names_shown
        self._languages: dict[str, str] = {}
        self._now = desk.sources.now().astimezone()

    def columns(self) -> tuple[Column, ...]:
        """The columns for the role."""
        _ = self._desk.translator.gettext
        last = _("Centre") if self._role is Role.HEADQUARTERS else _("Hand-over")
        return (
            Column(_("Profile and languages"), 262),
            Column(_("State"), 250),
            Column(_("Answered"), 172),
            Column(_("Last change"), 150, optional=True),
            Column(last, 210),
        )

    def rows(
        self, profiles: Iterable[ProfileRow], given: Mapping[ProfileId, Given], aside: Mapping[ProfileId, Sequence[Rejection]]
    ) -> list[Row]:
        """The rows; `given` tells which of them were given to another centre, `aside` what headquarters could not take."""
        return [self._row(one, given.get(one.id), aside.get(one.id, ())) for one in profiles]

    def _row(self, profile: ProfileRow, given: Given | None, aside: Sequence[Rejection]) -> Row:
        tr = self._desk.translator
        share = profile.answered / profile.asked if profile.asked else 0.0
        changed = when(tr, moment(profile.changed), self._now) if profile.changed else ""
        is_office = self._role is Role.HEADQUARTERS
        last = Cell(profile.centre, self._given(given)) if is_office else self._handover(profile, aside)
        cells = (self._who(profile), self._state(profile), Cell(percent(tr, share), share=share), Cell(changed), last)
        return Row(str(profile.id), cells)

    def _who(self, profile: ProfileRow) -> Cell:
        _ = self._desk.translator.gettext
        person, officer = self._language(profile.person_language), profile.officer_language
        languages = {"person": person, "officer": self._officer_language(officer)}
        if self._names_shown and profile.name:
            quiet = fill(_("{code} · {person} · {officer}"), code=Ltr(profile.case_number), **languages)
            return Cell(profile.name, quiet, strong=True)
        return Cell(profile.case_number, fill(_("{person} · {officer}"), **languages), strong=True)

    def _state(self, profile: ProfileRow) -> Cell:
        tr = self._desk.translator
        _ = tr.gettext
        quiet = _("open at the moment") if profile.is_open else ""
        if profile.conflicts:
            words = tr.ngettext("Needs you, {n} conflict", "Needs you, {n} conflicts", profile.conflicts)
            return Cell(fill(words, n=profile.conflicts), quiet, mark="fork", colour=Colour.WARN)
        if profile.remarks and not profile.is_finished:
            words = tr.ngettext("Draft, {n} remark", "Draft, {n} remarks", profile.remarks)
            return Cell(fill(words, n=profile.remarks), quiet, mark="alert", colour=Colour.WARN)
        if profile.is_finished:
            return Cell(_("Complete"), quiet, mark="done", colour=Colour.OK)
        return Cell(_("Draft"), quiet, mark="half", colour=Colour.ACCENT)

    def _given(self, given: Given | None) -> str:
        if given is None:
            return ""
        words = self._desk.translator.gettext("given to {centre}, bundle {n}")
        return fill(words, centre=given.peer.centre or given.peer.name, n=given.seq)

    def _handover(self, profile: ProfileRow, aside: Sequence[Rejection]) -> Cell:
        _ = self._desk.translator.gettext
        if profile.handover is Handover.HERE:
            return Cell(_("ready to hand over") if profile.is_finished else _("not yet"))
        mark, colour = _HANDOVER_MARKS[profile.handover]
        words = handover_words(self._desk.translator, profile.handover, profile.bundle_seq)
        why = [one.happened for one in put_aside_words(self._desk.translator, aside)]
        return Cell(words, " ".join(why), mark=mark, colour=colour)

    def _language(self, code: str) -> str:
        if code not in self._languages:
            try:
                self._languages[code] = language_name(self._desk.translator, code)
            except KeyError:
                self._languages[code] = code
        return self._languages[code]

    def _officer_language(self, code: str) -> str:
        from s2w_desktop.i18n.languages import iso639_3_of

        try:
            return self._language(iso639_3_of(code))
        except KeyError:
            return code
