"""Whether two records may be of one person: names across scripts, birth dates as far as they are known, nationality."""
