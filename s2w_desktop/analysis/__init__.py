"""The analysis report: cases, tables, what is hidden so that nobody can be found, and the figures that may be printed.

Only `cases`, `counting` and `statistics` compute with numpy; what leaves the package is frozen values of plain Python.
"""
