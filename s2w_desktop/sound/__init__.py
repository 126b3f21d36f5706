"""Recordings of the questions: found, checked, and given to the device that plays them (decisions/0240)."""
