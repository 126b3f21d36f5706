"""Rules that hold answers against each other, one file per subject; `domain.validation` runs them all."""
