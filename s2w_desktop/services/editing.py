"""One editing session: the only way in which a profile changes.

The session holds a frozen profile and replaces it at each edit. `save` commits what changed as open work in one small
transaction; `close` turns the open work into one immutable revision. So an interview makes one revision, however many
keys were pressed, and a kill loses nothing that was saved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from s2w_desktop.domain.amendments import amendments, is_content, with_amendment
from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.clock import tick
from s2w_desktop.domain.fields import SHIELDED, FieldKind, entry_path, field_path
from s2w_desktop.domain.filling import filled_path, with_filled
from s2w_desktop.domain.history import Claim, Resolution
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile, answered, changes_between, read_profile, without_shielded
from s2w_desktop.domain.revisions import Changes, Revision
from s2w_desktop.domain.rules.issues import Issue, doubtful
from s2w_desktop.domain.shield import flag_of, held_words, resolve_shielded
from s2w_desktop.domain.summary import Summary, summarise
from s2w_desktop.domain.timing import Sitting, with_sitting
from s2w_desktop.domain.validation import check
from s2w_desktop.services.colleagues import Colleague, colleagues_at, without_left
from s2w_desktop.services.keeping import Editors, Keeper, NoKeeper, StoreKeeper, seal
from s2w_desktop.storage.values import OpenWorkChanged, Working

UNDO_STEPS = 200
TYPED = (FieldKind.TEXT, FieldKind.WORDS, FieldKind.NUMBER, FieldKind.DATE)
"""Kinds whose answers grow key by key: typing on in one field is one step of undo."""


@dataclass(frozen=True)
class _Step:
    """The profile before (or after) a step, the path it changed, and whether typing on there belongs to the same step."""

    profile: Profile
    path: str
    goes_on: bool


@dataclass(frozen=True)
class Found:
    """What the store knows of a profile when a session on it begins: the officer's own open work, who else has some, the paths

    that a shield could take away and that a bundle has carried already, and whether anybody else knows the profile.
    """

    kept: Working | None = None
    colleagues: tuple[Colleague, ...] = ()
    handed_over: frozenset[str] = frozenset()
    has_left: bool = False


NOTHING_FOUND = Found()


class EditingSession:
    """The profile that is being edited, and its way to the store."""

    def __init__(
        self,
        editors: Editors,
        profile: ProfileId,
        resolution: Resolution,
        changes: Changes,
        *,
        keeper: Keeper,
        is_new: bool = False,
        found: Found = NOTHING_FOUND,
    ) -> None:
        self._editors = editors
        self._keeper = keeper
        self._kept = found.kept
        self._found = found
        self._resolution = resolution
        self._base = read_profile(editors.questionnaire, profile, resolution.values)
        self._settled = {path for path, plain in changes.items() if resolution.values.get(path) == plain}
        self._profile = read_profile(editors.questionnaire, profile, {**resolution.values, **changes})
        self._saved = self._base if is_new else self._profile
        self._saved_settled = set(self._settled)
        self._sitting: Sitting | None = None
        self._past: list[_Step] = []
        self._future: list[_Step] = []

    # --- reading ---

    @property
    def profile(self) -> Profile:
        """The profile as it stands on the screen."""
        return self._profile

    @property
    def is_kept(self) -> bool:
        """Whether anything survives the session. Where not, `save` and `close` do nothing, and a crash loses all."""
        return self._keeper.is_lasting

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """Who else had edits open in the profile when the session began."""
        return self._found.colleagues

    @property
    def is_dirty(self) -> bool:
        """Whether something on the screen is not in the store yet."""
        return self._profile != self._saved or self._settled != self._saved_settled

    @property
    def can_unfinish(self) -> bool:
        """Whether nobody but this laptop knows that the interview is finished, so that it can be taken back."""
        return not self._found.has_left and self._profile.get("record.finished_on") is not None

    @property
    def wants_reason(self) -> bool:
        """Whether the profile was handed over, says something else since, and nobody noted why yet (UX-12)."""
        if not (self._found.has_left and self.is_kept):
            return False
        is_explained = len(amendments(self._profile)) > len(amendments(self._base))
        return not is_explained and any(is_content(path) for path in self._touched())

    @property
    def conflicts(self) -> Mapping[str, tuple[Claim, ...]]:
        """Values of colleagues that stand against each other and that nobody settled here."""
        touched = self._touched()
        return {p: c for p, c in self._resolution.conflicts.items() if p not in touched and not self._is_shielded(p)}

    def issues(self) -> tuple[Issue, ...]:
        """Every remark on the profile as it stands, also on what a shield can no longer hold back."""
        found = check(self._editors.questionnaire, self._timed(), self._editors.sources.today())
        flags = {flag for path in self._found.handed_over if (flag := flag_of(self._editors.questionnaire, path))}
        late = (doubtful("shield_late", flag) for flag in sorted(flags) if self._profile.get(flag) == SHIELDED)
        return (*found, *late)

    # --- editing ---

    def set_answer(self, path: str, answer: Answer | None) -> bool:
        """Answer a question, or make it blank with None. Typing on in one field is one step of undo; a copy is one each time.

        What the answer shields goes in the same step, and what it fills comes in it; undo takes all of it back. Gives whether
        any other answer changed with it.
        Raises InvalidAnswer, with nothing changed, for what the field cannot hold.
        """
        questionnaire = self._editors.questionnaire
        with_it = answered(questionnaire, self._profile, path, answer)
        if path in self._resolution.conflicts:
            self._settled.add(path)
        if with_it == self._profile:
            return False
        whole = without_shielded(questionnaire, self._filled(with_it, path))
        self._step(whole, path, goes_on=questionnaire.spec(path).kind in TYPED)
        return whole is not with_it

    def set_answers(self, answers: Mapping[str, Answer | None]) -> None:
        """Answer several questions in one step of undo, which is told by the path of the first. Raises as `set_answer`."""
        questionnaire, with_them = self._editors.questionnaire, self._profile
        for path, answer in answers.items():
            with_them = answered(questionnaire, with_them, path, answer)
        self._settled.update(path for path in answers if path in self._resolution.conflicts)
        if with_them != self._profile:
            self._step(without_shielded(questionnaire, with_them), next(iter(answers)))

    def note(self, path: str, answer: Answer | None) -> None:
        """Note what the program itself knows, before the first edit: it is saved as an edit is, but it is no step of undo.

        Raises ValueError once there is something to undo, for undo would take it back unseen, and InvalidAnswer as `set_answer`.
        """
        if self._past or self._future:
            raise ValueError("noted after an edit")
        if self._profile.get(path) != answer:
            self._profile = answered(self._editors.questionnaire, self._profile, path, answer)

    def note_reason(self, reason: str, words: str = "") -> None:
        """Note why a profile that was handed over is changed: a code of `amendment_reason`, and words if they are needed.

        It goes into the revision that it explains, and is no step of undo. Raises InvalidAnswer for an unknown code.
        """
        editors, sources = self._editors, self._editors.sources
        entry = EntryId(sources.new_id())
        self._profile = with_amendment(editors.questionnaire, self._profile, entry, (reason, words), sources.today())

    def add_entry(self, section: str, answers: Mapping[str, Answer] = MappingProxyType({})) -> EntryId:
        """A new entry at the end of a repeating section, with answers by their keys; one step of undo.

        Raises InvalidAnswer, with nothing changed, for what a field cannot hold.
        """
        entry = EntryId(self._editors.sources.new_id())
        made = self._profile.with_entry(section, entry)
        for key, answer in answers.items():
            made = answered(self._editors.questionnaire, made, field_path(section, key, entry), answer)
        self._step(made, entry_path(section, entry))
        return entry

    def remove_entry(self, section: str, entry: EntryId) -> None:
        """Take an entry out; undo brings it back."""
        self._step(self._profile.without_entry(section, entry), entry_path(section, entry))

    def copy_entry(self, section: str, entry: EntryId) -> EntryId:
        """A new entry right after another, with the same answers. Raises ValueError when that one is not there."""
        copy = EntryId(self._editors.sources.new_id())
        self._step(self._profile.with_entry_copy(section, entry, copy), entry_path(section, copy))
        return copy

    def move_entry(self, section: str, entry: EntryId, places: int) -> bool:
        """Move an entry down, or up by a negative number; whether there was room. Raises ValueError when it is not there."""
        moved = self._profile.with_entry_moved(section, entry, places)
        if moved == self._profile:
            return False
        self._step(moved, entry_path(section, entry))
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return bool(self._future)

    def undo(self) -> str | None:
        """Go one step back. Gives the path that changed (of an entry: its presence), None when there was no step."""
        return self._walk(self._past, self._future)

    def redo(self) -> str | None:
        """Go one step forward again; gives what `undo` gives."""
        return self._walk(self._future, self._past)

    def spend(self, section: str, seconds: float) -> None:
        """Note time on a section. It is written with the next save and at closing, but never undone and no reason to save."""
        sources = self._editors.sources
        sitting = self._sitting or Sitting(EntryId(sources.new_id()), sources.now())
        self._sitting = sitting.and_spent(section, seconds)

    # --- keeping ---

    def stop_keeping(self) -> None:
        """From now on nothing is kept; what is in the store already is the caller's to remove."""
        self._keeper = NoKeeper()

    def save(self) -> None:
        """Commit the open work. When this returns it survives a power cut.

        Where somebody made it final meanwhile, as for a decision about the profile, the session goes on after that revision.
        Raises DiskFull, TargetGone or StoreDamaged; the profile on the screen stays as it is and a later call tries again.
        """
        if self.is_dirty:
            self._commit()

    def close(self) -> None:
        """Save, and turn the open work into a revision; a session without changes leaves no trace."""
        if self.is_dirty or (self._sitting and self._touched()):
            self._commit()
        self._keeper.seal(self._profile.id)

    def _commit(self) -> None:
        working = self._working()
        try:
            self._keeper.save(working, self._summary(self._timed()), self._kept)
        except OpenWorkChanged:
            self._go_on_after(self._keeper.steps_of(self._profile.id))
            self._commit()
            return
        self._kept, self._saved, self._saved_settled = working, self._profile, set(self._settled)

    def _working(self) -> Working:
        return Working(
            profile=self._profile.id,
            parents=self._resolution.heads,
            changes=self._changes(),
            officer=self._editors.officer,
            clock=tick(self._kept.clock if self._kept else 0, self._editors.sources.now_ms()),
        )

    def _go_on_after(self, steps: Sequence[Revision]) -> None:
        """Somebody made the open work final: from now on the session stands on that step, and says only what is new since.

        Where no step says just what was saved, the session stands where it stood; merging then tells what differs.
        """
        before, kept = self._resolution, self._kept.changes if self._kept else {}
        self._kept = None
        for step in steps:
            said = step.changes()
            if set(step.parents) == set(before.heads) and {**before.values, **said} == {**before.values, **kept}:
                open_ = {path: claims for path, claims in before.conflicts.items() if path not in said}
                values = {path: plain for path, plain in {**before.values, **said}.items() if plain is not None}
                self._resolution = Resolution(values, open_, (step.id,))
                self._base = read_profile(self._editors.questionnaire, self._profile.id, values)
                self._settled &= open_.keys()
                return

    def _timed(self) -> Profile:
        return with_sitting(self._profile, self._sitting, self._editors.sources.now())

    def _changes(self) -> dict[str, Plain]:
        changes = changes_between(self._base, self._timed())
        for path in self._settled:
            changes.setdefault(path, self._resolution.values.get(path))
        return changes

    def _filled(self, profile: Profile, path: str) -> Profile:
        """The profile with what the answer fills; where colleagues disagree about that, a person decides."""
        questionnaire = self._editors.questionnaire
        is_open = filled_path(questionnaire, path) in self.conflicts
        return profile if is_open else with_filled(questionnaire, profile, path)

    def _is_shielded(self, path: str) -> bool:
        flag = flag_of(self._editors.questionnaire, path)
        return flag is not None and self._profile.get(flag) == SHIELDED

    def _touched(self) -> set[str]:
        return set(changes_between(self._base, self._profile)) | self._settled

    def _summary(self, profile: Profile) -> Summary:
        return summarise(self._editors.questionnaire, profile, self._editors.sources.today())

    def _step(self, profile: Profile, path: str, *, goes_on: bool = False) -> None:
        last = self._past[-1] if self._past and not self._future else None
        if not (goes_on and last is not None and last.goes_on and last.path == path):
            self._past.append(_Step(self._profile, path, goes_on))
            del self._past[:-UNDO_STEPS]
        self._future.clear()
        self._profile = profile

    def _walk(self, source: list[_Step], target: list[_Step]) -> str | None:
        if not source:
            return None
        step = source.pop()
        target.append(_Step(self._profile, step.path, goes_on=False))
        self._profile = step.profile
        return step.path


def open_session(editors: Editors, profile: ProfileId) -> EditingSession:
    """A session on a stored profile, with the officer's own open work that a kill may have left.

    What a colleague works on at this moment stays theirs; what they left becomes a revision of theirs first. So does own open
    work that no longer stands on all heads, so that nothing is overwritten unseen. Raises UnknownProfile.
    """
    stored = without_left(editors, editors.store.profiles.load(profile))
    resolution = resolve_shielded(editors.questionnaire, stored.revisions)
    kept = stored.working_of(editors.officer)
    if kept is not None and set(kept.parents) != set(resolution.heads):
        seal(editors, profile, editors.officer)
        stored = editors.store.profiles.load(profile)
        resolution, kept = resolve_shielded(editors.questionnaire, stored.revisions), None
    return EditingSession(
        editors,
        profile,
        resolution,
        kept.changes if kept else {},
        keeper=StoreKeeper(editors),
        found=Found(
            kept=kept,
            colleagues=colleagues_at(editors, stored),
            handed_over=_handed_over(editors, stored.revisions),
            has_left=_has_left(editors, stored.revisions),
        ),
    )


def _has_left(editors: Editors, revisions: Sequence[Revision]) -> bool:
    """Whether anybody else knows the profile: a bundle carried some of it from here, or brought it."""
    own = editors.store.stations.station().device
    if any(revision.device != own for revision in revisions):
        return True
    return editors.store.outbox.has_sent(revision.id for revision in revisions)


def _handed_over(editors: Editors, revisions: Sequence[Revision]) -> frozenset[str]:
    """The paths that a shield could take away and that a bundle has carried already."""
    holding = {revision.id: words for revision in revisions if (words := held_words(editors.questionnaire, revision))}
    sent = editors.store.outbox.sent_whole(holding) if holding else frozenset()
    return frozenset(path for revision in sent for path in holding[revision])
