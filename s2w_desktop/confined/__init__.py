"""Processes of our own that open what others made: under limits, without files, talked to in frames."""
