"""Words: catalogues, names of fields and choices, sentences for errors, dates and numbers."""
