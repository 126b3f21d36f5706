"""How long a talk took, section by section."""

from datetime import datetime, time, timedelta

from s2w_desktop.domain.answers import EntryRank
from s2w_desktop.services.populations.talks import Talk, new_id, number
from s2w_desktop.services.populations.visits import Visit


def sitting(talk: Talk, visit: Visit) -> None:
    """One sitting with the seconds of every section that holds anything; with an interpreter each takes longer."""
    random = talk.random
    slower = 1.3 if talk.text("session.interpreter_used") not in ("", "none") else 1.0
    entry, total = new_id(random), 0
    reached = {path.partition(".")[0] for path in talk.held}
    for key, seconds in talk.shares.tables["seconds"].weights.items():
        if key in reached:
            spent = max(5, round(seconds * slower * random.lognormvariate(0, 0.35)))
            total += spent
            talk.held[f"sitting.{entry}.{key}"] = number(spent)
    begun = datetime.combine(visit.day, time(8 + int(random.random() * 8), int(random.random() * 60)))
    talk.held[f"sitting.{entry}."] = EntryRank(0)
    talk.held[f"sitting.{entry}.started_at"] = begun.strftime("%Y-%m-%dT%H:%MZ")
    talk.held[f"sitting.{entry}.ended_at"] = (begun + timedelta(seconds=total)).strftime("%Y-%m-%dT%H:%MZ")
