"""Charts of the report: one colour, fills that a photocopy keeps apart, words at the marks."""
