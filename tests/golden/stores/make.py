"""Makes the frozen store of the present schema: `python tests/golden/stores/make.py`. Once per schema, never for an old one.

The store is a training store of invented people under a published passphrase. Every later program must open it and keep its data.
"""

import json
import shutil
import tempfile
from pathlib import Path

from s2w_desktop.domain.answers import EntryRank, to_plain
from s2w_desktop.domain.profile import Profile
from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from tests.workplaces import make_workplace, sample_people

HERE = Path(__file__).resolve().parent
SCHEMA = "v2"


def plain(profile: Profile) -> dict[str, object]:
    """The answers of a profile as JSON."""
    return {path: held.rank if isinstance(held, EntryRank) else to_plain(held) for path, held in profile.held.items()}


def main() -> None:
    """Write the store, and beside it what it holds."""
    target = HERE / SCHEMA
    if target.exists():
        raise SystemExit(f"{target} is frozen")
    with tempfile.TemporaryDirectory() as work:
        workplace = make_workplace(Path(work) / "store")
        for person in sample_people(workplace, 3, seed=1):
            workplace.interviews.add(person.profile)
        session = workplace.interviews.begin(Pair("en", "ara"))  # open work, as a kill leaves it
        session.set_answer("identity.given_names", "Layla")
        session.save()
        rows = workplace.interviews.rows(ListQuery(), 0, 10)
        held = {row.case_number: plain(workplace.interviews.read(row.id)) for row in rows}
        workplace.store.checkpoint()
        workplace.close()
        target.mkdir()
        for name in ("vault.s2w", "profiles.db"):
            shutil.copy(Path(work) / "store" / name, target / name)
    (target / "holds.json").write_text(json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
