"""The analysis report: cases, tables, what is hidden so that nobody can be found, and the figures that may be printed.

`cases` hold people in arrays of NumPy; what leaves the package is frozen values of plain Python.
"""
