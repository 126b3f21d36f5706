"""In the grown copy: what was added goes the whole way, from an answer to headquarters, to lines, papers and documents."""

import json
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import data_model
import s2w_desktop
from s2w_desktop.domain.answers import NoAnswer, Quantity
from s2w_desktop.domain.asking import as_asked, asked_fields
from s2w_desktop.domain.completeness import completeness, first_open
from s2w_desktop.domain.derived.variables import derive
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.validation import check
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.labels import question, short_label
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.pdf.preview import page_count
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.profile_lines import profile_line, read_profile_lines
from s2w_desktop.services.workplace import Workplace
from tests.architecture.grown.garden import ANIMALS, GARDEN, with_garden
from tests.attachments.making import jpeg_of, page_of_writing
from tests.domain.people import PERSON, entry
from tests.services.places import TRANSLATIONS, Place, enrol, export

ROWS = (entry("goat"), entry("bee"))
TODAY = date(2026, 6, 1)


def gardener() -> Profile:
    return with_garden(Profile(PERSON), ROWS)


def recorded(workplace: Workplace, *, by_name: str = "granted") -> Profile:
    """An interview with a garden, closed."""
    session = workplace.interviews.begin(Pair("en", "ara"))
    for path, answer in {
        "consent.create_profile": "granted", "consent.send_with_name": by_name, "consent.send_for_figures": "granted",
    }.items():  # fmt: skip
        session.set_answer(path, answer)
    rows = (session.add_entry("animal"), session.add_entry("animal"))
    for path, held in with_garden(Profile(session.profile.id), rows).held.items():
        if not path.endswith("."):
            session.set_answer(path, held)  # type: ignore[arg-type]
    session.close()
    return session.profile


def answers_of(profile: Profile) -> dict[str, object]:
    return {path: held for path, held in profile.held.items() if path.startswith(("garden.", "animal.", "identity.lucky"))}


def _all_but(kept: str) -> str:
    return " ".join(section.key for section in QUESTIONNAIRE.sections if section.key != kept)


def test_this_is_the_copy() -> None:
    assert Path(s2w_desktop.__file__).is_relative_to(Path.cwd())


def test_what_was_added_is_counted() -> None:
    whole = completeness(QUESTIONNAIRE, gardener()).sections
    assert (whole["garden"].resolved, whole["garden"].total) == (9, 9)  # the place is optional
    assert (whole["animal"].resolved, whole["animal"].total) == (6, 6)
    blank = completeness(QUESTIONNAIRE, Profile(PERSON)).sections
    assert (blank["garden"].total, blank["animal"].total) == (8, 1)  # the name waits for its condition, one entry is missing
    refused = gardener().with_answer("garden.soil", NoAnswer.REFUSED).with_answer("garden.trees", None)
    assert completeness(QUESTIONNAIRE, refused).sections["garden"].resolved == 8
    asked = refused.with_answer("record.hidden", _all_but("garden"))
    while (
        found := first_open(QUESTIONNAIRE, asked)
    ) is not None and found.section.key != "garden":  # what protects is never hidden
        asked = asked.with_answer(found.path, NoAnswer.REFUSED)
    assert found is not None
    assert found.path == "garden.trees"


def test_what_was_added_is_checked() -> None:
    assert not [issue for issue in check(QUESTIONNAIRE, gardener(), TODAY) if issue.path.startswith(("garden", "animal"))]
    odd = (
        gardener()
        .with_answer("garden.trees", Quantity(Decimal(501)))
        .with_answer("garden.crops", ("dates", "maize", "rice", "tea"))
    )
    odd = odd.with_answer("garden.name", "call 0044 20 7946 0000")
    odd = odd.with_answer(field_path("animal", "count", ROWS[0]), Quantity(Decimal(-1)))
    found = {(issue.rule, issue.path) for issue in check(QUESTIONNAIRE, odd, TODAY)}
    assert found >= {
        ("too_high", "garden.trees"), ("too_many", "garden.crops"), ("V19", "garden.name"),
        ("too_low", field_path("animal", "count", ROWS[0])),
    }  # fmt: skip


def test_what_is_hidden_is_not_put() -> None:
    hidden = gardener().with_answer("record.hidden", "animal garden.soil")
    kept = as_asked(QUESTIONNAIRE, hidden)
    assert kept.get("garden.soil") is None
    assert kept.entries("animal") == ()
    assert kept.get("garden.crops") == GARDEN["crops"]


def test_the_store_keeps_it_and_undo_walks_over_it(tmp_path: Path) -> None:
    place = Place(tmp_path / "laptop", Role.FIELD)
    with closing(place.open()) as workplace:
        made = recorded(workplace)
        session = workplace.interviews.open(made.id)
        session.set_answer("garden.soil", "sand")
        session.undo()
        assert session.profile.text("garden.soil") == "clay"
        session.redo()
        session.close()
    with closing(place.open()) as workplace:
        assert answers_of(workplace.interviews.read(made.id)) == answers_of(made.with_answer("garden.soil", "sand"))


def test_a_bundle_carries_it_to_headquarters_and_conflicts_are_found(tmp_path: Path) -> None:
    hq_place = Place(tmp_path / "hq", Role.HEADQUARTERS)
    with closing(hq_place.open()) as hq, closing(Place(tmp_path / "laptop", Role.FIELD).open()) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "cards")
        made = recorded(laptop)
        taken = hq.importing.take(export(laptop, tmp_path / "stick"))
        assert (taken.new, taken.quarantined) == (1, ())
        assert answers_of(hq.interviews.read(made.id)) == answers_of(made)
        for workplace, code in ((hq, "sand"), (laptop, NoAnswer.REFUSED)):
            session = workplace.interviews.open(made.id)
            session.set_answer("garden.soil", code)
            session.close()
        assert hq.importing.take(export(laptop, tmp_path / "stick")).conflicts == 1
        assert set(hq.interviews.open(made.id).conflicts) == {"garden.soil"}


def test_a_copy_of_a_document_goes_with_it(tmp_path: Path) -> None:
    picture = tmp_path / "deed.jpg"
    picture.write_bytes(jpeg_of(page_of_writing((300, 400))))
    hq_place = Place(tmp_path / "hq", Role.HEADQUARTERS)
    with closing(hq_place.open()) as hq, closing(Place(tmp_path / "laptop", Role.FIELD).open()) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "cards")
        session = laptop.interviews.open(recorded(laptop).id)
        session.set_answer("consent.attach_copies", "granted")
        ref = laptop.attachments.attach(session, "garden.deed", picture)
        session.close()
        hq.importing.take(export(laptop, tmp_path / "stick"))
        assert hq.interviews.read(session.profile.id).get("garden.deed") == ref
        assert hq.attachments.page(ref, 0, 200).width > 0


def test_the_protected_part_stays_where_the_name_may_not_go(tmp_path: Path) -> None:
    with closing(Place(tmp_path / "laptop", Role.FIELD).open()) as laptop:
        made = recorded(laptop, by_name="refused")
        (revision,) = laptop.store.profiles.load(made.id).revisions
        assert {"garden.soil", "garden.place"} <= set(revision.changes())
        cut = set(revision.cut_to(Scope.OPEN).changes())
        assert "garden.soil" in cut
        assert "garden.place" not in cut


def test_lines_give_all_of_it_and_take_it_back() -> None:
    plain = profile_line(QUESTIONNAIRE, gardener())
    assert {f"garden.{key}" for key in GARDEN} < set(dict(plain["answers"]))  # type: ignore[arg-type]
    assert len(dict(plain["entries"])["animal"]) == len(ANIMALS)  # type: ignore[arg-type]
    ids = iter([PERSON, *ROWS])
    ((_, read),) = read_profile_lines(QUESTIONNAIRE, [json.dumps(plain).encode()], lambda: next(ids))
    assert isinstance(read, Profile)
    assert answers_of(read) == answers_of(gardener())


def test_reading_back_tells_every_answer_in_words() -> None:
    tr = Catalogues(TRANSLATIONS).translator("en")
    profile, told = gardener(), list[str]()
    for key in ("garden", "animal"):
        section = QUESTIONNAIRE.by_key[key]
        for row in profile.places(section):
            for spec in asked_fields(section, profile, row):
                words = answer_text(tr, key, spec, profile.get(field_path(key, spec.key, row)))
                assert question(tr, key, spec.key)
                told.append(without_isolates(f"{short_label(tr, key, spec.key)}: {words}"))
    assert {
        "Garden story: planted by grandfather",
        "Soil: Clay here",
        "Main crop: Olives here",
        "Place of the garden: Daraa",
    } < set(told)
    assert "Kind of animal: Bee here" in told
    assert any(line.startswith("Crops: Beans here") and "Olives here" in line for line in told)
    assert any(line.startswith("Trees: ") and "12" in line for line in told)
    assert any(line.startswith("Planted on: ") and "1987" in line for line in told)
    assert all(not line.endswith(": ") for line in told if not line.startswith(("Name of the animal", "Deed")))


def test_papers_still_come_and_figures_stay_as_they_were(tmp_path: Path) -> None:
    """The paper prints chosen sections, and figures count chosen columns: both lists are decisions, not a mirror of the model."""
    with closing(Place(tmp_path / "laptop", Role.FIELD).open()) as laptop:
        made = recorded(laptop)
        assert page_count(laptop.papers.profile_paper(made.id, ("en", "ar"))) >= 1
        assert laptop.office.reporting.report().log
        without = {path: held for path, held in made.held.items() if path not in answers_of(made)}
        told, silent = (derive(QUESTIONNAIRE, one, TODAY).columns() for one in (made, Profile(made.id, without)))
        assert {name for name in told if told[name] != silent[name]} <= {"completeness_pct"}


def test_the_published_data_model_tells_it() -> None:
    tables = data_model.tables()
    assert "### `garden`\n" in tables
    assert "### `animal`, repeats up to 5 times" in tables
    assert "| `crops` | many of `crop` | r | core |" in tables
    assert "| `lucky_number` | text |" in tables
