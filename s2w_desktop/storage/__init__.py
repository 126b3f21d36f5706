"""The encrypted store of one machine: vault, database, and the sets of revisions in it. No human sentence, no Qt."""
