"""Charts of the report in the window: bars with their numbers beside them, and the same as a table.

They get the frozen values of `domain.figures`, so nothing hidden can show, and every number is a text that a screen reader says.
"""
