"""Profiles in formats that other programs read and write: Europass "Candidate" XML and the Data Exchange Framework."""
