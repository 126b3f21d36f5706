"""The papers of a person beside the profile paper: from a profile to a sheet, each in a file of its own."""
